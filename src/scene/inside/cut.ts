import type { PressedBody } from '../../core/simulation/inside/pressing.ts';
import type { Cut } from '../../runtime/inside/picture.ts';

/** Grid of points of a surface, rows × columns, as the body is without load: x, y, z of each, mm. */
export interface Patch {
  readonly rows: number;
  readonly columns: number;
  readonly at: Float32Array;
}

/** Surfaces of a body that is cut: the cut face, its wall, and its end plates. */
export interface CutBody {
  readonly face: Patch;
  readonly wall: Patch;
  readonly plates: readonly Patch[];
}

/** Points of a face along the cut and up, and of what is round it. */
const ALONG = 72;
const ACROSS = 48;
const ROUND = 80;
const UP = 24;
/** Part of the body's half width to which a plane may go. */
const FURTHEST = 0.96;

type Place = readonly [x: number, z: number];

function createPatch(
  rows: number,
  columns: number,
  place: (row: number, column: number) => readonly [number, number, number],
): Patch {
  const at = new Float32Array(3 * rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) at.set(place(r / (rows - 1), c / (columns - 1)), 3 * (r * columns + c));
  return { rows, columns, at };
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

export function cutBody(body: PressedBody, cut: Cut): CutBody {
  return cut.isLevel ? cutLevel(body, cut.place) : cutUpright(body, cut);
}

/** Heights of the two faces at a place, mm. */
function calcFaces({ depthMm, widthMm, lowerMm, upperMm, dishMm }: PressedBody, [x, z]: Place): Place {
  const r2 = ((2 * x) / depthMm) ** 2 + ((2 * z) / widthMm) ** 2;
  const dish = dishMm * Math.max(0, 1 - r2);
  return [lowerMm + dish, upperMm - dish];
}

function cutUpright(body: PressedBody, { turnRad, place }: Cut): CutBody {
  const { depthMm, widthMm, lowerMm, upperMm } = body;
  const [a, b] = [depthMm / 2, widthMm / 2];
  const normal: Place = [Math.sin(turnRad), Math.cos(turnRad)];
  const along: Place = [normal[1], -normal[0]];
  // in the plane of the ellipse stretched to a circle, the cut is a chord at a distance from the middle
  const reach = Math.hypot(a * normal[0], b * normal[1]);
  const away = Math.max(-FURTHEST, Math.min(FURTHEST, place));
  const half = Math.acos(away);
  const middle = Math.atan2((b * normal[1]) / reach, (a * normal[0]) / reach);
  const onRim = (angle: number): Place => [a * Math.cos(angle), b * Math.sin(angle)];
  // the chord from its end on the side of −along to that of +along; the arc that is kept between the same ends
  let [from, to] = [middle - half, middle + half - 2 * Math.PI];
  const start = onRim(from);
  if (start[0] * along[0] + start[1] * along[1] > 0)
    [from, to] = [middle + half, middle - half + 2 * Math.PI];
  const [p, q] = [onRim(from), onRim(to)];
  const chord = (t: number): Place => [mix(p[0], q[0], t), mix(p[1], q[1], t)];
  const arc = (t: number): Place => onRim(mix(from, to, t));
  return {
    face: createPatch(ACROSS, ALONG, (up, t) => {
      const at = chord(t);
      const [low, high] = calcFaces(body, at);
      return [at[0], mix(low, high, up), at[1]];
    }),
    wall: createPatch(UP, ROUND, (up, t) => {
      const [x, z] = arc(t);
      return [x, mix(lowerMm, upperMm, up), z];
    }),
    plates: [0, 1].map((which) =>
      createPatch(UP, ROUND, (u, t) => {
        const [c, r] = [chord(t), arc(t)];
        const at: Place = [mix(c[0], r[0], u), mix(c[1], r[1], u)];
        return [at[0], calcFaces(body, at)[which]!, at[1]];
      }),
    ),
  };
}

/** Part of the height between the dishes within which a level plane stays. */
const LEVEL_REACH = 0.98;

function cutLevel(body: PressedBody, place: number): CutBody {
  const { depthMm, widthMm, lowerMm, upperMm, dishMm } = body;
  const high = mix(lowerMm + dishMm, upperMm - dishMm, (1 + LEVEL_REACH * place) / 2);
  const at = (radius: number, t: number): Place => {
    const angle = 2 * Math.PI * t;
    return [(depthMm / 2) * radius * Math.cos(angle), (widthMm / 2) * radius * Math.sin(angle)];
  };
  const disc = (height: (at: Place) => number) =>
    createPatch(ACROSS, ROUND, (radius, t) => {
      const [x, z] = at(radius, t);
      return [x, height([x, z]), z];
    });
  return {
    face: disc(() => high),
    wall: createPatch(UP, ROUND, (up, t) => {
      const [x, z] = at(1, t);
      return [x, mix(lowerMm, high, up), z];
    }),
    plates: [disc((where) => calcFaces(body, where)[0]!)],
  };
}
