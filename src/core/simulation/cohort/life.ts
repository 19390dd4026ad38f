import type { Level } from '../../anatomy/levels.ts';
import type { FractureShape } from '../results/records.ts';

/** Fracture in a life. */
export interface LifeFracture {
  readonly atYears: number;
  readonly level: Level;
  readonly shape: FractureShape;
  readonly actId: string;
  /** Number of levels broken before the event. */
  readonly priorFractures: number;
  /** Number of levels broken in the same event, this one included. */
  readonly together: number;
  /** Change of the standing person in the event, divided by the number of levels that broke in it: degrees, mm. */
  readonly kyphosisDeg: number;
  readonly statureLossMm: number;
  readonly anteriorHeightLossPercent: number;
}

/** Course of a life and its fractures. Plain data: it travels between threads. */
export interface Life {
  readonly ageYears: number;
  readonly heightCm: number;
  readonly massKg: number;
  readonly tScore: number;
  /**
   * Of people who differ from her only in the scatter of strength: the share without a fracture in the year before, and the share
   * that then has a first fracture within the next year, at T1 … L5. Computed without random numbers.
   */
  readonly unbroken: number;
  readonly firstYearRisk: readonly number[];
  /** Fractures in order of time, without those of the year before counting begins. */
  readonly fractures: readonly LifeFracture[];
  /** Counted years lived with 0, 1, 2 … broken levels. */
  readonly yearsWithBroken: readonly number[];
  /** Number of acts that crushed bone, with or without a fracture; number of acts run in full. */
  readonly injuries: number;
  readonly runs: number;
}
