import {
  ClampToEdgeWrapping,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  RGBAFormat,
  Vector3,
} from 'three';
import { calcBoneScale } from '../../core/anatomy/boneScale.ts';
import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import {
  LANDMARKS,
  SECTION_LAYERS,
  SECTION_RASTER,
  type SectionSnapshot,
  type Trace,
} from '../../core/simulation/results/trace.ts';
import type { Patient } from '../../core/simulation/scenario.ts';
import { getFindings } from '../../runtime/session/moment.ts';
import { writeCementCloud } from '../cutaway/cementCloud.ts';
import { BONE_COUNT, writeBoneSizes } from './bones.ts';
import { writeCrumple } from './crumple.ts';

const CELLS = SECTION_RASTER * SECTION_RASTER;

/** Pose of everything at one time of a trace, in the form that shaders and the figure read. World frame, metres. */
export interface Pose {
  /** Per bone: position. */
  readonly bonePosition: Float32Array;
  /** Per bone: quaternion. */
  readonly boneOrientation: Float32Array;
  readonly boneSize: Float32Array;
  readonly boneRim: Float32Array;
  /** Per bone: ellipsoid of cement in the body's frame; centre height (m), half depth, half height, half width. */
  readonly boneCement: Float32Array;
  readonly boneScale: Vector3;
  /** Half-float raster, 16 × (16 · 17): height lost by the lower, middle and upper layer, mm, and fraction of cement. */
  readonly sectionMap: DataTexture;
  /** Nucleus pressure of each disc, MPa. */
  readonly discPressure: Float32Array;
  readonly landmarks: Float32Array;
  /** Sets the trace to show. */
  setTrace(trace: Trace, patient: Patient): void;
  setTime(timeS: number): void;
  /** Shows a level's cement when only a fraction of this event's volume has gone in. */
  setFilled(level: number, fraction: number): void;
  /** Shows a balloon where this event's cement will be, inflated to a fraction of its volume. */
  setBalloon(level: number, fraction: number): void;
  /** Cavity of the balloon: centre's height, half depth, half height, half width, m. */
  readonly cavity: Float32Array;
}

