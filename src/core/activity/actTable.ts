import table from '../../../models/activities.json' with { type: 'json' };

/** A number that a scenario may set, with its range. */
export interface NumberParameter {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** A choice that a scenario may make. */
export interface ChoiceParameter {
  readonly default: string;
  readonly options: readonly string[];
}

export type ActParameter = NumberParameter | ChoiceParameter;

export const isChoice = (parameter: ActParameter): parameter is ChoiceParameter => 'options' in parameter;

/** A keyframe's value: a number, a parameter, or a parameter times a factor or by option. */
export type TrackValue =
  | number
  | string
  | {
      readonly of: string;
      readonly times?: number;
      readonly most?: number;
      readonly [option: string]: unknown;
    };

/** How a trunk's flexion is shared out. */
export interface Technique {
  readonly pelvisShare: number;
  readonly lumbarShare: number;
  readonly thoracicShare: number;
}

/** What bears the pelvis. */
export type Support = 'feet' | 'seat' | 'bed';

/** A fall of the hips that begins at a moment: from so high, or so that they meet the ground at such a speed. */
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
/** What parameters acts have, from their table. */
export type ParameterKey<N extends ActName = ActName> = KeysOf<RowsOf<N>> & string;
/** Their values in a request: a number, or an option by its name. */
export type ActParameters<N extends ActName = ActName> = {
  readonly [K in ParameterKey<N>]?: RowOf<RowsOf<N>, K> extends { default: number } ? number : string;
};

export const getActRow = (name: ActName): ActRow => table.acts[name] as unknown as ActRow;

export const getTechnique = (name: string): Technique =>
  (table.techniques as Readonly<Record<string, Technique>>)[name] ?? table.techniques.back;
