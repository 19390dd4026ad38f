import { expect, it } from 'vitest';
import { LEVEL_COUNT, levelIndex } from '../../src/core/anatomy/levels.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import type { SessionState } from '../../src/runtime/session/session.ts';
import { paintLoad } from '../../src/scene/stage/loadPaint.ts';
import { LIFT, run, scenario } from '../core/support.ts';

it('keeps a bone that gave way in its colour when she has let go', () => {
  const computed = run(scenario(-4, [LIFT]));
  const { trace } = computed;
  const shown = { scenario: scenario(-4, [LIFT]), run: computed, peaks: calcPeaks(computed) };
  const state = { shown, previewTScore: null, bones: null } as unknown as SessionState;
  const broken = levelIndex(trace.fractures[0]!.level);
  const paint = (timeS: number) => {
    const tints = new Float32Array(4 * LEVEL_COUNT);
    paintLoad(state, timeS, true, tints);
    return [...tints.subarray(4 * broken, 4 * broken + 4)];
  };
  const collapsed = paint(trace.durationS);
  // crimson: red without green, at its whole strength, as the bar at its limit
  expect(collapsed[0]! / collapsed[1]!).toBeGreaterThan(8);
  expect(collapsed[3]).toBe(1);
  expect(paint(0)[1]).toBeGreaterThan(2 * collapsed[1]!);
});
