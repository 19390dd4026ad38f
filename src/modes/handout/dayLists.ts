import { type DailyAct, type DailyName, WELL_BELOW } from '../narrative/daily.ts';

/** What a page for a patient says of the acts of a day: no share of anything, only what to do. */
export interface DayLists {
  readonly fine: readonly DailyName[];
  readonly care: readonly DailyName[];
  readonly wait: readonly DailyName[];
}

/** Nobody can leave these out, and nobody should: at most they are done with care. */
const NEEDED: ReadonlySet<DailyName> = new Set([
  'lie-supine',
  'lie-side',
  'sit-reclined',
  'sit-upright',
  'sit-slouched',
  'stand',
  'walk',
  'climb-stairs',
  'rise-from-chair',
  'twist',
  'cough',
  'sneeze',
]);
/** Rest and upright life: never a matter for care. */
const REST: ReadonlySet<DailyName> = new Set([
  'lie-supine',
  'lie-side',
  'sit-reclined',
  'sit-upright',
  'stand',
  'walk',
]);

/** Nobody goes on with these, or leaves them off. */
const UNWILLED: ReadonlySet<DailyName> = new Set(['cough', 'sneeze']);
/** Bends that thin or broken bone is spared for now, whatever this model makes of one of them. */
const SPARED: ReadonlySet<DailyName> = new Set(['lift']);
/** Said of all of them at once. */
const SAID: ReadonlySet<DailyName> = new Set(['bend']);

/**
 * Sorts the acts of a day by what they ask of this person's bones, in the order in which they come.
 *
 * @param isSpared whether bone is thin or broken, so that bends with a load or a round back wait
 */
export function sortDay(acts: readonly DailyAct[], isSpared: boolean): DayLists {
  const place = ({ name, ratio, breaks }: DailyAct): keyof DayLists | null => {
    if (isSpared && SAID.has(name)) return null;
    if (isSpared && SPARED.has(name)) return 'wait';
    if (REST.has(name) || (ratio < WELL_BELOW && !breaks)) return UNWILLED.has(name) ? null : 'fine';
    return NEEDED.has(name) || (ratio < 1 && !breaks) ? 'care' : 'wait';
  };
  const list = (wanted: keyof DayLists) =>
    acts.filter((act) => place(act) === wanted).map(({ name }) => name);
  return { fine: list('fine'), care: list('care'), wait: list('wait') };
}
