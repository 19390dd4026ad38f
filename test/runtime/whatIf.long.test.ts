import { expect, it } from 'vitest';
import { findBreakingTScore, givesWay } from '../../src/runtime/session/whatIf.ts';
import { compute, create, createTrials, testRescues } from './whatIfTrials.ts';

testRescues('fall-seated');

it('what would have broken a level that held does, and a tenth of a T-score more does not', async () => {
  const scenario = create(-2, 'fall-seated');
  expect(givesWay(compute(scenario), 'L1', 'last')).toBe(false);
  const tScore = (await findBreakingTScore(scenario, 'L1', createTrials()))!;
  const at = (t: number) => compute({ ...scenario, patient: { ...scenario.patient, tScore: t } });
  expect(givesWay(at(tScore), 'L1', 'any')).toBe(true);
  expect(givesWay(at(tScore + 0.1), 'L1', 'any')).toBe(false);
});
