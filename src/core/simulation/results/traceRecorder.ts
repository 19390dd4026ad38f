import type { BodyPose } from '../../activity/bodyPose.ts';
import { LANDMARKS, LOAD } from '../../activity/landmarks.ts';
import { LEVEL_COUNT, LEVELS, levelIndex } from '../../anatomy/levels.ts';
import { LAYERS, RASTER } from '../../bone/section.ts';
import { type Column, getBonePoses } from '../../column/column.ts';
import { millimetres } from '../../quantity/units.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { FRAME_RATE_HZ } from '../timing.ts';
import type { Findings, FractureRecord } from './records.ts';
import type { Collapse, SectionSnapshot, Trace } from './trace.ts';

/** Recorder of a trace, frame after frame, while an event is computed. */
export interface TraceRecorder {
  readonly frames: {
    positionsM: Float32Array;
    orientations: Float32Array;
    landmarksM: Float32Array;
    compressionN: Float32Array;
    muscleForceN: Float32Array;
    discPressureMPa: Float32Array;
  };
  frameCount: number;
  readonly forceCount: number;
  readonly sections: SectionSnapshot[];
  readonly findings: { timeS: number; findings: Findings }[];
}

/** @param forceCount number of fascicles of both sides */
export function createTraceRecorder(longestS: number, forceCount: number): TraceRecorder {
  const frames = Math.ceil(longestS * FRAME_RATE_HZ) + 2;
  return {
    frames: {
      positionsM: new Float32Array(frames * (LEVEL_COUNT + 1) * 3),
      orientations: new Float32Array(frames * (LEVEL_COUNT + 1) * 4),
      landmarksM: new Float32Array(frames * LANDMARKS.length * 3),
      compressionN: new Float32Array(frames * LEVEL_COUNT),
      muscleForceN: new Float32Array(frames * forceCount),
      discPressureMPa: new Float32Array(frames * LEVEL_COUNT),
    },
    frameCount: 0,
    forceCount,
    sections: [],
    findings: [],
  };
}

/** Time of the newest frame, s. */
export const lastFrameS = (recorder: TraceRecorder): number => (recorder.frameCount - 1) / FRAME_RATE_HZ;

/** Loads of one frame, beside its pose: per level or disc, N and MPa. */
export interface FrameLoads {
  readonly compressionN: Float64Array;
  readonly muscleN: Float64Array;
  readonly pressureMPa: Float64Array;
}

export function recordFrame(
  recorder: TraceRecorder,
  column: Column,
  pose: BodyPose,
  loads: FrameLoads,
): void {
  const { frames, frameCount } = recorder;
  getBonePoses(column, frames.positionsM, frames.orientations, frameCount);
  recordLandmarks(frames.landmarksM, frameCount, pose);
  frames.compressionN.set(loads.compressionN, frameCount * LEVEL_COUNT);
  frames.muscleForceN.set(loads.muscleN, frameCount * recorder.forceCount);
  frames.discPressureMPa.set(loads.pressureMPa, frameCount * LEVEL_COUNT);
  recorder.frameCount++;
}

function recordLandmarks(out: Float32Array, frame: number, pose: BodyPose): void {
  const from = frame * LANDMARKS.length * 3;
  out.set(pose.landmarksM, from);
  if (pose.loadKg === 0 && !pose.loadWaits) out.fill(Number.NaN, from + LOAD, from + LOAD + 3);
}

/** Records a level's section as it is from now on. */
export function recordSection(
  recorder: TraceRecorder,
  person: Person,
  state: SpineState,
  i: number,
  timeS: number,
): void {
  recorder.sections.push(takeSection(person, state, i, timeS));
}

/** Snapshot of a level's section at a time. */
export function takeSection(person: Person, state: SpineState, i: number, timeS: number): SectionSnapshot {
  const section = person.sections[i]!;
  const { crushMm, cement, plateDeflectionMm } = state.sections[i]!;
  return {
    timeS,
    level: LEVELS[i]!,
    crushMm: rasterise(section.cell, section.count, crushMm),
    cement: rasterise(section.cell, section.count, cement),
    shorteningMm: millimetres(state.shorteningM[i]!),
    wedgeRad: state.wedgeRad[i]!,
    lateralWedgeRad: state.lateralWedgeRad[i]!,
    plateDeflectionMm,
  };
}