export function createPose(): Pose {
  const texels = new Uint16Array(CELLS * LEVEL_COUNT * 4);
  const sectionMap = new DataTexture(
    texels,
    SECTION_RASTER,
    SECTION_RASTER * LEVEL_COUNT,
    RGBAFormat,
    HalfFloatType,
  );
  sectionMap.magFilter = LinearFilter;
  sectionMap.minFilter = LinearFilter;
  sectionMap.wrapS = ClampToEdgeWrapping;
  sectionMap.wrapT = ClampToEdgeWrapping;
  const bonePosition = new Float32Array(BONE_COUNT * 4);
  const boneOrientation = new Float32Array(BONE_COUNT * 4);
  const boneSize = new Float32Array(BONE_COUNT * 4);
  const boneRim = new Float32Array(BONE_COUNT * 4);
  const boneCement = new Float32Array(BONE_COUNT * 4);
  const crumpleMm = new Float32Array(SECTION_LAYERS * CELLS);
  const cavity = new Float32Array(4);
  let cavityLevel = -1;
  const wholeCement = new Float32Array(BONE_COUNT * 4);
  const discPressure = new Float32Array(LEVEL_COUNT);
  const landmarks = new Float32Array(LANDMARKS.length * 3);
  const boneScale = new Vector3(1, 1, 1);
  let trace: Trace | null = null;
  let sections: SectionSnapshot[][] = [];
  const current: (SectionSnapshot | null)[] = new Array(LEVEL_COUNT).fill(null);

  const showSections = (timeS: number) => {
    for (let level = 0; level < LEVEL_COUNT; level++) {
      const list = sections[level]!;
      let at = list.length - 1;
      while (at > 0 && list[at]!.timeS > timeS) at--;
      const snapshot = list[at];
      if (!snapshot || snapshot === current[level]) continue;
      current[level] = snapshot;
      writeCrumple(snapshot, 1000 * boneSize[level * 4]!, 1000 * boneSize[level * 4 + 2]!, crumpleMm);
      writeSection(snapshot, crumpleMm, texels, level);
      const { cementMl } = getFindings(trace!, timeS).levels[level]!;
      const [from, to] = [level * 4, level * 4 + 4];
      writeCementCloud(snapshot, cementMl, boneSize.subarray(from, to), wholeCement.subarray(from, to));
      boneCement.set(wholeCement.subarray(from, to), from);
      sectionMap.needsUpdate = true;
    }
  };

  const fill = (level: number, from: Float32Array, at: number, fraction: number) => {
    // the same shape at a fraction of its volume
    const shrunk = Math.cbrt(Math.max(1e-3, fraction));
    boneCement[level * 4] = from[at]!;
    for (let axis = 1; axis < 4; axis++) boneCement[level * 4 + axis] = shrunk * from[at + axis]!;
  };

  const findCavity = (level: number) => {
    if (cavityLevel === level || !trace) return;
    cavityLevel = level;
    const { cementMl } = trace.findings.at(-1)!.findings.levels[level]!;
    writeCementCloud(sections[level]!.at(-1)!, cementMl, boneSize.subarray(level * 4, level * 4 + 4), cavity);
  };

  return {
    cavity,
    bonePosition,
    boneOrientation,
    boneSize,
    boneRim,
    boneCement,
    boneScale,
    sectionMap,
    discPressure,
    landmarks,
    setTrace(next, patient) {
      trace = next;
      sections = Array.from({ length: LEVEL_COUNT }, () => []);
      for (const snapshot of next.sections) sections[levelIndex(snapshot.level)]!.push(snapshot);
      current.fill(null);
      cavityLevel = -1;
      writeBoneSizes(patient, boneSize, boneRim);
      const { x, y, z } = calcBoneScale(patient.sex, patient.heightCm);
      boneScale.set(x, y, z);
    },
    setTime(timeS) {
      if (!trace) return;
      const frame = Math.min(trace.frameCount - 1, Math.max(0, timeS * trace.frameRateHz));
      const first = Math.min(trace.frameCount - 1, Math.floor(frame));
      const second = Math.min(trace.frameCount - 1, first + 1);
      const t = frame - first;
      mix(trace.positionsM, first, second, t, bonePlaces);
      for (let bone = 0; bone < BONE_COUNT; bone++)
        for (let i = 0; i < 3; i++) bonePosition[bone * 4 + i] = bonePlaces[bone * 3 + i]!;
      mixOrientations(trace.orientations, first, second, t, boneOrientation);
      mix(trace.discPressureMPa, first, second, t, discPressure);
      mix(trace.landmarksM, first, second, t, landmarks);
      showSections(timeS);
    },
    setFilled(level, fraction) {
      fill(level, wholeCement, level * 4, fraction);
    },
    setBalloon(level, fraction) {
      findCavity(level);
      fill(level, cavity, 0, fraction);
    },
  };
}

// scratch, so that a frame allocates nothing
const bonePlaces = new Float32Array(BONE_COUNT * 3);

/** Interpolates between two frames. @param values frame × `out.length` */
function mix(values: Float32Array, first: number, second: number, t: number, out: Float32Array): void {
  const a = first * out.length;
  const b = second * out.length;
  for (let i = 0; i < out.length; i++) out[i] = values[a + i]! + (values[b + i]! - values[a + i]!) * t;
}

/** Normalised linear interpolation: between two frames of 1/60 s it differs from a slerp by less than a thousandth of a degree. */
function mixOrientations(
  orientations: Float32Array,
  first: number,
  second: number,
  t: number,
  out: Float32Array,
): void {
  for (let to = 0; to < 4 * BONE_COUNT; to += 4) {
    const a = first * 4 * BONE_COUNT + to;
    const b = second * 4 * BONE_COUNT + to;
    let dot = 0;
    for (let i = 0; i < 4; i++) dot += orientations[a + i]! * orientations[b + i]!;
    const toward = dot < 0 ? -t : t;
    let norm = 0;
    for (let i = 0; i < 4; i++) {
      const part = orientations[a + i]! * (1 - t) + orientations[b + i]! * toward;
      out[to + i] = part;
      norm += part * part;
    }
    norm = Math.sqrt(norm) || 1;
    for (let i = 0; i < 4; i++) out[to + i]! /= norm;
  }
}

function writeSection(
  { cement }: SectionSnapshot,
  crumpleMm: Float32Array,
  texels: Uint16Array,
  level: number,
): void {
  for (let cell = 0; cell < CELLS; cell++) {
    const at = (level * CELLS + cell) * 4;
    let filled = 0;
    for (let layer = 0; layer < SECTION_LAYERS; layer++) {
      texels[at + layer] = DataUtils.toHalfFloat(crumpleMm[layer * CELLS + cell]!);
      filled += cement[layer * CELLS + cell]! / SECTION_LAYERS;
    }
    texels[at + 3] = DataUtils.toHalfFloat(filled);
  }
}
