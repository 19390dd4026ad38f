import { expect, it } from 'vitest';
import { spreadOut } from '../../src/panels/chart/spreadOut.ts';

it('leaves places alone that are far enough apart', () => {
  expect(spreadOut([0, 10, 25], 10)).toEqual([0, 10, 25]);
});

it('spreads crowded ones round their middle, and keeps their order', () => {
  expect(spreadOut([100, 100, 100], 10)).toEqual([90, 100, 110]);
  const places = spreadOut([0, 1, 2, 40, 41, 80], 12);
  for (let i = 1; i < places.length; i++)
    expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(12 - 1e-9);
  // the residuals of each crowd sum to nothing: no better place can be had
  expect(places[0]! + places[1]! + places[2]!).toBeCloseTo(3, 9);
  expect(places[5]).toBe(80);
});
