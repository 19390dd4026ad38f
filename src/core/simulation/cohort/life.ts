import type { Level } from '../../anatomy/levels.ts';
import type { FractureShape } from '../results/records.ts';

/** A fracture in a life. */
export interface LifeFracture {
  readonly atYears: number;
  readonly level: Level;
  readonly shape: FractureShape;
  readonly actId: string;
  /** Levels broken before the event. */
  readonly priorFractures: number;
  /** Levels that broke in the same event, this one included. */
  readonly together: number;
  /** Standing, after less before the event, shared among those that broke in it: degrees, mm. */
  readonly kyphosisDeg: number;
  readonly statureLossMm: number;
  readonly anteriorHeightLossPercent: number;
}

/** What was lived through and what came of it. Plain data: it travels between threads. */
export interface Life {
  readonly ageYears: number;
  readonly heightCm: number;
  readonly massKg: number;
  readonly tScore: number;
  /**
   * Of people like her, who differ from her in the scatter of strength alone: the share that has come through the year before unbroken, and
   * the share that has and then has a first fracture within the next year, at T1 … L5. No chance in it.
   */
  readonly unbroken: number;
  readonly firstYearRisk: readonly number[];
  /** In the order they came; those of the year before counting began are not among them. */
  readonly fractures: readonly LifeFracture[];
  /** Counted years lived with 0, 1, 2 … broken levels. */
  readonly yearsWithBroken: readonly number[];
  /** Acts that crushed bone, whether or not a fracture came of it; acts run in full. */
  readonly injuries: number;
  readonly runs: number;
}
