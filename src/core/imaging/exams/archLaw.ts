import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { LEVEL_COUNT, levelIndex } from '../../anatomy/levels.ts';
import { finish } from '../../simulation/finish.ts';
import type { Person } from '../../simulation/patient/person.ts';
import { createSpineState } from '../../simulation/patient/state.ts';
import { boneOf, calcMarrowFat, TISSUE_MG_PER_CM3 } from '../matter/bone.ts';
import type { BoneShape } from '../phantom/arch.ts';
import { createPhantom } from '../phantom/phantom.ts';
import { ARCH_LEVELS, DXA_LEVELS, decompose, findRegions, traceDxa } from './dxaScan.ts';
import { calcDensityOf } from './reference.ts';

/** First guess, mg/cm³, and how often it is mended. */
const GUESS = 450;
const ROUNDS = 8;

const LEAST = imaging.archCoreLeast;

/** Of L1 … L4 for T12 … L5: the neighbours at the ends take the nearest. */
const NEAREST = [0, 0, 1, 2, 3, 3] as const;

/**
 * Mineral of the arches, mg/cm³, T1 … L5. Nothing in the mechanics says it. It is what the patient's T-score leaves to them beside the
 * bodies: found so that a scan of her spine without fractures and without noise reads her T-score at each of L1–L4. That an intact
 * spine reads so is therefore no test; the share of the mineral in the arches is.
 */
export const findArchDensity = (person: Person, shapes: readonly BoneShape[]): Float64Array =>
  finish(workArchDensity(person, shapes));

/** Finds the arches' mineral, yielding its progress. */
export function* workArchDensity(
  person: Person,
  shapes: readonly BoneShape[],
): Generator<number, Float64Array> {
  const { condition, model } = person;
  const { sex } = model.patient;
  const fat = calcMarrowFat(sex, condition.ageYears, condition.tScore);
  const lumbar = DXA_LEVELS.map(() => GUESS);
  const intact = createPhantom(person, createSpineState(person.sections), {
    posture: 'supine',
    lordosisDeg: imaging.posture.dxaLordosisDeg,
    archMgPerCm3: new Float64Array(LEVEL_COUNT).fill(GUESS),
    shapes,
    cleft: 'gas',
  });
  yield 0;
  const rays = traceDxa(intact);
  const scan = (densities: readonly number[]) =>
    findRegions(
      decompose(
        rays,
        NEAREST.map((n) => boneOf(densities[n]!, fat)),
      ),
      rays,
    );
  let wanted = calcWanted(scan(lumbar), sex, condition.tScore);
  let before = scan(lumbar);
  const slope = DXA_LEVELS.map(() => 0.0008);
  for (let round = 0; round < ROUNDS; round++) {
    yield (round + 1) / (ROUNDS + 1);
    const was = lumbar.slice();
    DXA_LEVELS.forEach((_, n) => {
      const lacks = wanted[n]! - before[n]!.bmcG / before[n]!.areaCm2;
      lumbar[n] = Math.min(TISSUE_MG_PER_CM3, Math.max(LEAST, lumbar[n]! + lacks / slope[n]!));
    });
    const now = scan(lumbar);
    DXA_LEVELS.forEach((_, n) => {
      const moved = lumbar[n]! - was[n]!;
      const gained = now[n]!.bmcG / now[n]!.areaCm2 - before[n]!.bmcG / before[n]!.areaCm2;
      if (Math.abs(moved) > 1 && gained / moved > 0.0003) slope[n] = gained / moved;
    });
    before = now;
    wanted = shareRest(calcWanted(now, sex, condition.tScore), now, lumbar);
  }
  const mean = lumbar.reduce((sum, value) => sum + value, 0) / lumbar.length;
  const all = new Float64Array(LEVEL_COUNT).fill(mean);
  ARCH_LEVELS.forEach((level, n) => {
    all[levelIndex(level)] = lumbar[NEAREST[n]!]!;
  });
  return all;
}

/** Areal density that each level must read, so that levels and whole read the same T-score with this person's areas. */
function calcWanted(
  regions: readonly { readonly areaCm2: number }[],
  sex: 'female' | 'male',
  tScore: number,
): readonly number[] {
  const levels = DXA_LEVELS.map((level) => calcDensityOf(sex, level, tScore));
  let area = 0;
  let mineral = 0;
  regions.forEach(({ areaCm2 }, n) => {
    area += areaCm2;
    mineral += areaCm2 * levels[n]!;
  });
  const shift = calcDensityOf(sex, null, tScore) - mineral / area;
  return levels.map((level) => level + shift);
}

/** What an arch of solid bone cannot hold, or an empty one holds too much, falls to the other levels. */
function shareRest(
  wanted: readonly number[],
  regions: readonly { readonly areaCm2: number; readonly bmcG: number }[],
  densities: readonly number[],
): readonly number[] {
  const isFree = (n: number) => densities[n]! > LEAST && densities[n]! < TISSUE_MG_PER_CM3;
  let rest = 0;
  let area = 0;
  regions.forEach(({ areaCm2, bmcG }, n) => {
    if (isFree(n)) area += areaCm2;
    else rest += wanted[n]! * areaCm2 - bmcG;
  });
  return wanted.map((value, n) => (isFree(n) && area > 0 ? value + rest / area : value));
}
