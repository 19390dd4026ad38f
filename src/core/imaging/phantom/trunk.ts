import table from '../../../../models/imaging.json' with { type: 'json' };
import type { PatientDescription } from '../../anatomy/spineModel.ts';
import { clamp } from '../../math/scalar.ts';
import { closeRings, type Mesh } from '../rays/solid.ts';
import type { Triple } from '../rays/view.ts';
import type { Body } from './body.ts';
import { circle, type Frame, toWorld } from './frame.ts';

const AROUND = 64;
const CIRCLE = circle(AROUND);

/** Fat share of the body's mass (Deurenberg's formula, recalled). */
function calcFatShare({ massKg, heightCm, ageYears, sex }: PatientDescription): number {
  const bmi = massKg / ((heightCm / 100) * (heightCm / 100));
  return clamp((1.2 * bmi + 0.23 * ageYears - (sex === 'male' ? 10.8 : 0) - 5.4) / 100, 0.08, 0.55);
}

export interface Trunk {
  readonly skin: Mesh;
  readonly muscle: Mesh;
  readonly lungs: readonly Mesh[];
}

/** Share of the body's fat that lies under the skin of the trunk (our assumption). */
const UNDER_SKIN = 0.7;
/** Skin behind the tips of the spinous processes, mm (our assumption). */
const BEHIND_TIPS_MM = 8;

/** The trunk round the spine: ellipses that follow it, of a size that goes with the root of mass over stature. */
export function meshTrunk(patient: PatientDescription, bodies: readonly Body[], sacrum: Frame): Trunk {
  const root = Math.sqrt(patient.massKg / (patient.heightCm / 100));
  const depth = table.soft.depthPerRoot * root;
  const width = table.soft.widthPerRoot * root;
  const fatMm = (depth / 2) * (1 - Math.sqrt(1 - UNDER_SKIN * calcFatShare(patient)));
  const stature = patient.heightCm / 170;
  const tips = bodies.map(({ frame }) => toWorld(frame, -62 * stature, -10 * stature, 0));
  const low = toWorld(sacrum, -40 * stature, -60 * stature, 0);
  const back = (y: number): number => {
    // the line of the tips, smoothed over three levels
    let sum = 0;
    let weights = 0;
    for (const [x, height] of [...tips, low]) {
      const t = (y - height!) / (70 * stature);
      const weight = 1 / (1 + t * t * t * t);
      sum += weight * x!;
      weights += weight;
    }
    return sum / weights - BEHIND_TIPS_MM - fatMm;
  };
  const bottom = sacrum.at[1] - 260 * stature;
  const top = bodies[0]!.frame.at[1] + 40;
  const loft = (inset: number): Mesh => {
    const rings: Triple[][] = [];
    const count = 24;
    for (let r = 0; r <= count; r++) {
      const y = bottom + inset / 4 + ((top - bottom - inset / 2) * r) / count;
      const x = back(y) + depth / 2;
      rings.push(CIRCLE.map(([c, s]) => [x + (depth / 2 - inset) * c, y, (width / 2 - inset) * s] as const));
    }
    const first = rings[0]![0]![1];
    const last = rings.at(-1)![0]![1];
    return closeRings(rings, [back(first) + depth / 2, first, 0], [back(last) + depth / 2, last, 0]);
  };
  const t7 = bodies[6]!.frame.at;
  const lung = (side: 1 | -1): Mesh => {
    const centre: Triple = [back(t7[1]) + depth / 2 + 4, t7[1], side * (width / 4 + 14 * stature)];
    return ellipsoid(centre, depth / 2 - fatMm - 16, 118 * stature, width / 4 - fatMm / 2 - 16);
  };
  return { skin: loft(0), muscle: loft(fatMm), lungs: [lung(1), lung(-1)] };
}

export function ellipsoid([x, y, z]: Triple, a: number, b: number, c: number): Mesh {
  const half = 16;
  const turns = circle(2 * half);
  const rings = Array.from({ length: half - 1 }, (_, r) => {
    const [down, out] = turns[r + 1]!;
    return CIRCLE.map(([u, v]) => [x + a * out * u, y - b * down, z + c * out * v] as const);
  });
  return closeRings(rings, [x, y - b, z], [x, y + b, z]);
}

/** A tube of circles along a line of frames, at a place behind the bodies. */
export function meshTube(
  places: readonly { readonly frame: Frame; readonly x: number; readonly radius: number }[],
): Mesh {
  const small = circle(24);
  const rings = places.map(({ frame, x, radius }) =>
    small.map(([c, s]) => toWorld(frame, x + radius * c, 0, radius * s)),
  );
  const end = ({ frame, x }: (typeof places)[number]) => toWorld(frame, x, 0, 0);
  return closeRings(rings, end(places[0]!), end(places.at(-1)!));
}
