import imaging from '../../../../models/imaging.json' with { type: 'json' };
import skeleton from '../../../../models/meshes/skeleton.json' with { type: 'json' };
import { calcBoneScale } from '../../anatomy/boneScale.ts';
import { LEVEL_COUNT, LEVELS, levelIndex } from '../../anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../anatomy/vertebrae.ts';
import { clamp } from '../../math/scalar.ts';
import { millimetres } from '../../quantity/units.ts';
import { calcMovableMm } from '../../simulation/patient/healing.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import { calcReopenedShare } from '../../treatment/healing.ts';
import type { ImagePosture } from '../exams/names.ts';
import { BASIS, BASIS_COUNT, mixture, type Shares } from '../matter/basis.ts';
import { boneOf, calcMarrowFat, IN_BONE, writeBone } from '../matter/bone.ts';
import type { Mesh } from '../rays/solid.ts';
import type { Ray } from '../rays/trace.ts';
import type { Triple } from '../rays/view.ts';
import { type BoneShape, poseBone } from './arch.ts';
import {
  type Body,
  type CoreSpot,
  calcCoreDensity,
  describeBody,
  getCement,
  meshBody,
  meshDisc,
} from './body.ts';
import type { Frame } from './frame.ts';
import { toWorld } from './frame.ts';
import { calcOedemaShare } from './oedema.ts';
import { poseColumn } from './posture.ts';
import { ellipsoid, meshTrunk, meshTube } from './trunk.ts';

/** A solid of the phantom: what it is made of, the same everywhere or sampled in a body's core; level of a bone of the spine, or −1. */
export interface Solid extends Mesh {
  readonly kind: 'soft' | 'canal' | 'disc' | 'skeleton' | 'arch' | 'shell' | 'core' | 'cleft';
  readonly level: number;
  readonly shares: Shares | null;
  /** Which of the shares are not none. */
  readonly present: readonly number[];
}

/** The simulated person as closed solids of known matter, posed for an image. World mm, x anterior, y up, z right, origin at S1. */
export interface Phantom {
  readonly solids: readonly Solid[];
  /** T1 … L5. */
  readonly bodies: readonly Body[];
  readonly state: SpineState;
  readonly sacrum: Frame;
  /** Share of the marrow that is fat, and of each body's marrow that oedema has replaced. */
  readonly fat: number;
  readonly oedema: readonly number[];
  /** Height of a cleft that stands open, mm. */
  readonly cleftMm: readonly number[];
}

export interface PhantomOptions {
  readonly posture: ImagePosture;
  readonly lordosisDeg?: number;
  /** Mineral of the arches, mg/cm³, T1 … L5. */
  readonly archMgPerCm3: Float64Array;
  /** Bones that `npm run meshes` has made; those whose names are not known are left out. */
  readonly shapes: readonly BoneShape[];
  /** What fills an open cleft: gas at first, fluid when she has lain for a while. */
  readonly cleft: 'gas' | 'fluid';
  /** Seed of what differs between people, as the course of oedema. */
  readonly seed?: number;
}

const T1 = 0;
const L1 = levelIndex('L1');

/** Ribs, pelvis and thigh bones: mineral, mg/cm³ at T = 0, and its loss per T (our assumption). */
const OTHER_MG_PER_CM3 = 420;
const OTHER_PER_T = 0.1;

/** Radii of the dural sac and of the cord, mm (our assumption: the sac 14, the cord 9 across). */
const SAC_MM = 7;
const CORD_MM = 4.5;

/** Least opening that counts as a cleft, mm. */
const CLEFT_FROM_MM = imaging.mri.fluidFromMm;

