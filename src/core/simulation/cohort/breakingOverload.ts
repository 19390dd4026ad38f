import { scaleSection } from '../../bone/section.ts';
import { runActivity } from '../events/activityRun.ts';
import { finish } from '../finish.ts';
import { createPerson, type Person, withSections } from '../patient/person.ts';
import { createSpineState } from '../patient/state.ts';
import { getLevelLoads } from '../results/results.ts';
import { createDailyEvent, type DailyAct } from './dailyLife.ts';
import { findNormalDeviate } from './normalTail.ts';

/** Woman in whom the overload is measured. */
const WOMAN = { ageYears: 74, sex: 'female', heightCm: 160, massKg: 70, tScore: -2.5 } as const;

/** Factor on the strength of the other bodies, so that none of them yields. */
const STRONG = 5;

/** Greatest load over strength tried: an act that leaves no fracture there is taken to leave none at all. */
const MOST = 3;
/** Number of halvings of the range 1 … MOST on a logarithmic scale: 3 %. */
const HALVINGS = 5;

/** Intensity of an act's hardest performance in a usual year; for rarer acts, that of one performance in three (our assumption). */
const calcUsualWorst = ({ timesPerYear }: DailyAct): number =>
  findNormalDeviate(1 / Math.max(3, timesPerYear));

/**
 * Load over strength from which an act leaves a fracture by definition (20 % and 4 mm of some height) at a level: found by
 * running the act in full with that body made ever weaker and all others strong.
 */
export function findBreakingOverload(act: DailyAct, level: number): number {
  const base = createPerson(WOMAN);
  const event = createDailyEvent(act, calcUsualWorst(act));
  if (!event) throw new Error(`Scenarios know no act ${act.id}.`);
  const withBody = (factor: number): Person =>
    withSections(
      base,
      base.sections.map((section, i) => scaleSection(section, i === level ? factor : STRONG)),
    );
  const run = (person: Person) =>
    finish(runActivity(person, createSpineState(person.sections), event, 0)).result;
  const usual = getLevelLoads(run(withBody(STRONG)))[level]!.loadOverStrength * STRONG;
  const breaks = (overload: number): boolean => run(withBody(usual / overload)).fractures.length > 0;
  if (!breaks(MOST)) return MOST;
  let holds = 1;
  let gives = MOST;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = Math.sqrt(holds * gives);
    if (breaks(middle)) gives = middle;
    else holds = middle;
  }
  return Math.round(100 * gives) / 100;
}
