import { expect, it } from 'vitest';
import { findBroken } from './check.ts';
import { drawScenario } from './randomScenario.ts';

// a few of the cases of `npm run fuzz`, which takes as many as asked for
it.each(Array.from({ length: 12 }, (_, number) => number))(
  'nothing breaks in what anyone might do: %d',
  (number) => {
    expect(findBroken(drawScenario(7, number))).toEqual([]);
  },
);

it('what is no scenario is found', () => {
  expect(findBroken({ version: 1, patient: {}, events: [] })[0]).toMatch(/^refused: patient/);
});
