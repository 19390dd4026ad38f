import { describe, expect, it } from 'vitest';
import type { DoneActivity } from '../../src/core/simulation/events/activity.ts';
import { PLAIN_ENGLISH as language } from '../../src/i18n/texts.ts';
import { describeMoment } from '../../src/panels/words.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { LIFT, run, scenario } from './support.ts';

describe('an act that hurts', () => {
  const hurt = scenario(-3.5, [LIFT]);
  const computed = run(hurt);
  const { trace } = computed;
  const lift = computed.results.events[0] as DoneActivity;

  it('is broken off a reflex after the bone gave way, and said to be', () => {
    expect(lift.brokenOffS).toBeGreaterThan(lift.fractures[0]!.timeS + 0.1);
    expect(trace.durationS).toBeGreaterThan(lift.brokenOffS!);
    const shown = { scenario: hurt, run: computed, peaks: calcPeaks(computed) };
    const say = (timeS: number) => describeMoment(shown, timeS, false, language);
    expect(say(lift.brokenOffS! - 0.01)).toMatch(/gave way: its front lost \d+ % of its height\.$/);
    expect(say(lift.brokenOffS!)).toMatch(/ It hurts: she stops\.$/);
  });

  it('is not where nothing breaks, nor where it is a fall', () => {
    expect(run(scenario(0, [LIFT])).results.events[0]).not.toHaveProperty('brokenOffS');
    const fall = run(scenario(-4, [{ type: 'activity', name: 'fall-seated', speedMPerS: 2.5 }])).results
      .events[0]!;
    expect(fall.fractures.length).toBeGreaterThan(0);
    expect(fall).not.toHaveProperty('brokenOffS');
  });
});
