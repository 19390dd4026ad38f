import { it } from 'vitest';
import { expectWholeTexts, OFTEN_TRIED } from './cutTexts.ts';

it('no choice is cut off and nothing lies over another, in the longest words and from right to left', () =>
  expectWholeTexts(OFTEN_TRIED));
