import { SECTION_LAYERS, SECTION_RASTER, type SectionSnapshot } from '../../core/simulation/results/trace.ts';

const CELLS = SECTION_RASTER * SECTION_RASTER;
/** Greatest extent of the cloud, as a fraction of the body's half axes: it does not touch the shell. */
const WITHIN = 0.93;
const M3_PER_ML = 1e-6;

/**
 * Cloud of cement: the ellipsoid with the proportions of the filled cells and the injected volume; where it would leave the body it
 * extends in the other directions.
 *
 * @param body half depth, height and half width, m
 * @param out centre's height, half depth, half height, half width, m
 */
export function writeCementCloud(
  { cement }: SectionSnapshot,
  volumeMl: number,
  body: ArrayLike<number>,
  out: Float32Array,
): void {
  let total = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let zz = 0;
  for (let layer = 0; layer < SECTION_LAYERS; layer++)
    for (let cell = 0; cell < CELLS; cell++) {
      const filled = cement[layer * CELLS + cell]!;
      const x = (((cell % SECTION_RASTER) + 0.5) / SECTION_RASTER) * 2 - 1;
      const z = ((Math.floor(cell / SECTION_RASTER) + 0.5) / SECTION_RASTER) * 2 - 1;
      // cells outside the end plate repeat those inside
      if (filled === 0 || x * x + z * z > 1) continue;
      const y = (layer + 0.5) / SECTION_LAYERS - 0.5;
      total += filled;
      meanY += filled * y;
      xx += filled * x * x;
      yy += filled * y * y;
      zz += filled * z * z;
    }
  out.fill(0);
  if (total === 0 || volumeMl <= 0) return;
  meanY /= total;
  // plus the spread within a layer
  const spreadY = yy / total - meanY * meanY + 1 / (12 * SECTION_LAYERS * SECTION_LAYERS);
  const height = body[1]!;
  const spread = [
    Math.sqrt(xx / total) * body[0]!,
    Math.sqrt(spreadY) * height,
    Math.sqrt(zz / total) * body[2]!,
  ];
  const most = [WITHIN * body[0]!, WITHIN * height * (0.5 - Math.abs(meanY)), WITHIN * body[2]!];
  const halves = fitHalves(spread, most, (3 * volumeMl * M3_PER_ML) / (4 * Math.PI));
  out.set([meanY * height, ...halves]);
}

/** Half axes in proportion to a spread, with a given product, each no greater than its maximum where the others allow it. */
function fitHalves(spread: readonly number[], most: readonly number[], product: number): number[] {
  const full = [false, false, false];
  const halves = [0, 0, 0];
  for (let round = 0; round < 3; round++) {
    let left = product;
    let free = 1;
    let count = 0;
    for (let axis = 0; axis < 3; axis++)
      if (full[axis]) left /= most[axis]!;
      else {
        free *= spread[axis]!;
        count++;
      }
    const scale = count > 0 ? (left / free) ** (1 / count) : 0;
    for (let axis = 0; axis < 3; axis++) halves[axis] = full[axis] ? most[axis]! : scale * spread[axis]!;
    const over = halves.findIndex((half, axis) => !full[axis] && half > most[axis]!);
    if (over < 0) break;
    for (let axis = 0; axis < 3; axis++) if (halves[axis]! > most[axis]!) full[axis] = true;
  }
  return halves.map((half, axis) => Math.min(half, most[axis]!));
}
