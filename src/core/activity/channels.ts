import { minimumJerk, mix } from '../math/scalar.ts';

/** Channels of an act: what it prescribes over time; models/activities.json describes each. Angles in degrees, lengths in m. */
export const CHANNELS = [
  'trunkFlexionDeg',
  'slouchDeg',
  'reclineDeg',
  'lateralDeg',
  'twistDeg',
  'rollDeg',
  'seated',
  'hipDropM',
  'hipRiseM',
  'kneesBent',
  'rightFootForwardM',
  'rightFootUpM',
  'leftFootForwardM',
  'leftFootUpM',
  'handsRight',
  'handsLeft',
  'handsLow',
  'handForwardM',
  'handUpM',
  'handOutM',
  'loadKg',
  'loadRight',
  'pushUpN',
  'pushUpOfWeight',
  'pushForwardN',
  'pressureKPa',
  'tense',
  'resting',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Value of a channel that an act does not set: 0, but both hands share a load. */
export const calcRest = (channel: Channel): number => (channel === 'loadRight' ? 0.5 : 0);

/** Keyframes as time, value, time, value …, s and the channel's unit. */
export type Track = Float64Array;

/** Minimum-jerk course through the keyframes, smooth to its second derivative; constant before the first and after the last. */
export function calcTrack(track: Track, timeS: number): number {
  const last = track.length - 2;
  if (timeS <= track[0]!) return track[1]!;
  if (timeS >= track[last]!) return track[last + 1]!;
  let at = 0;
  while (timeS > track[at + 2]!) at += 2;
  const t = (timeS - track[at]!) / (track[at + 2]! - track[at]!);
  return mix(track[at + 1]!, track[at + 3]!, minimumJerk(t));
}

/** Value of the greatest magnitude. */
export function calcGreatest(track: Track | undefined): number {
  let greatest = 0;
  if (track)
    for (let at = 1; at < track.length; at += 2)
      if (Math.abs(track[at]!) > Math.abs(greatest)) greatest = track[at]!;
  return greatest;
}
