import { describe, expect, it } from 'vitest';
import {
  createMuscleSolver,
  type MuscleProblem,
  solveMuscles,
} from '../../src/core/muscle/staticOptimisation.ts';
import { calcBreach, calcCost, createDenseProblem } from './supportMuscle.ts';

/** The distribution of moments against a dense QP library, against its own optimality conditions, and by hand. */

function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Kind {
  readonly perDisc: 1 | 3;
  readonly columns: number;
  /** Factor on 5–200 Nm a row. */
  readonly demand: number;
  readonly floors: boolean;
}

/** A spine's structure with drawn figures: spans of 1–12 discs, an arm that changes little along a fascicle. */
function drawProblem(seed: number, { perDisc, columns, demand, floors }: Kind): MuscleProblem {
  const dice = createDice(seed);
  const between = (low: number, high: number): number => low + (high - low) * dice();
  const rows = 17 * perDisc;
  const firstRow = new Int32Array(columns);
  const span = new Int32Array(columns);
  const offset = new Int32Array(columns);
  const arms: number[] = [];
  for (let k = 0; k < columns; k++) {
    // in three dimensions fascicles come in pairs
    const duplicate = perDisc === 3 && k % 2 === 1;
    const discs = duplicate ? span[k - 1]! / 3 : 1 + Math.floor(dice() * 12);
    firstRow[k] = duplicate ? firstRow[k - 1]! : Math.floor(dice() * (18 - discs)) * perDisc;
    span[k] = discs * perDisc;
    offset[k] = arms.length;
    const base = Array.from({ length: perDisc }, () => between(-0.1, 0.08));
    for (let j = 0; j < span[k]!; j++) arms.push(base[j % perDisc]! * between(0.7, 1.2));
  }
  const maxForceN = Float64Array.from({ length: columns }, () => between(20, 500));
  const floorN = maxForceN.map((most) => (floors && dice() < 0.3 ? most * between(0, 0.4) : 0));
  const side = dice() < 0.5 ? -1 : 1;
  let moment = between(5, 200);
  const wantedNm = Float64Array.from({ length: rows }, (_, i) => {
    moment = Math.min(200, Math.max(5, moment + between(-10, 10)));
    return side * demand * moment * (perDisc === 3 ? [1, 0.1, 0.2][i % 3]! : 1);
  });
  const reserveScaleNm = Float64Array.from({ length: rows }, () => between(5, 25));
  return {
    rowCount: rows,
    columnCount: columns,
    firstRow,
    span,
    offset,
    arms: Float64Array.from(arms),
    maxForceN,
    floorN,
    wantedNm,
    reserveScaleNm,
  };
}

/** Fascicles that all touch one disc. */
function createOneDisc(
  wanted: number,
  muscles: readonly { arm: number; max: number; floor?: number }[],
): MuscleProblem {
  const columns = muscles.length;
  return {
    rowCount: 1,
    columnCount: columns,
    firstRow: new Int32Array(columns),
    span: new Int32Array(columns).fill(1),
    offset: Int32Array.from(muscles, (_, k) => k),
    arms: Float64Array.from(muscles, ({ arm }) => arm),
    maxForceN: Float64Array.from(muscles, ({ max }) => max),
    floorN: Float64Array.from(muscles, ({ floor = 0 }) => floor),
    wantedNm: Float64Array.of(wanted),
    reserveScaleNm: Float64Array.of(10),
  };
}

function solve(problem: MuscleProblem, power: 2 | 3) {
  const solver = createMuscleSolver(problem, power);
  solveMuscles(solver);
  return solver;
}

const FEW = { perDisc: 1, columns: 80 } as const;
const FLAT = { perDisc: 1, columns: 200 } as const;
const SOLID = { perDisc: 3, columns: 400 } as const;

/** Name, how many to draw, what. Most are small: the library needs 0.2 s for 17 × 200 and 2.5 s for 51 × 400. */
const KINDS: readonly (readonly [string, number, Kind])[] = [
  ['few fascicles, able', 70, { ...FEW, demand: 0.04, floors: false }],
  ['few fascicles with floors', 60, { ...FEW, demand: 1, floors: true }],
  ['few fascicles, too weak', 58, { ...FEW, demand: 8, floors: false }],
  ['17 rows, able', 5, { ...FLAT, demand: 0.2, floors: false }],
  ['17 rows, too weak, with floors', 5, { ...FLAT, demand: 4, floors: true }],
  ['51 rows, able', 1, { ...SOLID, demand: 0.3, floors: false }],
  ['51 rows, too weak, with floors', 1, { ...SOLID, columns: 240, demand: 3, floors: true }],
];

