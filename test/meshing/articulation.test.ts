/**
 * Neighbours in every act and round five wedges: arches may press each other a millimetre deep (cartilage gives as much), facets
 * stay together. Vertices of the upper bone's committed mesh against the solid of the lower one.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import { LEVELS, type Level } from '../../src/core/anatomy/levels.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import type { Trace } from '../../src/core/simulation/trace.ts';
import { boneSolid } from '../../src/meshing/bones.ts';
import { landmarks } from '../../src/meshing/landmarks.ts';
import type { Solid } from '../../src/meshing/primitives.ts';
import { vertebraShape } from '../../src/meshing/tables.ts';
import { type BoneMesh, readGlb } from '../../src/scene/readGlb.ts';

const PATIENT = { ageYears: 30, sex: 'female', heightCm: 162, massKg: 60, tScore: 0 } as const;
const BONES = [...LEVELS, 'sacrum'];

const MOST_OVERLAP_MM = 1;
const MOST_GAP_MM = 4;
/** How far round the middle of a facet its gap is looked for, mm. */
const FACET_MM = 7;
/** Share of the body below which a vertex belongs to the arch. */
const ARCH = 0.02;
/** Moments of an act that are looked at. */
const MOMENTS = [0, 0.25, 0.5, 0.75];

interface Neighbour {
  readonly upper: number;
  readonly lower: Solid;
  /** The upper bone's arch, reference adult, mm: x, y, z a vertex. */
  readonly arch: Float64Array;
  /** Of each vertex, 1 on the right lower facet, −1 on the left one, 0 elsewhere. */
  readonly facet: Int8Array;
}

/** What neighbours do at one moment, mm of the reference adult. */
interface Meeting {
  readonly overlapMm: number;
  /** The wider of the two facets' gaps. */
  readonly gapMm: number;
}

function createNeighbour(upper: number, mesh: BoneMesh): Neighbour {
  const { centre } = landmarks(vertebraShape(LEVELS[upper]!)).lowerFacet;
  const arch: number[] = [];
  const facet: number[] = [];
  for (let i = 0; i < mesh.body.length; i++) {
    if (mesh.body[i]! > ARCH) continue;
    const [x, y, z] = [0, 1, 2].map((k) => 1000 * mesh.positions[3 * i + k]!) as [number, number, number];
    arch.push(x, y, z);
    const away = Math.hypot(x - centre[0], y - centre[1], Math.abs(z) - centre[2]);
    facet.push(away < FACET_MM ? Math.sign(z) : 0);
  }
  return {
    upper,
    lower: boneSolid(BONES[upper + 1]!).solid,
    arch: Float64Array.from(arch),
    facet: Int8Array.from(facet),
  };
}

const scale = calcBoneScale(PATIENT.sex, PATIENT.heightCm);

/** A vector turned by the quaternion at an offset, or back. */
function turn(q: Float32Array, at: number, sign: 1 | -1, v: readonly number[]): [number, number, number] {
  const [a, b, c, w] = [sign * q[at]!, sign * q[at + 1]!, sign * q[at + 2]!, q[at + 3]!];
  const [x, y, z] = v as [number, number, number];
  const [tx, ty, tz] = [2 * (b * z - c * y), 2 * (c * x - a * z), 2 * (a * y - b * x)];
  return [x + w * tx + b * tz - c * ty, y + w * ty + c * tx - a * tz, z + w * tz + a * ty - b * tx];
}

function meet({ upper, lower, arch, facet }: Neighbour, trace: Trace, frame: number): Meeting {
  const above = frame * BONES.length + upper;
  const below = above + 1;
  const { positionsM, orientations } = trace;
  const apart = [0, 1, 2].map((k) => 1000 * (positionsM[3 * above + k]! - positionsM[3 * below + k]!));
  let deepest = 0;
  const nearest = { right: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY };
  for (let i = 0; i < facet.length; i++) {
    const own = [arch[3 * i]! * scale.x, arch[3 * i + 1]! * scale.y, arch[3 * i + 2]! * scale.z];
    const world = turn(orientations, 4 * above, 1, own).map((value, k) => value + apart[k]!);
    const [x, y, z] = turn(orientations, 4 * below, -1, world);
    const distance = lower(x / scale.x, y / scale.y, z / scale.z);
    deepest = Math.max(deepest, -distance);
    if (facet[i]! > 0) nearest.right = Math.min(nearest.right, distance);
    if (facet[i]! < 0) nearest.left = Math.min(nearest.left, distance);
  }
  return { overlapMm: deepest, gapMm: Math.max(nearest.right, nearest.left) };
}

describe('neighbouring vertebrae', () => {
  let neighbours: Neighbour[];
  beforeAll(async () => {
    const bytes = Uint8Array.from(readFileSync('models/meshes/spine.glb'));
    const meshes = await readGlb(bytes.buffer);
    neighbours = LEVELS.map((level, i) => createNeighbour(i, meshes.find((mesh) => mesh.name === level)!));
  });

  const check = (patient: object, event: object): void => {
    const reading = checkScenario({ version: 1, patient, events: [event] });
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    const { trace } = finish(runScenario(reading.scenario));
    for (const moment of MOMENTS)
      for (const neighbour of neighbours) {
        const { overlapMm, gapMm } = meet(neighbour, trace, Math.floor(moment * trace.frameCount));
        const where = `${BONES[neighbour.upper]}–${BONES[neighbour.upper + 1]} at ${moment}`;
        expect(overlapMm, `overlap of ${where}`).toBeLessThan(MOST_OVERLAP_MM);
        expect(gapMm, `facet gap of ${where}`).toBeLessThan(MOST_GAP_MM);
      }
  };

  it.each(ACT_NAMES)('articulate: %s', (name) => check(PATIENT, { type: 'activity', name }));

  it.each(['T6', 'T8', 'T12', 'L1', 'L3'] as const)('articulate round a wedge of %s', (level: Level) =>
    check(
      { ...PATIENT, ageYears: 72, tScore: -2.5, knownFractures: [{ level, shape: 'wedge', genantGrade: 2 }] },
      { type: 'activity', name: 'stand' },
    ),
  );
});
