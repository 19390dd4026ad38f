/** The sacrum and a coccyx, mm; x anterior, y up along the normal of the S1 end plate, z right, origin at its centre. */
import table from '../../models/meshing-sacrum.json' with { type: 'json' };
import { superiorArticularProcess } from './arch.ts';
import type { BoneSolid } from './boneSolid.ts';
import { coccyx } from './coccyx.ts';
import { facetOnTop } from './landmarks.ts';
import {
  add,
  ellipsoid,
  lerp,
  mirrored,
  normalise,
  type Point,
  type Solid,
  slab,
  smoothMax,
  smoothStep,
  smoothSubtraction,
  smoothUnion,
  superellipse,
} from './primitives.ts';
import { lateralMass } from './sacrumWing.ts';
import { dimensionsOf, jointAbove } from './tables.ts';

type Station = (typeof table.stations)[number];

const SIDEWAYS: Point = [0, 0, 1];
const FORWARD: Point = [1, 0, 0];
/** Stations S1 … S5 are fused vertebrae, S6 is the apex. */
const sacral = table.stations;
const pairs = (rows: readonly Station[]): [Station, Station][] =>
  rows.slice(1).map((lower, i) => [rows[i]!, lower]);

/** Direction towards the back of the bone, perpendicular to its curve, half way between two stations. */
const backwards = (a: Station, b: Station): Point => normalise([b.yMm - a.yMm, a.xMm - b.xMm, 0]);
/** Point in the middle of the fused bodies, at a station. */
const middle = (s: Station): Point => [s.xMm, s.yMm, 0];
const halfway = (a: Point, b: Point): Point => add(add([0, 0, 0], a, 0.5), b, 0.5);

/** S1's body under its end plate: the promontory is the front edge. */
function firstBody(): Solid {
  const { lowerWidthMm, lowerDepthMm } = dimensionsOf('L5');
  const [first, second] = [sacral[0]!, sacral[1]!];
  return (x, y, z) => {
    const t = Math.min(1, Math.max(0, y / second.yMm));
    // wedge-shaped: the front slopes back much more than the rear wall
    const centre = lerp(first.xMm, second.xMm, t);
    const front = lerp(lowerDepthMm / 2, second.halfDepthMm, t ** 0.85);
    const half = lerp(lowerWidthMm / 2, second.halfWidthMm, t ** 0.8);
    const wall = superellipse(x - centre, z, front + (x < centre ? 1 : 0), half, 2.4);
    return smoothMax(wall, Math.max(y, second.yMm - 2 - y), 2.2);
  };
}

/** Everything above the S1 end plate, which is hollow inside its rim: nothing may bulge into the disc. */
function aboveEndplate(): Solid {
  const { lowerWidthMm, lowerDepthMm } = dimensionsOf('L5');
  return (x, y, z) => {
    const wall = superellipse(x, z, lowerDepthMm / 2, lowerWidthMm / 2, 2.4);
    const inward = smoothStep(-12, -1.5, wall);
    return -y - 1.4 * (1 - inward);
  };
}

/** The fused bodies S2 … S5, with the ridges where their discs were. */
function fusedBodies(): Solid {
  const bodies = pairs(sacral.slice(1)).map(([a, b]) =>
    slab({
      from: middle(a),
      to: middle(b),
      side: SIDEWAYS,
      half: [a.halfWidthMm - a.halfDepthMm, b.halfWidthMm - b.halfDepthMm],
      radius: [a.halfDepthMm, b.halfDepthMm],
    }),
  );
  const ridges = sacral.slice(1, 5).map((s) =>
    slab({
      from: add(middle(s), [s.halfDepthMm - 2, 0, -8]),
      to: add(middle(s), [s.halfDepthMm - 2, 0, 8]),
      side: FORWARD,
      half: [0.5, 0.5],
      radius: [2.4, 2.4],
    }),
  );
  return smoothUnion(3, ...bodies, ...ridges);
}

/** Middle of the sacral canal at a station. */
const canalAt = (s: Station): Point => [s.xMm - s.halfDepthMm - s.canalDepthMm / 2, s.yMm, 0];

/** Height at which the laminae of S1 begin, mm: the canal's entrance is cut obliquely, open behind the disc. */
const FIRST_LAMINA_Y_MM = -23;

