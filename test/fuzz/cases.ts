import { expect, it } from 'vitest';
import { findBroken } from './check.ts';
import { drawScenario } from './randomScenario.ts';

/** Numbers of cases of `npm run fuzz`, which takes as many as asked for: a few quick ones, and those of the long run. */
export const OFTEN_TRIED = [6, 8, 10, 12] as const;
export const SELDOM_TRIED = [7, 9, 11, 13] as const;

export function testCases(numbers: readonly number[]): void {
  it.each(numbers)('nothing breaks in what anyone might do: %d', (number) => {
    expect(findBroken(drawScenario(7, number))).toEqual([]);
  });
}
