/** Parts that the neck's vertebrae share, right side, mm; x anterior, y up, z right. */
import type { FacetFrame } from './landmarks.ts';
import { NECK_JOINT_GAP_MM } from './neckTables.ts';
import {
  add,
  clamp,
  dot,
  ellipsoid,
  lerp,
  midlinePlate,
  type Point,
  radians,
  type Solid,
  slab,
  smoothMax,
  smoothStep,
  smoothSubtraction,
  smoothUnion,
  subtract,
  superellipse,
} from './primitives.ts';

const UP: Point = [0, 1, 0];

/** A rounded bar through some points, its cross-section upright if `halfHeight` is given. */
export function bar(points: readonly Point[], radius: number, halfHeight = 0, blend = 1.5): Solid {
  const pieces = points
    .slice(1)
    .map((to, i) =>
      slab({ from: points[i]!, to, side: UP, half: [halfHeight, halfHeight], radius: [radius, radius] }),
    );
  return smoothUnion(blend, ...pieces);
}

/** Distance beyond a plane: positive on the side the normal points to. */
export const beyond =
  (point: Point, normal: Point): Solid =>
  (x, y, z) =>
    dot(subtract([x, y, z], point), normal);

const ROUNDING_MM = 2.4;

/** The block between two facets: its roof looks up and back, its floor down and forward. */
export function articularPillar(upper: FacetFrame, lower: FacetFrame, widthMm: number, leanMm = 0): Solid {
  const roof = beyond(add(upper.centre, upper.normal, -NECK_JOINT_GAP_MM / 2), upper.normal);
  const floor = beyond(add(lower.centre, lower.normal, NECK_JOINT_GAP_MM / 2), lower.normal);
  const halfLength = (upper.heightMm / 2) * upper.up[0] + 0.9;
  const [top, bottom] = [upper.centre, lower.centre];
  const lowest = bottom[1] - 1.2;
  return (x, y, z) => {
    const t = (y - bottom[1]) / (top[1] - bottom[1]);
    const section = superellipse(
      x - lerp(bottom[0], top[0], t),
      z - lerp(bottom[2], top[2], t) - leanMm,
      halfLength,
      widthMm / 2,
      2.6,
    );
    const between = smoothMax(roof(x, y, z), -floor(x, y, z), ROUNDING_MM * 0.6);
    return smoothMax(smoothMax(between, lowest - y, ROUNDING_MM), section, ROUNDING_MM * 0.7);
  };
}

/** Canal behind a body's wall, whose position changes with the height: triangular, its base against the body. */
export function neckCanal(
  wallXAt: (y: number) => number,
  depthMm: number,
  widthMm: number,
  taper: number,
): Solid {
  const halfDepth = depthMm / 2;
  const halfWidth = widthMm / 2 / (1 + 0.6 * taper * taper);
  return (x, y, z) => {
    const fromCentre = x - wallXAt(y) + halfDepth;
    const widening = 1 + taper * clamp(fromCentre / halfDepth, -1, 1);
    return superellipse(fromCentre, z / widening, halfDepth, halfWidth, 2.2);
  };
}

/** Half of the arch's roof from the pillar to the midline: thin, leaning back as it goes down. */
export function neckLamina(outer: Point, middle: Point, heightMm: number, thicknessMm: number): Solid {
  const radius = thicknessMm / 2;
  const half = heightMm / 2 - radius;
  return slab({
    from: outer,
    to: middle,
    side: [-0.25, -1, 0],
    half: [half * 0.9, half],
    radius: [radius, radius],
  });
}

export interface NeckSpine {
  /** Where the laminae meet, at half their height. */
  readonly root: Point;
  /** Middle of the free end. */
  readonly tip: Point;
  readonly rootHeightMm: number;
  readonly tipHeightMm: number;
  /** Half the distance between the two tips, 0 = one knob. */
  readonly bifidMm: number;
}

/** A short blade that ends in two tubercles with a furrow between them, or in one knob. */
export function neckSpinousProcess({ root, tip, rootHeightMm, tipHeightMm, bifidMm }: NeckSpine): Solid {
  const thickness = 1.7;
  const [rootHalf, tipHalf] = [rootHeightMm / 2 - thickness, tipHeightMm / 2 - thickness];
  const end = tip[0] + thickness;
  const blade = midlinePlate(
    [
      [root[0] + 1, root[1] + rootHalf - 0.6],
      [end + 2, tip[1] + tipHalf + 0.4],
      [end, tip[1] + tipHalf - 1],
      [end + 0.5, tip[1] - tipHalf],
      [end + 5, tip[1] - tipHalf + 2],
      // hollow under the root, where the next bone's spine comes up in extension of the neck
      [root[0] - 1, root[1] - rootHalf + 2],
    ],
    (x) => {
      const t = clamp((x - root[0]) / (tip[0] - root[0]), 0, 1);
      return thickness + 2 * (1 - smoothStep(0, 0.45, t)) + (bifidMm > 0 ? 0.6 : 1.2) * smoothStep(0.6, 1, t);
    },
  );
  if (bifidMm === 0) return blade;
  const tubercle = slab({
    from: [end + 7, tip[1] - tipHalf * 0.2, 0.5],
    to: [end + 0.6, tip[1] - tipHalf * 0.7, bifidMm],
    side: UP,
    half: [0.6, 0.6],
    radius: [1.6, 1.8],
  });
  const furrow = ellipsoid([end - 1, tip[1] - tipHalf - 2.2, 0], [8, 3.2, bifidMm * 0.7]);
  return smoothSubtraction(1, smoothUnion(1.5, blade, tubercle), furrow);
}

/** End of a spinous process of the tabled length: from the middle of the canal, falling by an angle. */
export function neckSpinousTip(canalMiddleX: number, lengthMm: number, declinationDeg: number): Point {
  const fall = radians(declinationDeg);
  return [canalMiddleX - lengthMm * Math.cos(fall), -lengthMm * Math.sin(fall), 0];
}
