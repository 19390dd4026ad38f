import { type Level, levelIndex } from '../../anatomy/levels.ts';
import type { Section, SectionState } from '../../bone/section.ts';
import type { Person } from '../patient/person.ts';
import { getLevelLoads } from '../results/results.ts';
import { createRunCache, finish, type RunCache, runScenario, runToState } from '../run.ts';
import type { Scenario } from '../scenario.ts';

/** One body of a scenario as it is pressed: in the state before the last act, where that act loads it most. */
export interface Pressed {
  readonly person: Person;
  readonly index: number;
  readonly section: Section;
  readonly state: SectionState;
  /** Place of the force in front of the axis, mm. */
  readonly frontMm: number;
  /** Greatest compression of the last act, N; null where no act was feasible. */
  readonly actPeakN: number | null;
  /** Whether the body gave way in that act: then its load went no further. */
  readonly actBroke: boolean;
  /** Number of that act, from 0, if it is the last event: the body is as it was before it. */
  readonly beforeEvent: number | null;
}

/** Finds the body of a level: after all events, or before the last if that is an act, which may have crushed it. */
export function findPressed(scenario: Scenario, level: Level, cache: RunCache = createRunCache()): Pressed {
  const index = levelIndex(level);
  const { results } = finish(runScenario(scenario, cache));
  const act = results.events.filter((event) => getLevelLoads(event).length > 0).at(-1);
  const load = act && getLevelLoads(act)[index];
  const isLast = act !== undefined && act.index === scenario.events.length - 1;
  const before = isLast ? { ...scenario, events: scenario.events.slice(0, -1) } : scenario;
  const { person, state } = runToState(before, cache);
  return {
    person,
    index,
    section: person.sections[index]!,
    state: state.sections[index]!,
    frontMm:
      load && load.peakCompressionN > 0 ? (1000 * load.flexionMomentAtPeakNm) / load.peakCompressionN : 0,
    actPeakN: load ? load.peakCompressionN : null,
    actBroke: act?.fractures.some((fracture) => fracture.level === level) ?? false,
    beforeEvent: isLast ? act.index : null,
  };
}
