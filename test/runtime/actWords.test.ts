import { describe, expect, it } from 'vitest';
import { ACT_NAMES, getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { checkScenario, type ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { PLAIN_ENGLISH as language } from '../../src/i18n/texts.ts';
import { KNOWN_UNITS, showValue } from '../../src/panels/controls/quantity.ts';
import { describeEvent } from '../../src/panels/words.ts';
import { createActivity } from '../../src/runtime/session/scenarioEditor.ts';

const patient = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 };

describe('words for acts', () => {
  it.each(ACT_NAMES)('%s: its name, its past and each of its parameters', (name) => {
    const { isKey } = language;
    expect(isKey(`act.${name}`) && isKey(`event.${name}`)).toBe(true);
    for (const [key, parameter] of Object.entries(getActRow(name).parameters)) {
      expect(isKey(`parameter.${key}`), key).toBe(true);
      if (isChoice(parameter))
        for (const option of parameter.options) expect(isKey(`option.${option}`), option).toBe(true);
      else expect(KNOWN_UNITS, key).toContain(parameter.unit);
    }
    // nothing is left to be filled in
    const event = createActivity(name, {}) as ScenarioEvent;
    for (const imperial of [false, true])
      expect(describeEvent(event, language, imperial)).toMatch(/^[a-z][^{}]*[^, ]$/);
  });

  it.each(ACT_NAMES)('%s as the page makes it is a scenario as it stands', (name) => {
    const scenario = { version: 1, patient, events: [createActivity(name, {})] };
    expect(checkScenario(scenario)).toEqual({ ok: true, scenario });
  });

  it('says what was set, in the reader’s units', () => {
    const carried = createActivity('carry', { loadKg: 8 }) as ScenarioEvent;
    expect(describeEvent(carried, language, false)).toBe('carried 8 kg in one hand');
    expect(describeEvent(carried, language, true)).toBe('carried 18 lb in one hand');
    const lifted = createActivity('lift', { technique: 'squat' }) as ScenarioEvent;
    expect(describeEvent(lifted, language, false)).toBe('lifted 10 kg, squatting');
    const climbed = createActivity('climb-stairs', { loadKg: 5 }) as ScenarioEvent;
    expect(describeEvent(climbed, language, false)).toBe('climbed a stair with 5 kg');
    expect(describeEvent({ type: 'time', months: 12 }, language, false)).toBe('lived on for 1 year');
    expect(describeEvent({ type: 'time', months: 18 }, language, false)).toBe('lived on for 18 months');
    expect(describeEvent({ type: 'time', months: 1 }, language, false)).toBe('lived on for 1 month');
    const { twistDeg } = getActRow('twist').parameters;
    expect(showValue('twistDeg', twistDeg!, -20, language, false)).toBe('20° right');
  });
});
