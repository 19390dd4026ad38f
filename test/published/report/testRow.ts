import { beforeAll, describe, expect, it } from 'vitest';
import { getLives } from './lives.ts';
import type { Outcome, PublishedRow } from './row.ts';
import { AS_IT_IS } from './setting.ts';

/**
 * Asserts of a row what must hold: its gates within their tolerance, and of all its figures that they are there and are numbers.
 *
 * @param complete whether nothing of the row may be missing
 * @param known gates that fail, for the reason that stands in the row's `failures`
 */
export function testRow(row: PublishedRow, complete = false, known: readonly string[] = []): void {
  describe(`${row.id} ${row.title}`, () => {
    let outcome: Outcome;
    beforeAll(async () => {
      outcome = row.compute(AS_IT_IS, row.needsCohort ? await getLives(AS_IT_IS) : []);
    }, 600_000);

    it('is computed and drawn', () => {
      expect(outcome.comparisons.length).toBeGreaterThan(0);
      for (const one of outcome.comparisons) {
        expect([one.quantity, Number.isFinite(one.model + one.published + one.error)]).toEqual([
          one.quantity,
          true,
        ]);
        expect(one.error).toBeCloseTo(one.model - one.published, 9);
        expect(one.holds).toBe(Math.abs(one.error) <= one.tolerance);
      }
      expect(outcome.draw()).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    });

    if (complete) it('is computed whole', () => expect(outcome.notComputed).toEqual([]));

    const check = (gate: string) => {
      const figure = outcome.comparisons.find((one) => one.quantity === gate);
      expect(figure).toMatchObject({ holds: true });
    };
    const kept = row.gates.filter((gate) => !known.includes(gate));
    if (kept.length > 0) it.each(kept)('gate: %s', check);
    // a gate known to fail is reported as such until the day it holds
    if (known.length > 0) it.fails.each(known)('gate, known to fail: %s', check);
  });
}
