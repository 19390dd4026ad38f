import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';
import type { Act, Impact } from './act.ts';

/** Time step of the fall, s. */
export const FALL_STEP_S = 1 / 2000;

/** Share of a thigh that moves with the pelvis (our assumption). */
const THIGH_SHARE = 0.5;

/** Mass that lands with the pelvis, kg. */
export const calcPelvisKg = ({ pelvis, limbs }: SpineModel): number =>
  pelvis.massKg + 2 * THIGH_SHARE * limbs.thigh.massKg;

/** Fall until contact: downward acceleration of the hips, m/s², and time of contact, s. */
export interface Descent {
  readonly accelerationMPerS2: number;
  readonly contactS: number;
  readonly speedMPerS: number;
}

/** @param dropM height of the hips' course above the point of contact */
export function calcDescent(impact: Impact, dropM: number): Descent {
  const drop = impact.dropM ?? dropM;
  // legs that still brake let the hips down more slowly than free fall
  const acceleration = impact.speedMPerS
    ? Math.min(GRAVITY, (impact.speedMPerS * impact.speedMPerS) / (2 * drop))
    : GRAVITY;
  const speedMPerS = Math.sqrt(2 * acceleration * drop);
  return {
    accelerationMPerS2: acceleration,
    contactS: impact.fromS + speedMPerS / acceleration,
    speedMPerS,
  };
}

/**
 * Height of the hips while they fall and land, as one mass on a spring and damper: the course that the pose follows. The load
 * on the spine is computed separately, with the column on the pelvis.
 *
 * @param dropM see `calcDescent`
 * @returns height above the place of contact, every FALL_STEP_S from the act's start, m
 */
export function calcFall(model: SpineModel, act: Act, impact: Impact, dropM: number): Float64Array {
  const { accelerationMPerS2, contactS, speedMPerS } = calcDescent(impact, dropM);
  const drop = impact.dropM ?? dropM;
  let massKg = calcPelvisKg(model) + 2 * (model.limbs.upperArm.massKg + model.limbs.forearm.massKg);
  for (const vertebra of model.vertebrae) massKg += vertebra.massKg;
  const course = new Float64Array(Math.ceil((act.durationS + 2) / FALL_STEP_S));
  let y = 0;
  let v = -speedMPerS;
  for (let n = 0; n < course.length; n++) {
    const t = n * FALL_STEP_S;
    if (t < contactS) {
      const fallen = Math.max(0, t - impact.fromS);
      course[n] = drop - (accelerationMPerS2 * fallen * fallen) / 2;
      continue;
    }
    const step = Math.min(FALL_STEP_S, t - contactS);
    v += step * (calcContactN(impact, y, v) / massKg - GRAVITY);
    y += step * v;
    course[n] = y;
  }
  return course;
}

/** What the ground presses on the pelvis, N: it never pulls. */
export const calcContactN = (impact: Impact, heightM: number, speedMPerS: number): number =>
  heightM >= 0 ? 0 : Math.max(0, -impact.stiffnessNPerM * heightM - impact.dampingNsPerM * speedMPerS);
