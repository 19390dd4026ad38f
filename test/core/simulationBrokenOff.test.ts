import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import type { DoneActivity } from '../../src/core/simulation/events/activity.ts';
import { PLAIN_ENGLISH as language } from '../../src/i18n/texts.ts';
import { describeMoment } from '../../src/panels/words.ts';
import { calcPeaks, getFractureLossPercent } from '../../src/runtime/session/moment.ts';
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
    expect(say(lift.brokenOffS! - 0.01)).toMatch(/gives way …$/);
    expect(say(lift.brokenOffS!)).toMatch(/ It hurts: she stops\.$/);
    // what it lost is told when it has lost it, as the label beside the bone does
    const { level } = lift.fractures[0]!;
    const row = trace.findings.at(-1)!.findings.levels[levelIndex(level)]!;
    const lost = getFractureLossPercent(trace, row, trace.durationS)!;
    expect(say(trace.durationS)).toContain(
      `${level} gave way: its front lost ${lost.toFixed(0)} % of its height.`,
    );
  });

  it('is not where nothing breaks, nor where it is a fall', () => {
    expect(run(scenario(0, [LIFT])).results.events[0]).not.toHaveProperty('brokenOffS');
    const fall = run(scenario(-4, [{ type: 'activity', name: 'fall-seated', speedMPerS: 2.5 }])).results
      .events[0]!;
    expect(fall.fractures.length).toBeGreaterThan(0);
    expect(fall).not.toHaveProperty('brokenOffS');
  });
});
