import { expect, it } from 'vitest';
import { QUIZ_SOURCES } from '../../src/modes/quiz/sources.ts';
import { SOURCES } from '../../src/panels/sheets/sourceTable.ts';
import { testKinds } from './quizPosed.ts';

testKinds(0);

it('names sources that there are', () => {
  const keys = Object.values(QUIZ_SOURCES).flatMap((source) => ('source' in source ? [source.source] : []));
  expect(keys.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
});
