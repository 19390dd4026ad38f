import { describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import { findMissing } from '../../src/core/simulation/acts/feasibility.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { WOMAN } from './support.ts';
import { calcBreach, calcCost, createDenseProblem } from './supportMuscle.ts';
import { createPoseSolver, momentsOf, PEOPLE, rehearse } from './supportPose.ts';

describe.each(ACT_NAMES)('the muscles in every pose of an act: %s', (name) => {
  it.each(['woman', 'man'] as const)('are the best that there are, and enough: %s', (who) => {
    const rehearsal = rehearse(PEOPLE[who], { name });
    const solve = createPoseSolver(rehearsal);
    for (const timeS of momentsOf(rehearsal.act)) {
      const { system } = solve(timeS).work;
      const { equilibrium, bounds, stationarity } = calcBreach(system.solver);
      // KKT residual ≤ 1e-8, each condition from its definition; bounds hold to rounding
      expect(equilibrium, `${timeS} s`).toBeLessThan(1e-8);
      expect(system.solver.residual, `${timeS} s`).toBeLessThan(1e-8);
      expect(stationarity, `${timeS} s`).toBeLessThan(1e-8);
      expect(bounds, `${timeS} s`).toBeLessThan(1e-14);
      // what is left to reserves stays below 5 % of a disc's moment (or 2 Nm) outside impacts
      if (!rehearsal.act.impact) expect(findMissing(system), `${timeS} s`).toBeNull();
    }
  });
});

describe('the muscles in poses of acts', () => {
  it('cost what a dense QP finds, power 2', { timeout: 120_000 }, () => {
    // the program's own problems, not drawn ones: the library needs some 0.2 s for 17 rows and some seconds for 51
    const person = createPerson({ ...WOMAN, tScore: -1 }, { muscleCostPower: 2 });
    for (const [name, times] of [
      ['bend', [0, 0.8, 1.8]],
      ['hold', [2]],
      ['cough', [0.7]],
      ['twist', [1.2]],
    ] as const) {
      const solve = createPoseSolver(rehearse(person, { name }));
      for (const timeS of times) {
        const { solver } = solve(timeS).work.system;
        expect(solver.power).toBe(2);
        const ours = calcCost(solver.problem, solver.forceN, 2);
        const theirs = calcCost(solver.problem, createDenseProblem(solver.problem)(), 2);
        expect(Math.abs(ours / theirs - 1), `${name} ${timeS} s`).toBeLessThan(1e-6);
      }
    }
  });

  it('start warm or cold to the same forces', () => {
    // the optimum is one: wherever Newton starts it ends within the promised residual. Near nothing a force answers its price with
    // a square root: 0.1 % of its most
    for (const name of ['bend', 'twist'] as const) {
      const rehearsal = rehearse(PEOPLE.man, { name });
      const times = momentsOf(rehearsal.act, 10);
      const solve = createPoseSolver(rehearsal);
      const warm = times.map((timeS) => solve(timeS).work.system.solver.forceN.slice());
      times.forEach((timeS, n) => {
        const { forceN, problem } = createPoseSolver(rehearsal)(timeS).work.system.solver;
        forceN.forEach((force, k) => {
          expect(Math.abs(force - warm[n]![k]!)).toBeLessThan(1e-3 * problem.maxForceN[k]! + 1e-9);
        });
      });
    }
  });
});