const firstLamina: Station = { ...sacral[0]!, yMm: FIRST_LAMINA_Y_MM, xMm: sacral[0]!.xMm - 1.5 };

/** The fused laminae: a shell behind the canal, out to the row of articular tubercles. */
function dorsalWall(): Solid {
  const walls = pairs([firstLamina, ...sacral.slice(1, 5)]).map(([a, b]) =>
    slab({
      from: canalAt(a),
      to: canalAt(b),
      side: SIDEWAYS,
      half: [a, b].map((s) => (s.canalWidthMm - s.canalDepthMm) / 2) as [number, number],
      radius: [a, b].map((s) => s.canalDepthMm / 2 + 2.8) as [number, number],
    }),
  );
  const tubercles = sacral.slice(1, 4).map((s, i) => {
    const next = sacral[i + 2]!;
    const at = halfway(canalAt(s), canalAt(next));
    return ellipsoid(add(at, [-s.canalDepthMm / 2 - 0.8, 0, s.canalWidthMm / 2 + 1.5]), [2.6, 6, 2.6]);
  });
  return smoothUnion(4, ...walls, ...tubercles);
}

/** Remains of the spinous processes S1 … S4: a row of tubercles on a ridge. */
function medianCrest(): Solid {
  const knobs = pairs([firstLamina, ...sacral.slice(1, 5)]).map(([a, b]) => {
    const root = halfway(canalAt(a), canalAt(b));
    const back = (a.canalDepthMm + b.canalDepthMm) / 4 + 3 + a.crestMm;
    const length = Math.abs(a.yMm - b.yMm);
    return slab({
      from: add(root, FORWARD, -back * 0.5),
      to: add(root, [-back + 2.5, -2, 0]),
      side: [0, 1, 0],
      half: [length * 0.35, length * 0.18],
      radius: [2.6, 2.2],
    });
  });
  return smoothUnion(5, ...knobs);
}

function sacralCanal(): Solid {
  const lowest = sacral.slice(0, 5);
  const top: Station = { ...lowest[0]!, xMm: lowest[0]!.xMm + 1, yMm: 14 };
  const parts = pairs([top, ...lowest]).map(([a, b]) =>
    slab({
      from: canalAt(a),
      to: canalAt(b),
      side: SIDEWAYS,
      half: [a, b].map((s) => (s.canalWidthMm - s.canalDepthMm) / 2) as [number, number],
      radius: [a, b].map((s) => s.canalDepthMm / 2) as [number, number],
    }),
  );
  return smoothUnion(1, ...parts);
}

/** Pairs of holes from front to back through the line where two sacral vertebrae meet. */
function foramina(): Solid[] {
  return table.foramina.flatMap(({ below, zMm, frontRadiusMm, backRadiusMm }) => {
    const i = sacral.findIndex((s) => s.name === below);
    const [upper, seam] = [sacral[i]!, sacral[i + 1]!];
    const back = backwards(upper, sacral[i + 2] ?? seam);
    const centre: Point = [seam.xMm, seam.yMm, zMm];
    const hole = (from: number, to: number, radius: readonly [number, number]): Solid =>
      slab({
        from: add(add(centre, back, from), [0, 0, from < 0 ? 5 : 0]),
        to: add(centre, back, to),
        side: [0, 1, 0],
        half: [0, 0],
        radius,
      });
    return [
      hole(-26, 3, [frontRadiusMm * 1.6, frontRadiusMm * 0.85]),
      hole(2, 34, [backRadiusMm, backRadiusMm * 1.15]),
    ];
  });
}

export function sacrumSolid(): BoneSolid {
  const joint = facetOnTop(jointAbove('S1'), dimensionsOf('L5').lowerDepthMm, 0, 0);
  const processes = superiorArticularProcess(joint, [-26, -15, 21], true);
  const back = smoothUnion(4, dorsalWall(), medianCrest(), processes);
  const rough = smoothUnion(6, fusedBodies(), lateralMass(), firstBody(), coccyx());
  const front = smoothSubtraction(1.8, rough, aboveEndplate());
  const holes = foramina();
  const bone = smoothSubtraction(1.5, smoothUnion(5, front, back), sacralCanal(), ...holes);
  return {
    name: 'sacrum',
    solid: mirrored(bone),
    deformWeight: () => 0,
    low: [-50, -138, -64],
    high: [40, 24, 64],
    triangles: 10000,
  };
}
