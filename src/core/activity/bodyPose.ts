import {
  type ColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  type DiscAngles,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { LANDMARKS } from './landmarks.ts';

/** Where the whole body wants to be at one moment, and what acts on it from outside. World axes, m, N. */
export interface BodyPose {
  readonly discAngles: DiscAngles;
  readonly geometry: ColumnGeometry;
  /** Points in the order of LANDMARKS. Written by trunk, arms and legs. */
  readonly landmarksM: Float64Array;
  /** Middle between the hip joints. */
  readonly hipM: Float64Array;
  /** How far the right and the left shoulder have come forward, m. */
  readonly protractedM: Float64Array;
  /** Centre of mass of the right and the left arm. */
  readonly armMassM: Float64Array;
  /** What bed or backrest press on each slice of trunk, 17 × 3, at its centre of mass. */
  readonly supportN: Float64Array;
  /** What pushes on the two hands together from outside, forward and up. */
  readonly handPushN: Float64Array;
  /** Mass of load that the hands carry, kg, and the right one's share of it. */
  loadKg: number;
  loadRight: number;
  /** The load stands where it is to be lifted from, not yet in the hands. */
  loadWaits: boolean;
  pressureKPa: number;
  /** Least activation of all trunk muscles, 0…1. */
  tense: number;
  /** 0 upright … 1 at rest, the abdominal wall without its quiet tone. */
  resting: number;
  /** 0 standing … 1 on the seat; hips that fall on it are there when they land. */
  seated: number;
  /** How far the hips are above their course because they fall, m. */
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
