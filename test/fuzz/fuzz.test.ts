import { expect, it } from 'vitest';
import { OFTEN_TRIED, testCases } from './cases.ts';
import { findBroken } from './check.ts';

testCases(OFTEN_TRIED);

it('what is no scenario is found', () => {
  expect(findBroken({ version: 1, patient: {}, events: [] })[0]).toMatch(/^refused: patient/);
});
