import type { SpineModel } from '../anatomy/spineModel.ts';
import { CONCAVITY } from '../bone/endPlate.ts';
import { calcPressureFactor, NUCLEUS_AREA_SHARE } from '../bone/nucleus.ts';
import { LAYERS, type Section } from '../bone/section.ts';
import { millimetres } from '../quantity/units.ts';
import { createGrid, type Grid } from './grid.ts';
import { type Bricks, createBricks } from './operator.ts';

/**
 * One vertebral body between the middles of its two discs, cut into bricks. What is thinner than a brick counts by its part of the
 * brick's volume: the parts of brick e are core, shell and end plate (fractions of its volume) and disc (MPa).
 */
export interface VoxelBody {
  readonly section: Section;
  readonly bricks: Bricks;
  /** ix, iy, iz of each brick. */
  readonly places: Int32Array;
  readonly core: Float64Array;
  readonly shell: Float64Array;
  readonly plate: Float64Array;
  readonly discMPa: Float64Array;
  /** Index of the section's layer, k · count + j, whose bone core and shell of a brick are. */
  readonly coreLayer: Int32Array;
  readonly shellLayer: Int32Array;
  /** Bricks of one column of the body from below, all columns one after another, and where each column begins. */
  readonly stack: Int32Array;
  readonly stackStart: Int32Array;
  /** Lower and upper face of the body at its rim, mm above the lowest plane. */
  readonly lowerMm: number;
  readonly upperMm: number;
  /** Height of the body over that of the intact one. */
  readonly heightRatio: number;
  readonly coarsenings: number;
}

/** Bricks along the depth of the coarsest grid. */
const COARSEST = 4;
/** Part of that number which still makes a coarser grid worth it. */
const ENOUGH = 0.8;
/** Samples along each side of a brick's cross-section, and points along the ring for the shell. */
const SAMPLES = 6;
const RING_SAMPLES = 4000;

/** Parts of the bricks of a box before the empty ones are left out. */
interface Parts {
  readonly core: Float64Array;
  readonly shell: Float64Array;
  readonly plate: Float64Array;
  readonly disc: Float64Array;
}

/** Axial stiffness of half a disc, per area, MPa/mm, of nucleus and annulus, which press on a flat plate with the section's ratio. */
interface HalfDisc {
  readonly heightMm: number;
  readonly nucleus: number;
  readonly annulus: number;
}

function createHalfDisc(model: SpineModel, index: number, areaMm2: number): HalfDisc {
  const { heightM, axialStiffnessNPerM } = model.discs[index]!;
  const mean = (2 * axialStiffnessNPerM) / 1000 / areaMm2;
  const factor = calcPressureFactor(model.discWear);
  return {
    heightMm: millimetres(heightM) / 2,
    nucleus: mean * factor,
    annulus: (mean * (1 - NUCLEUS_AREA_SHARE * factor)) / (1 - NUCLEUS_AREA_SHARE),
  };
}

const roundTo = (value: number, unit: number): number => Math.max(unit, unit * Math.round(value / unit));

/**
 * @param shorterMm how much shorter the body has become by earlier crush, mean over its cross-section
 * @param halved leaves out the left half of a body that is its mirror image
 */
export function createVoxelBody(
  model: SpineModel,
  index: number,
  section: Section,
  voxelMm: number,
  shorterMm: number,
  halved: boolean,
): VoxelBody {
  const { depthMm, widthMm } = section;
  const area = (Math.PI / 4) * depthMm * widthMm;
  const above = createHalfDisc(model, Math.max(0, index - 1), area);
  const below = createHalfDisc(model, index, area);
  const heightMm = section.heightMm - shorterMm;
  const totalMm = below.heightMm + heightMm + above.heightMm;
  let coarsenings = 1;
  let unit = 2;
  for (; depthMm / voxelMm >= ENOUGH * COARSEST * 2 * unit; unit *= 2) coarsenings++;
  const nx = roundTo(depthMm / voxelMm, unit);
  const ny = roundTo(totalMm / voxelMm, unit);
  const half = roundTo(widthMm / 2 / voxelMm, unit);
  const size = { xMm: depthMm / nx, yMm: totalMm / ny, zMm: widthMm / 2 / half };
  const grid = createGrid(nx, ny, halved ? half : 2 * half, size, halved);
  const lowerMm = below.heightMm;
  const upperMm = below.heightMm + heightMm;
  const parts = fillParts(grid, section, lowerMm, upperMm, below, above);
  return assemble(grid, section, parts, {
    lowerMm,
    upperMm,
    heightRatio: heightMm / section.heightMm,
    coarsenings,
  });
}

