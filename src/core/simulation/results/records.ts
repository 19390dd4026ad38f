import type { Level } from '../../anatomy/levels.ts';

export type FractureShape = 'wedge' | 'biconcave' | 'crush';

/** Collapse that meets the trials' definition (some height lost ≥ 20 % and ≥ 4 mm), or the progression of an earlier one. */
export interface FractureRecord {
  readonly level: Level;
  /** Time in the event at which the section passed its peak capacity, s. */
  readonly timeS: number;
  readonly shape: FractureShape;
  /** Whether the level was fractured before this event and lost more height in it. */
  readonly progression: boolean;
  /** Losses relative to the same patient's intact vertebra, %. */
  readonly anteriorHeightLossPercent: number;
  readonly middleHeightLossPercent: number;
  readonly posteriorHeightLossPercent: number;
  /** Angle between the end plates gained by deformation, + = front lower, degrees. */
  readonly wedgeDeg: number;
}

/** Load of one level in one event, and its strength. */
export interface LevelLoad {
  readonly level: Level;
  /** Peak compression of the vertebral body in the act, without the neural arch's share, N. */
  readonly peakCompressionN: number;
  /** Anterior shear of the body above on the one below at that instant, N; + = upper body forward. */
  readonly shearAtPeakN: number;
  /** Moment on the body's section about its centre at that instant, + = loads the front, Nm. */
  readonly flexionMomentAtPeakNm: number;
  /** Strength of the section at the start of the event, under a central load, N. */
  readonly centralStrengthN: number;
  /** Strength at the eccentricity of the peak load, N. */
  readonly strengthN: number;
  /** peakCompressionN / strengthN. */
  readonly loadOverStrength: number;
}

export interface LevelFindings {
  readonly level: Level;
  readonly anteriorHeightMm: number;
  readonly middleHeightMm: number;
  readonly posteriorHeightMm: number;
  readonly anteriorHeightLossPercent: number;
  readonly middleHeightLossPercent: number;
  readonly posteriorHeightLossPercent: number;
  /** Genant's semiquantitative grade, from the greatest loss: 0 below 20 %, 1 to 25, 2 to 40, 3 above. */
  readonly genantGrade: 0 | 1 | 2 | 3;
  /** Greatest of the three losses, mm: in the bone, and on a radiograph, which magnifies heights by some 6 %. */
  readonly greatestLossMm: number;
  readonly greatestRadiographLossMm: number;
  /** Whether it counts as fractured: by the trials' definition (4 mm as well as 20 %), or as a known fracture at the start. */
  readonly fractured: boolean;
  /** Whether it has permanently lost height that a radiograph could show, but less than a fracture does. */
  readonly damaged: boolean;
  readonly cementMl: number;
}

/** Findings of the person standing still, as a clinician would record them, measured from the deformed end plates. */
export interface Findings {
  /** Cobb angle, T4 upper to T12 lower end plate, + = kyphosis. */
  readonly kyphosisDeg: number;
  /** Lordosis, L1 upper to S1 end plate, + = lordosis. */
  readonly lordosisDeg: number;
  /** Loss of the column's height against the same patient's start without fractures, mm. */
  readonly heightLossMm: number;
  /** Number of levels that meet the fracture definition now, known fractures included. */
  readonly fractureCount: number;
  /** Number of levels that are damaged by less. */
  readonly damageCount: number;
  readonly levels: readonly LevelFindings[];
}
