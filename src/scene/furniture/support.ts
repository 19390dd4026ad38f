import { type ActName, getActRow } from '../../core/activity/actTable.ts';
import { levelIndex } from '../../core/anatomy/levels.ts';
import { LANDMARKS, type Landmark, type Trace } from '../../core/simulation/results/trace.ts';
import { BONE_COUNT } from '../bones/bones.ts';
import { liesOnSide } from '../camera/framing.ts';
import type { Ground } from '../figure/figure.ts';
import type { Prism, Rectangle } from './prisms.ts';

/** Furniture for the person in an act: what she sits, lies or steps on, or has in front of her. */
export interface Support {
  readonly prisms: readonly Prism[];
  /** Part that would hide the back from behind; empty where there is none. */
  readonly backrest: readonly Prism[];
  readonly ground: Ground;
  /** Whether it is in front of her: seen from the front it would hide her. */
  readonly before: boolean;
  /** Position at a time of the step of a stair, which moves with the foot on it, m. */
  readonly stepAt: ((timeS: number) => number) | null;
  /** Middle of the patch of floor, m. */
  readonly floorAt: number;
}

const NOTHING: Support = {
  prisms: [],
  backrest: [],
  ground: { lying: false, topM: 0, frontM: 0 },
  before: false,
  stepAt: null,
  floorAt: 0,
};
/** Height of a seat at or below which it is the floor, m. */
const FLOOR_M = 0.2;
const SEAT_THICK_M = 0.04;
const LEG_M = 0.035;
const CHAIR_HALF_WIDTH_M = 0.21;
const BED_HALF_WIDTH_M = 0.42;
const MATTRESS_M = 0.15;
/** Distance of the back's surface behind the middles of the vertebral bodies, and of the head's back behind its middle, m. */
const BACK_M = 0.08;
const HEAD_M = { supine: 0.09, side: 0.07 };
/** Rise of a foot over an act from which it has climbed, m; a fall as large means that it has stepped down. */
const CLIMBED_M = 0.05;
const OFF_M = 0.01;
const RESTS_M = 0.004;
/** Distance of the step behind the person when both feet are down, m: she stays in one place and the step moves. */
const PASSED_M = 0.55;

const T4 = levelIndex('T4');
const T12 = levelIndex('T12');

/** @param scale of the person relative to 1.65 m, for which the dimensions are given */
export function findSupport(trace: Trace, act: ActName | null, scale: number): Support {
  const { on, heightM } = trace.support;
  const at = (landmark: Landmark, axis: number, frame = 0) =>
    trace.landmarksM[(frame * LANDMARKS.length + LANDMARKS.indexOf(landmark)) * 3 + axis]!;
  if (on === 'bed') {
    const prisms = createBed(trace, heightM, scale);
    const ground = { lying: true, topM: heightM, frontM: Number.POSITIVE_INFINITY };
    return { ...NOTHING, prisms, ground, floorAt: at('hipRight', 0) };
  }
  if (on === 'seat' && heightM > FLOOR_M) {
    const frame = findLowest(trace, (n) => at('hipRight', 1, n));
    const backM = at('hipRight', 0, frame) - 0.17 * scale;
    const frontM = at('kneeRight', 0, frame) - 0.08 * scale;
    const prisms = createChair(heightM, backM, frontM, scale);
    const leans = act && getActRow(act).backrest;
    const backrest = leans ? [createBackrest(trace, frame, heightM, scale)] : [];
    return { ...NOTHING, prisms, backrest, ground: { lying: false, topM: heightM, frontM }, floorAt: -0.15 };
  }
  const last = trace.frameCount - 1;
  const rise = at('ankleRight', 1, last) - at('ankleRight', 1);
  if (rise > CLIMBED_M) {
    // before the foot is down on the step, the step is already where that will be
    let landed = last;
    while (landed > 0 && Math.abs(at('ankleRight', 1, landed - 1) - at('ankleRight', 1, last)) < RESTS_M)
      landed--;
    const stepAt = (timeS: number) =>
      at('ankleRight', 0, Math.min(last, Math.max(landed, Math.round(timeS * trace.frameRateHz))));
    return { ...NOTHING, prisms: [createStep(rise, scale)], stepAt, floorAt: 0.1 };
  }
  if (rise < -OFF_M) {
    const stepAt = (timeS: number) => {
      const frame = Math.min(last, Math.round(timeS * trace.frameRateHz));
      const left = (at('ankleRight', 1, frame) - at('ankleRight', 1, last)) / -rise;
      return -PASSED_M * (1 - Math.min(1, Math.max(0, left)));
    };
    return { ...NOTHING, prisms: [createStep(-rise, scale)], stepAt, floorAt: 0.05 };
  }
  if (act === 'make-bed' || act === 'open-window') {
    const frame = findLowest(trace, (n) => -at('handRight', 0, n));
    const hand = [at('handRight', 0, frame), at('handRight', 1, frame)] as const;
    const prisms = act === 'make-bed' ? createUnmadeBed(...hand, scale) : createWindow(...hand, scale);
    return { ...NOTHING, prisms, before: true, floorAt: 0.25 };
  }
  const floorAt = on === 'seat' ? at('hipRight', 0, last) + 0.3 : 0.05;
  return { ...NOTHING, floorAt };
}

