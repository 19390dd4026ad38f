import type { Level } from '../../anatomy/levels.ts';
import { CONCAVITY } from '../../bone/endPlate.ts';
import { calcSectionCurve, type SectionPoint } from '../../bone/sectionCurve.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import type { VoxelBody } from '../../elements/body.ts';
import type { CurvePoint } from '../../elements/collapse.ts';
import { type Region, runCollapse, takeSnapshot } from '../../elements/outcome.ts';
import { createBodyPress } from '../../elements/pressBody.ts';
import type { RunCache } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { findPressed, type Pressed } from './pressed.ts';

/** Body of a level to be pressed. With `placeOf` it is pressed where the last act of that scenario loads the level. */
export interface PressRequest {
  readonly scenario: Scenario;
  readonly level: Level;
  readonly voxelMm: number;
  readonly placeOf?: Scenario;
}

/** What does not change while a body is pressed; lengths in mm, x anterior, y up from the lowest plane of the grid, z right. */
export interface PressedBody {
  readonly level: Level;
  /** Bricks along each axis, and their sides. */
  readonly counts: readonly [nx: number, ny: number, nz: number];
  readonly sizeMm: readonly [x: number, y: number, z: number];
  /** Whether the grid is the right half of a mirrored body. */
  readonly halved: boolean;
  readonly depthMm: number;
  readonly widthMm: number;
  /** Faces of the body at its rim, and depth of the dish of each. */
  readonly lowerMm: number;
  readonly upperMm: number;
  readonly dishMm: number;
  /** ix, iy, iz of each brick, and parts of its volume that are bone, and cement. */
  readonly places: Int32Array;
  readonly bone: Float32Array;
  readonly cement: Float32Array;
  readonly voxelMm: number;
  readonly tScore: number;
  readonly densityMgPerCm3: number;
  readonly discWear: number;
  readonly frontMm: number;
  /** Greatest load of the act, N, if there is one, and whether the body gave way in it. */
  readonly actPeakN: number | null;
  readonly actBroke: boolean;
  readonly section: { readonly strengthN: number; readonly curve: readonly SectionPoint[] };
}

/** A pressed body at one point of its curve. */
export interface PressedFrame {
  readonly point: CurvePoint;
  /** Displacement of each node of the grid, three by three, mm. */
  readonly movedMm: Float32Array;
  /** Of each brick: least principal stress, MPa, and strain (negative in compression), and part of its stiffness that is left. */
  readonly leastStressMPa: Float32Array;
  readonly leastStrain: Float32Array;
  readonly left: Float32Array;
  /** Fraction of each region's bone that has yielded. */
  readonly yielded: Readonly<Record<Region, number>>;
}

export interface PressedEnd {
  readonly strengthN: number;
  readonly stiffnessNPerMm: number;
}

/** What is told while a body is pressed, in this order: the body, its frames, and its end. */
export type PressReport =
  | { readonly kind: 'body'; readonly body: PressedBody }
  | { readonly kind: 'frame'; readonly frame: PressedFrame; readonly progress: number }
  | { readonly kind: 'end'; readonly end: PressedEnd };

/** Fraction of its height by which a body is shortened. */
export const SHORTENING = 0.25;

/** Presses a body step by step; the caller may stop after any report. */
export function* pressBody(request: PressRequest, cache: RunCache): Generator<PressReport, void> {
  const { scenario, level, voxelMm, placeOf } = request;
  const own = findPressed(scenario, level, cache);
  const { frontMm, actPeakN, actBroke } = placeOf ? findPressed(placeOf, level, cache) : own;
  const pressed = { ...own, frontMm, actPeakN, actBroke };
  const { person, index, section, state } = pressed;
  const press = createBodyPress(person.model, index, section, state, voxelMm, { frontMm, rightMm: 0 });
  yield { kind: 'body', body: describeBody(pressed, request, press.body) };
  const heightMm = section.heightMm * press.body.heightRatio;
  const work = runCollapse(press, SHORTENING);
  for (;;) {
    const step = work.next();
    if (step.done) {
      const { strengthN, stiffnessNPerMm } = step.value;
      yield { kind: 'end', end: { strengthN, stiffnessNPerMm } };
      return;
    }
    const { movedMm, leastStressMPa, leastStrain, left, yielded } = takeSnapshot(press, step.value);
    const frame = {
      point: step.value,
      movedMm: Float32Array.from(movedMm.subarray(0, press.body.bricks.grid.dof)),
      leastStressMPa: Float32Array.from(leastStressMPa),
      leastStrain: Float32Array.from(leastStrain),
      left: Float32Array.from(left),
      yielded,
    };
    yield { kind: 'frame', frame, progress: step.value.meanMm / (SHORTENING * heightMm) };
  }
}

function describeBody(
  { person, index, section, state, frontMm, actPeakN, actBroke }: Pressed,
  { scenario, level, voxelMm }: PressRequest,
  body: VoxelBody,
): PressedBody {
  const { grid, count } = body.bricks;
  const { nx, ny, nz, size, halved } = grid;
  return {
    level,
    counts: [nx, ny, nz],
    sizeMm: [size.xMm, size.yMm, size.zMm],
    halved,
    depthMm: section.depthMm,
    widthMm: section.widthMm,
    lowerMm: body.lowerMm,
    upperMm: body.upperMm,
    dishMm: CONCAVITY * section.depthMm,
    places: body.places,
    bone: Float32Array.from({ length: count }, (_, e) => body.core[e]! + body.shell[e]! + body.plate[e]!),
    cement: Float32Array.from({ length: count }, (_, e) =>
      body.core[e]! > 0 ? body.core[e]! * state.cement[body.coreLayer[e]!]! : 0,
    ),
    voxelMm,
    tScore: scenario.patient.tScore,
    densityMgPerCm3: person.condition.bone[index]!.densityMgPerCm3,
    discWear: person.condition.discWear,
    frontMm,
    actPeakN,
    actBroke,
    section: {
      strengthN: calcStrengthN(section, state, frontMm),
      curve: calcSectionCurve(section, state, frontMm, SHORTENING),
    },
  };
}
