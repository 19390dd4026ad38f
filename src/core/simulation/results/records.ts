import type { Level } from '../../anatomy/levels.ts';

export type FractureShape = 'wedge' | 'biconcave' | 'crush';

/** A collapse that meets the trials' definition (some height lost ≥ 20 % and ≥ 4 mm), or one that went further. */
export interface FractureRecord {
  readonly level: Level;
  /** Time in the event at which the section passed its peak capacity, s. */
  readonly timeS: number;
  readonly shape: FractureShape;
  /** The level was fractured before this event and lost more height in it. */
  readonly progression: boolean;
  /** Losses against the same patient's intact vertebra, %. */
  readonly anteriorHeightLossPercent: number;
  readonly middleHeightLossPercent: number;
  readonly posteriorHeightLossPercent: number;
  /** Angle between the end plates gained by deformation, + = front lower, degrees. */
  readonly wedgeDeg: number;
}

/** What one event asked of one level, and what the level could bear. */
export interface LevelLoad {
  readonly level: Level;
  /** Peak compression the act asks of the vertebral body (the neural arch's share taken off), N. */
  readonly peakCompressionN: number;
  /** Anterior shear of the body above on the one below at that instant, N; + = upper body forward. */
  readonly shearAtPeakN: number;
  /** Moment on the body's section about its centre at that instant, + = loads the front, Nm. */
  readonly flexionMomentAtPeakNm: number;
  /** Strength of the section as it entered the event, under a central load, N. */
  readonly centralStrengthN: number;
  /** The same at the eccentricity of the peak load, N. */
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
  /** Greatest of the three losses: in the bone, and as a radiograph would show it, which draws heights some 6 % too large, mm. */
  readonly greatestLossMm: number;
  readonly greatestRadiographLossMm: number;
  /** Counts as fractured: by the trials' definition, which wants 4 mm as well as 20 %, or by a radiograph before the scenario began. */
  readonly fractured: boolean;
  /** Has lost height for good that a radiograph could show, and less than a fracture does. */
  readonly damaged: boolean;
  readonly cementMl: number;
}

/** What a clinician would write down of the person standing still, measured from the deformed end plates. */
export interface Findings {
  /** Cobb angle, T4 upper to T12 lower end plate, + = kyphosis. */
  readonly kyphosisDeg: number;
  /** L1 upper to S1 end plate, + = lordosis. */
  readonly lordosisDeg: number;
  /** Drop of the top of the column against the same patient's unfractured start, mm. */
  readonly heightLossMm: number;
  /** Levels that meet the fracture definition now, known ones included. */
  readonly fractureCount: number;
  /** Levels that have given way by less. */
  readonly damageCount: number;
  readonly levels: readonly LevelFindings[];
}
