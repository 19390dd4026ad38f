import { getActRow, isChoice } from '../../core/activity/actTable.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import type { Twin } from '../device/settings.ts';
import type { Simulator } from '../worker/simulator.ts';
import type { RequestFrame } from './clock.ts';
import { createScenario, dropFractures, STRONG_T, withPatient } from './scenarioEditor.ts';
import { createSession, type Session } from './session.ts';

/** What spares the back, by what does not. */
const EASIER: Readonly<Record<string, string>> = { back: 'hips', stoop: 'squat' };

/** The twin's scenario; null where it would be the same one. */
export function calcTwin(twin: Twin, scenario: Scenario): Scenario | null {
  const { patient, events } = scenario;
  switch (twin) {
    case 'easier':
      return differing(scenario, { ...scenario, events: events.map(ease) });
    case 'uncemented':
      return differing(scenario, { ...scenario, events: events.filter(({ type }) => type !== 'cement') });
    case 'strong':
      return patient.tScore < STRONG_T
        ? createScenario(withPatient(dropFractures(scenario), { tScore: STRONG_T }), events)
        : null;
    case 'before':
      return differing(scenario, { ...scenario, patient: dropFractures(scenario).patient, events: [] });
  }
}

/** The act with hips and knees bent instead of the back, where it has the choice. */
function ease(event: ScenarioEvent): ScenarioEvent {
  if (event.type !== 'activity') return event;
  const parameter = getActRow(event.name).parameters.technique;
  if (!parameter || !isChoice(parameter)) return event;
  const easier = EASIER[String(event.technique ?? parameter.default)];
  return easier ? { ...event, technique: easier } : event;
}

const differing = (own: Scenario, other: Scenario): Scenario | null =>
  JSON.stringify(own) === JSON.stringify(other) ? null : other;

/** A session beside another on the same clock: it follows what the other does, but for one thing. */
export interface TwinSession {
  readonly session: Session;
  dispose(): void;
}

export function createTwinSession(
  twin: Twin,
  main: Session,
  simulator: Simulator,
  requestFrame: RequestFrame,
): TwinSession {
  const session = createSession(simulator, requestFrame, main.clock);
  let followed: Scenario | null = null;
  const follow = () => {
    const { scenario, watched } = main.store.getState();
    const onStage =
      watched === null ? scenario : { ...scenario, events: scenario.events.slice(0, watched + 1) };
    if (followed && JSON.stringify(followed) === JSON.stringify(onStage)) return;
    followed = onStage;
    session.open(calcTwin(twin, onStage) ?? onStage);
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
