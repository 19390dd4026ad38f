import { expect, it } from 'vitest';
import { findBroken } from './check.ts';
import { drawScenario } from './randomScenario.ts';

// a few quick ones of the cases of `npm run fuzz`, which takes as many as asked for
it.each([6, 7, 8, 9, 10, 11, 12, 13])('nothing breaks in what anyone might do: %d', (number) => {
  expect(findBroken(drawScenario(7, number))).toEqual([]);
});

it('what is no scenario is found', () => {
  expect(findBroken({ version: 1, patient: {}, events: [] })[0]).toMatch(/^refused: patient/);
});
