import { getActRow } from '../../core/activity/actTable.ts';
import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { describePatient } from '../../panels/patientWords.ts';
import { getFacts } from '../../panels/why/facts.ts';
import { findTelling } from '../../panels/why/telling.ts';
import { describeMoment } from '../../panels/words.ts';
import { getFractures } from '../../runtime/session/moment.ts';
import type { Neighbour } from '../../runtime/session/neighbour.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { toPounds } from '../../scales/bodyUnits.ts';
import type { Bone } from './boneTScores.ts';

export type KioskTranslate = Translate<'kiosk'>;

/** Language, texts and units. */
export interface Manner {
  readonly language: Language;
  readonly t: KioskTranslate;
  readonly imperial: boolean;
}

/** Standard gravity, m/s², to show a force as the mass of equal weight. */
const GRAVITY = 9.80665;
/** Least change of load that is mentioned, as a fraction. */
const LEAST_RISE = 0.02;

/** What happened, and why, by the playback time: a sentence each. */
export function tell(
  shown: Shown,
  { timeS, atEnd }: { readonly timeS: number; readonly atEnd: boolean },
  bone: Bone,
  neighbour: Neighbour | null,
  manner: Manner,
): readonly string[] {
  const { language, t } = manner;
  const event = shown.scenario.events.at(-1);
  if (!event) return [t(`begin.${bone}`), describePatient(shown.scenario.patient, language, manner.imperial)];
  const said = describeMoment(shown, timeS, atEnd, language);
  if (event.type === 'cement') return neighbour ? [said, tellNeighbour(neighbour, manner)] : [said];
  const broke = getFractures(shown.run.trace, timeS).length > 0;
  return broke ? [said, ...tellWhy(shown, manner)] : [said];
}

/** Load on the bone that broke first, and its strength there. */
function tellWhy(shown: Shown, { language, t, imperial }: Manner): readonly string[] {
  const level = findTelling(shown);
  const facts = level && getFacts(shown, level);
  // an earlier fracture progresses below the strength that the bone had when intact
  if (!facts || facts.loadOverStrength < 1) return [];
  const weigh = (kg: number) =>
    imperial ? language.unit(toPounds(kg), 'pound') : language.unit(kg, 'kilogram');
  const [load, strength] = [facts.peakCompressionN, facts.strengthN].map((newtons) =>
    weigh(newtons / GRAVITY),
  );
  const heldKg = getHeldKg(shown.scenario.events.at(-1)!);
  return [
    t('why', { load: load!, strength: strength! }),
    ...(heldKg > 0 ? [t('why.held', { mass: weigh(heldKg) })] : []),
  ];
}

/** Mass in the hands in an act, kg. */
function getHeldKg(event: ScenarioEvent): number {
  if (event.type !== 'activity') return 0;
  return Number(event.loadKg ?? getActRow(event.name).parameters.loadKg?.default ?? 0);
}

function tellNeighbour({ level, rise, ratio }: Neighbour, { language: { number }, t }: Manner): string {
  if (Math.abs(rise) < LEAST_RISE) return t('cement.same', { level, percent: number(100 * ratio) });
  return t(rise > 0 ? 'cement.more' : 'cement.less', { level, percent: number(100 * Math.abs(rise)) });
}
