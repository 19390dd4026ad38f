import { LAYER_DENSITY, LAYERS, RASTER } from '../../bone/section.ts';
import { pow } from '../../math/transcendental.ts';
import { millimetres } from '../../quantity/units.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import { takeSection } from '../../simulation/results/traceRecorder.ts';
import { closeRings, type Mesh } from '../rays/solid.ts';
import type { Triple } from '../rays/view.ts';
import { circle, type Frame, toWorld } from './frame.ts';

const CELLS = RASTER * RASTER;

const square = (x: number): number => x * x;

/** A vertebral body from the model's own description, mm; its heights are those that findings measure. */
export interface Body {
  readonly frame: Frame;
  readonly halfDepthMm: number;
  readonly halfWidthMm: number;
  /** As grown, and what it has lost on the mean. */
  readonly heightMm: number;
  readonly shorteningMm: number;
  /** Between the end plates, with what was grown, + = front lower; right side lower. */
  readonly wedgeRad: number;
  readonly lateralWedgeRad: number;
  readonly plateDeflectionMm: number;
  readonly shellMm: number;
  readonly endPlateMm: number;
  readonly densityMgPerCm3: number;
  readonly anteriorWeakness: number;
  /** Height lost by each layer of each cell of the raster, mm, and cement there, 0 … 1. */
  readonly lostMm: Float64Array;
  readonly cement: Float32Array;
}

export function describeBody(person: Person, state: SpineState, i: number, frame: Frame): Body {
  const vertebra = person.model.vertebrae[i]!;
  const section = person.sections[i]!;
  const { crushMm, cement } = takeSection(person, state, i, 0);
  const body = {
    frame,
    halfDepthMm: millimetres(vertebra.depthM) / 2,
    halfWidthMm: millimetres(vertebra.widthM) / 2,
    heightMm: millimetres(vertebra.heightM),
    shorteningMm: millimetres(state.shorteningM[i]!),
    wedgeRad: vertebra.wedgeRad + state.wedgeRad[i]!,
    lateralWedgeRad: state.lateralWedgeRad[i]!,
    plateDeflectionMm: state.sections[i]!.plateDeflectionMm,
    shellMm: section.shellMm,
    endPlateMm: section.endPlateMm,
    densityMgPerCm3: section.densityMgPerCm3,
    anteriorWeakness: section.anteriorWeakness,
    cement,
  };
  return { ...body, lostMm: shareLoss(body, state.wedgeRad[i]!, crushMm) };
}

/** Crush of a column below which its layers share its loss equally, mm. */
const OWN_FROM_MM = 0.05;

/** The loss between the end plates at each cell, divided among the layers as they were crushed. */
function shareLoss(
  body: Pick<Body, 'shorteningMm' | 'halfDepthMm' | 'halfWidthMm' | 'lateralWedgeRad' | 'plateDeflectionMm'>,
  gainedWedgeRad: number,
  crushMm: Float32Array,
): Float64Array {
  const lost = new Float64Array(LAYERS * CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const x = (((cell % RASTER) + 0.5) / RASTER) * 2 - 1;
    const z = ((Math.floor(cell / RASTER) + 0.5) / RASTER) * 2 - 1;
    const nearer =
      body.shorteningMm +
      gainedWedgeRad * body.halfDepthMm * x +
      body.lateralWedgeRad * body.halfWidthMm * z +
      body.plateDeflectionMm * Math.max(0, 1 - x * x - z * z);
    let crushed = 0;
    for (let k = 0; k < LAYERS; k++) crushed += crushMm[k * CELLS + cell]!;
    const own = Math.min(1, crushed / OWN_FROM_MM);
    for (let k = 0; k < LAYERS; k++) {
      const share = crushed > 0 ? crushMm[k * CELLS + cell]! / crushed : 0;
      lost[k * CELLS + cell] = Math.max(0, nearer) * (own * share + (1 - own) / LAYERS);
    }
  }
  return lost;
}

/** Cell of the raster at a place given as fractions of the half depth and half width. */
export const cellAt = (x: number, z: number): number => {
  const ix = Math.min(RASTER - 1, Math.max(0, Math.floor(((x + 1) / 2) * RASTER)));
  const iz = Math.min(RASTER - 1, Math.max(0, Math.floor(((z + 1) / 2) * RASTER)));
  return iz * RASTER + ix;
};

/** Height of the upper (1) or lower (−1) end plate over the body's middle, mm, at x forwards and z to the right. */
export function calcPlateMm(body: Body, side: 1 | -1, x: number, z: number): number {
  const r = square(x / body.halfDepthMm) + square(z / body.halfWidthMm);
  const half =
    (body.heightMm -
      body.shorteningMm -
      body.wedgeRad * x -
      body.lateralWedgeRad * z -
      body.plateDeflectionMm * Math.max(0, 1 - r)) /
    2;
  return side * Math.max(0.5, half);
}

/** Roundness of an end plate: the superellipse that fills 0.82 of its box. */
const ROUNDNESS = 2.25;
const AROUND = 48;
/** Rim of an end plate as fractions of the half depth and half width. */
const RIM: readonly (readonly [number, number])[] = circle(AROUND).map(([x, z]) => {
  const size = pow(pow(Math.abs(x), ROUNDNESS) + pow(Math.abs(z), ROUNDNESS), -1 / ROUNDNESS);
  return [x * size, z * size];
});

