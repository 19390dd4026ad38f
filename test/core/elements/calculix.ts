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
function writeInput({ grid, base, count, bulgingMPa }: Bricks, plateForce: readonly number[]): string {
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
  const sets = new Map<number, number[]>();
  for (let e = 0; e < count; e++) {
    const set = sets.get(bulgingMPa[e]!) ?? [];
    set.push(e);
    sets.set(bulgingMPa[e]!, set);
  }
  const lines = ['*NODE,NSET=ALL', ...nodes];
  let material = 0;
  for (const [modulus, bricks] of sets) {
    material++;
    lines.push(`*ELEMENT,TYPE=C3D8I,ELSET=E${material}`);
    for (const e of bricks)
      lines.push(`${e + 1},${CORNERS.map((n) => (base[e]! + corner[n]!) / 3 + 1).join(',')}`);
    lines.push(`*MATERIAL,NAME=M${material}`, '*ELASTIC', `${modulus},${POISSON}`);
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

/** Movements of the plate, x, y, slope, and the time of the whole run, s. */
export function runCalculix(bricks: Bricks, plateForce: readonly number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'columna-ccx-'));
  try {
    writeFileSync(join(folder, 'body.inp'), writeInput(bricks, plateForce));
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