function findLowest(trace: Trace, height: (frame: number) => number): number {
  let lowest = 0;
  for (let frame = 1; frame < trace.frameCount; frame++) if (height(frame) < height(lowest)) lowest = frame;
  return lowest;
}

/** Step centred at the ankle. */
const createStep = (topM: number, scale: number): Prism => ({
  bottomM: 0,
  topM,
  bottom: [-0.12 * scale, 0.26 * scale, -0.28 * scale, 0.28 * scale],
});

function createChair(seatM: number, backM: number, frontM: number, scale: number): Prism[] {
  const half = CHAIR_HALF_WIDTH_M * scale;
  const seat: Prism = {
    bottomM: seatM - SEAT_THICK_M,
    topM: seatM,
    bottom: [backM, frontM, -half, half],
  };
  return [seat, ...createLegs(seat)];
}

const createLegs = ({ bottomM, bottom: [x0, x1, z0, z1] }: Prism): Prism[] =>
  [x0, x1 - LEG_M].flatMap((x) =>
    [z0, z1 - LEG_M].map((z) => ({
      bottomM: 0,
      topM: bottomM,
      bottom: [x, x + LEG_M, z, z + LEG_M] as const,
    })),
  );

/** Backrest: a board along the back as it is, from the seat to the shoulder blades. */
function createBackrest({ positionsM }: Trace, frame: number, seatM: number, scale: number): Prism {
  const bone = (level: number, axis: number) => positionsM[(frame * BONE_COUNT + level) * 3 + axis]!;
  const [dx, dy] = [bone(T4, 0) - bone(T12, 0), bone(T4, 1) - bone(T12, 1)];
  const length = Math.hypot(dx, dy);
  const x0 = bone(T12, 0) - (BACK_M * scale * dy) / length;
  const y0 = bone(T12, 1) + (BACK_M * scale * dx) / length;
  const edge = (y: number): Rectangle => {
    const x = x0 + ((y - y0) * dx) / dy;
    return [x - SEAT_THICK_M * 0.6, x, -CHAIR_HALF_WIDTH_M * scale, CHAIR_HALF_WIDTH_M * scale];
  };
  const bottomM = seatM + 0.08;
  const topM = bone(T4, 1) + 0.06;
  return { bottomM, topM, bottom: edge(bottomM), top: edge(topM) };
}

/** Bed beside her, with the bedding that the hand pushes. */
function createUnmadeBed(handX: number, handY: number, scale: number): Prism[] {
  const topM = 0.53 * scale;
  const mattress: Prism = {
    bottomM: topM - MATTRESS_M,
    topM,
    bottom: [0.25 * scale, 1.15 * scale, -0.95 * scale, 0.95 * scale],
  };
  const bedding: Prism = {
    bottomM: topM,
    topM: handY - 0.03,
    bottom: [handX - 0.12, handX + 0.4, -0.6 * scale, 0.6 * scale],
    top: [handX - 0.06, handX + 0.2, -0.5 * scale, 0.5 * scale],
  };
  return [mattress, ...createLegs(mattress), bedding];
}

/** Narrow sash window over a parapet, its posts beside the column: frame, and the sash's lower rail at the hands. */
function createWindow(handX: number, handY: number, scale: number): Prism[] {
  const [x0, x1] = [handX + 0.02, handX + 0.08];
  const half = 0.26 * scale;
  const bar = 0.035 * scale;
  const sillM = 0.85 * scale;
  const topM = 1.9 * scale;
  const across = (bottomM: number, height: number, deepM = 0): Prism => ({
    bottomM,
    topM: bottomM + height,
    bottom: [x0 - deepM, x1, -half, half],
  });
  const post = (z: number): Prism => ({ bottomM: sillM, topM, bottom: [x0, x1, z, z + bar] });
  return [
    { bottomM: 0, topM: sillM - bar, bottom: [x0 + 0.02, x1, -half, half] },
    across(sillM - bar, bar, 0.04),
    post(-half),
    post(half - bar),
    across(topM - bar, bar),
    across(handY + 0.03, bar),
  ];
}

function createBed(trace: Trace, topM: number, scale: number): Prism[] {
  const at = (landmark: Landmark, axis: number) => trace.landmarksM[LANDMARKS.indexOf(landmark) * 3 + axis]!;
  const headX = at('head', 0);
  const mattress: Prism = {
    bottomM: topM - MATTRESS_M,
    topM,
    bottom: [headX - 0.24 * scale, at('toeRight', 0) + 0.12, -BED_HALF_WIDTH_M, BED_HALF_WIDTH_M],
  };
  const prisms = [mattress, ...createLegs(mattress)];
  const under = at('head', 1) - (liesOnSide(trace) ? HEAD_M.side : HEAD_M.supine) * scale;
  if (under > topM + 0.01) {
    const pillow: Rectangle = [headX - 0.16, headX + 0.13, -0.26, 0.26];
    const narrowed: Rectangle = [headX - 0.11, headX + 0.08, -0.22, 0.22];
    prisms.push({ bottomM: topM, topM: under, bottom: pillow, top: narrowed });
  }
  return prisms;
}
