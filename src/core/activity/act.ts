import table from '../../../models/activities.json' with { type: 'json' };
import { minimumJerk } from '../math/scalar.ts';
import {
  type ActName,
  type ActParameters,
  getActRow,
  getTechnique,
  type ImpactRow,
  type ParameterKey,
  type Support,
  type Technique,
  type TrackValue,
} from './actTable.ts';
import { CHANNELS, type Channel, calcGreatest, calcRest, calcTrack, type Track } from './channels.ts';

/** Top of a mattress, m. */
export const BED_HEIGHT_M = table.bedHeightMm / 1000;

/** Request for an everyday act: the parameters that the scenario sets; the others take their defaults. */
export type ActRequest = ActParameters & { readonly name: ActName };

/** Value of a parameter in the request; undefined where it takes its default. */
export const getParameter = (request: ActRequest, key: string): number | string | undefined =>
  request[key as ParameterKey];

/** Impact of falling hips: time, s, and speed at contact, m/s, or the drop if that is given instead. */
export interface Impact {
  readonly on: ImpactRow['on'];
  readonly fromS: number;
  readonly speedMPerS: number | null;
  readonly dropM: number | null;
  readonly stiffnessNPerM: number;
  readonly dampingNsPerM: number;
}

/** Course of an act: tracks of channels over time, all smooth to their second derivative. */
export interface Act {
  readonly name: ActName;
  readonly durationS: number;
  readonly technique: Technique;
  readonly support: Support;
  readonly backrest: boolean;
  /** Whether the hands reach down to handles before they carry. */
  readonly handsLow: boolean;
  /** Whether feet and hips rise by the height of a stair. */
  readonly stairs: boolean;
  /** Whether the trunk inclines as far as the arms need to reach; its flexion is a fraction of the inclination. */
  readonly leans: boolean;
  readonly seatHeightM: number;
  readonly impact: Impact | null;
  readonly tracks: Readonly<Partial<Record<Channel, Track>>>;
  /** Whether left and right do the same. */
  readonly symmetric: boolean;
  /** Time at which pain broke the act off, s; infinite if never. */
  readonly brokenOffS: number;
  /** Time in which the trunk then comes up, s. */
  readonly returnS: number;
}

/** Channels that make left and right differ. */
const ONE_SIDED = [
  'lateralDeg',
  'twistDeg',
  'rollDeg',
  'rightFootForwardM',
  'rightFootUpM',
  'leftFootForwardM',
  'leftFootUpM',
] as const;

export function createAct(request: ActRequest): Act {
  const row = getActRow(request.name);
  const parameters: Record<string, number | string> = {};
  for (const [key, { default: value }] of Object.entries(row.parameters))
    parameters[key] = getParameter(request, key) ?? value;
  const pace = 'speed' in row.parameters ? (parameters.speed as number) : 1;
  const tracks: Partial<Record<Channel, Track>> = {};
  for (const channel of CHANNELS) {
    const keyframes = row.tracks[channel];
    if (keyframes)
      tracks[channel] = Float64Array.from(
        keyframes.flatMap(([timeS, value]) => [timeS / pace, resolve(value, parameters)]),
      );
  }
  const technique = parameters.technique ?? row.technique ?? 'back';
  return {
    name: request.name,
    durationS: row.durationS / pace,
    technique: getTechnique(String(technique)),
    support: row.support,
    backrest: row.backrest ?? false,
    handsLow: row.handsLow ?? false,
    stairs: row.stairs ?? false,
    leans: row.leans ?? false,
    seatHeightM: row.seatHeightM ?? table.seatHeightMm / 1000,
    impact: row.impact ? createImpact(row.impact, parameters) : null,
    tracks,
    symmetric:
      ONE_SIDED.every((channel) => calcGreatest(tracks[channel]) === 0) &&
      (tracks.loadRight ?? [0, 0.5])[1] === 0.5 &&
      sameTrack(tracks.handsRight, tracks.handsLeft),
    brokenOffS: Number.POSITIVE_INFINITY,
    returnS: PAINFUL_RETURN.LEAST_S,
  };
}

