import { describe, expect, it } from 'vitest';
import { MAX_EVENTS } from '../../src/core/simulation/scenario.ts';
import { calcStrengthChange } from '../../src/runtime/session/preview.ts';
import { createSession, DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { createFakeFrames, createFakeSimulator } from './fakeRun.ts';

const STAND = { type: 'activity', name: 'stand' } as const;
const COUGH = { type: 'activity', name: 'cough' } as const;

async function createOpened() {
  const { simulator, answer, asked } = createFakeSimulator();
  const frames = createFakeFrames();
  const session = createSession(simulator, frames.requestFrame);
  session.open(DEFAULT_SCENARIO);
  await answer();
  return { session, answer, asked, ...frames };
}

const names = (session: { store: { getState(): { scenario: { events: readonly object[] } } } }) =>
  session.store.getState().scenario.events.map((event) => ('name' in event ? event.name : 'cement'));

describe('a session', () => {
  it('opens at its end, with nothing to undo', async () => {
    const { session } = await createOpened();
    expect(session.getPhase()).toBe('ready');
    expect(session.store.getState().past).toEqual([]);
  });

  it('takes who stands there unfractured for the ghost, and computes one who is fractured without', async () => {
    const { session, answer, asked } = await createOpened();
    const { shown, intact } = session.store.getState();
    expect(intact).toBe(shown!.run.trace);
    const knownFractures = [{ level: 'T12' as const, shape: 'wedge' as const, genantGrade: 2 as const }];
    session.replace({ ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, knownFractures } });
    await answer();
    await answer();
    expect(session.store.getState().intact).not.toBe(session.store.getState().shown!.run.trace);
    expect(asked).toHaveLength(2);
  });

  it('undoes the events of a link one by one, as if they had been done here', async () => {
    const { session, answer } = await createOpened();
    session.open({ ...DEFAULT_SCENARIO, events: [STAND, COUGH] });
    await answer();
    session.undo();
    expect(names(session)).toEqual(['stand']);
    session.undo();
    session.undo();
    expect(names(session)).toEqual([]);
    session.redo();
    expect(names(session)).toEqual(['stand']);
  });

  it('keeps a bounded number of steps to undo, however long it is used', async () => {
    const { session } = await createOpened();
    for (let n = 0; n < 500; n++)
      session.replace({
        ...DEFAULT_SCENARIO,
        patient: { ...DEFAULT_SCENARIO.patient, ageYears: 50 + (n % 40) },
      });
    expect(session.store.getState().past).toHaveLength(200);
  });

  it('resets to the speed that is usual here', async () => {
    const { session } = await createOpened();
    session.clock.setSpeed('quarter');
    session.reset();
    expect(session.clock.speed).toBe('auto');
    session.clock.usualSpeed = 'real';
    session.reset();
    expect(session.clock.speed).toBe('real');
  });

  it('computes an act, then plays it', async () => {
    const { session, answer, frame } = await createOpened();
    session.act(STAND);
    expect(session.getPhase()).toBe('computing');
    await answer();
    expect(session.getPhase()).toBe('playing');
    for (let i = 0; i < 12; i++) frame(100);
    expect(session.getPhase()).toBe('ready');
  });

  it('plays an earlier event again, and the scenario stays', async () => {
    const { session, answer, asked } = await createOpened();
    session.act(STAND);
    session.act(COUGH);
    await answer();
    const whole = session.store.getState().results;
    session.watch(0);
    await answer();
    expect(asked.at(-1)!.events).toEqual([STAND]);
    expect(names(session)).toEqual(['stand', 'cough']);
    expect(session.getPhase()).toBe('playing');
    expect(session.store.getState()).toMatchObject({ watched: 0, results: whole });
    session.act(STAND);
    await answer();
    expect(names(session)).toEqual(['stand', 'cough', 'stand']);
    expect(session.store.getState()).toMatchObject({ watched: null });
  });

  it('shows a moment of the years without playing it, the start too', async () => {
    const { session, answer, asked } = await createOpened();
    session.act(STAND, COUGH);
    await answer();
    for (const [index, events] of [
      [0, [STAND]],
      [-1, []],
    ] as const) {
      session.look(index);
      await answer();
      expect(asked.at(-1)!.events).toEqual(events);
      expect(session.getPhase()).toBe('ready');
      expect(session.store.getState().watched).toBe(index);
    }
    session.replace({ ...session.store.getState().scenario, events: [{ type: 'time', months: 36 }] });
    session.look(0, 12);
    await answer();
    expect(asked.at(-1)!.events).toEqual([{ type: 'time', months: 12 }]);
    expect(session.store.getState()).toMatchObject({ watched: 0, cutMonths: 12 });
    session.look(0);
    expect(session.store.getState()).toMatchObject({ watched: null, cutMonths: null });
    session.undo();
    session.look(-1);
    session.look(2);
    expect(session.store.getState().watched).toBe(-1);
    session.look(1);
    expect(session.store.getState().watched).toBeNull();
    // both acts were one step
    session.undo();
    expect(names(session)).toEqual([]);
  });

  it('gives a computation up, and goes back to what is shown', async () => {
    const { session, answer } = await createOpened();
    session.act(STAND);
    await answer();
    session.undo();
    await answer();
    session.act(COUGH);
    session.cancel();
    expect(session.getPhase()).not.toBe('computing');
    expect(names(session)).toEqual([]);
    await answer();
    expect(session.store.getState().shown!.scenario.events).toEqual([]);
    session.redo();
    expect(names(session)).toEqual(['stand']);
  });

  it('undoes a change of the patient, and a scenario from a file', async () => {
    const { session, answer } = await createOpened();
    session.replace({
      ...DEFAULT_SCENARIO,
      patient: { ...DEFAULT_SCENARIO.patient, ageYears: 50, sex: 'male' },
    });
    expect(session.store.getState().scenario.patient).toMatchObject({
      ageYears: 50,
      sex: 'male',
      heightCm: 160,
    });
    session.replace({ ...DEFAULT_SCENARIO, events: [COUGH] });
    await answer();
    session.undo();
    expect(session.store.getState().scenario.patient.ageYears).toBe(50);
    session.undo();
    expect(session.store.getState().scenario).toEqual(DEFAULT_SCENARIO);
  });

  it('lets the latest of quick changes win, and keeps every act', async () => {
    const { session, answer, asked } = await createOpened();
    session.act(STAND);
    session.act(COUGH);
    await answer();
    expect(names(session)).toEqual(['stand', 'cough']);
    expect(session.store.getState().shown!.scenario).toBe(asked.at(-1));
  });

  it('undoes and redoes events and changes of the patient, one at a time', async () => {
    const { session, answer } = await createOpened();
    session.act(STAND);
    session.previewTScore(-4);
    session.commitTScore();
    session.act(COUGH);
    session.undo();
    session.undo();
    await answer();
    expect(names(session)).toEqual(['stand']);
    expect(session.store.getState().scenario.patient.tScore).toBe(-3.5);
    session.redo();
    expect(session.store.getState().scenario.patient.tScore).toBe(-4);
    session.act(STAND);
    expect(session.store.getState().future).toEqual([]);
  });

  it('previews strengths while the density is dragged, and computes when it is let go', async () => {
    const { session, answer, asked } = await createOpened();
    const before = asked.length;
    session.previewTScore(-4);
    await answer();
    expect(session.getPhase()).toBe('computing');
    expect(asked).toHaveLength(before);
    // 1000 N at −4 against 1250 N at −3.5, between 1000 at −4 and 3000 at 0
    expect(calcStrengthChange(session.store.getState(), 0)).toBeCloseTo(1000 / 1250, 12);
    session.commitTScore();
    await answer();
    expect(session.getPhase()).toBe('ready');
    expect(asked.at(-1)!.patient.tScore).toBe(-4);
  });

  it('takes the density under the finger into an act', async () => {
    const { session, asked } = await createOpened();
    session.previewTScore(-4);
    session.act(STAND);
    expect(asked.at(-1)!.patient.tScore).toBe(-4);
    expect(session.store.getState().previewTScore).toBeNull();
  });

  it('writes an override into the scenario, and takes it out at the default', async () => {
    const { session } = await createOpened();
    session.setOverride('reflexDelayMs', 200);
    expect(session.store.getState().scenario.overrides).toEqual({ reflexDelayMs: 200 });
    session.setOverride('reflexDelayMs', null);
    expect(session.store.getState().scenario).not.toHaveProperty('overrides');
  });

  it('shows a problem until something takes its place', async () => {
    const { session, answer } = await createOpened();
    session.report([{ code: 'noJson', values: {} }]);
    expect(session.getPhase()).toBe('error');
    session.act(STAND);
    await answer();
    expect(session.getPhase()).toBe('playing');
  });

  it('takes no more events than a scenario may have', async () => {
    const { session, asked } = await createOpened();
    session.open({ ...DEFAULT_SCENARIO, events: Array.from({ length: MAX_EVENTS }, () => STAND) });
    const before = asked.length;
    session.act(STAND);
    expect(asked).toHaveLength(before);
  });

  it('says when a computation fails', async () => {
    const { simulator } = createFakeSimulator();
    const failing = { ...simulator, run: () => Promise.reject(new Error('no such column')) };
    const session = createSession(failing, createFakeFrames().requestFrame);
    session.open(DEFAULT_SCENARIO);
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.getPhase()).toBe('error');
    expect(session.store.getState().problems).toEqual([{ code: 'computation', values: {} }]);
  });
});
