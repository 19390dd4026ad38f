import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import { RASTER } from '../../bone/section.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import { measureFindings } from '../../simulation/results/findings.ts';
import { calcBodyHeights, isDamaged, isFractured } from '../../simulation/results/heights.ts';
import { calcPain } from '../../simulation/results/pain.ts';
import { AT, calcBasisPerMm } from '../matter/basis.ts';
import { type Body, getLostMm } from '../phantom/body.ts';
import type { Phantom } from '../phantom/phantom.ts';
import { cutAxial, cutSagittal, readCore, type SliceImage } from './slice.ts';

/** CT number of each of the basis. */
export function calcBasisHU(): Float64Array {
  const perMm = calcBasisPerMm(imaging.ctKeV);
  const water = perMm[AT.csf]!;
  const hu = perMm.map((mu) => (1000 * (mu - water)) / water);
  hu[AT.gas] = imaging.ct.airHU;
  return hu;
}

/** Rounds a slice, in place, to whole numbers within the scale of a scanner's store. */
function store(image: SliceImage): SliceImage {
  const { leastHU, mostHU } = imaging.ct;
  const { values } = image;
  for (let at = 0; at < values.length; at++)
    values[at] = Math.round(Math.min(mostHU, Math.max(leastHU, values[at]!)));
  return image;
}

const { sagittalMm, thicknessMm } = imaging.ct;

/** Sagittal slice, so far to her right of the middle. */
export const takeSagittalCt = (phantom: Phantom, rightMm = 0): SliceImage =>
  store(cutSagittal(phantom, sagittalMm, thicknessMm, calcBasisHU(), rightMm));

/** Slice through a body, so far above its middle. */
export const takeAxialCt = (phantom: Phantom, level: Level, aboveMm = 0): SliceImage =>
  store(cutAxial(phantom, levelIndex(level), sagittalMm, thicknessMm, calcBasisHU(), aboveMm));

/** OF 1–4 after AO Spine and DGOU; 5, a torn band in front or behind, is not simulated. */
export type OfType = 1 | 2 | 3 | 4;

/** Depression from which an end plate counts as deformed, mm, and loss from which a column of the back wall does (our assumptions). */
const PLATE_MM = 2;
const WALL_SHARE = 0.1;
/** Share of the back wall that counts as involved. */
const WALL_INVOLVED = 1 / 5;

/** Greatest depression of the end plate next to a layer: that layer's crush, and half of what the middle lost. */
function calcDepressionMm(body: Body, layer: 0 | 2): number {
  let most = 0;
  for (let cell = 0; cell < RASTER * RASTER; cell++)
    if (isInside(cell)) most = Math.max(most, getLostMm(body, layer, cell) + getLostMm(body, 1, cell) / 2);
  return most;
}

const placeOf = (cell: number): readonly [number, number] => [
  (((cell % RASTER) + 0.5) / RASTER) * 2 - 1,
  ((Math.floor(cell / RASTER) + 0.5) / RASTER) * 2 - 1,
];

function isInside(cell: number): boolean {
  const [x, z] = placeOf(cell);
  return x * x + z * z <= 1;
}

/** Share of the back wall's columns that have lost a tenth of their height or more. */
export function calcWallShare(body: Body): number {
  let lost = 0;
  let count = 0;
  for (let cell = 0; cell < RASTER * RASTER; cell++) {
    const [x, z] = placeOf(cell);
    const r = Math.sqrt(x * x + z * z);
    if (r > 1 || r < 0.8 || x > -0.5) continue;
    count++;
    const loss = getLostMm(body, 0, cell) + getLostMm(body, 1, cell) + getLostMm(body, 2, cell);
    if (loss >= WALL_SHARE * body.heightMm) lost++;
  }
  return lost / count;
}

/** The tree of the pocket card, from the bone; null where there is neither deformity nor oedema. */
export function classifyOf(body: Body, oedemaShare: number, hurt: boolean): OfType | null {
  const upper = calcDepressionMm(body, 2) >= PLATE_MM;
  const lower = calcDepressionMm(body, 0) >= PLATE_MM;
  if (upper && lower) return 4;
  if (upper || lower) return calcWallShare(body) > WALL_INVOLVED ? 3 : 2;
  return hurt && oedemaShare > 0 ? 1 : null;
}

export interface OfScore {
  readonly points: number;
  readonly level: Level;
  /** What each question gives; null: nothing of this person is known to answer it, which counts 0. */
  readonly parts: Readonly<
    Record<'type' | 'bone' | 'progress' | 'pain' | 'neurology' | 'mobilised' | 'health', number | null>
  >;
}

const SEVERE_T = -3;
const SEVERE_HU = 90;
const STRONG_PAIN = 5;

export interface CtReading {
  readonly levels: Readonly<Record<string, { readonly trabecularHU: number; readonly of: OfType | null }>>;
  readonly ofScore: OfScore | null;
}

/** HU of the cores as the slice shows them, and what the bone says of the kind of fracture. */
export function readCt(phantom: Phantom, image: SliceImage, person: Person, state: SpineState): CtReading {
  const levels = Object.fromEntries(
    LEVELS.map((level, i) => {
      const heights = calcBodyHeights(person, state, i);
      const hurt = isFractured(state, i, heights) || isDamaged(heights);
      return [
        level,
        {
          trabecularHU: readCore(phantom, image, i),
          of: classifyOf(phantom.bodies[i]!, phantom.oedema[i]!, hurt),
        },
      ];
    }),
  );
  return { levels, ofScore: scoreOf(levels, person, state) };
}

/** The score of the worst level. */
function scoreOf(levels: CtReading['levels'], person: Person, state: SpineState): OfScore | null {
  let level: Level | null = null;
  for (const name of LEVELS) if ((levels[name]!.of ?? 0) > (level ? levels[level]!.of! : 0)) level = name;
  if (!level) return null;
  const severe = person.condition.tScore < SEVERE_T || levels.L1!.trabecularHU <= SEVERE_HU;
  const hasFresh = state.healing.some((healing) => healing !== null);
  const pain = hasFresh ? calcPain(person, state, measureFindings(person, state)).byPosture.standing : null;
  const parts = {
    type: 2 * levels[level]!.of!,
    bone: severe ? 1 : 0,
    progress: null,
    pain: pain === null ? null : pain >= STRONG_PAIN ? 1 : -1,
    neurology: null,
    mobilised: null,
    health: null,
  };
  return { points: parts.type + parts.bone + (parts.pain ?? 0), level, parts };
}
