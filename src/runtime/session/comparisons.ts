import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Comparison } from '../device/settings.ts';
import type { Simulator } from '../worker/simulator.ts';
import type { RequestFrame } from './clock.ts';
import { getTraits } from './eventTraits.ts';
import { createScenario, dropFractures, STRONG_T, withPatient } from './scenarioEditor.ts';
import { createSession, getOnStage, type Session } from './session.ts';

/** Scenario of the comparison; null where it would be the same one. */
export function calcComparison(comparison: Comparison, scenario: Scenario): Scenario | null {
  const { patient, events } = scenario;
  switch (comparison) {
    case 'easier':
      return differing(scenario, {
        ...scenario,
        events: events.map((event) => getTraits(event).ease(event)),
      });
    case 'uncemented':
      return differing(scenario, {
        ...scenario,
        events: events.filter((event) => !getTraits(event).isTreatment),
      });
    case 'strong':
      return patient.tScore < STRONG_T
        ? createScenario(withPatient(dropFractures(scenario), { tScore: STRONG_T }), events)
        : null;
    case 't-1':
    case 't-2.5':
    case 't-3.5':
      return patient.tScore === OWN_AT_T[comparison]
        ? null
        : createScenario(withPatient(scenario, { tScore: OWN_AT_T[comparison] }), events);
    case 'before':
      return differing(scenario, { ...scenario, patient: dropFractures(scenario).patient, events: [] });
  }
}

/** T-scores at which her own figures are compared: where low bone mass and osteoporosis begin, and severe osteoporosis. */
const OWN_AT_T = { 't-1': -1, 't-2.5': -2.5, 't-3.5': -3.5 } as const;

const differing = (own: Scenario, other: Scenario): Scenario | null =>
  JSON.stringify(own) === JSON.stringify(other) ? null : other;

/** Session beside another on the same clock: it follows the other, with one difference. */
export interface ComparisonSession {
  readonly session: Session;
  dispose(): void;
}

export function createComparisonSession(
  comparison: Comparison,
  main: Session,
  simulator: Simulator,
  requestFrame: RequestFrame,
): ComparisonSession {
  const session = createSession(simulator, requestFrame, main.clock);
  let followed: Scenario | null = null;
  const follow = () => {
    const onStage = getOnStage(main.store.getState());
    if (followed && JSON.stringify(followed) === JSON.stringify(onStage)) return;
    followed = onStage;
    session.open(calcComparison(comparison, onStage) ?? onStage);
  };
  const stop = main.store.subscribe(follow);
  follow();
  return {
    session,
    dispose() {
      stop();
      session.dispose();
      main.clock.accompany(null);
    },
  };
}