describe('the distribution of moments among fascicles', () => {
  it.each(KINDS)('finds what a dense QP finds: %s', { timeout: 60_000 }, (name, count, kind) => {
    let strained = 0;
    for (let seed = 1; seed <= count; seed++) {
      const problem = drawProblem(seed, kind);
      const solver = solve(problem, 2);
      const dense = createDenseProblem(problem)();
      const theirs = calcCost(problem, dense, 2);
      const ours = calcCost(problem, solver.forceN, 2);
      expect(Math.abs(ours - theirs) / theirs, `seed ${seed}`).toBeLessThan(1e-6);
      const apart = dense.map((force, k) => Math.abs(force - solver.forceN[k]!) / problem.maxForceN[k]!);
      expect(Math.max(...apart), `seed ${seed}`).toBeLessThan(1e-5);
      if (solver.reserveNm.some((r, i) => Math.abs(r) > 0.05 * Math.abs(problem.wantedNm[i]!))) strained++;
    }
    // the draw is what its name says
    if (name.includes('able')) expect(strained).toBeLessThan(0.2 * count);
    if (name.includes('too weak')) expect(strained).toBeGreaterThan(0.8 * count);
  });

  it.each(KINDS)('is optimal by definition, cubed: %s', (_, count, kind) => {
    for (let seed = 1; seed <= count; seed++) {
      const problem = drawProblem(1000 + seed, kind);
      const breach = calcBreach(solve(problem, 3));
      expect(breach.equilibrium, `seed ${seed}`).toBeLessThan(1e-8);
      expect(breach.reserve, `seed ${seed}`).toBeLessThan(1e-12);
      expect(breach.bounds, `seed ${seed}`).toBeLessThan(1e-14);
      expect(breach.stationarity, `seed ${seed}`).toBeLessThan(1e-9);
    }
  });

  it('keeps its promise from any start', () => {
    for (const [, , kind] of KINDS)
      for (const power of [2, 3] as const) {
        const problem = drawProblem(7, kind);
        const solver = createMuscleSolver(problem, power);
        for (const factor of [1, -1, 20, 0.001, 0, 1]) {
          const wanted = problem.wantedNm.slice();
          for (let i = 0; i < wanted.length; i++) problem.wantedNm[i]! *= factor;
          solveMuscles(solver);
          expect(calcBreach(solver).equilibrium).toBeLessThan(1e-8);
          expect(solver.residual).toBeLessThan(1e-8);
          problem.wantedNm.set(wanted);
        }
        for (const start of [1e6, -1e-6, Number.NaN]) {
          solver.lambda.fill(start);
          solveMuscles(solver);
          expect(calcBreach(solver).equilibrium).toBeLessThan(1e-8);
        }
      }
  });

  it('is not thrown by independent arms, where nearly every muscle is at a bound', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = drawProblem(seed, { ...FLAT, demand: 1, floors: false });
      const dice = createDice(seed + 50);
      for (let j = 0; j < problem.arms.length; j++) problem.arms[j] = -0.1 + 0.18 * dice();
      for (let i = 0; i < 17; i++) problem.wantedNm[i]! *= dice() < 0.5 ? -3 : 3;
      const breach = calcBreach(solve(problem, 3));
      expect(breach.equilibrium, `seed ${seed}`).toBeLessThan(1e-8);
      expect(breach.stationarity, `seed ${seed}`).toBeLessThan(1e-9);
    }
  });

  it('says so when a figure is missing, and recovers', () => {
    const problem = drawProblem(3, KINDS[0]![2]);
    const solver = solve(problem, 3);
    const wanted = problem.wantedNm[4]!;
    problem.wantedNm[4] = Number.NaN;
    solveMuscles(solver);
    expect(solver.residual).toBeNaN();
    problem.wantedNm[4] = wanted;
    solveMuscles(solver);
    expect(solver.residual).toBeLessThan(1e-8);
  });
});

