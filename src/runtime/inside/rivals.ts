import { calcUsualDiscWear } from '../../core/anatomy/discWear.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { PressRequest } from '../../core/simulation/inside/pressing.ts';
import type { Patient, Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { createActivity, STRONG_T } from '../session/scenarioEditor.ts';

/** What the same body is held against: it differs in this one thing. */
export const RIVALS = ['bone', 'disc', 'cement', 'posture'] as const;
export type Rival = (typeof RIVALS)[number];

/** One of two bodies that are held against each other, as the texts name it. */
export type Kind = 'own' | 'weak' | 'healthy' | 'worn' | 'sound' | 'cemented' | 'bare' | 'bent' | 'upright';

/** T-scores of weak bone and below which the person's own counts as weak; wear of sound and worn discs, and above which it is worn. */
const WEAK_T = -3.5;
const WEAK_BELOW_T = -1;
const SOUND_WEAR = 0.1;
const WORN_WEAR = 0.9;
const WORN_FROM = 0.5;
const CEMENT_ML = 4;

const withPatient = (scenario: Scenario, change: Partial<Patient>): Scenario => ({
  ...scenario,
  patient: { ...scenario.patient, ...change },
});

const isAct = (event: ScenarioEvent | undefined) => event?.type === 'activity';

/** Scenario with events put before its last act, if it ends with one. */
function insert(scenario: Scenario, event: ScenarioEvent): Scenario {
  const { events } = scenario;
  const last = events.at(-1);
  return {
    ...scenario,
    events: last && isAct(last) ? [...events.slice(0, -1), event, last] : [...events, event],
  };
}

/** Scenario that ends with another act. */
const withAct = (scenario: Scenario, act: ScenarioEvent): Scenario => ({
  ...scenario,
  events: [...(isAct(scenario.events.at(-1)) ? scenario.events.slice(0, -1) : scenario.events), act],
});

const isCementOf = (event: ScenarioEvent, level: Level) => event.type === 'cement' && event.level === level;

/**
 * The body that a rival stands for. Another bone, disc or cement is pressed where the person's own is, so that only that one thing
 * differs; another posture presses the person's own bone elsewhere.
 */
export function createRival(
  own: PressRequest,
  rival: Rival,
): { readonly kind: Kind; readonly request: PressRequest } {
  const { scenario, level } = own;
  const { patient, events } = scenario;
  const placeOf = own.placeOf ?? scenario;
  if (rival === 'bone') {
    const isWeak = patient.tScore < WEAK_BELOW_T;
    const other = withPatient(scenario, { tScore: isWeak ? STRONG_T : WEAK_T });
    return { kind: isWeak ? 'healthy' : 'weak', request: { ...own, scenario: other, placeOf } };
  }
  if (rival === 'disc') {
    const isWorn = (patient.discWear ?? calcUsualDiscWear(patient.ageYears)) > WORN_FROM;
    const other = withPatient(scenario, { discWear: isWorn ? SOUND_WEAR : WORN_WEAR });
    return { kind: isWorn ? 'sound' : 'worn', request: { ...own, scenario: other, placeOf } };
  }
  if (rival === 'cement') {
    const isCemented = events.some((event) => isCementOf(event, level));
    const other = isCemented
      ? { ...scenario, events: events.filter((event) => !isCementOf(event, level)) }
      : insert(scenario, { type: 'cement', level, volumeMl: CEMENT_ML, method: 'vertebroplasty' });
    return { kind: isCemented ? 'bare' : 'cemented', request: { ...own, scenario: other, placeOf } };
  }
  const last = events.at(-1);
  const isUpright = last?.type !== 'activity' || last.name === 'stand';
  return {
    kind: isUpright ? 'bent' : 'upright',
    request: {
      ...own,
      placeOf: withAct(scenario, isUpright ? createActivity('bend') : createActivity('stand')),
    },
  };
}
