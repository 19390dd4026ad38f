import type { Language, Translate } from '../../i18n/translate.ts';
import { toPounds } from '../../scales/bodyUnits.ts';
import { AID, getTrials } from '../helps/aid.ts';
import { countWellBelow, WELL_BELOW } from './daily.ts';
import type { Fracture, StoryFigures } from './figures.ts';
import type { StepName } from './steps.ts';

export type StoryTranslate = Translate<'story'>;

/** Language, texts and units of the story. */
export interface Manner {
  readonly language: Language;
  readonly t: StoryTranslate;
  readonly imperial: boolean;
}

/** Least changes that are mentioned: mm, degrees, and a relative change. */
export const LEAST_MM = 1;
const LEAST_DEG = 0.5;
export const LEAST_CHANGE = 0.02;
const MM_PER_INCH = 25.4;

/** Text of a step, a paragraph per entry, as it is read aloud, with the list of what protects. */
export function tell(step: StepName, figures: Partial<StoryFigures>, manner: Manner): readonly string[] {
  const { t } = manner;
  const { number } = manner.language;
  const percent = (ratio: number) => number(ratio * 100);
  const { strong, bone, daily, lift, fracture } = figures;
  switch (step) {
    case 'healthy':
      return strong ? [t('healthy.text'), t('healthy.strong', { percent: percent(strong.ratio) })] : [];
    case 'loss':
      if (!bone) return [];
      return [
        t('loss.text'),
        tellBone(bone, manner),
        ...(isWeaker(bone) ? [t('loss.beside')] : []),
        t('loss.help'),
      ];
    case 'daily':
      return daily ? tellDaily(daily.acts, manner) : [];
    case 'lift':
      return lift ? tellLift(lift, manner) : [];
    case 'fracture':
      return fracture === undefined ? [] : tellFracture(fracture, manner);
    case 'after':
      return fracture === undefined ? [] : tellAfter(fracture, manner);
    case 'cement':
      return fracture === undefined ? [] : [...tellCement(fracture, manner), ...tellTrials(manner)];
    case 'protect':
      return [
        ...PROTECTIONS.map((name) => `${t(`protect.${name}`)}: ${tellProtection(name, manner)}`),
        t('protect.stop'),
        t('protect.end'),
      ];
  }
}

const isWeaker = ({ strengthRatio }: StoryFigures['bone']): boolean => strengthRatio < 1 - LEAST_CHANGE;

/** Sentence on the strength of the bones against strong ones. */
export const tellBone = (bone: StoryFigures['bone'], { t, language }: Manner): string =>
  isWeaker(bone) ? t('loss.weaker', { percent: language.number(bone.strengthRatio * 100) }) : t('loss.same');

/** What protects, in the order in which a patient is told. */
export const PROTECTIONS = ['move', 'falls', 'train', 'treat'] as const;

/** What one can do; of treatment what a trial found, in people of one kind and one time. */
export function tellProtection(
  name: (typeof PROTECTIONS)[number],
  { t, language: { number } }: Manner,
): string {
  if (name !== 'treat') return t(`protect.${name}.text`);
  const { people, months } = AID;
  const { withoutPercent, withPercent } = getTrials('alendronate')[0]!;
  return t('protect.treat.text', {
    all: number(people),
    years: number(months / 12),
    without: number(withoutPercent),
    with: number(withPercent),
  });
}

function tellDaily(
  acts: StoryFigures['daily']['acts'],
  { t, language: { number } }: Manner,
): readonly string[] {
  const well = countWellBelow(acts);
  const all = number(acts.length);
  const told =
    well * 2 < acts.length
      ? [t('daily.few', { over: number(acts.length - well), all }), t('daily.help')]
      : [t('daily.most', { well: number(well), all }), t('daily.move')];
  return [
    [t('daily.line'), ...told].join(' '),
    ...(well * 2 >= acts.length && well < acts.length ? [t('daily.heavy')] : []),
  ];
}

export const tellWellBelow = ({ t, language }: Manner): string =>
  t('daily.well', { percent: language.number(WELL_BELOW * 100) });

function tellLift(
  { event, back, hips }: StoryFigures['lift'],
  { t, language, imperial }: Manner,
): readonly string[] {
  const kg = Number(event.loadKg ?? 0);
  const load = imperial ? language.unit(toPounds(kg), 'pound') : language.unit(kg, 'kilogram');
  const percents = { back: language.number(back * 100), hips: language.number(hips * 100) };
  return [
    event.name === 'lift' ? t('lift.text', { load }) : t('bend.text'),
    t(hips < back - LEAST_CHANGE ? 'lift.easier' : 'lift.same', percents),
    t(hips < 1 ? 'lift.tip' : 'lift.over'),
  ];
}

function tellFracture(fracture: Fracture | null, { t, language }: Manner): readonly string[] {
  if (!fracture) return [t('fracture.none')];
  const levels = language.list(fracture.levels);
  if (fracture.kind === 'known') return [t('fracture.known', { levels }), t('fracture.calm')];
  const [event] = fracture.still.events;
  const act = event?.type === 'activity' ? language.t(`act.${event.name}`) : '';
  return [
    ...(fracture.kind === 'weaker'
      ? [t('fracture.weaker', { t: language.number(fracture.still.patient.tScore, 1) })]
      : []),
    t('fracture.own', { act, levels }),
    t('fracture.calm'),
  ];
}

/** Height in the reader's units. */
export const tellHeight = (mm: number, { language, imperial }: Manner): string =>
  imperial ? language.unit(mm / MM_PER_INCH, 'inch', 1) : language.unit(mm / 10, 'centimeter', 1);

function tellAfter(fracture: Fracture | null, manner: Manner): readonly string[] {
  const { t, language } = manner;
  if (!fracture) return [t('fracture.none')];
  const { heightLossMm, kyphosisGainDeg, neighbour, neighbourRise } = fracture.after;
  return [
    heightLossMm >= LEAST_MM
      ? t('after.shorter', { height: tellHeight(heightLossMm, manner) })
      : t('after.notShorter'),
    kyphosisGainDeg >= LEAST_DEG
      ? t('after.rounder', { degrees: language.unit(kyphosisGainDeg, 'degree') })
      : t('after.notRounder'),
    // how much more is of no use to her; what takes it off is
    Math.abs(neighbourRise) >= LEAST_CHANGE
      ? t(neighbourRise > 0 ? 'after.more' : 'after.less', { level: neighbour })
      : t('after.same'),
    t('after.care'),
  ];
}

function tellCement(fracture: Fracture | null, { t, language: { number } }: Manner): readonly string[] {
  if (!fracture) return [];
  const { level, volumeMl, strengthRise, heightWonMm, neighbourRise } = fracture.cement;
  const helpsOthers = neighbourRise < -LEAST_CHANGE || heightWonMm > LEAST_MM;
  return [
    t(nameRise(strengthRise), {
      level,
      ml: number(volumeMl),
      percent: number(Math.abs(strengthRise) * 100),
    }),
    ...(helpsOthers ? [] : [t('cement.not')]),
  ];
}

/** Text for the effect of cement on strength; in a deeply crushed bone the effect may be negative. */
function nameRise(strengthRise: number): 'cement.does' | 'cement.little' | 'cement.less' {
  if (Math.abs(strengthRise) < LEAST_CHANGE) return 'cement.little';
  return strengthRise > 0 ? 'cement.does' : 'cement.less';
}

export const tellTrials = ({ t }: Manner): readonly string[] => [
  `${t('cement.trials')} ${t('cement.one')}`,
  t('cement.time'),
];
