import { scaleSection } from '../../bone/section.ts';
import type { Random } from '../../math/random.ts';
import type { ActivityResult } from '../events/activity.ts';
import { runActivity } from '../events/activityRun.ts';
import type { EventOutcome } from '../events/outcome.ts';
import { finish } from '../finish.ts';
import { type Person, withSections } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { measureFindings } from '../results/findings.ts';
import { calcLoadFactor, createDailyEvent } from './dailyLife.ts';
import type { Overload } from './hazard.ts';
import type { LifeFracture } from './life.ts';
import { calcNormalTail, findNormalDeviate } from './normalTail.ts';

/** Draws the intensity of the act, given that it overloaded some level, and runs it. */
export function performOverload(
  person: Person,
  state: SpineState,
  { act, fromZ }: Overload,
  random: Random,
): EventOutcome<ActivityResult> | null {
  const z = findNormalDeviate((1 - random.uniform()) * calcNormalTail(fromZ));
  const event = createDailyEvent(act, z);
  if (!event) return null;
  // a load greater by a factor is equivalent to a body weaker by it
  const hasty = 1 / calcLoadFactor(act, z);
  const performer = act.key
    ? person
    : withSections(
        person,
        person.sections.map((section) => scaleSection(section, hasty)),
      );
  return finish(runActivity(performer, state, event, 0));
}

/** Levels that an act broke anew, and its effect on the person standing. */
export function describeInjury(
  person: Person,
  before: SpineState,
  { result, state }: EventOutcome<ActivityResult>,
  of: Pick<LifeFracture, 'atYears' | 'actId' | 'priorFractures'>,
): LifeFracture[] {
  const fresh = result.fractures.filter(({ progression }) => !progression);
  if (fresh.length === 0) return [];
  const was = measureFindings(person, before);
  const is = measureFindings(person, state);
  return fresh.map(({ level, shape, anteriorHeightLossPercent }) => ({
    ...of,
    level,
    shape,
    together: fresh.length,
    kyphosisDeg: (is.kyphosisDeg - was.kyphosisDeg) / fresh.length,
    statureLossMm: (is.heightLossMm - was.heightLossMm) / fresh.length,
    anteriorHeightLossPercent,
  }));
}
