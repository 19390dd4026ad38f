import table from '../../../models/healing.json' with { type: 'json' };
import { exp } from '../math/transcendental.ts';

/** How far the break of one body has come. Plain data; time replaces it. */
export interface Healing {
  /** Since it broke. */
  readonly weeks: number;
  /** Share of the crushed layer that is bone again, 0 … 1. */
  readonly healed: number;
  /** Whether it moved too much to heal when that was decided; null before. */
  readonly fails: boolean | null;
}

export const FRESH: Healing = { weeks: 0, healed: 0, fails: null };

/** Postures in which a body that has not healed opens again. */
export type Reopening = keyof typeof table.reopens;

export const isReopening = (name: string): name is Reopening => Object.hasOwn(table.reopens, name);

/** Weeks left until it is decided whether a break heals; infinite where they have passed. */
export const calcUndecidedWeeks = ({ weeks }: Healing): number =>
  isDecided(weeks) ? Number.POSITIVE_INFINITY : table.decidedWeeks - weeks;

/** To within rounding, in which sums of weeks differ. */
const isDecided = (weeks: number): boolean => weeks > table.decidedWeeks - 1e-9;

/** Share of its lost height that a body gives back in a posture (source josr-2020). */
export const calcReopenedShare = ({ healed }: Healing, posture: Reopening): number =>
  table.reopens[posture] * (1 - healed);

/** How far the break moves between standing and lying, mm. */
export const calcMotionMm = (healing: Healing, lostMm: number): number =>
  calcReopenedShare(healing, 'lie-supine') * Math.max(0, lostMm);

/** Whether the break still shows a gap when lying (source iwata-2017: more than 1 mm). */
export const isOpen = (healing: Healing, lostMm: number): boolean =>
  calcMotionMm(healing, lostMm) > table.openMm;

/**
 * Some weeks later: exact for spans that do not reach over the week of the decision.
 *
 * @param lostMm height lost in front
 * @param taking whether teriparatide is taken, which speeds union up (source iwata-2017; taken lower than there)
 */
export function heal(before: Healing, weeks: number, lostMm: number, taking: boolean): Healing {
  const due = before.fails === null && isDecided(before.weeks);
  const fails = due ? calcMotionMm(before, lostMm) > table.nonunionMotionMm : before.fails;
  const rate = fails ? 0 : (taking ? table.teriparatideFactor : 1) / table.unionWeeks;
  return {
    weeks: before.weeks + weeks,
    healed: 1 - (1 - before.healed) * exp(-rate * weeks),
    fails,
  };
}

/** A break found some weeks old, in someone who took nothing for it. */
export function findHealing(weeks: number, lostMm: number): Healing {
  const early = heal(FRESH, Math.min(weeks, table.decidedWeeks), lostMm, false);
  return weeks > table.decidedWeeks ? heal(early, weeks - table.decidedWeeks, lostMm, false) : early;
}

/** By how much a body's loss grows over some weeks after the break, as a factor (source late-collapse). */
export function calcLateCollapse(fromWeeks: number, toWeeks: number): number {
  const grown = (weeks: number) => 1 + table.lateCollapse * (1 - exp(-weeks / table.lateCollapseWeeks));
  return grown(toWeeks) / grown(fromWeeks);
}
