import { describe, expect, it } from 'vitest';
import { calcCorrelation, calcRms, calcTotalVariation, fitLogRate } from './statistics.ts';

describe('the report’s statistics', () => {
  it('correlate, and take root mean squares', () => {
    expect(calcCorrelation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(calcCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(calcCorrelation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(calcRms([3, 4])).toBeCloseTo(Math.sqrt(12.5), 12);
  });

  it('tell distributions apart', () => {
    expect(calcTotalVariation([1, 1], [50, 50])).toBeCloseTo(0, 12);
    expect(calcTotalVariation([1, 0], [0, 9])).toBeCloseTo(1, 12);
    expect(calcTotalVariation([1, 3], [1, 1])).toBeCloseTo(0.25, 12);
  });

  it('find how a rate rises, whatever time each was watched', () => {
    const x = [-4, -3, -2, -1, 0, 1];
    const years = [1, 3, 10, 12, 5, 2];
    const counts = x.map((value, i) => years[i]! * Math.exp(-3 - 0.7 * value));
    expect(fitLogRate(x, counts, years)).toBeCloseTo(-0.7, 8);
  });
});
