/** Skull and jaw, mm: head frame, origin midway between the occipital condyles, x forward, y up, z right. */
import table from '../../models/meshing-skull.json' with { type: 'json' };
import type { BoneSolid } from './boneSolid.ts';
import { framed } from './frames.ts';
import { plate, solved } from './plates.ts';
import { ellipsoid, mirrored, type Point, type Solid, smoothSubtraction, smoothUnion } from './primitives.ts';
import { stationsFrom, sweep } from './sweeps.ts';

interface Lump {
  readonly centre: readonly number[];
  readonly radii: readonly number[];
}
interface Teeth {
  readonly yMm: number;
  readonly crownHeightMm: number;
  /** x, z of each tooth's middle, from the back. */
  readonly arch: readonly (readonly number[])[];
  readonly halfWidthMm: readonly number[];
}

const point = (row: readonly number[]): Point => [row[0]!, row[1]!, row[2]!];
const lump = ({ centre, radii }: Lump): Solid => ellipsoid(point(centre), point(radii));
const bar = (rows: readonly (readonly number[])[], squareness = 2.2): Solid =>
  sweep(stationsFrom(rows), { squareness });

/**
 * Brain case: a ball whose radius passes through all landmarks, interpolated by cubic radial functions of the chord (R. L. Hardy,
 * J. Geophys. Res. 76:1905, 1971). Solid: its inside is never seen.
 */
function brainCase(): Solid {
  const [cx, cy, cz] = point(table.vaultCentre);
  const both = table.vault.flatMap(([x, y, z]) =>
    z === 0
      ? [[x!, y!, 0]]
      : [
          [x!, y!, z!],
          [x!, y!, -z!],
        ],
  );
  const rays = both.map(([x, y, z]) => {
    const d = [x! - cx, y! - cy, z! - cz];
    const radius = Math.hypot(...d);
    return { u: d.map((c) => c / radius), radius };
  });
  const kernel = (a: readonly number[], x: number, y: number, z: number): number => {
    const r2 = (a[0]! - x) ** 2 + (a[1]! - y) ** 2 + (a[2]! - z) ** 2;
    return r2 * Math.sqrt(r2);
  };
  const rows = rays.map(({ u, radius }) => [
    ...rays.map((other) => kernel(other.u, u[0]!, u[1]!, u[2]!)),
    1,
    ...u,
    radius,
  ]);
  for (const k of [0, 1, 2, 3]) {
    rows.push([...rays.map(({ u }) => (k === 0 ? 1 : u[k - 1]!)), 0, 0, 0, 0, 0]);
  }
  const weights = solved(rows);
  const n = rays.length;
  return (px, py, pz) => {
    const x = px - cx;
    const y = py - cy;
    const z = pz - cz;
    const r = Math.sqrt(x * x + y * y + z * z);
    if (r > 125) return r - 112;
    if (r < 40) return r - 48;
    const [a, b, c] = [x / r, y / r, z / r];
    let radius = weights[n]! + weights[n + 1]! * a + weights[n + 2]! * b + weights[n + 3]! * c;
    for (let i = 0; i < n; i++) radius += weights[i]! * kernel(rays[i]!.u, a, b, c);
    return (r - radius) * 0.9;
  };
}

/** Row of crowns, each a little apart from the next. */
const teeth = ({ yMm, crownHeightMm, arch, halfWidthMm }: Teeth): Solid => {
  const crowns = arch.map(([x, z], i) => {
    const half = halfWidthMm[i]!;
    return ellipsoid([x!, yMm, z!], [half, crownHeightMm, i < 5 ? 4.8 : half]);
  });
  return smoothUnion(0.6, ...crowns);
};

/** Cone of an eye socket, its axis running backwards and inwards. */
function orbit(): Solid {
  const { centre, radii, axis } = table.orbit;
  return framed(ellipsoid([-14, 0, 0], point(radii)), {
    origin: point(centre),
    u: point(axis),
    v: [0, 1, 0],
  });
}

function face(): Solid {
  const maxilla = smoothUnion(8, ...table.maxilla.map(lump), bar(table.alveolarArch, 2.4));
  const rims = smoothUnion(
    6,
    bar(table.brow),
    bar(table.infraorbitalRim),
    bar(table.lateralOrbitalWall),
    bar(table.frontalProcess),
  );
  const bones = smoothUnion(6, maxilla, rims, bar(table.nasalBones, 2.6), bar(table.zygomaticArch));
  return smoothUnion(3, bones, bar(table.pterygoid));
}

export function skullSolid(): BoneSolid {
  const base = smoothUnion(6, brainCase(), bar(table.mastoid), bar(table.temporalBase));
  const hollowBehindFace = smoothSubtraction(5, base, lump(table.infratemporalFossa));
  const whole = smoothUnion(4, smoothUnion(7, hollowBehindFace, face()), bar(table.condyle));
  const open = smoothSubtraction(
    2,
    whole,
    orbit(),
    ...table.noseOpening.map(lump),
    lump(table.palate),
    lump(table.choanae),
    lump(table.foramenMagnum),
    lump(table.earHole),
    lump(table.mandibularFossa),
  );
  return {
    name: 'skull',
    solid: mirrored(smoothUnion(1, open, teeth(table.upperTeeth))),
    deformWeight: () => 0,
    low: [-92, -34, -78],
    high: [120, 148, 78],
    triangles: 12000,
    sampleMm: 1.5,
  };
}

export function jawSolid(): BoneSolid {
  const { origin, outline, relief } = table.ramus;
  const ramus = plate({ origin: point(origin), u: [1, 0, 0], v: [0, 1, 0], outline, relief });
  const body = smoothUnion(4, bar(table.jawBody, 2.5), lump(table.chin));
  const bone = smoothUnion(6, body, smoothUnion(3, ramus, lump(table.jawCondyle)));
  return {
    name: 'jaw',
    solid: mirrored(smoothUnion(1, bone, teeth(table.lowerTeeth))),
    deformWeight: () => 0,
    low: [-2, -80, -66],
    high: [108, 28, 66],
    triangles: 5000,
    sampleMm: 1.1,
  };
}
