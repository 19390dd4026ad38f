import { Body } from 'cannon-es';
import { describe, expect, it, vi } from 'vitest';
import type { Column } from '../../src/core/column/column.ts';
import { runActivity } from '../../src/core/simulation/events/activityRun.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { finish } from '../../src/core/simulation/run.ts';
import type { ActivityEvent } from '../../src/core/simulation/scenario.ts';
import { FRAME_RATE_HZ, STEPS_PER_FRAME_OF_BLOW } from '../../src/core/simulation/timing.ts';
import { scenario } from './support.ts';
import { PEOPLE } from './supportPose.ts';

const GRAVITY = 9.80665;
const STEP_S = 1 / (FRAME_RATE_HZ * STEPS_PER_FRAME_OF_BLOW);

/** What one step of a fall did. Up is positive. */
interface Step {
  readonly free: boolean;
  readonly groundN: number;
  readonly before: number;
  readonly after: number;
  /** Vertical momentum of pelvis and column, before and after; and all that pushed on them from outside, weight with it. */
  readonly momentum: readonly [number, number];
  readonly outsideN: number;
  /** What the last disc and the muscles across it push on the pelvis, N. */
  readonly columnN: number;
  /** Kinetic and potential energy of pelvis and column, J. */
  readonly energyJ: readonly [number, number];
}

const log = vi.hoisted(() => ({ steps: [] as Step[], groundN: 0 }));

// the loop itself runs; each of its steps is looked at from outside
vi.mock('../../src/core/column/column.ts', async (original) => {
  const real = await original<typeof import('../../src/core/column/column.ts')>();
  return {
    ...real,
    applyGroundForce: (column: Column, forceN: number) => {
      log.groundN = forceN;
      real.applyGroundForce(column, forceN);
    },
    stepColumn: (column: Column) => {
      const { sacrum, bodies } = column;
      const all = [...bodies, sacrum];
      const free = sacrum.type === Body.DYNAMIC;
      const mass = (body: Body) => (body === sacrum && !free ? 0 : body.mass);
      const calcMomentum = () => all.reduce((sum, body) => sum + mass(body) * body.velocity.y, 0);
      const calcEnergy = () =>
        all.reduce(
          (sum, body) =>
            sum +
            mass(body) * (body.velocity.lengthSquared() / 2 + GRAVITY * body.position.y) +
            (body === sacrum ? 0 : (body.inertia.x * body.angularVelocity.lengthSquared()) / 2),
          0,
        );
      const before = sacrum.velocity.y;
      const momentum = calcMomentum();
      const energy = calcEnergy();
      const outsideN = all.reduce((sum, body) => sum + body.force.y - mass(body) * GRAVITY, 0);
      const pushedN = sacrum.force.y - log.groundN;
      real.stepColumn(column);
      const discN = column.discs
        .at(-1)!
        .equations.reduce((sum, row) => sum + row.multiplier * row.jacobianElementA.spatial.y, 0);
      log.steps.push({
        free,
        groundN: log.groundN,
        before,
        after: sacrum.velocity.y,
        momentum: [momentum, calcMomentum()],
        outsideN,
        columnN: pushedN + discN,
        energyJ: [energy, calcEnergy()],
      });
      log.groundN = 0;
    },
  };
});

function fall(event: Record<string, unknown>) {
  const person = PEOPLE.woman;
  log.steps.length = 0;
  const [request] = scenario(0, [{ type: 'activity', ...event }]).events as ActivityEvent[];
  // bodies that crush would take energy too: here they hold
  finish(runActivity(person, createSpineState(person.sections), request!, 0, { bodiesGive: false }));
  const landed = log.steps.findIndex((step) => step.free);
  return { steps: log.steps.slice(), landed };
}

const FALLS = [
  [{ name: 'sit-down-hard', speedMPerS: 1.2 }, 1.2],
  [{ name: 'sit-down-hard', speedMPerS: 2 }, 2],
  [{ name: 'fall-seated', speedMPerS: 2.2 }, 2.2],
  [{ name: 'fall-seated', speedMPerS: 3 }, 3],
  [{ name: 'stumble', dropCm: 8 }, Math.sqrt(2 * GRAVITY * 0.08)],
  [{ name: 'stumble', dropCm: 20 }, Math.sqrt(2 * GRAVITY * 0.2)],
] as const;

describe.each(FALLS)('the hips that fall: %o', (event, speedMPerS) => {
  const { steps, landed } = fall(event);
  const { pelvis, limbs } = PEOPLE.woman.model;
  // pelvis and the near halves of the thighs (fall.ts)
  const pelvisKg = pelvis.massKg + limbs.thigh.massKg;
  const touched = steps.findIndex((step) => step.groundN > 0);

  it('are driven until they land, then free, and no ground presses before', () => {
    expect(landed).toBeGreaterThan(0);
    steps.forEach((step, n) => {
      expect(step.free).toBe(n >= landed);
      expect(step.groundN).toBeGreaterThanOrEqual(0);
      if (n < landed) expect(step.groundN).toBe(0);
    });
    // the ground is there within a step or two of landing
    expect(touched - landed).toBeLessThanOrEqual(2);
  });

  it('are let go onto the ground at the speed that was asked', () => {
    // contact falls somewhere within a step, which their speed lags by up to gravity in two: 0.08 m/s
    expect(Math.abs(steps[landed]!.before + speedMPerS)).toBeLessThan(2 * GRAVITY * STEP_S);
  });

  it('change their momentum by the impulses of ground, weight and column', () => {
    // Newton's second law of the pelvis, step by step from landing on: rounding of 2000 N × 4 ms
    for (const { groundN, columnN, before, after } of steps.slice(landed)) {
      const impulse = STEP_S * (groundN + columnN - pelvisKg * GRAVITY);
      expect(Math.abs(pelvisKg * (after - before) - impulse)).toBeLessThan(1e-6);
    }
  });

  it('and the whole trunk with them: what is inside it moves it by nothing', () => {
    for (const { momentum, outsideN, free } of steps.slice(landed)) {
      expect(free).toBe(true);
      // outside: ground, arms and their load on the shoulder girdle, weight. Pairs of muscles and discs cancel
      expect(Math.abs(momentum[1] - momentum[0] - STEP_S * outsideN)).toBeLessThan(1e-6);
    }
  });

  it('have no more energy after landing than before it', () => {
    // motion and height of pelvis and column: the ground takes, muscles hold; the act goes on bending or rising by some degrees, and
    // what muscles do in that is small beside the fall: 3 %
    const scale = steps[landed]!.energyJ[0] - Math.min(...steps.map((step) => step.energyJ[0]).slice(landed));
    for (const { energyJ } of steps.slice(landed))
      expect(energyJ[1]).toBeLessThan(steps[landed]!.energyJ[0] + 0.03 * scale);
  });
});
