/** Files of the spine in three dimensions: what a validator, three's own loader and a reader of USD find in them. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { validateBytes } from 'gltf-validator';
import type { Group, Mesh, MeshStandardMaterial } from 'three';
import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';
import { USDZExporter } from 'three/examples/jsm/exporters/USDZExporter.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LEVELS, levelIndex } from '../../src/core/anatomy/levels.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import { type BoneMesh, readGlb } from '../../src/runtime/files/readGlb.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import type { Shown } from '../../src/runtime/session/session.ts';
import { BONE_COUNT, BONE_NAMES, writeBoneSizes } from '../../src/scene/bones/bones.ts';
import { createModel } from '../../src/scene/takeaway/createModel.ts';
import { LIFT, run, scenario } from '../core/support.ts';
import { readUsda, type Usda } from './usda.ts';

const FRAGILE = scenario(-3.5, [LIFT]);
/** Level of detail that the .usdz has. */
const DETAIL = 1;
/**
 * Greatest difference between a height lost in the file and in the findings, mm: findings take it at the very rim, where the mesh is
 * rounded off, and the raster of columns ends half a cell (1 mm) before.
 */
const TOLERANCE_MM = 0.5;

let meshes: readonly BoneMesh[];
let broken: Run;
let shown: Shown;
let before: Group;
let after: Group;
let usda: Usda;
let names: string[];
let bytes: Uint8Array;