describe('forces that follow by hand', () => {
  it('one muscle takes all', () => {
    for (const power of [2, 3] as const) {
      const { forceN, reserveNm } = solve(createOneDisc(10, [{ arm: 0.05, max: 400 }]), power);
      expect(forceN[0]).toBeCloseTo(200, 1);
      expect(Math.abs(reserveNm[0]!)).toBeLessThan(0.01);
    }
  });

  it('two agonists share by (arm · max)^(1 / (p − 1)) of activation', () => {
    const muscles = [
      { arm: 0.06, max: 300 },
      { arm: 0.03, max: 200 },
    ];
    const ratio = (0.06 * 300) / (0.03 * 200);
    const squared = solve(createOneDisc(8, muscles), 2).forceN;
    expect(squared[0]! / 300 / (squared[1]! / 200)).toBeCloseTo(ratio, 9);
    const cubed = solve(createOneDisc(8, muscles), 3).forceN;
    // what CUBIC_ROUNDING costs: under 1 % of the share
    expect(Math.abs(cubed[0]! / 300 / (cubed[1]! / 200) / Math.sqrt(ratio) - 1)).toBeLessThan(0.01);
  });

  it('an antagonist stays at its floor, and the agonist makes up for it', () => {
    const { forceN } = solve(
      createOneDisc(10, [
        { arm: 0.05, max: 400 },
        { arm: -0.05, max: 400, floor: 30 },
        { arm: -0.02, max: 100 },
      ]),
      3,
    );
    expect(forceN[1]).toBe(30);
    expect(forceN[2]).toBe(0);
    expect(forceN[0]).toBeCloseTo(230, 1);
  });

  it('all at their most, the reserve takes the rest', () => {
    const { forceN, reserveNm, residual } = solve(
      createOneDisc(50, [
        { arm: 0.05, max: 400 },
        { arm: 0.04, max: 100 },
        { arm: 0.04, max: 0 },
      ]),
      3,
    );
    expect([...forceN]).toEqual([400, 100, 0]);
    expect(reserveNm[0]).toBeCloseTo(50 - 20 - 4, 6);
    expect(residual).toBeLessThan(1e-8);
  });

  it('one that touches nothing stays at its floor, as does one without room', () => {
    const problem = createOneDisc(50, [
      { arm: 0.05, max: 400 },
      { arm: 0.05, max: 100, floor: 20 },
      { arm: 0.05, max: 60, floor: 60 },
    ]);
    problem.span[1] = 0;
    const { forceN } = solve(problem, 3);
    expect([...forceN]).toEqual([400, 20, 60]);
  });

  it('nothing wanted, nothing pulled', () => {
    expect([...solve(createOneDisc(0, [{ arm: 0.05, max: 400 }]), 3).forceN]).toEqual([0]);
  });
});

describe('solving again', () => {
  /** Iterations of a cold solve, and of the next one after a small move. */
  function countIterations(seed: number, kind: Kind): readonly [cold: number, warm: number] {
    const problem = drawProblem(seed, kind);
    const solver = solve(problem, 3);
    const cold = solver.iterations;
    for (let i = 0; i < problem.rowCount; i++) problem.wantedNm[i]! *= 1.01;
    solveMuscles(solver);
    return [cold, solver.iterations];
  }

  it.each([KINDS[3]!, KINDS[5]!])('costs less from the last answer: %s', (_, __, kind) => {
    for (let seed = 1; seed <= 20; seed++) {
      const [cold, warm] = countIterations(seed, kind);
      expect(warm, `seed ${seed}`).toBeLessThan(cold);
      expect(warm, `seed ${seed}`).toBeLessThan(12);
    }
  });

  it('gives the same bits for the same input', () => {
    const kind = KINDS[1]![2];
    const one = solve(drawProblem(5, kind), 3);
    const two = solve(drawProblem(5, kind), 3);
    expect(Buffer.from(two.forceN.buffer).equals(Buffer.from(one.forceN.buffer))).toBe(true);
    // a second solver that is handed the multipliers goes on like the first
    const three = createMuscleSolver(one.problem, 3);
    three.lambda.set(one.lambda);
    one.problem.wantedNm[3]! += 2;
    solveMuscles(one);
    solveMuscles(three);
    expect(Buffer.from(three.forceN.buffer).equals(Buffer.from(one.forceN.buffer))).toBe(true);
    expect([...three.forceN]).not.toEqual([...two.forceN]);
  });
});
