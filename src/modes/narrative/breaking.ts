import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import {
  createActivity,
  createScenario,
  type Person,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';

/** Heavy tasks and an accident, at their usual load. */
const TASKS = [createActivity('open-window'), createActivity('lift'), createActivity('fall-seated')];
/** Step by which the T-score is lowered, and the lowest that the schema takes. */
const STEP_T = 0.5;
const WEAKEST_T = -6;

export interface Breaking {
  readonly scenario: Scenario;
  /** Whether the bone had to be weaker than this person's for anything to break. */
  readonly weakened: boolean;
}

/**
 * A scenario in which this person without fractures breaks a bone: of the tasks that break any, the one that breaks the fewest. Where all
 * hold, the same with weaker bone, by half a T-score at a time. Null where even the weakest hold, as the lab's parameters can cause.
 */
export async function findBreaking(person: Person, ask: Ask): Promise<Breaking | null> {
  const own = person.patient.tScore;
  for (let tScore = own; tScore >= WEAKEST_T; tScore -= STEP_T) {
    const scenario = await findLeastBreaking(withPatient(person, { tScore }), ask);
    if (scenario) return { scenario, weakened: tScore < own };
  }
  return null;
}

async function findLeastBreaking(person: Person, ask: Ask): Promise<Scenario | null> {
  let least: Scenario | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const task of TASKS) {
    const scenario = createScenario(person, [task]);
    const broken = (await ask(scenario)).results.findings.fractureCount;
    if (broken === 0 || broken >= fewest) continue;
    least = scenario;
    fewest = broken;
  }
  return least;
}