/** Adds `weight` for the interval from–to, mm, to the bricks of a column that it passes, each by the part of its height. */
function addInterval(
  grid: Grid,
  out: Float64Array,
  column: number,
  fromMm: number,
  toMm: number,
  weight: number,
): void {
  const { yMm } = grid.size;
  const layer = grid.nx * grid.nz;
  const first = Math.max(0, Math.floor(fromMm / yMm));
  for (let iy = first; iy < grid.ny && iy * yMm < toMm; iy++) {
    const part = Math.min(toMm, (iy + 1) * yMm) - Math.max(fromMm, iy * yMm);
    if (part > 0) out[iy * layer + column]! += (weight * part) / yMm;
  }
}

function fillParts(
  grid: Grid,
  section: Section,
  lowerMm: number,
  upperMm: number,
  below: HalfDisc,
  above: HalfDisc,
): Parts {
  const { nx, ny, nz, size, xMm, zMm } = grid;
  const { depthMm, widthMm, endPlateMm, trabecularCount, count, areaMm2 } = section;
  const create = () => new Float64Array(nx * ny * nz);
  const parts = { core: create(), shell: create(), plate: create(), disc: create() };
  const totalMm = ny * size.yMm;
  const sample = 1 / (SAMPLES * SAMPLES);
  const dishMm = CONCAVITY * depthMm;
  let coreMm2 = 0;
  for (let j = 0; j < trabecularCount; j++) coreMm2 += areaMm2[j]!;
  const coreShare = coreMm2 / ((Math.PI / 4) * depthMm * widthMm);
  for (let iz = 0; iz < nz; iz++)
    for (let ix = 0; ix < nx; ix++)
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const x = (2 * (xMm[ix]! + (((s % SAMPLES) + 0.5) * size.xMm) / SAMPLES)) / depthMm;
        const z = (2 * (zMm[iz]! + ((Math.floor(s / SAMPLES) + 0.5) * size.zMm) / SAMPLES)) / widthMm;
        const r2 = x * x + z * z;
        if (r2 > 1) continue;
        const column = iz * nx + ix;
        const dish = dishMm * (1 - r2);
        const low = lowerMm + dish;
        const high = upperMm - dish;
        const zone = r2 < NUCLEUS_AREA_SHARE ? 'nucleus' : 'annulus';
        // a disc fills the dish and is no softer for that: its pressure is the section's
        addInterval(grid, parts.disc, column, 0, low, sample * below[zone] * low);
        addInterval(grid, parts.plate, column, low, low + endPlateMm, sample);
        addInterval(grid, parts.core, column, low + endPlateMm, high - endPlateMm, sample * coreShare);
        addInterval(grid, parts.plate, column, high - endPlateMm, high, sample);
        addInterval(grid, parts.disc, column, high, totalMm, sample * above[zone] * (totalMm - high));
      }
  let ringMm2 = 0;
  for (let j = trabecularCount; j < count; j++) ringMm2 += areaMm2[j]!;
  addShell(grid, section, parts.shell, ringMm2, lowerMm, upperMm);
  return parts;
}

