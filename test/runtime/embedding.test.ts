import { describe, expect, it } from 'vitest';
import { sayProblem } from '../../src/cli/english.ts';
import { answerMessage, isMessage } from '../../src/runtime/address/embedding.ts';
import { createSettings } from '../../src/runtime/device/settings.ts';
import { createSession, DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { fakeRun } from './fakeRun.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open() {
  const session = createSession(
    {
      run: async (scenario) => fakeRun(scenario),
      calcBones: () => new Promise(() => {}),
      cancel: () => {},
      dispose: () => {},
    },
    () => {},
  );
  const settings = createSettings({ get: () => null }, false, 'en');
  session.open(DEFAULT_SCENARIO);
  await settle();
  const ask = (command: string, more: object = {}) =>
    answerMessage({ columna: 1, command, ...more }, session, settings, sayProblem);
  return { session, settings, ask };
}

describe('a message', () => {
  it('is one only with its mark and a command', () => {
    expect(isMessage({ columna: 1, command: 'play' })).toBe(true);
    for (const other of [
      null,
      'play',
      7,
      [],
      {},
      { columna: 2, command: 'play' },
      { columna: 1, command: 7 },
    ])
      expect(isMessage(other)).toBe(false);
  });

  it('opens, acts, undoes and reads', async () => {
    const { session, ask } = await open();
    const scenario = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, tScore: -4 } };
    expect(ask('open', { scenario })).toEqual({ ok: true });
    expect(ask('act', { event: { type: 'activity', name: 'lift', loadKg: 5 } })).toEqual({ ok: true });
    await settle();
    expect(session.store.getState().scenario.patient.tScore).toBe(-4);
    expect(ask('read')).toMatchObject({ ok: true, scenario: { events: [{ name: 'lift', loadKg: 5 }] } });
    ask('undo');
    expect(session.store.getState().scenario.events).toHaveLength(0);
    expect(ask('open', { scenario: JSON.stringify(scenario) })).toEqual({ ok: true });
  });

  it('shows in another theme, view and language', async () => {
    const { settings, ask } = await open();
    expect(ask('show', { settings: { theme: 'light', view: 'side', lang: 'de', twin: 'strong' } })).toEqual({
      ok: true,
    });
    expect(settings.getState()).toMatchObject({
      theme: 'light',
      view: 'side',
      lang: 'de',
      comparison: 'strong',
      viewAsked: 1,
    });
  });

  it.each([
    ['open', { scenario: { version: 1, patient: { tScore: 'low' } } }, /tScore/],
    ['open', { scenario: '{' }, /JSON/i],
    ['open', {}, /./],
    ['act', { event: { type: 'activity', name: 'fly' } }, /name/],
    ['seek', { timeS: 'soon' }, /timeS must be a number, not "soon"/],
    ['show', { settings: { theme: 'pink' } }, /settings.theme must be dark, light, not "pink"/],
    ['show', { settings: { mode: 'clinic' } }, /settings.mode/],
    ['show', { settings: { __proto__: null, quality: 'high' } }, /settings.quality is not a setting/],
    ['show', { settings: JSON.parse('{"__proto__":{"theme":"light"}}') }, /__proto__ is not a setting/],
    ['eval', {}, /no command "eval"/],
  ])(
    'that cannot be read is refused in a sentence, and changes nothing: %s',
    async (command, more, sentence) => {
      const { session, settings, ask } = await open();
      const before = [session.store.getState().scenario, settings.getState()];
      const answer = ask(command, more);
      expect(answer).toMatchObject({ ok: false });
      expect(String(answer.problems)).toMatch(sentence);
      expect([session.store.getState().scenario, settings.getState()]).toEqual(before);
    },
  );

  it('learns nothing of a clinic’s patient', async () => {
    const { settings, ask } = await open();
    settings.setState({ mode: 'clinic' });
    expect(ask('read')).toEqual({ ok: false, problems: ['A clinic visit keeps its patient to itself.'] });
  });
});
