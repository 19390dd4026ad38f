import {
  type ColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  type DiscAngles,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { LANDMARKS } from './landmarks.ts';

/** Pose of the whole body at one time, and the external forces on it. World axes, m, N. */
export interface BodyPose {
  readonly discAngles: DiscAngles;
  readonly geometry: ColumnGeometry;
  /** Positions of the points in LANDMARKS, three numbers each; written by trunk, arms and legs. */
  readonly landmarksM: Float64Array;
  /** Midpoint between the hip joints. */
  readonly hipM: Float64Array;
  /** Protraction of the right and the left shoulder, m. */
  readonly protractedM: Float64Array;
  /** Centre of mass of the right and the left arm. */
  readonly armMassM: Float64Array;
  /** Force of bed or backrest on each slice of trunk at its centre of mass, 17 × 3, N. */
  readonly supportN: Float64Array;
  /** External force on the two hands together, forward and up, N. */
  readonly handPushN: Float64Array;
  /** Load that the hands carry, kg, and the right hand's share of it. */
  loadKg: number;
  loadRight: number;
  /** Whether the load still stands where it is to be lifted from. */
  loadWaits: boolean;
  pressureKPa: number;
  /** Least activation of all trunk muscles, 0 … 1. */
  tense: number;
  /** 0 upright … 1 at rest, where the abdominal wall has no quiet tone. */
  resting: number;
  /** 0 standing … 1 on the seat; hips that fall on the seat reach 1 when they land. */
  seated: number;
  /** Height of falling hips above their course, m. */
  fallM: number;
}

export const createBodyPose = (): BodyPose => ({
  discAngles: createDiscAngles(),
  geometry: createColumnGeometry(),
  landmarksM: new Float64Array(3 * LANDMARKS.length),
  hipM: new Float64Array(3),
  protractedM: new Float64Array(2),
  armMassM: new Float64Array(6),
  supportN: new Float64Array(3 * LEVEL_COUNT),
  handPushN: new Float64Array(2),
  loadKg: 0,
  loadRight: 0.5,
  loadWaits: false,
  pressureKPa: 0,
  tense: 0,
  resting: 0,
  seated: 0,
  fallM: 0,
});
