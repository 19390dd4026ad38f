/** Sternum and rib cartilages, mm: drawn upright in the chest frame, seen from T4. */
import table from '../../models/meshing-thorax.json' with { type: 'json' };
import type { Level } from '../core/anatomy/levels.ts';
import type { BoneSolid } from './boneSolid.ts';
import { plate } from './plates.ts';
import {
  add,
  ellipsoid,
  normalise,
  type Point,
  radians,
  type Solid,
  smoothSubtraction,
  smoothUnion,
  subtract,
} from './primitives.ts';
import { ribLandmarks } from './rib.ts';
import { carried, carriedBox, chestPlace } from './standing.ts';
import { type Station, sweep } from './sweeps.ts';

type Part = (typeof table)['manubrium'];
const point = (row: readonly number[]): Point => [row[0]!, row[1]!, row[2]!];

/** A flat bone across the midline: the outline's right half and its mirror image. */
function midlineBone({ origin, pitchDeg, outline, relief }: Part): Solid {
  const pitch = radians(pitchDeg);
  const left = outline
    .filter(([u]) => u! > 0)
    .reverse()
    .map(([u, v]) => [-u!, v!]);
  return plate({
    origin: point(origin),
    u: [0, 0, 1],
    v: [Math.sin(pitch), -Math.cos(pitch), 0],
    outline: [...outline, ...left],
    relief: relief.flatMap((row) => (row[0] === 0 ? [row] : [row, [-row[0]!, ...row.slice(1)]])),
  });
}

/** Hollows of the bone where cartilages meet the sternum. */
const costalNotches = (): Solid[] =>
  table.cartilages.slice(0, 7).map(({ to }) => ellipsoid(add(point(to), [0, 0, 2.5]), [4.5, 6.5, 4]));

export type SternumPart = 'manubrium' | 'sternalBody' | 'xiphoid';

export function sternumPart(part: SternumPart): Solid {
  const { centre, radii } = table.clavicularNotch;
  const notches = part === 'manubrium' ? [ellipsoid(point(centre), point(radii))] : [];
  return smoothSubtraction(
    1.5,
    midlineBone(table[part]),
    ...[...notches, ...costalNotches()].map(mirrorHole),
  );
}

const mirrorHole =
  (hole: Solid): Solid =>
  (x, y, z) =>
    hole(x, y, Math.abs(z));

const onChest = (name: string, solid: Solid, low: Point, high: Point, triangles: number): BoneSolid => ({
  name,
  solid: carried(solid, chestPlace),
  deformWeight: () => 0,
  ...carriedBox(low, high, chestPlace),
  triangles,
  sampleMm: 1,
});

export function sternumSolid(): BoneSolid {
  const solid = smoothUnion(
    1.2,
    sternumPart('manubrium'),
    sternumPart('sternalBody'),
    sternumPart('xiphoid'),
  );
  return onChest('sternum', solid, [68, -150, -34], [160, 30, 34], 4000);
}

/** From the rib's end, in the rib's direction, to the sternum or the cartilage above. */
function cartilage({ level, via, to }: (typeof table.cartilages)[number]): Station[] {
  const [tall, thick] = table.cartilageHalfMm as [number, number];
  const { front } = ribLandmarks(level as Level);
  const path = [front, ...via.map(point), point(to)];
  const inwards: Point = normalise(subtract(path[1]!, front));
  return [add(front, inwards, 0.4), ...path.slice(1)].map(
    (at): Station => ({ at, wideMm: tall, thinMm: thick, side: [0, 1, 0] }),
  );
}

export const CARTILAGES = [1, 2, 3, 4, 5, 6, 7] as const;

/** Ribs 1 … 6 have a cartilage each; those of 8 … 10 join the seventh. */
export function cartilageSolid(rib: number): BoneSolid {
  const rows = table.cartilages.slice(rib - 1, rib === 7 ? undefined : rib).map(cartilage);
  const swept = rows.map((stations) => sweep(stations, { squareness: 2.2, cut: [true, false] }));
  const points = rows.flat().map(({ at }) => at);
  const reach = (k: 0 | 1 | 2, sign: 1 | -1): number =>
    sign * Math.max(...points.map((at) => sign * at[k])) + sign * 9;
  return onChest(
    `cartilage-${rib}-right`,
    smoothUnion(2, ...swept),
    [reach(0, -1), reach(1, -1), reach(2, -1)],
    [reach(0, 1), reach(1, 1), reach(2, 1)],
    rib === 7 ? 2400 : 800,
  );
}
