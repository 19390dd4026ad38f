import { LANDMARKS } from '../../core/simulation/results/trace.ts';
import { BONE_COUNT, SACRUM } from '../bones/bones.ts';
import type { Pose } from '../bones/pose.ts';
import { type Build, calcBuild } from './figureBuild.ts';
import { orientRing, type Ring, subdivide } from './loft.ts';

/**
 * Trunk from the seat up. A row: position on the line of bones (0 T1 … 17 sacrum, 21 between the hips, fractions between two),
 * offset forwards and up from there, half depth, half width, m.
 */
export const TRUNK = subdivide([
  [21, -0.028, -0.112, 0.006, 0.01],
  [21, -0.03, -0.104, 0.058, 0.085],
  [21, -0.036, -0.065, 0.103, 0.15],
  [21, -0.038, -0.01, 0.12, 0.166],
  [19, -0.018, 0, 0.117, 0.162],
  [17, 0.014, 0, 0.106, 0.15],
  [15.5, 0.02, 0, 0.1, 0.134],
  [14, 0.022, 0, 0.096, 0.125],
  [12, 0.026, 0, 0.096, 0.124],
  [10, 0.032, 0, 0.102, 0.132],
  [8, 0.037, 0, 0.108, 0.14],
  [6, 0.038, 0, 0.111, 0.146],
  [4, 0.033, 0, 0.105, 0.15],
  [2, 0.022, 0, 0.09, 0.148],
  [1, 0.012, 0.004, 0.074, 0.124],
  [0, 0.008, 0.012, 0.06, 0.084],
  [0, 0.012, 0.032, 0.05, 0.056],
  [0, 0.014, 0.036, 0.006, 0.008],
]);

/** Neck: fraction of the way from T1 to the head's centre, forward offset, half depth, half width, m. */
export const NECK = subdivide([
  [0.02, 0.012, 0.058, 0.062],
  [0.3, 0.01, 0.052, 0.051],
  [0.6, 0.002, 0.05, 0.047],
  [0.85, -0.006, 0.05, 0.046],
]);

/** Head from the chin up: offset forwards and up from the skull's middle, half depth and half width, m. */
export const HEAD = subdivide([
  [0.042, -0.139, 0.004, 0.004],
  [0.042, -0.134, 0.036, 0.032],
  [0.034, -0.112, 0.071, 0.056],
  [0.022, -0.078, 0.091, 0.067],
  [0.014, -0.038, 0.102, 0.077],
  [0.009, -0.003, 0.106, 0.082],
  [0.005, 0.032, 0.105, 0.083],
  [0.002, 0.064, 0.092, 0.074],
  [0.001, 0.088, 0.069, 0.058],
  [0.001, 0.101, 0.032, 0.028],
  [0.001, 0.104, 0.003, 0.003],
]);

/** Fraction of the trunk's rotation from upright that the head follows: one looks ahead, but not when lying. */
export const HEAD_FOLLOWS = 0.7;

/** Distance above and below over which a ring's direction is measured, in vertebrae: single ones tilt more than the trunk does. */
const REACH = 3.5;
/** Position of the hips, about as far below the sacrum's top as four vertebrae are high. */
const HIPS = SACRUM + 4;

const HIP_RIGHT = LANDMARKS.indexOf('hipRight') * 3;
const HIP_LEFT = LANDMARKS.indexOf('hipLeft') * 3;
const HEAD_AT = LANDMARKS.indexOf('head') * 3;

/** Positions on the line of bones: index of the bone above (the hips come after the sacrum), and fraction of the way to the next. */
interface Places {
  readonly above: Int32Array;
  readonly fraction: Float64Array;
}

function findPlaces(places: readonly number[]): Places {
  const clamped = places.map((place) => Math.min(HIPS, Math.max(0, place)));
  const above = Int32Array.from(clamped, (place) => Math.min(SACRUM, Math.floor(place)));
  const fraction = Float64Array.from(clamped, (place, i) =>
    above[i] === SACRUM ? (place - SACRUM) / (HIPS - SACRUM) : place - above[i]!,
  );
  return { above, fraction };
}

const AT = findPlaces(TRUNK.map(([place]) => place!));
const ABOVE = findPlaces(TRUNK.map(([place]) => place! - REACH));
const BELOW = findPlaces(TRUNK.map(([place]) => place! + REACH));
/** The same for the bones' sides, which end with the sacrum. */
const SIDES = findPlaces(TRUNK.map(([place]) => Math.min(SACRUM - 1e-9, place!)));

// scratch, so that a frame allocates nothing
/** Line of bones from T1 on, then the middle of the hips: three numbers each. */
const line = new Float64Array(3 * (BONE_COUNT + 1));
/** Direction of each bone's right side, three numbers per bone. */
const sides = new Float64Array(3 * BONE_COUNT);
const at = new Float64Array(3);
const up = new Float64Array(3);
const down = new Float64Array(3);
const side = new Float64Array(3);

function readLine({ bonePosition, boneOrientation, landmarks }: Pose): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const q = 4 * bone;
    for (let axis = 0; axis < 3; axis++) line[3 * bone + axis] = bonePosition[q + axis]!;
    const x = boneOrientation[q]!;
    const y = boneOrientation[q + 1]!;
    const z = boneOrientation[q + 2]!;
    const w = boneOrientation[q + 3]!;
    sides[3 * bone] = 2 * (x * z + y * w);
    sides[3 * bone + 1] = 2 * (y * z - x * w);
    sides[3 * bone + 2] = 1 - 2 * (x * x + y * y);
  }
  for (let axis = 0; axis < 3; axis++)
    line[3 * BONE_COUNT + axis] = (landmarks[HIP_RIGHT + axis]! + landmarks[HIP_LEFT + axis]!) / 2;
}