export function createPhantom(person: Person, before: SpineState, options: PhantomOptions): Phantom {
  const { posture, shapes, archMgPerCm3, cleft } = options;
  const { model, condition } = person;
  const { patient } = model;
  const { state, geometry } = poseColumn(person, before, posture, options.lordosisDeg);
  const frameAt = (at: Float64Array, axes: Float64Array, i: number): Frame => ({
    at: [0, 1, 2].map((axis) => millimetres(at[3 * i + axis]!)) as unknown as Triple,
    axes: axes.slice(9 * i, 9 * i + 9),
  });
  const bodies = LEVELS.map((_, i) =>
    describeBody(person, state, i, frameAt(geometry.originM, geometry.axes, i)),
  );
  const discs = LEVELS.map((_, i) => frameAt(geometry.discM, geometry.discAxes, i));
  const sacrum = frameAt(geometry.sacrumM, geometry.sacrumAxes, 0);
  const scale = calcBoneScale(patient.sex, patient.heightCm);
  const fat = calcMarrowFat(patient.sex, condition.ageYears, condition.tScore);
  const oedema = state.healing.map((healing, i) =>
    healing ? calcOedemaShare(person, before, i, healing.weeks, options.seed ?? 0) : 0,
  );
  const cleftMm = before.healing.map((healing, i) => {
    if (!healing || posture === 'standing' || posture === 'sitting') return 0;
    const opened =
      calcReopenedShare(healing, posture === 'side' ? 'lie-side' : 'lie-supine') *
      calcMovableMm(person, before, i);
    return opened > CLEFT_FROM_MM ? opened : 0;
  });

  const solids: Solid[] = [];
  const add = (mesh: Mesh, kind: Solid['kind'], shares: Shares | null, level = -1) => {
    const present = shares ? BASIS.flatMap((_, i) => (shares[i]! > 0 ? [i] : [])) : [];
    solids.push({ ...mesh, kind, shares, present, level });
  };
  // from what gives way to what comes first
  const trunk = meshTrunk(patient, bodies, sacrum);
  add(trunk.skin, 'soft', mixture({ fat: 1 }));
  add(trunk.muscle, 'soft', mixture({ muscle: 0.9, fat: 0.1 }));
  for (const lung of trunk.lungs) add(lung, 'soft', mixture({ lung: 1 }));
  addCanal(bodies, discs, sacrum, scale.x, add);
  const wear = clamp(condition.discWear, 0, 1);
  const disc = mixture({ disc: 1 - wear, wornDisc: wear });
  bodies.forEach((body, i) => {
    const below = bodies[i + 1] ?? { ...pickPlate(body), frame: sacrum };
    add(meshDisc(body, below), 'disc', disc, i);
  });
  const other = boneOf(OTHER_MG_PER_CM3 * Math.max(0.3, 1 + OTHER_PER_T * condition.tScore), fat);
  for (const shape of shapes) {
    const frame = findFrame(shape.name, bodies, sacrum, scale);
    if (frame) add(poseBone(shape, scale, frame), 'skeleton', other);
  }
  bodies.forEach((body, i) => {
    const shape = shapes.find(({ name }) => name === LEVELS[i]);
    if (shape) add(poseBone(shape, scale, body.frame), 'arch', boneOf(archMgPerCm3[i]!, fat), i);
  });
  bodies.forEach((body, i) => {
    add(meshBody(body, 'whole'), 'shell', boneOf(SHELL_MG_PER_CM3, fat), i);
    add(meshBody(body, 'core'), 'core', null, i);
    if (cleftMm[i]! > 0) add(meshCleft(body, cleftMm[i]!), 'cleft', mixture({ [cleft]: 1 }), i);
  });
  return { solids, bodies, state, sacrum, fat, oedema, cleftMm };
}

/** Mineral of shell and end plates, mg/cm³ (our assumption: 0.97 of solid tissue). */
const SHELL_MG_PER_CM3 = 1050;

const pickPlate = ({ halfDepthMm, halfWidthMm }: Body) => ({ halfDepthMm, halfWidthMm });

type Add = (mesh: Mesh, kind: Solid['kind'], shares: Shares | null, level?: number) => void;

/** Dural sac to S2 and cord to L1, behind the bodies' back walls. */
function addCanal(
  bodies: readonly Body[],
  discs: readonly Frame[],
  sacrum: Frame,
  scaleX: number,
  add: Add,
): void {
  const places = bodies.flatMap((body, i) => {
    const canal = REFERENCE_VERTEBRAE[i]!.canalDepthMm * scaleX;
    const x = -body.halfDepthMm - canal / 2;
    return [
      { frame: body.frame, x, level: i },
      { frame: discs[i]!, x, level: i + 0.5 },
    ];
  });
  const last = places.at(-1)!;
  const ends = [...places, { frame: sacrum, x: last.x, level: LEVEL_COUNT }].reverse();
  add(meshTube(ends.map(({ frame, x }) => ({ frame, x, radius: SAC_MM }))), 'canal', mixture({ csf: 1 }));
  const cord = ends
    .filter(({ level }) => level <= L1)
    .map(({ frame, x, level }) => ({ frame, x, radius: CORD_MM * clamp((L1 + 0.6 - level) / 1.5, 0.2, 1) }));
  add(meshTube(cord), 'canal', mixture({ cord: 1 }));
}

