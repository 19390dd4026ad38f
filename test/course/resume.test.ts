import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from '../../src/course/page/resume.ts';
import { writeTimespan } from '../../src/course/page/scormVersions.ts';

const QUIZ = { address: { quiz: '4711', questions: '6', answers: '101' }, done: 3, of: 6 };
const STORY = { address: { step: '4' }, done: 5, of: 8 };

describe('a place that a platform kept', () => {
  it('comes back as it was', () => {
    expect(readPlace('quiz', writePlace('quiz', QUIZ))).toEqual(QUIZ);
    expect(readPlace('story', writePlace('story', STORY))).toEqual(STORY);
  });

  it('is short enough for SCORM 1.2 at its longest', () => {
    const longest = {
      address: { quiz: '99999', questions: '22', answers: '1'.repeat(22) },
      done: 22,
      of: 22,
    };
    expect(writePlace('quiz', longest).length).toBeLessThan(4096);
    expect(readPlace('quiz', writePlace('quiz', longest))).toEqual(longest);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"columna":1,'],
    ['null', 'null'],
    ['another program’s', '{"bookmark":"slide7"}'],
    ['another lesson’s', writePlace('story', STORY)],
    ['a scenario', writePlace('quiz', { ...QUIZ, address: { ...QUIZ.address, s: 'x' } })],
    ['markup', writePlace('quiz', { ...QUIZ, address: { ...QUIZ.address, quiz: '"><script>' } })],
    ['more done than there is', writePlace('quiz', { ...QUIZ, of: 2 })],
    ['answers that were not given', writePlace('quiz', { ...QUIZ, done: 5 })],
  ])('is none: %s', (_, text) => {
    expect(readPlace('quiz', text)).toBeNull();
  });

  it('never throws, whatever was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPlace('quiz', text)).toBeNull();
      }),
    );
  });
});

it('writes times as SCORM 1.2 has them', () => {
  expect([0, 59.999, 61.5, 3661, 36_000_000].map(writeTimespan)).toEqual([
    '00:00:00.00',
    '00:01:00.00',
    '00:01:01.50',
    '01:01:01.00',
    '9999:00:00.00',
  ]);
});
