import { describe, expect, it } from 'vitest';
import { calcAngleDeg, HALF_LINE_MM, moveEnd } from '../../src/modes/quiz/lines.ts';
import { KINDS } from '../../src/modes/quiz/question.ts';
import { getKinds, isRight, type Round, readOutcomes, writeOutcomes } from '../../src/modes/quiz/round.ts';
import { readRoundAddress } from '../../src/modes/quiz/roundAddress.ts';

const read = (search: string, hash = '') => readRoundAddress({ search, hash });
const SHORT: Round = { seed: 42, length: 6 };

describe('a round', () => {
  it('has its kinds from its number alone, in a lesson’s order and each once', () => {
    for (let seed = 0; seed < 200; seed++) {
      const kinds = getKinds({ seed, length: 6 });
      expect(new Set(kinds).size).toBe(6);
      expect(kinds).toEqual(KINDS.filter((kind) => kinds.includes(kind)));
      expect(getKinds({ seed, length: 6 })).toEqual(kinds);
    }
    expect(getKinds({ seed: 7, length: KINDS.length })).toEqual(KINDS);
  });

  it('counts the vertebra beside, and an angle within two readings of one radiograph', () => {
    expect(
      ['T11', 'T12', 'L1', 'L2', ''].map((given) => isRight({ type: 'level', right: 'T12' }, given)),
    ).toEqual([true, true, true, false, false]);
    const angle = { type: 'angle', right: 50, tolerance: 7 } as const;
    expect([43, 57, 42.9, 57.1, Number.NaN].map((given) => isRight(angle, given))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the address', () => {
  it.each([[[]], [[true]], [[true, false, true, true, false, false]]])('brings back %j', (outcomes) => {
    expect(readOutcomes(writeOutcomes(outcomes), SHORT)).toEqual(outcomes);
    expect(read(`?quiz=42&questions=6&answers=${writeOutcomes(outcomes)}`)).toEqual({
      round: SHORT,
      outcomes,
      sent: null,
      refused: null,
    });
  });

  it('brings a score that was passed on, once it is whole', () => {
    expect(read('?quiz=42&questions=6', '#score=101100').sent).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('says nothing where it has nothing', () => {
    expect(read('?mode=quiz')).toEqual({ round: null, outcomes: null, sent: null, refused: null });
  });

  it.each([
    '?quiz=-1',
    '?quiz=1e3',
    '?quiz=123456',
    '?quiz=<script>',
    '?quiz=',
    '?quiz=42&questions=7',
    '?quiz=42&questions=1e9',
    '?quiz=42&questions=NaN',
    '?quiz=42&questions=6&answers=1111111',
    '?quiz=42&questions=6&answers=12',
    `?quiz=42&questions=6&answers=${'1'.repeat(100_000)}`,
    '?answers=1',
  ])('refuses the round of %.40s', (search) => {
    expect(read(search)).toMatchObject({ outcomes: null, sent: null, refused: 'refused.round' });
  });

  it.each([
    ['?quiz=42&questions=6', '#score=10110'],
    ['?quiz=42&questions=6', '#score=1011001'],
    ['?quiz=42&questions=6', '#score=10110x'],
    ['?quiz=42&questions=6', '#score='],
    ['', '#score=101100'],
    ['?quiz=nonsense', '#score=101100'],
  ])('refuses the score of %s%s', (search, hash) => {
    expect(read(search, hash)).toMatchObject({ sent: null, refused: 'refused.score' });
  });
});

describe('lines over the radiograph', () => {
  it('tilt about the end that stays', () => {
    const line = moveEnd({ heightMm: 0, tiltDeg: 0 }, 'front', -2 * HALF_LINE_MM * Math.tan(Math.PI / 9));
    expect(line.tiltDeg).toBeCloseTo(-20, 9);
    expect(line.heightMm).toBeCloseTo(-HALF_LINE_MM * Math.tan(Math.PI / 9), 9);
    const back = line.heightMm - HALF_LINE_MM * Math.tan((line.tiltDeg * Math.PI) / 180);
    expect(back).toBeCloseTo(0, 9);
  });

  it('measure a round back as positive', () => {
    const lines = { upper: { heightMm: 0, tiltDeg: -30 }, lower: { heightMm: -150, tiltDeg: 20 } };
    expect(calcAngleDeg(lines)).toBe(50);
    // the same angle read from the other side
    expect(calcAngleDeg({ upper: lines.lower, lower: lines.upper })).toBe(50);
  });
});