/** Interpolates between the values of two neighbours. */
function writeAt({ above, fraction }: Places, row: number, values: Float64Array, out: Float64Array): void {
  const from = 3 * above[row]!;
  for (let axis = 0; axis < 3; axis++)
    out[axis] = values[from + axis]! + (values[from + 3 + axis]! - values[from + axis]!) * fraction[row]!;
}

/** Offset forwards, m, and depth and width over the tabled ones, of each row for a build. */
const trunkBuilds = new Map<Build, Float64Array>();

function getTrunkBuild(build: Build): Float64Array {
  let found = trunkBuilds.get(build);
  if (!found) {
    found = Float64Array.from(
      TRUNK.flatMap(([place]) => ([1, 2, 3] as const).map((n) => calcBuild(build, place!, n))),
    );
    trunkBuilds.set(build, found);
  }
  return found;
}

/** How far each row takes part in a girth: the shoulders hardly, the belly wholly. */
const GIRTHS = Float64Array.from(TRUNK, ([place]) => 0.3 + 0.7 * Math.min(1, Math.max(0, (place! - 1) / 8)));

/** @param girth of the belly over that of the tabled figure */
export function writeTrunk(
  pose: Pose,
  rings: readonly Ring[],
  scale: number,
  build: Build,
  girth: number,
): void {
  readLine(pose);
  const built = getTrunkBuild(build);
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i]!;
    const row = TRUNK[i]!;
    writeAt(ABOVE, i, line, up);
    writeAt(BELOW, i, line, down);
    writeAt(SIDES, i, sides, side);
    writeAt(AT, i, line, at);
    ring.upX = up[0]! - down[0]!;
    ring.upY = up[1]! - down[1]!;
    ring.upZ = up[2]! - down[2]!;
    ring.sideX = side[0]!;
    ring.sideY = side[1]!;
    ring.sideZ = side[2]!;
    orientRing(ring);
    const ahead = row[1]! + built[3 * i]!;
    const raised = row[2]!;
    ring.x = at[0]! + (ring.frontX * ahead + ring.upX * raised) * scale;
    ring.y = at[1]! + (ring.frontY * ahead + ring.upY * raised) * scale;
    ring.z = at[2]! + (ring.frontZ * ahead + ring.upZ * raised) * scale;
    const wide = 1 + (girth - 1) * GIRTHS[i]!;
    ring.halfDepth = row[3]! * scale * built[3 * i + 1]! * wide;
    ring.halfWidth = row[4]! * scale * built[3 * i + 2]! * wide;
  }
}

export function writeNeck(
  { bonePosition, landmarks }: Pose,
  rings: readonly Ring[],
  scale: number,
  build: Build,
): void {
  const wayX = landmarks[HEAD_AT]! - bonePosition[0]!;
  const wayY = landmarks[HEAD_AT + 1]! - bonePosition[1]!;
  const wayZ = landmarks[HEAD_AT + 2]! - bonePosition[2]!;
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i]!;
    const row = NECK[i]!;
    const way = row[0]!;
    const fore = row[1]!;
    ring.upX = wayX;
    ring.upY = wayY;
    ring.upZ = wayZ;
    ring.sideX = sides[0]!;
    ring.sideY = sides[1]!;
    ring.sideZ = sides[2]!;
    orientRing(ring);
    ring.x = bonePosition[0]! + wayX * way + ring.frontX * fore * scale;
    ring.y = bonePosition[1]! + wayY * way + ring.frontY * fore * scale;
    ring.z = bonePosition[2]! + wayZ * way + ring.frontZ * fore * scale;
    ring.halfDepth = row[2]! * scale * build.neck;
    ring.halfWidth = row[3]! * scale * build.neck;
  }
}

/** Writes the rings of the head, oriented between upright and the trunk. */
export function writeHead({ landmarks }: Pose, rings: readonly Ring[], scale: number, lying: boolean): void {
  const follows = lying ? 1 : HEAD_FOLLOWS;
  const chordX = line[0]! - line[3 * SACRUM]!;
  const chordY = line[1]! - line[3 * SACRUM + 1]!;
  const chordZ = line[2]! - line[3 * SACRUM + 2]!;
  const length = Math.sqrt(chordX * chordX + chordY * chordY + chordZ * chordZ) || 1;
  // the chord leans back a little in upright standing
  const x = (chordX / length) * follows;
  const y = (chordY / length) * follows + (1 - follows);
  const z = (chordZ / length) * follows;
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i]!;
    const row = HEAD[i]!;
    const fore = row[0]!;
    const raised = row[1]!;
    ring.upX = x;
    ring.upY = y;
    ring.upZ = z;
    ring.sideX = sides[0]! * follows;
    ring.sideY = sides[1]! * follows;
    ring.sideZ = sides[2]! * follows + (1 - follows);
    orientRing(ring);
    ring.x = landmarks[HEAD_AT]! + (ring.frontX * fore + ring.upX * raised) * scale;
    ring.y = landmarks[HEAD_AT + 1]! + (ring.frontY * fore + ring.upY * raised) * scale;
    ring.z = landmarks[HEAD_AT + 2]! + (ring.frontZ * fore + ring.upZ * raised) * scale;
    ring.halfDepth = row[2]! * scale;
    ring.halfWidth = row[3]! * scale;
  }
}
