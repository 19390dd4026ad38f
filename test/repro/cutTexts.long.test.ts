import { it } from 'vitest';
import { expectWholeTexts, SELDOM_TRIED } from './cutTexts.ts';

it('no choice is cut off and nothing lies over another, in the other languages', () =>
  expectWholeTexts(SELDOM_TRIED));
