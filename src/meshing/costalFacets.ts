/**
 * The thoracic vertebrae's facets for the ribs, right side, mm in the vertebra's frame. A head sits across the disc
 * above its vertebra (T2 … T9) or on the body and pedicle of its own (T1, T10 … T12); a tubercle sits on the front of the
 * transverse process (T1 … T10).
 */
import type { Landmarks } from './landmarks.ts';
import { add, ellipsoid, type Point, type Solid } from './primitives.ts';
import type { VertebraShape } from './tables.ts';

interface CostalFacet {
  /** Middle of the hollow, just outside the bone. */
  readonly centre: Point;
  readonly radii: Point;
}

const ribOf = (shape: VertebraShape): number =>
  shape.dimensions.level.startsWith('T') ? Number(shape.dimensions.level.slice(1)) : 0;

function bodyFacets(shape: VertebraShape, at: Landmarks): CostalFacet[] {
  const rib = ribOf(shape);
  const { dimensions: d } = shape;
  const half = at.heightMm / 2;
  const corner = (halfWidth: number, y: number): Point => [at.wallX + 2.5, y, halfWidth + 0.6];
  if (rib >= 10)
    return [{ centre: [at.wallX - 0.5, half * 0.49, d.upperWidthMm * 0.47 + 1.8], radii: [5, 5, 2.6] }];
  const upper: CostalFacet =
    rib === 1
      ? { centre: corner(d.upperWidthMm / 2, half * 0.5), radii: [4.5, 4, 1.8] }
      : { centre: corner(d.upperWidthMm / 2, half + 0.5), radii: [5, 5.5, 2] };
  const lower: CostalFacet = { centre: corner(d.lowerWidthMm / 2, -half - 1), radii: [4, 4.5, 1.8] };
  return rib === 9 ? [upper] : [upper, lower];
}

function tubercleFacet(shape: VertebraShape, at: Landmarks): CostalFacet[] {
  const rib = ribOf(shape);
  if (rib < 1 || rib > 10) return [];
  // the upper ones look forward, from the seventh rib on they tilt upwards
  const up = rib > 6 ? 2.2 : 0.6;
  const front = shape.arch.transverseThicknessMm / 2 + 0.8;
  return [{ centre: add(at.transverseTip, [front, up, -0.8]), radii: [2.2, 3.6, 3.8] }];
}

/** Shallow hollows to be taken out of the bone. */
export const costalFacets = (shape: VertebraShape, at: Landmarks): Solid[] =>
  ribOf(shape) === 0
    ? []
    : [...bodyFacets(shape, at), ...tubercleFacet(shape, at)].map(({ centre, radii }) =>
        ellipsoid(centre, radii),
      );
