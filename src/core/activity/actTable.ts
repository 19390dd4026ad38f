import table from '../../../models/activities.json' with { type: 'json' };

/** Numerical parameter that a scenario may set, with its range. */
export interface NumberParameter {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** Parameter with named options, of which a scenario may choose one. */
export interface ChoiceParameter {
  readonly default: string;
  readonly options: readonly string[];
}

export type ActParameter = NumberParameter | ChoiceParameter;

export const isChoice = (parameter: ActParameter): parameter is ChoiceParameter => 'options' in parameter;

/** Value at a keyframe: a number, a parameter, or a parameter times a factor or by option. */
export type TrackValue =
  | number
  | string
  | {
      readonly of: string;
      readonly times?: number;
      readonly most?: number;
      readonly [option: string]: unknown;
    };

/** Shares of the trunk's flexion taken by pelvis, lumbar and thoracic spine. */
export interface Technique {
  readonly pelvisShare: number;
  readonly lumbarShare: number;
  readonly thoracicShare: number;
}

/** What supports the pelvis. */
export type Support = 'feet' | 'seat' | 'bed';

/** Start of a fall of the hips: a parameter gives the height of the drop or the speed at contact. */
export interface ImpactRow {
  readonly on: 'seat' | 'ground' | 'feet';
  readonly fromS: number;
  /** Parameter that gives the speed at contact, m/s, or the drop, cm. */
  readonly speed?: string;
  readonly drop?: string;
}

/** One row of models/activities.json. */
export interface ActRow {
  readonly source: string;
  readonly support: Support;
  readonly backrest?: boolean;
  readonly handsLow?: boolean;
  readonly leans?: boolean;
  readonly stairs?: boolean;
  readonly seatHeightM?: number;
  readonly durationS: number;
  readonly technique?: string;
  readonly impact?: ImpactRow;
  readonly parameters: Readonly<Record<string, ActParameter>>;
  readonly tracks: Readonly<Record<string, readonly (readonly [number, TrackValue])[]>>;
}

type Acts = typeof table.acts;
export const ACT_NAMES = Object.keys(table.acts) as readonly ActName[];
export type ActName = keyof Acts;

type RowsOf<N extends ActName> = N extends ActName ? Acts[N]['parameters'] : never;
type KeysOf<R> = R extends unknown ? keyof R : never;
type RowOf<R, K> = R extends unknown ? (K extends keyof R ? R[K] : never) : never;
/** Parameters that acts have, from their table. */
export type ParameterKey<N extends ActName = ActName> = KeysOf<RowsOf<N>> & string;
/** Values of the parameters in a request: a number, or the name of an option. */
export type ActParameters<N extends ActName = ActName> = {
  readonly [K in ParameterKey<N>]?: RowOf<RowsOf<N>, K> extends { default: number } ? number : string;
};

export const getActRow = (name: ActName): ActRow => table.acts[name] as unknown as ActRow;

export const getTechnique = (name: string): Technique =>
  (table.techniques as Readonly<Record<string, Technique>>)[name] ?? table.techniques.back;
