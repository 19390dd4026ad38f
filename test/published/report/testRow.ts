import { beforeAll, describe, expect, it } from 'vitest';
import { getLives } from './lives.ts';
import type { Outcome, PublishedRow } from './row.ts';
import { AS_IT_IS } from './setting.ts';

/**
 * Asserts of a row what must hold: its gates within their tolerance, and of all its figures that they are there and are numbers.
 *
 * @param complete whether nothing of the row may be missing
 * @param missed gates that are known to fail, with the reason in the row's `failures`; a test fails where one holds again
 */
export function testRow(row: PublishedRow, complete = false, missed: readonly string[] = []): void {
  describe(`${row.id} ${row.title}`, () => {
    let outcome: Outcome;
    beforeAll(async () => {
      outcome = row.compute(AS_IT_IS, row.needsCohort ? await getLives(AS_IT_IS) : []);
    }, 1_800_000);

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

    if (row.gates.length > 0)
      for (const gate of row.gates)
        (missed.includes(gate) ? it.fails : it)(`gate: ${gate}`, () => {
          const figure = outcome.comparisons.find((one) => one.quantity === gate);
          expect(figure).toMatchObject({ holds: true });
        });
  });
}
