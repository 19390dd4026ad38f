import table from '../../../models/vertebrae.json' with { type: 'json' };
import { LEVELS, type Level } from './levels.ts';

/** Dimensions of one vertebra, mm (source: models/vertebrae.json). */
export interface VertebraDimensions {
  readonly level: Level;
  readonly upperWidthMm: number;
  readonly lowerWidthMm: number;
  readonly upperDepthMm: number;
  readonly lowerDepthMm: number;
  readonly posteriorHeightMm: number;
  readonly anteriorHeightMm: number;
  readonly canalWidthMm: number;
  readonly canalDepthMm: number;
  readonly pedicleWidthMm: number;
  readonly pedicleHeightMm: number;
  /** Tip to tip over the transverse processes. */
  readonly transverseSpanMm: number;
  /** From the body to the tip of the spinous process; where the meshes measure it from stands in `meshing`. */
  readonly spinousLengthMm: number;
}

/** The reference adult's vertebrae, T1 … L5: the people of the source's tables, neither sex. */
export const REFERENCE_VERTEBRAE: readonly VertebraDimensions[] = LEVELS.map((level) => {
  const row = table.vertebrae.find((vertebra) => vertebra.level === level);
  if (!row) throw new Error(`models/vertebrae.json has no row for ${level}`);
  return { ...row, level };
});
