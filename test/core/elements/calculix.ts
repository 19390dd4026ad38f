import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bricks, POISSON } from '../../../src/core/elements/operator.ts';

/** Whether CalculiX is installed (Debian: calculix-ccx). */
export function hasCalculix(): boolean {
  try {
    execFileSync('ccx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** CalculiX's order of a brick's corners x | y << 1 | z << 2. */
const CORNERS = [0, 4, 5, 1, 2, 6, 7, 3];

/**
 * Input for CalculiX: the same bricks with incompatible modes (C3D8I), a material for every modulus, the lowest plane held, the highest a
 * rigid plate by linear equations with three movements, and a force on it.
 */
function writeInput(
  { grid, base, count }: Bricks,
  materials: readonly string[],
  plateForce: readonly number[],
): string {
  const { nx, ny, nz, xMm, zMm, size, corner } = grid;
  const plane = (nx + 1) * (nz + 1);
  const nodes: string[] = [];
  const used = new Set<number>();
  for (let e = 0; e < count; e++) for (const offset of corner) used.add((base[e]! + offset) / 3);
  for (const node of used) {
    const ix = node % (nx + 1);
    const row = Math.floor(node / (nx + 1));
    nodes.push(`${node + 1},${xMm[ix]},${Math.floor(row / (nz + 1)) * size.yMm},${zMm[row % (nz + 1)]}`);
  }
  const plate = plane * (ny + 1) + 10;
  for (let i = 0; i < 3; i++) nodes.push(`${plate + i},0,${ny * size.yMm + 5},0`);
  const sets = new Map<string, number[]>();
  for (let e = 0; e < count; e++) {
    const set = sets.get(materials[e]!) ?? [];
    set.push(e);
    sets.set(materials[e]!, set);
  }
  const lines = ['*NODE,NSET=ALL', ...nodes];
  let material = 0;
  for (const [elastic, bricks] of sets) {
    material++;
    lines.push(`*ELEMENT,TYPE=C3D8I,ELSET=E${material}`);
    for (const e of bricks)
      lines.push(`${e + 1},${CORNERS.map((n) => (base[e]! + corner[n]!) / 3 + 1).join(',')}`);
    lines.push(`*MATERIAL,NAME=M${material}`, '*ELASTIC', elastic);
    lines.push(`*SOLID SECTION,ELSET=E${material},MATERIAL=M${material}`);
  }
  for (const node of used) {
    const ix = node % (nx + 1);
    const row = Math.floor(node / (nx + 1));
    const iy = Math.floor(row / (nz + 1));
    if (iy !== ny) continue;
    lines.push('*EQUATION', '2', `${node + 1},1,1.,${plate},1,-1.`);
    if (xMm[ix] === 0) lines.push('*EQUATION', '2', `${node + 1},2,1.,${plate + 1},2,-1.`);
    else lines.push('*EQUATION', '3', `${node + 1},2,1.,${plate + 1},2,-1.,${plate + 2},2,${-xMm[ix]!}`);
  }
  lines.push('*BOUNDARY');
  for (const node of used) {
    const row = Math.floor(node / (nx + 1));
    const iy = Math.floor(row / (nz + 1));
    if (iy === 0) lines.push(`${node + 1},1,3`);
    else if (iy === ny || row % (nz + 1) === 0) lines.push(`${node + 1},3,3`);
  }
  lines.push('*STEP', '*STATIC', '*CLOAD');
  lines.push(
    `${plate},1,${plateForce[0]}`,
    `${plate + 1},2,${plateForce[1]}`,
    `${plate + 2},2,${plateForce[2]}`,
  );
  lines.push(`*NSET,NSET=PLATE`, `${plate},${plate + 1},${plate + 2}`);
  lines.push('*NODE PRINT,NSET=PLATE', 'U', '*END STEP', '');
  return lines.join('\n');
}

/** Poisson's ratios are rounded to so many steps from 0 to 1, so that CalculiX has few materials. */
const POISSON_STEPS = 100;

/** Modulus, MPa, and Poisson's ratio of the mixture of a plain and a bulging material, as CalculiX reads them. */
export function describeMixture(plainMPa: number, bulgingMPa: number): string {
  const shear = plainMPa / 2 + bulgingMPa / (2 * (1 + POISSON));
  const lambda = (bulgingMPa * POISSON) / ((1 + POISSON) * (1 - 2 * POISSON));
  const ratio = Math.round((POISSON_STEPS * lambda) / (2 * (lambda + shear))) / POISSON_STEPS;
  const modulus = (shear * (3 * lambda + 2 * shear)) / (lambda + shear);
  return `${modulus.toPrecision(2)},${ratio}`;
}

/** Writes the mixture that such a description stands for into a brick. */
export function setMixture(bricks: Bricks, e: number, description: string): void {
  const [modulus, ratio] = description.split(',').map(Number) as [number, number];
  const shear = modulus / (2 * (1 + ratio));
  const lambda = (modulus * ratio) / ((1 + ratio) * (1 - 2 * ratio));
  bricks.bulgingMPa[e] = (lambda * (1 + POISSON) * (1 - 2 * POISSON)) / POISSON;
  bricks.plainMPa[e] = 2 * (shear - bricks.bulgingMPa[e]! / (2 * (1 + POISSON)));
}

/**
 * Movements of the plate, x, y, slope, and the time of the whole run, s.
 *
 * @param isMixed whether bricks are mixtures, or else of the bulging material alone
 */
export function runCalculix(bricks: Bricks, plateForce: readonly number[], isMixed = false) {
  const folder = mkdtempSync(join(tmpdir(), 'columna-ccx-'));
  try {
    const materials = Array.from(bricks.bulgingMPa, (bulging, e) =>
      isMixed ? describeMixture(bricks.plainMPa[e]!, bulging) : `${bulging},${POISSON}`,
    );
    writeFileSync(join(folder, 'body.inp'), writeInput(bricks, materials, plateForce));
    const start = performance.now();
    execFileSync('ccx', ['-i', 'body'], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, OMP_NUM_THREADS: '1', CCX_NPROC_EQUATION_SOLVER: '1' },
    });
    const seconds = (performance.now() - start) / 1000;
    const rows = readFileSync(join(folder, 'body.dat'), 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter((row) => row.length === 4 && row.every(Number.isFinite));
    return { x: rows[0]![1]!, y: rows[1]![2]!, slope: rows[2]![2]!, seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