beforeAll(async () => {
  const file = readFileSync('models/meshes/spine.glb');
  meshes = await readGlb(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  broken = run(FRAGILE);
  shown = { scenario: FRAGILE, run: broken, peaks: calcPeaks(broken) };
  before = createModel(meshes, shown, 0, DETAIL);
  after = createModel(meshes, shown, broken.trace.durationS, DETAIL);
  bytes = (await new USDZExporter().parseAsync(after, { quickLookCompatible: true })) as Uint8Array;
  const files = unzipSync(bytes);
  names = Object.keys(files);
  usda = readUsda(files);
});

describe('the file for phones', () => {
  it('is a package as USDZ wants it: stored, its scene first, every file on 64 bytes', () => {
    expect(names[0]).toBe('model.usda');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    let count = 0;
    while (view.getUint32(at, true) === 0x04034b50) {
      expect(view.getUint16(at + 8, true), 'compression').toBe(0);
      const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
      expect(start % 64).toBe(0);
      at = start + view.getUint32(at + 18, true);
      count++;
    }
    expect(count).toBe(names.length);
  });

  it('has every vertebra with a material of its own, and whole triangles', () => {
    const materials = BONE_NAMES.map((name) => usda.getMaterial(name));
    expect(new Set(materials).size).toBe(BONE_COUNT);
    for (const material of materials) expect(usda.materials.get(material!)).toMatch(/diffuseColor/);
    for (const name of BONE_NAMES) {
      const { points, normals, counts, corners } = usda.getMesh(name);
      expect(points.every(Number.isFinite) && normals.every(Number.isFinite)).toBe(true);
      expect(normals.length).toBe(points.length);
      expect(counts.every((count) => count === 3)).toBe(true);
      expect(corners.length).toBe(3 * counts.length);
      expect(Math.max(...corners)).toBe(points.length / 3 - 1);
      expect(Math.min(...corners)).toBe(0);
    }
  });

  it('stands on the floor', () => {
    const heights = BONE_NAMES.flatMap((name) => usda.getMesh(name).points.filter((_, i) => i % 3 === 1));
    expect(Math.min(...heights)).toBeGreaterThan(-1e-6);
    // the column of a woman of 160 cm
    expect(Math.max(...heights)).toBeGreaterThan(0.4);
    expect(Math.max(...heights)).toBeLessThan(0.65);
  });

  it('has the wedge in its vertices: the broken body has lost what the findings say', () => {
    const { fractures, findings } = broken.trace;
    expect(fractures.length).toBeGreaterThan(0);
    const level = levelIndex(fractures[0]!.level);
    const found = findings.at(-1)!.findings.levels[level]!;
    const lostMm = (leftMm: number, percent: number) => Math.max(0, (leftMm * percent) / (100 - percent));
    const front = lostMm(found.anteriorHeightMm, found.anteriorHeightLossPercent);
    const back = lostMm(found.posteriorHeightMm, found.posteriorHeightLossPercent);
    expect(front).toBeGreaterThan(4);
    const { points } = usda.getMesh(BONE_NAMES[level]!);
    const intact = (before.children[level] as Mesh).geometry.getAttribute('position').array;
    for (const [end, lost] of [
      [1, front],
      [-1, back],
    ] as const) {
      const pair = findPlatePair(level, end);
      const measured = 1000 * (calcDistance(intact, pair) - calcDistance(points, pair));
      expect(
        Math.abs(measured - lost),
        `${end > 0 ? 'front' : 'back'}: ${measured} of ${lost} mm`,
      ).toBeLessThan(TOLERANCE_MM);
    }
    // a body that held has kept its height
    const whole = LEVELS.findIndex(
      (_, n) => findings.at(-1)!.findings.levels[n]!.anteriorHeightLossPercent === 0,
    );
    const pair = findPlatePair(whole, 1);
    const kept = (before.children[whole] as Mesh).geometry.getAttribute('position').array;
    expect(calcDistance(kept, pair)).toBeCloseTo(
      calcDistance(usda.getMesh(BONE_NAMES[whole]!).points, pair),
      5,
    );
  });
});

/** The part of a browser's reader that three's exporter uses. */
class FileReaderOfBlobs {
  result: ArrayBuffer | null = null;
  onloadend = () => {};
  readAsArrayBuffer(blob: Blob): void {
    void blob.arrayBuffer().then((read) => {
      this.result = read;
      this.onloadend();
    });
  }
}

describe('the file for programs and printers', () => {
  let glb: ArrayBuffer;
  beforeAll(async () => {
    vi.stubGlobal('FileReader', FileReaderOfBlobs);
    glb = (await new GLTFExporter().parseAsync(after, { binary: true })) as ArrayBuffer;
    vi.unstubAllGlobals();
  });

  it('passes the validator of its standard', async () => {
    const { issues, info } = await validateBytes(new Uint8Array(glb), { maxIssues: 20 });
    expect(issues.messages.filter(({ severity }) => severity <= 1)).toEqual([]);
    expect(info.totalTriangleCount).toBeGreaterThan(10_000);
  });

  it('opens in three’s own loader with what the results say of every vertebra', async () => {
    const { scene } = await new GLTFLoader().parseAsync(glb, '');
    const vertebra = scene.getObjectByName(broken.trace.fractures[0]!.level) as Mesh;
    expect(vertebra.userData.loadOverStrength).toBeGreaterThanOrEqual(1);
    expect(vertebra.userData.fractured).toBe(true);
    const materials = BONE_NAMES.map((name) => (scene.getObjectByName(name) as Mesh).material);
    expect(new Set(materials.map((material) => (material as MeshStandardMaterial).name)).size).toBe(
      BONE_COUNT,
    );
  });
});

/** Places in the file of the two vertices that are nearest to the upper and lower plate's edge in the middle plane. */
function findPlatePair(level: number, end: 1 | -1): readonly [number, number] {
  const mesh = meshes.find(({ name }) => name === BONE_NAMES[level])!;
  const used = [...new Set(mesh.details[DETAIL])];
  const size = new Float32Array(4 * BONE_COUNT);
  const rim = new Float32Array(4 * BONE_COUNT);
  writeBoneSizes(FRAGILE.patient, size, rim);
  const find = (side: 1 | -1) => {
    const depth = rim[4 * level + (side < 0 ? 0 : 2)]!;
    const goal = [end * depth, side * (size[4 * level + 1]! / 2 + end * depth * size[4 * level + 3]!), 0];
    const away = (vertex: number) =>
      mesh.body[vertex]! < 0.99
        ? 1
        : Math.hypot(...goal.map((value, i) => mesh.positions[3 * vertex + i]! - value));
    return used.reduce((best, vertex, place) => (away(vertex) < away(used[best]!) ? place : best), 0);
  };
  return [find(1), find(-1)];
}

const calcDistance = (points: ArrayLike<number>, [a, b]: readonly [number, number]): number =>
  Math.hypot(...[0, 1, 2].map((i) => points[3 * a + i]! - points[3 * b + i]!));
