/** The vertebral body and the canal behind it. mm; x anterior, y up, z right, origin at the centre of the body. */
import type { Landmarks } from './landmarks.ts';
import { clamp, ellipsoid, FAR_MM, lerp, type Solid, smoothMax, superellipse } from './primitives.ts';
import { isLumbar, type VertebraShape } from './tables.ts';

/** Fraction of the half width lost at mid-height, sides and front (source: widths of bodyparts3d_measured.csv). */
const WAIST = { chest: { sides: 0.07, front: 0.07 }, loins: { sides: 0.1, front: 0.08 } };
/** Rounding of the end plate's rim, mm. */
const RIM_ROUNDING_MM = 1;
/** Distance of the body's rear corners behind the middle of its posterior wall, which the canal hollows, mm. */
const BACK_CORNER_MM = 2;

interface Outline {
  readonly halfWidth: number;
  readonly front: number;
  readonly back: number;
}

/** Fraction of full size at relative height s (−1 lower rim … 1 upper rim): the flare is towards the rims. */
const waist = (narrowing: number, s: number): number => 1 - narrowing * (1 - Math.abs(s) ** 1.7);

function outlineAt({ dimensions: d }: VertebraShape, s: number, waisted: boolean): Outline {
  const { sides, front } = isLumbar(d.level) ? WAIST.loins : WAIST.chest;
  const t = (s + 1) / 2;
  const halfWidth = lerp(d.lowerWidthMm, d.upperWidthMm, t) / 2;
  const halfDepth = lerp(d.lowerDepthMm, d.upperDepthMm, t) / 2;
  return {
    halfWidth: halfWidth * (waisted ? waist(sides, s) : 1),
    front: halfDepth * (waisted ? waist(front, s) : 1),
    back: halfDepth + BACK_CORNER_MM,
  };
}

/** Position of the greatest width behind the middle, as a fraction of the half depth: a kidney-shaped outline. */
const WIDEST_BEHIND = 0.13;

/** Horizontal distance to the body's outline: rounded in front, squarer behind. */
function side(x: number, z: number, { halfWidth, front, back }: Outline, lumbar: boolean): number {
  const shift = WIDEST_BEHIND * front;
  const at = x + shift;
  return at > 0
    ? superellipse(at, z, front + shift, halfWidth, lumbar ? 2.4 : 2.2)
    : superellipse(at, z, back - shift, halfWidth, lumbar ? 2.9 : 2.7);
}

/**
 * Height of an end plate over its rim's plane: hollow in the middle, level at the ring that carries the disc's fibres.
 */
function hollow(x: number, z: number, depthMm: number, outline: Outline, lumbar: boolean): number {
  const inward = -side(x, z, outline, lumbar) / Math.min(outline.halfWidth, outline.back);
  const ring = clamp((inward - 0.12) / 0.6, 0, 1);
  return -depthMm * ring * ring * (3 - 2 * ring);
}

export interface EndplateShape {
  /** Depth of the hollow in the middle, mm. */
  readonly hollowMm: number;
  /** Rise of the side edges over the middle, mm (T1 has the last of the neck's uncinate lips). */
  readonly lipMm: number;
}

export function vertebralBody(shape: VertebraShape, at: Landmarks): Solid {
  const half = at.heightMm / 2;
  const tilt = Math.tan(at.halfWedgeRad);
  const level = Math.cos(at.halfWedgeRad);
  const upper: EndplateShape = {
    hollowMm: at.lumbar ? 0.7 : 0.6,
    lipMm: shape.dimensions.level === 'T1' ? 2 : 0,
  };
  const lower: EndplateShape = { hollowMm: at.lumbar ? 1.5 : 1, lipMm: 0 };
  const upperRim = outlineAt(shape, 1, false);
  const lowerRim = outlineAt(shape, -1, false);
  return (x, y, z) => {
    const above = Math.abs(y) - half - 3;
    if (above > FAR_MM) return above;
    const s = clamp(y / half, -1, 1);
    const wall = side(x, z, outlineAt(shape, s, true), at.lumbar);
    if (wall > FAR_MM) return wall;
    const lip = upper.lipMm * (z / upperRim.halfWidth) ** 4;
    const top = (y - half - x * tilt - lip - hollow(x, z, upper.hollowMm, upperRim, at.lumbar)) * level;
    const bottom = (-y - half - x * tilt - hollow(x, z, lower.hollowMm, lowerRim, at.lumbar)) * level;
    return smoothMax(wall, Math.max(top, bottom), RIM_ROUNDING_MM * 2);
  };
}

/** Vertebral canal as a hole from top to bottom: round in thoracic levels, wider and triangular in lumbar ones. */
export function vertebralCanal(shape: VertebraShape, at: Landmarks): Solid {
  const { canalWidthMm, canalDepthMm, upperDepthMm, lowerDepthMm } = shape.dimensions;
  const taper = at.lumbar ? 0.3 : 0.1;
  const halfDepth = canalDepthMm / 2;
  // so that the widest place of the tapered outline has the tabled width
  const halfWidth = canalWidthMm / 2 / (1 + 0.6 * taper * taper);
  return (x, y, z) => {
    const t = clamp(y / at.heightMm + 0.5, 0, 1);
    const fromCentre = x + lerp(lowerDepthMm, upperDepthMm, t) / 2 + halfDepth;
    const widening = 1 + taper * clamp(fromCentre / halfDepth, -1, 1);
    return superellipse(fromCentre, z / widening, halfDepth, halfWidth, 2.15);
  };
}

/** Opening for the veins at the back of the body, in the midline: a broad low hole, on each side of a ridge. */
export function basivertebralForamen(at: Landmarks): Solid {
  const size = at.heightMm / 24;
  return ellipsoid([at.wallX + 0.2, 0, 1.6 * size], [2.6 * size, 1.8 * size, 2.8 * size]);
}
