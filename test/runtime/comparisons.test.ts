import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { COMPARISONS } from '../../src/runtime/device/settings.ts';
import { createClock } from '../../src/runtime/session/clock.ts';
import { calcComparison, createComparisonSession } from '../../src/runtime/session/comparisons.ts';
import { createSession, DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { createFakeFrames, createFakeSimulator, fakeRun } from './fakeRun.ts';

const LIFT = { type: 'activity', name: 'lift' } as const;
const CEMENT = { type: 'cement', level: 'T12', volumeMl: 4, method: 'vertebroplasty' } as const;
const scenario: Scenario = { ...DEFAULT_SCENARIO, events: [LIFT, CEMENT] };

describe('the comparison', () => {
  it('is the same but for one thing', () => {
    expect(calcComparison('easier', scenario)!.events).toEqual([{ ...LIFT, technique: 'squat' }, CEMENT]);
    expect(calcComparison('uncemented', scenario)!.events).toEqual([LIFT]);
    expect(calcComparison('strong', scenario)).toEqual({
      ...scenario,
      patient: { ...scenario.patient, tScore: 0 },
    });
    expect(calcComparison('before', scenario)!.events).toEqual([]);
    // her own figures, known fractures too
    const knownFractures: Scenario['patient']['knownFractures'] = [
      { level: 'T8', shape: 'wedge', genantGrade: 1 },
    ];
    const broken = { ...scenario.patient, knownFractures };
    expect(calcComparison('t-1', { ...scenario, patient: broken })).toEqual({
      ...scenario,
      patient: { ...broken, tScore: -1 },
    });
  });

  it.each(COMPARISONS)('%s: nobody where it would be the same person', (comparison) => {
    const [, own = 0.5] = /^t(.*)/.exec(comparison) ?? [];
    const same = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, tScore: Number(own) } };
    expect(calcComparison(comparison, same)).toBeNull();
  });

  it('follows what the other does, on the other’s clock', async () => {
    const main = createFakeSimulator();
    const beside = createFakeSimulator();
    const { requestFrame, frame } = createFakeFrames();
    const session = createSession(main.simulator, requestFrame);
    session.open(DEFAULT_SCENARIO);
    await main.answer();
    const comparison = createComparisonSession('easier', session, beside.simulator, requestFrame);
    session.act(LIFT);
    await main.answer();
    await beside.answer();
    expect(beside.asked.at(-1)!.events).toEqual([{ ...LIFT, technique: 'squat' }]);
    expect(comparison.session.clock).toBe(session.clock);
    frame(0);
    frame(300);
    expect(session.clock.timeS).toBeCloseTo(0.3, 12);
    session.undo();
    await main.answer();
    await beside.answer();
    expect(beside.asked.at(-1)!.events).toEqual([]);
    comparison.dispose();
    session.act(LIFT);
    expect(beside.asked.at(-1)!.events).toEqual([]);
  });
});

describe('a clock with two traces', () => {
  const own = { durationS: 1, slowMotionS: null };

  it('ends with the longer one, and stays at the end where it was there', () => {
    const clock = createClock(createFakeFrames().requestFrame);
    clock.load(own, { play: false, timeS: Number.POSITIVE_INFINITY });
    clock.accompany({ durationS: 2, slowMotionS: null });
    expect([clock.durationS, clock.timeS]).toEqual([2, 2]);
    clock.accompany(null);
    expect([clock.durationS, clock.timeS]).toEqual([1, 1]);
  });

  it('slows down for what gives way in either', () => {
    const { requestFrame, frame } = createFakeFrames();
    const clock = createClock(requestFrame);
    clock.load(fakeRun(DEFAULT_SCENARIO, { fromS: 0.6, toS: 0.8 }).trace, { play: true, timeS: 0 });
    clock.accompany({ durationS: 1, slowMotionS: { fromS: 0.2, toS: 0.4 } });
    frame(0);
    frame(450);
    expect(clock.timeS).toBeCloseTo(0.2, 12);
    frame(500);
    expect(clock.timeS).toBeCloseTo(0.26, 12);
  });
});