/** A gap under the upper end plate's front, as high in its middle as the body has opened. */
function meshCleft(body: Body, heightMm: number): Mesh {
  const y = (body.heightMm - body.shorteningMm) / 2 - heightMm / 2 - 3;
  const local = ellipsoid(
    [0.35 * body.halfDepthMm, y, 0],
    0.5 * body.halfDepthMm,
    heightMm / 2,
    0.5 * body.halfWidthMm,
  );
  const positions = local.positions.slice();
  for (let i = 0; i < positions.length; i += 3)
    positions.set(
      toWorld(body.frame, local.positions[i]!, local.positions[i + 1]!, local.positions[i + 2]!),
      i,
    );
  return { positions, triangles: local.triangles };
}

/** Frame of a bone that moves with the spine; null for those that no image here shows, and for the vertebrae themselves. */
function findFrame(
  name: string,
  bodies: readonly Body[],
  sacrum: Frame,
  scale: { readonly x: number; readonly y: number; readonly z: number },
): Frame | null {
  if (name === 'sacrum') return sacrum;
  const [, base = name, side] = /^(.*)-(right|left)$/.exec(name) ?? [];
  if (base === 'hip') return sacrum;
  if (base === 'femur') {
    const [x, y, z] = skeleton.hip as [number, number, number];
    const at = toWorld(sacrum, x * scale.x, y * scale.y, (side === 'right' ? z : -z) * scale.z);
    return { at, axes: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
  }
  const rib = /^rib-(\d+)$/.exec(base);
  if (rib) return bodies[T1 + Number(rib[1]) - 1]!.frame;
  return null;
}

/** Step in which a core is sampled, mm. */
const STEP_MM = 1.6;
const spot: CoreSpot = { layer: 0, cell: 0 };
const here = new Float64Array(BASIS_COUNT);

/** Shares at a place of a core, world mm, into `out`. */
export function writeCore(
  phantom: Phantom,
  level: number,
  x: number,
  y: number,
  z: number,
  out: Shares,
): void {
  const body = phantom.bodies[level]!;
  const { at, axes: m } = body.frame;
  const dx = x - at[0];
  const dy = y - at[1];
  const dz = z - at[2];
  const density = calcCoreDensity(
    body,
    m[0]! * dx + m[3]! * dy + m[6]! * dz,
    m[1]! * dx + m[4]! * dy + m[7]! * dz,
    m[2]! * dx + m[5]! * dy + m[8]! * dz,
    spot,
  );
  writeBone(density, phantom.fat, { cement: getCement(body, spot), oedema: phantom.oedema[level]! }, out);
}

/** Adds the lengths of a ray's pieces in the basis, mm, into `out` from `at` on. @param leaveOut pieces that are not added */
export function addLengths(
  phantom: Phantom,
  ray: Ray,
  out: Float64Array,
  at = 0,
  leaveOut?: (solid: Solid, lengthMm: number) => boolean,
): void {
  for (let n = 0; n < ray.count; n++) {
    const solid = phantom.solids[ray.solid[n]!]!;
    const from = ray.from[n]!;
    const to = ray.to[n]!;
    const length = (to - from) * ray.length;
    if (leaveOut?.(solid, length)) continue;
    if (solid.shares) {
      for (const i of solid.present) out[at + i]! += solid.shares[i]! * length;
      continue;
    }
    const steps = Math.max(1, Math.ceil(length / STEP_MM));
    for (let step = 0; step < steps; step++) {
      const depth = from + ((to - from) * (step + 0.5)) / steps;
      writeCore(
        phantom,
        solid.level,
        ray.at[0] + ray.way[0] * depth,
        ray.at[1] + ray.way[1] * depth,
        ray.at[2] + ray.way[2] * depth,
        here,
      );
      for (const i of IN_BONE) out[at + i]! += (here[i]! * length) / steps;
    }
  }
}
