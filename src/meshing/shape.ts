import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPath, readCommand, refuse } from '../cli/command.ts';
import { BONES } from './bones.ts';
import type { BoneMesh } from './mesh.ts';
import { meshBones } from './meshPool.ts';
import { uprightMesh } from './upright.ts';

interface Triangles {
  readonly v: number[][];
  readonly f: number[][];
}
interface Yardstick {
  readObj(path: string): Triangles;
  compareShape(ours: Triangles, reference: Triangles): { meanMm: number; p95Mm: number; scale: number };
}
interface Row {
  readonly bone: string;
  readonly meanMm: number;
  readonly p95Mm: number;
  readonly scale: number;
  readonly goalMeanMm: number;
  readonly goalP95Mm: number | undefined;
  readonly reached: boolean;
}

/** The reference's FMA numbers, and the goals: mean and, where there is one, 95th percentile, mm. */
const REFERENCES: Readonly<Record<string, { fma: readonly string[]; goalMm: readonly [number, number?] }>> = {
  C1: { fma: ['FMA12519'], goalMm: [2] },
  C2: { fma: ['FMA12520'], goalMm: [2] },
  C4: { fma: ['FMA12522'], goalMm: [2] },
  T1: { fma: ['FMA9165'], goalMm: [1.6, 4] },
  T8: { fma: ['FMA9991'], goalMm: [1.6, 4] },
  L3: { fma: ['FMA13074'], goalMm: [1.6, 4] },
  sacrum: { fma: ['FMA16202'], goalMm: [2.5] },
  'hip-right': { fma: ['FMA16586'], goalMm: [2.5] },
  'rib-1-right': { fma: ['FMA7857'], goalMm: [2.5] },
  'rib-7-right': { fma: ['FMA8229'], goalMm: [2.5] },
  'rib-10-right': { fma: ['FMA8445'], goalMm: [2.5] },
  sternum: { fma: ['FMA7486', 'FMA7487'], goalMm: [2.5] },
  'scapula-right': { fma: ['FMA13395'], goalMm: [2.5] },
  'clavicle-right': { fma: ['FMA13322'], goalMm: [2.5] },
  jaw: { fma: ['FMA52748'], goalMm: [2.5] },
};

// Exit 1 if a bone misses its goal, 2 without yardsticks. Nothing of the measured bones is stored.

const { values, operands } = readCommand({
  name: 'shape',
  about: "How far our bones are from measured ones, by the yardsticks' compare-shape.mjs.",
  operands: '[BONE …]',
  options: {
    yardsticks: { type: 'string', value: 'DIR', about: 'folder of the yardsticks (../shared/yardsticks)' },
    json: { type: 'boolean', about: 'the table as JSON' },
  },
  example: 'T8 L3 --yardsticks yardsticks',
});
const yardsticks =
  values.yardsticks === undefined ? resolve('../shared/yardsticks') : findPath(values.yardsticks);
const tool = resolve(yardsticks, 'compare-shape.mjs');
const references = resolve(yardsticks, 'bodyparts3d');
if (!existsSync(tool) || !existsSync(references))
  refuse(`There are no yardsticks in ${yardsticks}: name their folder with --yardsticks.`);
const yardstick = (await import(pathToFileURL(tool).href)) as Yardstick;

const comparable = Object.keys(REFERENCES).filter((name) => name in BONES);
const without = operands.filter((name) => !comparable.includes(name));
if (without.length > 0)
  refuse(`There is no reference for ${without.join(', ')}, only for ${comparable.join(', ')}.`);
const names = operands.length > 0 ? operands : comparable;

const meshes = await meshBones(names, ({ name }) => process.stderr.write(`${name} is meshed\n`));
const rows = meshes.map(uprightMesh).map(compare);
if (values.json) process.stdout.write(`${JSON.stringify({ version: 1, bones: rows }, null, 2)}\n`);
else printTable(rows);
process.exitCode = rows.every((row) => row.reached) ? 0 : 1;

function compare(mesh: BoneMesh): Row {
  const { fma, goalMm } = REFERENCES[mesh.name]!;
  const { meanMm, p95Mm, scale } = yardstick.compareShape(triangles(mesh), merged(fma.map(readReference)));
  const reached = meanMm <= goalMm[0] && p95Mm <= (goalMm[1] ?? Number.POSITIVE_INFINITY);
  return { bone: mesh.name, meanMm, p95Mm, scale, goalMeanMm: goalMm[0], goalP95Mm: goalMm[1], reached };
}

function readReference(fma: string): Triangles {
  const file = readdirSync(references).find((entry) => entry.startsWith(`${fma}_`));
  return file ? yardstick.readObj(join(references, file)) : refuse(`${references} has no ${fma}.`);
}

function merged(parts: readonly Triangles[]): Triangles {
  const v: number[][] = [];
  const f: number[][] = [];
  for (const part of parts) {
    const offset = v.length;
    v.push(...part.v);
    f.push(...part.f.map((corners) => corners.map((corner) => corner + offset)));
  }
  return { v, f };
}

function triangles({ positions, indices }: BoneMesh): Triangles {
  const threes = (values: ArrayLike<number>) =>
    Array.from({ length: values.length / 3 }, (_, i) => [
      values[3 * i]!,
      values[3 * i + 1]!,
      values[3 * i + 2]!,
    ]);
  return { v: threes(positions), f: threes(indices) };
}

function printTable(all: readonly Row[]): void {
  const line = (...cells: string[]) =>
    `${cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(10))).join('')}\n`;
  process.stdout.write(line('bone', 'mean mm', 'goal', 'p95 mm', 'goal', 'scale', 'reached'));
  for (const row of all)
    process.stdout.write(
      line(
        row.bone,
        row.meanMm.toFixed(2),
        row.goalMeanMm.toFixed(1),
        row.p95Mm.toFixed(2),
        row.goalP95Mm?.toFixed(1) ?? '',
        row.scale.toFixed(3),
        row.reached ? 'yes' : 'no',
      ),
    );
}
