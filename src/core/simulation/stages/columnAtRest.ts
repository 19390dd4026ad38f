import type { BodyShapes } from '../../anatomy/columnGeometry.ts';
import { applyShapes, type Column, createColumn } from '../../column/column.ts';
import type { Person } from '../patient/person.ts';

/**
 * Column in this person's shape, with its discs' tissues at rest as in quiet standing.
 *
 * @param solver the column's own, unless a benchmark compares another
 */
export function createColumnAtRest(
  { model, standing }: Person,
  shapes: BodyShapes,
  stepS: number,
  solver?: Parameters<typeof createColumn>[2],
): Column {
  const column = createColumn(model, stepS, solver);
  applyShapes(column, shapes);
  column.discs.forEach((disc, i) => {
    disc.restFlexionRad = standing.posture.flexionRad[i]!;
    disc.restHeightM = standing.restHeightM[i]!;
    disc.restShearM = standing.restShearM[i]!;
  });
  return column;
}