/** Spreads the shell's cross-section along the ellipse on which the section's ring stands. */
function addShell(
  grid: Grid,
  section: Section,
  out: Float64Array,
  ringMm2: number,
  lowerMm: number,
  upperMm: number,
): void {
  const { nx, size, xMm, zMm, halved } = grid;
  const a = (section.depthMm - section.shellMm) / 2;
  const b = (section.widthMm - section.shellMm) / 2;
  const points: [number, number, number][] = [];
  let length = 0;
  // evenly in x and z alike, from quadrant to quadrant: no trigonometry is needed
  for (let i = 0; i < RING_SAMPLES; i++) {
    const t = (2 * (i + 0.5)) / RING_SAMPLES - 1;
    const w = 2 / RING_SAMPLES;
    const d = 1 + t * t;
    const c = (1 - t * t) / d;
    const s = (2 * t) / d;
    const arc = (Math.sqrt(a * s * (a * s) + b * c * (b * c)) * 2 * w) / d;
    points.push([a * c, b * s, arc], [-a * c, b * s, arc]);
    length += 2 * arc;
  }
  for (const [x, z, arc] of points) {
    if (halved && z < 0) continue;
    const ix = Math.min(nx - 1, Math.floor((x - xMm[0]!) / size.xMm));
    const iz = Math.min(grid.nz - 1, Math.floor((z - zMm[0]!) / size.zMm));
    const share = ((arc / length) * ringMm2) / (size.xMm * size.zMm);
    addInterval(grid, out, iz * nx + ix, lowerMm, upperMm, share);
  }
}

type Rest = Pick<VoxelBody, 'lowerMm' | 'upperMm' | 'heightRatio' | 'coarsenings'>;

function assemble(grid: Grid, section: Section, parts: Parts, rest: Rest): VoxelBody {
  const { nx, ny, nz, size } = grid;
  const layer = nx * nz;
  const places: number[] = [];
  const brickAt = new Int32Array(layer * ny).fill(-1);
  for (let i = 0; i < layer * ny; i++) {
    if (parts.core[i]! + parts.shell[i]! + parts.plate[i]! + parts.disc[i]! === 0) continue;
    brickAt[i] = places.length / 3;
    places.push(i % nx, Math.floor(i / layer), Math.floor((i % layer) / nx));
  }
  const count = places.length / 3;
  const pick = (from: Float64Array): Float64Array => {
    const out = new Float64Array(count);
    for (let i = 0; i < brickAt.length; i++) if (brickAt[i]! >= 0) out[brickAt[i]!] = from[i]!;
    return out;
  };
  const coreLayer = new Int32Array(count);
  const shellLayer = new Int32Array(count);
  for (let e = 0; e < count; e++) {
    const y = (places[3 * e + 1]! + 0.5) * size.yMm;
    const third = Math.floor((LAYERS * (y - rest.lowerMm)) / (rest.upperMm - rest.lowerMm));
    const k = Math.min(LAYERS - 1, Math.max(0, third));
    const x = grid.xMm[places[3 * e]!]! + size.xMm / 2;
    const z = grid.zMm[places[3 * e + 2]!]! + size.zMm / 2;
    coreLayer[e] = k * section.count + findNearest(section, 0, section.trabecularCount, x, z);
    shellLayer[e] = k * section.count + findNearest(section, section.trabecularCount, section.count, x, z);
  }
  const stack: number[] = [];
  const stackStart = [0];
  for (let column = 0; column < layer; column++) {
    for (let iy = 0; iy < ny; iy++) {
      const e = brickAt[iy * layer + column]!;
      if (e >= 0 && parts.core[iy * layer + column]! + parts.shell[iy * layer + column]! > 0) stack.push(e);
    }
    stackStart.push(stack.length);
  }
  return {
    section,
    bricks: createBricks(grid, places),
    places: Int32Array.from(places),
    core: pick(parts.core),
    shell: pick(parts.shell),
    plate: pick(parts.plate),
    discMPa: pick(parts.disc),
    coreLayer,
    shellLayer,
    stack: Int32Array.from(stack),
    stackStart: Int32Array.from(stackStart),
    ...rest,
  };
}

/** Column of a section, from `from` to before `to`, nearest to a place. */
function findNearest({ xMm, zMm }: Section, from: number, to: number, x: number, z: number): number {
  let found = from;
  let least = Number.POSITIVE_INFINITY;
  for (let j = from; j < to; j++) {
    const dx = xMm[j]! - x;
    const dz = zMm[j]! - z;
    const away = dx * dx + dz * dz;
    if (away < least) {
      least = away;
      found = j;
    }
  }
  return found;
}