/** Rings of a plate from the rim to the middle, as fractions of the radius. */
const PLATE_RINGS = [0.9, 0.8, 0.68, 0.55, 0.42, 0.28, 0.14] as const;
/** Heights of the wall's rings between the end plates. */
const WALL_RINGS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Share of the area that the waist lacks in its middle: 0.93 of the end plates' on the mean (source bodyparts-areas). */
const WAIST = 0.105;
/** Crushed bone swells sideways by this share of the lost height of its layer (our assumption). */
const SWELL = 0.4;

const waistAt = (v: number): number => Math.sqrt(1 - WAIST * (1 - square(2 * v - 1)));

function swellAt({ lostMm }: Body, x: number, z: number, v: number): number {
  const cell = cellAt(x, z);
  let out = 0;
  for (let k = 0; k < LAYERS; k++) {
    const near = Math.max(0, 1 - Math.abs(v - (2 * k + 1) / 6) * 4);
    out += lostMm[k * CELLS + cell]! * near * near * (3 - 2 * near);
  }
  return SWELL * out;
}

/** Surface of a body, world mm: whole, or its core inside shell and end plates. */
export function meshBody(body: Body, part: 'whole' | 'core'): Mesh {
  const shell = part === 'core' ? body.shellMm : 0;
  const plate = part === 'core' ? body.endPlateMm : 0;
  const a = body.halfDepthMm - shell;
  const b = body.halfWidthMm - shell;
  const place = (x: number, z: number, v: number): Triple => {
    const top = calcPlateMm(body, 1, x, z);
    const thin = Math.min(plate, 0.9 * top);
    return toWorld(body.frame, x, (2 * v - 1) * (top - thin), z);
  };
  const flat = (v: 0 | 1, ring: number) => RIM.map(([x, z]) => place(a * ring * x, b * ring * z, v));
  const wall = (v: number) =>
    RIM.map(([x, z]) => {
      const swollen = swellAt(body, x, z, v);
      const size = Math.sqrt(x * x + z * z);
      return place(a * waistAt(v) * x + (swollen * x) / size, b * waistAt(v) * z + (swollen * z) / size, v);
    });
  return closeRings(
    [
      ...[...PLATE_RINGS].reverse().map((ring) => flat(0, ring)),
      ...WALL_RINGS.map(wall),
      ...PLATE_RINGS.map((ring) => flat(1, ring)),
    ],
    place(0, 0, 0),
    place(0, 0, 1),
  );
}

/** Disc between the lower plate of one body and the upper of the next, world mm; the last stands on a flat one. */
export function meshDisc(
  upper: Body,
  lower: Pick<Body, 'frame' | 'halfDepthMm' | 'halfWidthMm'> & Partial<Body>,
): Mesh {
  const above = (ring: number) =>
    RIM.map(([x, z]) => plateOf(upper, -1, ring * x * upper.halfDepthMm, ring * z * upper.halfWidthMm));
  const below = (ring: number) =>
    RIM.map(([x, z]) => plateOf(lower, 1, ring * x * lower.halfDepthMm, ring * z * lower.halfWidthMm));
  const between = (t: number, out: number) => {
    const from = below(out);
    const to = above(out);
    return from.map(
      (point, i) => point.map((value, axis) => value + t * (to[i]![axis]! - value)) as never as Triple,
    );
  };
  return closeRings(
    [
      ...[...PLATE_RINGS].reverse().map(below),
      below(1),
      between(0.25, 1.02),
      between(0.5, 1.03),
      between(0.75, 1.02),
      above(1),
      ...PLATE_RINGS.map(above),
    ],
    plateOf(lower, 1, 0, 0),
    plateOf(upper, -1, 0, 0),
  );
}

const plateOf = (body: Pick<Body, 'frame'> & Partial<Body>, side: 1 | -1, x: number, z: number): Triple =>
  toWorld(body.frame, x, isWhole(body) ? calcPlateMm(body, side, x, z) : 0, z);

const isWhole = (body: Pick<Body, 'frame'> & Partial<Body>): body is Body => body.lostMm !== undefined;

/** Mineral of the core, mg/cm³, at a place in the body's own axes, mm; and the layer and cell there, into `found`. */
export function calcCoreDensity(body: Body, x: number, y: number, z: number, found: CoreSpot): number {
  const fx = x / body.halfDepthMm;
  const cell = cellAt(fx, z / body.halfWidthMm);
  const top = calcPlateMm(body, 1, x, z);
  // height over the lower plate, and the present thickness of the layers below it
  let left = y + top;
  const layer = body.heightMm / LAYERS;
  let k = 0;
  while (k < LAYERS - 1) {
    const thick = Math.max(0.02 * layer, layer - body.lostMm[k * CELLS + cell]!);
    if (left <= thick) break;
    left -= thick;
    k++;
  }
  const thick = Math.max(0.02 * layer, layer - body.lostMm[k * CELLS + cell]!);
  found.layer = k;
  found.cell = cell;
  return body.densityMgPerCm3 * LAYER_DENSITY[k]! * (1 - body.anteriorWeakness * fx) * (layer / thick);
}

export interface CoreSpot {
  layer: number;
  cell: number;
}

export const getCement = ({ cement }: Body, { layer, cell }: CoreSpot): number =>
  cement[layer * CELLS + cell]!;

/** Loss of each layer at the columns along the rim's back, or of all columns: what the end plates and the wall have suffered. */
export const getLostMm = ({ lostMm }: Body, layer: number, cell: number): number =>
  lostMm[layer * CELLS + cell]!;