function resolve(value: TrackValue, parameters: Readonly<Record<string, number | string>>): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parameters[value] as number;
  const parameter = parameters[value.of]!;
  if (typeof parameter === 'string') return value[parameter] as number;
  return Math.min(parameter * (value.times ?? 1), value.most ?? Number.POSITIVE_INFINITY);
}

function createImpact(row: ImpactRow, parameters: Readonly<Record<string, number | string>>): Impact {
  return {
    on: row.on,
    fromS: row.fromS,
    speedMPerS: row.speed ? (parameters[row.speed] as number) : null,
    dropM: row.drop ? (parameters[row.drop] as number) / 100 : null,
    ...table.contact[row.on],
  };
}

const sameTrack = (a: Track | undefined, b: Track | undefined): boolean =>
  (a?.length ?? 0) === (b?.length ?? 0) && (a?.every((value, i) => value === b![i]) ?? true);

/** Time in which the load is let go, s. */
const DROP_S = 0.08;

/**
 * Time in which the trunk comes up from as far as people with back pain bend, s, and how far that is, ° (source laird-2019); from less
 * it takes less, and at least so long (our assumption).
 */
const PAINFUL_RETURN = { S: 3.18, FROM_DEG: 93, LEAST_S: 1 } as const;

/** Longest that an act goes on once it is broken off, s: the return from 110°. */
export const AFTER_BREAKING_OFF_S = 4;

const RETURNING: ReadonlySet<Channel> = new Set([
  'trunkFlexionDeg',
  'lateralDeg',
  'twistDeg',
  'handsRight',
  'handsLeft',
]);
const DROPPED: ReadonlySet<Channel> = new Set([
  'loadKg',
  'pushUpN',
  'pushUpOfWeight',
  'pushForwardN',
  'pressureKPa',
  'tense',
]);

/** Value of a channel at a time, in the channel's unit. */
export function calcChannel(act: Act, channel: Channel, timeS: number): number {
  const track = act.tracks[channel];
  if (!track) return calcRest(channel);
  const value = calcTrack(track, timeS);
  if (timeS <= act.brokenOffS) return value;
  if (RETURNING.has(channel)) return value * (1 - minimumJerk((timeS - act.brokenOffS) / act.returnS));
  if (DROPPED.has(channel)) return value * (1 - minimumJerk((timeS - act.brokenOffS) / DROP_S));
  return value;
}

/** Load against which the person leans, kg: when the load is let go it falls more slowly than the load itself. */
export function calcLeanLoadKg(act: Act, timeS: number): number {
  const track = act.tracks.loadKg;
  if (!track) return 0;
  return calcTrack(track, timeS) * (1 - minimumJerk((timeS - act.brokenOffS) / act.returnS));
}

/** Greatest load in the hands during the act, kg. */
export const calcGreatestLoadKg = (act: Act): number => calcGreatest(act.tracks.loadKg);

/** Time at which the hands take the load, s: the last moment before its weight comes into them. */
export function calcGraspS({ tracks: { loadKg } }: Act): number {
  if (!loadKg) return 0;
  for (let at = 0; at < loadKg.length - 2; at += 2) if (loadKg[at + 3]! > 0) return loadKg[at]!;
  return 0;
}

/** The act broken off by pain at a time, s: the load is let go and the trunk returns to upright. */
export function breakOff(act: Act, atS: number): Act {
  const flexionDeg = Math.abs(calcChannel(act, 'trunkFlexionDeg', atS));
  const returnS = Math.max(PAINFUL_RETURN.LEAST_S, (PAINFUL_RETURN.S * flexionDeg) / PAINFUL_RETURN.FROM_DEG);
  return {
    ...act,
    brokenOffS: atS,
    returnS,
    durationS: Math.max(flexionDeg > 1 ? atS + returnS + 0.3 : act.durationS, atS + 0.5),
  };
}
