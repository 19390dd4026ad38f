import { GSSolver, type Solver } from 'cannon-es';
import { createAct } from '../../src/core/activity/act.ts';
import { createPerformance, type Performance } from '../../src/core/activity/wholeBody.ts';
import { LEVEL_COUNT, levelIndex } from '../../src/core/anatomy/levels.ts';
import { createSectionState } from '../../src/core/bone/section.ts';
import { createLoadedSection } from '../../src/core/bone/sectionForce.ts';
import { applySurroundings } from '../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../src/core/bone/strength.ts';
import { ChainSolver } from '../../src/core/column/chainSolver.ts';
import { applyPosture, type Column, driveSacrum, stepColumn } from '../../src/core/column/column.ts';
import { calcBodyMotion, createBodyMotion } from '../../src/core/simulation/bodyMotion.ts';
import { createColumnAtRest } from '../../src/core/simulation/columnAtRest.ts';
import { applyMuscles, createMuscleForces } from '../../src/core/simulation/muscleStage.ts';
import { createPerson } from '../../src/core/simulation/person.ts';
import { finish } from '../../src/core/simulation/run.ts';
import { runActivity } from '../../src/core/simulation/runActivity.ts';
import { calcStandingPosture } from '../../src/core/simulation/standing.ts';
import { createSpineState } from '../../src/core/simulation/state.ts';

// npm run -s bench [-- --json]: how long the parts take here. All medians, warm, of one run; compare ratios, not milliseconds.

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `ratio` compares with, if anything. */
  readonly reference: string | null;
  /** How many times better than the reference. */
  readonly ratio: number | null;
}

const PATIENT = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, discWear: 0.6 } as const;
const STEP_S = 1 / 240;

/** Median time of a call, ms; `prepare` is not counted. */
function median(calls: number, work: () => void, prepare: () => void = () => {}): number {
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    prepare();
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(calls / 2)]!;
}

const healthy = createPerson({ ...PATIENT, tScore: 0 });

/** A column in quiet standing that has come to rest, and the step that keeps it there. */
function createStandingColumn(solver: Solver) {
  const state = createSpineState(healthy.sections);
  const act = createAct({ name: 'stand' });
  const posture = calcStandingPosture(healthy.model, healthy.standing, state);
  const performance = createPerformance(healthy.model, state, posture, act) as Performance;
  const column = createColumnAtRest(healthy, state, STEP_S);
  const motion = createBodyMotion();
  calcBodyMotion(motion, performance, act, 0, STEP_S);
  applyPosture(column, motion.now.geometry);
  const forces = createMuscleForces();
  const step = () => {
    applyMuscles(healthy, column, motion, 0, forces);
    driveSacrum(column, motion.now.geometry, motion.now.geometry);
    stepColumn(column);
  };
  for (let n = 0; n < 480; n++) step();
  // one solve by the solver under test on the same state: forces as at the start of a step, velocities put back afterwards
  applyMuscles(healthy, column, motion, 0, forces);
  for (const body of column.bodies) body.force.y -= body.mass * 9.80665;
  for (const disc of column.discs) disc.update();
  for (const disc of column.discs) for (const equation of disc.equations) solver.addEquation(equation);
  return { column, step, solver };
}

const keepVelocities = (column: Column) =>
  column.bodies.flatMap(({ velocity: v, angularVelocity: w }) => [v.x, v.y, v.z, w.x, w.y, w.z]);

function putVelocities({ bodies }: Column, kept: readonly number[]): void {
  bodies.forEach(({ velocity, angularVelocity }, i) => {
    velocity.set(kept[6 * i]!, kept[6 * i + 1]!, kept[6 * i + 2]!);
    angularVelocity.set(kept[6 * i + 3]!, kept[6 * i + 4]!, kept[6 * i + 5]!);
  });
}

