import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { createSection, createSectionState } from '../../src/core/bone/section.ts';
import { createVoxelBody } from '../../src/core/elements/body.ts';
import { createPress } from '../../src/core/elements/collapse.ts';
import { createVector } from '../../src/core/elements/grid.ts';
import { createMultigrid, refreshMultigrid } from '../../src/core/elements/multigrid.ts';
import { runCollapse } from '../../src/core/elements/outcome.ts';
import { createSolver, solve } from '../../src/core/elements/solve.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { finish } from '../../src/core/simulation/run.ts';
import { hasCalculix, runCalculix } from '../core/elements/calculix.ts';
import { PATIENT } from './people.ts';
import { median, type Row } from './row.ts';

const { model } = createPerson({ ...PATIENT, tScore: -2.5 });
const index = levelIndex('L1');
const section = createSection(model, index);
const state = createSectionState(section);
const press = (voxelMm: number) =>
  createPress(createVoxelBody(model, index, section, voxelMm, 0, true), state, 0.1 * section.depthMm, 0);

/** Moduli are rounded to so many classes per power of ten: a material each in CalculiX. */
const CLASSES = 60;

/** The elastic body of 1 mm, whole from its bricks to its displacements, and the same in CalculiX in the same run. */
function benchElastic(): Row[] {
  const { bricks, coarsenings } = press(1).body;
  for (let e = 0; e < bricks.count; e++) {
    const modulus = bricks.plainMPa[e]! + bricks.bulgingMPa[e]!;
    bricks.plainMPa[e] = 0;
    bricks.bulgingMPa[e] = 10 ** (Math.round(CLASSES * Math.log10(modulus)) / CLASSES);
  }
  const force = [0, -500, -50 * section.depthMm];
  const work = () => {
    const multigrid = createMultigrid(bricks, coarsenings);
    refreshMultigrid(multigrid, 16);
    const load = createVector(bricks.grid);
    load.set(force, bricks.grid.dof);
    solve(createSolver(multigrid), load, createVector(bricks.grid), 1e-6);
  };
  work();
  const ms = median(3, work);
  const nodes = new Set<number>();
  for (let e = 0; e < bricks.count; e++)
    for (const offset of bricks.grid.corner) nodes.add(bricks.base[e]! + offset);
  const rows: Row[] = [
    {
      name: `elastic body, ${3 * nodes.size} unknowns`,
      value: ms,
      unit: 'ms',
      reference: '1 s',
      ratio: 1000 / ms,
    },
  ];
  if (hasCalculix()) {
    const { seconds } = runCalculix(bricks, force);
    rows.push({
      name: 'the same bricks, against CalculiX',
      value: ms,
      unit: 'ms',
      reference: `CalculiX, one thread (${seconds.toFixed(1)} s)`,
      ratio: (1000 * seconds) / ms,
    });
  }
  return rows;
}

function benchCollapse(voxelMm: number, wantedS: number): Row[] {
  const start = performance.now();
  const made = press(voxelMm);
  const work = runCollapse(made, 0.25);
  work.next();
  const firstMs = performance.now() - start;
  finish(work);
  const ms = performance.now() - start;
  return [
    {
      name: `first point of a collapse, ${voxelMm} mm`,
      value: firstMs,
      unit: 'ms',
      reference: '1 s',
      ratio: 1000 / firstMs,
    },
    {
      name: `collapse to 25 %, ${voxelMm} mm`,
      value: ms / 1000,
      unit: 's',
      reference: `${wantedS} s`,
      ratio: (1000 * wantedS) / ms,
    },
  ];
}

export function benchElements(): Row[] {
  finish(runCollapse(press(4), 0.05));
  return [...benchElastic(), ...benchCollapse(2, 3), ...benchCollapse(1, 30)];
}