/** Distributes the trabecular columns' values over the raster; cells outside the end plate take the nearest column's. */
function rasterise(cells: Uint16Array, count: number, values: Float64Array): Float32Array {
  const size = RASTER * RASTER;
  const nearest = getNearestColumns(cells);
  const out = new Float32Array(LAYERS * size);
  for (let k = 0; k < LAYERS; k++)
    for (let cell = 0; cell < size; cell++) out[k * size + cell] = values[k * count + nearest[cell]!]!;
  return out;
}

const nearestByCells = new WeakMap<Uint16Array, Uint16Array>();

function getNearestColumns(cells: Uint16Array): Uint16Array {
  const known = nearestByCells.get(cells);
  if (known) return known;
  const nearest = new Uint16Array(RASTER * RASTER);
  for (let cell = 0; cell < nearest.length; cell++) {
    let best = Number.POSITIVE_INFINITY;
    cells.forEach((other, j) => {
      const dx = (cell % RASTER) - (other % RASTER);
      const dz = Math.floor(cell / RASTER) - Math.floor(other / RASTER);
      const distance = dx * dx + dz * dz;
      if (distance < best) {
        best = distance;
        nearest[cell] = j;
      }
    });
  }
  nearestByCells.set(cells, nearest);
  return nearest;
}

/** Cuts the arrays to length and completes the trace. */
export function finishTrace(
  recorder: TraceRecorder,
  eventIndex: number,
  support: Trace['support'],
  strengthN: Float64Array,
  fractures: readonly FractureRecord[],
): Trace {
  const { frames, frameCount } = recorder;
  const collapses = fractures.map(({ level }) => findCollapse(recorder.findings, levelIndex(level)));
  const compressionN = frames.compressionN.slice(0, frameCount * LEVEL_COUNT);
  return {
    eventIndex,
    durationS: (frameCount - 1) / FRAME_RATE_HZ,
    frameRateHz: FRAME_RATE_HZ,
    frameCount,
    positionsM: frames.positionsM.slice(0, frameCount * (LEVEL_COUNT + 1) * 3),
    orientations: frames.orientations.slice(0, frameCount * (LEVEL_COUNT + 1) * 4),
    landmarksM: frames.landmarksM.slice(0, frameCount * LANDMARKS.length * 3),
    compressionN,
    loadOverStrength: compressionN.map((load, at) => load / strengthN[at % LEVEL_COUNT]!),
    muscleForceN: frames.muscleForceN.slice(0, frameCount * recorder.forceCount),
    support,
    discPressureMPa: frames.discPressureMPa.slice(0, frameCount * LEVEL_COUNT),
    sections: recorder.sections,
    findings: recorder.findings,
    fractures,
    collapses,
    slowMotionS: findSlowMotion(collapses),
  };
}

/** Fractions of a body's loss in an event at which its collapse begins and ends, for playback. */
const BEGUN = 0.1;
const DONE = 0.95;

/** Collapse of a level, by the height that loses most. */
function findCollapse(findings: Trace['findings'], i: number): Collapse {
  const lossesOf = (n: number): readonly number[] => {
    const row = findings[n]!.findings.levels[i]!;
    return [row.anteriorHeightLossPercent, row.middleHeightLossPercent, row.posteriorHeightLossPercent];
  };
  const before = lossesOf(0);
  const gains = lossesOf(findings.length - 1).map((loss, height) => loss - before[height]!);
  const most = gains.indexOf(Math.max(...gains));
  const findTimeS = (fraction: number): number =>
    findings.find((_, n) => lossesOf(n)[most]! - before[most]! >= fraction * gains[most]!)!.timeS;
  return { fromS: findTimeS(BEGUN), toS: findTimeS(DONE) };
}

/** Time before and after a collapse in which playback is slow, s. */
const SLOW_BEFORE_S = 0.06;
const SLOW_AFTER_S = 0.06;

/** Interval from before the first collapse to its end, including those that begin meanwhile. */
function findSlowMotion(collapses: readonly Collapse[]): Trace['slowMotionS'] {
  if (collapses.length === 0) return null;
  const inOrder = [...collapses].sort((a, b) => a.fromS - b.fromS);
  const { fromS } = inOrder[0]!;
  let { toS } = inOrder[0]!;
  for (const next of inOrder) if (next.fromS <= toS) toS = Math.max(toS, next.toS);
  return { fromS: Math.max(0, fromS - SLOW_BEFORE_S), toS: toS + SLOW_AFTER_S };
}