/** Exact chain solver against cannon-es's GSSolver with as many sweeps as bring its multipliers within 0.1 % of the exact ones. */
function benchSolver(): Row[] {
  const exact = createStandingColumn(new ChainSolver(LEVEL_COUNT));
  const sweeping = createStandingColumn(new GSSolver());
  const gs = sweeping.solver as GSSolver;
  gs.tolerance = 0;
  const solveOnce = ({ column, solver }: typeof exact): number[] => {
    const kept = keepVelocities(column);
    solver.solve(STEP_S, column.world);
    const left = keepVelocities(column).map((value, i) => value - kept[i]!);
    putVelocities(column, kept);
    return left;
  };
  // what the solve does to the velocities is the multipliers' whole effect; GSSolver does not hand on the multipliers themselves
  const wanted = solveOnce(exact);
  const size = Math.sqrt(wanted.reduce((sum, value) => sum + value * value, 0));
  let sweeps = 10;
  for (; sweeps < 100_000; sweeps = Math.ceil(sweeps * 1.2)) {
    gs.iterations = sweeps;
    const got = solveOnce(sweeping);
    const error = Math.sqrt(got.reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0));
    if (error < 1e-3 * size) break;
  }
  const time = (of: typeof exact, calls: number) => {
    const kept = keepVelocities(of.column);
    for (let n = 0; n < calls; n++) solveOnce(of);
    return median(
      calls,
      () => of.solver.solve(STEP_S, of.column.world),
      () => putVelocities(of.column, kept),
    );
  };
  const exactMs = time(exact, 3000);
  const sweepingMs = time(sweeping, 60);
  const stepMs = median(2000, exact.step);
  return [
    {
      name: 'chain solve, exact',
      value: 1000 * exactMs,
      unit: 'µs',
      reference: `cannon-es GSSolver, ${sweeps} sweeps for 0.1 % (${(1000 * sweepingMs).toFixed(0)} µs)`,
      ratio: sweepingMs / exactMs,
    },
    {
      name: 'column step with muscles',
      value: 1000 * stepMs,
      unit: 'µs',
      reference: 'real time of the step',
      ratio: (1000 * STEP_S) / stepMs,
    },
  ];
}

/** A bend of 3 s, whole: 17 strengths, 180 frames, findings. */
function benchActivity(name: string, tScore: number): Row {
  const person = createPerson({ ...PATIENT, tScore });
  const state = createSpineState(person.sections);
  const event = { type: 'activity', name: 'bend', trunkFlexionDeg: 60, technique: 'back' } as const;
  let seconds = 0;
  const work = () => {
    seconds = finish(runActivity(person, state, event, 0)).trace.durationS;
  };
  for (let n = 0; n < 3; n++) work();
  const ms = median(9, work);
  return {
    name,
    value: ms,
    unit: 'ms',
    reference: `real time of ${seconds.toFixed(2)} s`,
    ratio: (1000 * seconds) / ms,
  };
}

function benchSection(): Row[] {
  const person = createPerson({ ...PATIENT, tScore: -3.5 });
  const section = person.sections[levelIndex('T12')]!;
  const strengthN = calcStrengthN(section, createSectionState(section), 0);
  let body = createLoadedSection(section);
  let step = 0;
  // up to 15 % over the strength in 40 steps, over and over: elastic, yielding and collapsing updates in their usual mixture
  const update = () => {
    const p = (1.15 * strengthN * (1 + (step % 40))) / 40;
    applySurroundings(body, {
      load: Float64Array.of(p, 2 * p, 0),
      stiffness: Float64Array.of(700, 2e5, 2e5),
    });
  };
  const prepare = () => {
    if (++step % 40 === 0) body = createLoadedSection(section);
  };
  for (let n = 0; n < 400; n++) {
    prepare();
    update();
  }
  const updateMs = median(4000, update, prepare);
  const search = () => calcStrengthN(section, createSectionState(section), 2);
  for (let n = 0; n < 20; n++) search();
  const searchMs = median(100, search);
  return [
    {
      name: 'section update',
      value: 1000 * updateMs,
      unit: 'µs',
      reference: 'real time of a step',
      ratio: (STEP_S * 1000) / updateMs,
    },
    {
      name: 'strength search',
      value: 1000 * searchMs,
      unit: 'µs',
      reference: null,
      ratio: null,
    },
  ];
}

const rows: Row[] = [
  ...benchSolver(),
  benchActivity('bend of 3 s, intact (T = 0)', 0),
  benchActivity('bend of 3 s, breaking (T = −3.5)', -3.5),
  ...benchSection(),
];

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else
  for (const { name, value, unit, reference, ratio } of rows)
    console.log(
      `${name.padEnd(36)}${value.toPrecision(4).padStart(9)} ${unit.padEnd(3)}${ratio === null ? '' : `${ratio.toPrecision(3).padStart(9)} × better than ${reference}`}`,
    );
