import table from '../../../models/decisionAid.json';
import { COMPARISONS } from '../../panels/sheets/comparisonTable.ts';

/** What was published, as the page shows it: counts of people, and the range that a trial cannot tell apart. */

export const AID = table;
export type DrugName = keyof typeof table.drugs;
export type WomenName = keyof typeof table.classes;
export const DRUGS = Object.keys(table.drugs) as readonly DrugName[];
export const WOMEN = Object.keys(table.classes) as readonly WomenName[];

/** Drugs that build bone, after which another one has to keep it. */
export const BUILDERS = [
  'teriparatide',
  'abaloparatide',
  'romosozumab',
] as const satisfies readonly DrugName[];

/** Whom a trial took: women broken before, unbroken ones, both with thin bones, or women after the menopause in general. */
export type Who = WomenName | 'thin' | 'general';

export interface Trial {
  readonly name: string;
  readonly who: Who;
  readonly months: number;
  /** New fractures without and with the drug, % of the women. */
  readonly withoutPercent: number;
  readonly withPercent: number;
  /** With over without; lower and upper end of the 95 % interval, null where the source has none. */
  readonly riskRatio: readonly [ratio: number, low: number | null, high: number | null];
  readonly source: string;
}

export interface Harm {
  readonly name: string;
  /** People counted: 100, or 10 000 where it is rare. */
  readonly per: number;
  readonly without: number;
  readonly with: number;
  /** Null where it is not a matter of time. */
  readonly months: number | null;
  /** What the others took, where it was no placebo. */
  readonly versus?: string;
  /** False where the interval has no difference in it. */
  readonly clear?: boolean;
  readonly source: string;
}

export const getTrials = (drug: DrugName): readonly Trial[] =>
  table.drugs[drug].trials as unknown as readonly Trial[];
export const getHarms = (drug: DrugName): readonly Harm[] => table.drugs[drug].harms;

/** People in three states; `spared` with its range. */
export interface Counts {
  readonly all: number;
  readonly whole: number;
  readonly spared: number;
  readonly breaks: number;
  readonly sparedLow: number | null;
  readonly sparedHigh: number | null;
  /** Relative change, % fewer. */
  readonly percentLess: number;
  /** Whether the share is lent from a trial of other women. */
  readonly lent: boolean;
  readonly trial: Trial;
}

/** Women without a drug: how many get a new fracture. */
export function calcWithout(women: WomenName): { readonly all: number; readonly breaks: number } {
  return {
    all: table.people,
    breaks: Math.round((table.people * table.classes[women].newFracturesPercent) / 100),
  };
}

/** The drug's own trial in such women; one in women with thin bones stands in for it; null where there is none of this length. */
export function findTrial(drug: DrugName, women: WomenName): Trial | null {
  const trials = getTrials(drug).filter(({ months }) => months === table.months);
  return trials.find(({ who }) => who === women) ?? trials.find(({ who }) => who === 'thin') ?? null;
}

/** Such women with a drug: the trial's risk ratio on their own rate. Null where no trial of this length was in such women. */
export function calcCounts(drug: DrugName, women: WomenName): Counts | null {
  const trial = findTrial(drug, women);
  if (!trial) return null;
  const { all, breaks: without } = calcWithout(women);
  const rate = (all * table.classes[women].newFracturesPercent) / 100;
  const [ratio, low, high] = trial.riskRatio;
  const breaks = Math.round(rate * ratio);
  return {
    all,
    whole: all - without,
    spared: without - breaks,
    breaks,
    // the weaker effect spares fewer
    sparedLow: high === null ? null : Math.round(rate * (1 - high)),
    sparedHigh: low === null ? null : Math.round(rate * (1 - low)),
    percentLess: Math.round(100 * (1 - ratio)),
    lent: trial.who !== women,
    trial,
  };
}

/** Row of the model’s own fractures under medicines, beside their trials’. */
const MODEL_ROW = 'Y4';

/** What the model finds of a drug. */
export interface ModelFinding {
  /** Relative change of its new fractures, % fewer. */
  readonly percentLess: number;
  /** Whether it is within its tolerance of the trial. */
  readonly near: boolean;
  /** Whether the trial helped to set the model. */
  readonly set: boolean;
}

export function findInModel(drug: DrugName): ModelFinding {
  const figure = COMPARISONS.find(({ id }) => id === MODEL_ROW)!.figures.find(
    ({ quantity }) => quantity === drug,
  )!;
  return {
    percentLess: Math.round(100 * (1 - figure.model)),
    near: figure.holds,
    set: figure.calibrated,
  };
}

/** People who have a harm anyway, from the drug, and not at all. */
export function calcHarm({ per, without, with: with_ }: Harm): {
  readonly all: number;
  readonly whole: number;
  readonly more: number;
  readonly anyway: number;
} {
  const anyway = Math.round(without);
  const more = Math.round(with_ - without);
  return { all: per, whole: per - anyway - more, more, anyway };
}
