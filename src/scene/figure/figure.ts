import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three';
import type { Landmark } from '../../core/simulation/results/trace.ts';
import type { Patient } from '../../core/simulation/scenario.ts';
import type { Pose } from '../bones/pose.ts';
import { BUILDS, type Build, calcArmGirth, calcGirth, calcLegGirth } from './figureBuild.ts';
import { ARM, FOOT, LEG, writeFoot, writeLimb } from './figureLimbs.ts';
import { HEAD, NECK, TRUNK, writeHead, writeNeck, writeTrunk } from './figureTrunk.ts';
import { AROUND, appendRingIndices, createRing, type Ring, writeRingNormals, writeRings } from './loft.ts';

/** Stature for which the figure's dimensions are given, cm; they scale with the patient's. */
const REFERENCE_STATURE_CM = 165;

/** Support of the figure: the surface is pressed flat where it would reach below the top. */
export interface Ground {
  readonly lying: boolean;
  /** Top of seat or bed, m. */
  readonly topM: number;
  /** Front edge of the seat; a bed has none. */
  readonly frontM: number;
}

export interface Figure {
  readonly geometry: BufferGeometry;
  /** Follows the pose. */
  update(patient: Patient, ground: Ground): void;
}

/** Girths of a patient over those of the tabled figure. */
interface Girths {
  trunk: number;
  arm: number;
  leg: number;
}

interface Part {
  readonly rings: Ring[];
  /** First ring that hangs in front of a seat instead of lying on it. */
  readonly hangingFrom: number;
  readonly write: (rings: Ring[], scale: number, ground: Ground, build: Build, girths: Girths) => void;
}

const KNEE = LEG.findIndex(([way]) => way! >= 1);

/** Figure round the bones: one surface lofted over trunk, head and limbs. */
export function createFigure(pose: Pose): Figure {
  const parts: Part[] = [];
  // written in place, so that a frame allocates nothing
  const girths: Girths = { trunk: 1, arm: 1, leg: 1 };
  const part = (count: number, write: Part['write'], hangingFrom = count) => {
    parts.push({ rings: Array.from({ length: count }, createRing), hangingFrom, write });
  };
  // the trunk first: it reads the directions of the bones' sides
  part(TRUNK.length, (rings, scale, _, build, { trunk }) => writeTrunk(pose, rings, scale, build, trunk));
  part(NECK.length, (rings, scale, _, build) => writeNeck(pose, rings, scale, build));
  part(HEAD.length, (rings, scale, { lying }) => writeHead(pose, rings, scale, lying));
  for (const side of ['Right', 'Left'] as const) {
    const names = (...points: string[]) => points.map((name) => `${name}${side}`) as Landmark[];
    const arm = names('shoulder', 'elbow', 'hand') as [Landmark, Landmark, Landmark];
    const leg = names('hip', 'knee', 'ankle') as [Landmark, Landmark, Landmark];
    const foot = names('knee', 'ankle', 'toe') as [Landmark, Landmark, Landmark];
    part(
      ARM.length,
      (rings, scale, _, build, girths) => writeLimb(pose, arm, ARM, rings, scale * build.arm * girths.arm),
      0,
    );
    part(
      LEG.length,
      (rings, scale, _, build, girths) => writeLimb(pose, leg, LEG, rings, scale * build.leg * girths.leg),
      KNEE,
    );
    part(FOOT.length, (rings, scale) => writeFoot(pose, foot, rings, scale), 0);
  }
  const vertexCount = parts.reduce((sum, { rings }) => sum + rings.length * AROUND, 0);
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  const indices: number[] = [];
  let first = 0;
  for (const { rings } of parts) {
    appendRingIndices(indices, first, rings.length);
    first += rings.length * AROUND;
  }
  const geometry = new BufferGeometry();
  const position = new BufferAttribute(positions, 3).setUsage(DynamicDrawUsage);
  const normal = new BufferAttribute(normals, 3).setUsage(DynamicDrawUsage);
  geometry.setAttribute('position', position);
  geometry.setAttribute('normal', normal);
  geometry.setIndex(indices);
  return {
    geometry,
    update(patient, ground) {
      const { sex, heightCm, ageYears } = patient;
      girths.trunk = calcGirth(patient);
      girths.arm = calcArmGirth(girths.trunk, ageYears);
      girths.leg = calcLegGirth(girths.trunk);
      const scale = heightCm / REFERENCE_STATURE_CM;
      let vertex = 0;
      for (const { rings, hangingFrom, write } of parts) {
        write(rings, scale, ground, BUILDS[sex], girths);
        writeRings(rings, positions, vertex);
        const resting = ground.lying ? rings.length : hangingFrom;
        pressFlat(positions, vertex, vertex + resting * AROUND, ground.topM, ground.frontM);
        pressFlat(positions, vertex, vertex + rings.length * AROUND, 0, Number.POSITIVE_INFINITY);
        writeRingNormals(positions, normals, vertex, rings.length);
        vertex += rings.length * AROUND;
      }
      position.needsUpdate = true;
      normal.needsUpdate = true;
    },
  };
}

/** Distance of the skin above its support, m: two faces in one plane would flicker. */
const SKIN_M = 0.002;

/** Raises vertices to the top of a support that they would sink into. */
function pressFlat(positions: Float32Array, from: number, to: number, topM: number, frontM: number): void {
  const lowest = topM + SKIN_M;
  for (let at = from * 3; at < to * 3; at += 3)
    if (positions[at + 1]! < lowest && positions[at]! < frontM) positions[at + 1] = lowest;
}
