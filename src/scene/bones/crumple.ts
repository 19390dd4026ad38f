import { SECTION_LAYERS, SECTION_RASTER, type SectionSnapshot } from '../../core/simulation/results/trace.ts';

const CELLS = SECTION_RASTER * SECTION_RASTER;
/** Crush of a column from which its layers are drawn with their own crush, mm; below, they share the loss equally. */
const OWN_FROM_MM = 0.05;

/** Centre of a raster's cell along one axis, as a fraction of the half depth or half width. */
const centreOf = (cell: number): number => ((cell + 0.5) / SECTION_RASTER) * 2 - 1;

/**
 * Height that each layer of each column has lost in the body's present shape: together the distance that the two end plates have come
 * closer there, which is what findings measure, divided as the layers were crushed. (The columns' own crush is more in one place
 * and less in another, by the elastic part.)
 *
 * @param outMm layer × raster, in the order of `SectionSnapshot.crushMm`
 */
export function writeCrumple(
  { crushMm, shorteningMm, wedgeRad, lateralWedgeRad, plateDeflectionMm }: SectionSnapshot,
  halfDepthMm: number,
  halfWidthMm: number,
  outMm: Float32Array,
): void {
  for (let iz = 0; iz < SECTION_RASTER; iz++)
    for (let ix = 0; ix < SECTION_RASTER; ix++) {
      const x = centreOf(ix);
      const z = centreOf(iz);
      const deflection = plateDeflectionMm * Math.max(0, 1 - x * x - z * z);
      const nearer =
        shorteningMm + wedgeRad * halfDepthMm * x + lateralWedgeRad * halfWidthMm * z + deflection;
      const lost = Math.max(0, nearer);
      const cell = iz * SECTION_RASTER + ix;
      let crushed = 0;
      for (let layer = 0; layer < SECTION_LAYERS; layer++) crushed += crushMm[layer * CELLS + cell]!;
      const own = Math.min(1, crushed / OWN_FROM_MM);
      for (let layer = 0; layer < SECTION_LAYERS; layer++) {
        const share = crushed > 0 ? crushMm[layer * CELLS + cell]! / crushed : 0;
        outMm[layer * CELLS + cell] = lost * (own * share + (1 - own) / SECTION_LAYERS);
      }
    }
}
