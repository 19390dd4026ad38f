import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { type ActivityEvent, checkScenario } from '../../src/core/simulation/scenario.ts';

export const PATIENT = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, discWear: 0.6 } as const;
export const STEP_S = 1 / 240;

export const healthy = createPerson({ ...PATIENT, tScore: 0 });

/** An act as a scenario has it, its defaults filled in. */
export function createEvent(request: Record<string, unknown>): ActivityEvent {
  const reading = checkScenario({
    version: 1,
    patient: healthy.model.patient,
    events: [{ type: 'activity', ...request }],
  });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return reading.scenario.events[0] as ActivityEvent;
}
