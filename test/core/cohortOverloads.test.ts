import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { findBreakingOverload } from '../../src/core/simulation/cohort/breakingOverload.ts';
import { DAILY_ACTS } from '../../src/core/simulation/cohort/dailyLife.ts';

describe('overloads.json', () => {
  // it holds outputs of the model: where this fails, the mechanics have changed and npm run overloads measures it anew
  it.each([
    ['fall-seated', 'T12'],
    ['lift-from-floor', 'T8'],
    ['hold-at-reach', 'L3'],
  ] as const)('says what the model does: %s, %s', (id, level) => {
    const act = DAILY_ACTS.find((row) => row.id === id)!;
    expect(act.breaksAt[levelIndex(level)]).toBe(findBreakingOverload(act, levelIndex(level)));
  });
});
