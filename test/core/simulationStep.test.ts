import { describe, expect, it } from 'vitest';
import { ACT_NAMES, type ActName, getActRow } from '../../src/core/activity/actTable.ts';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { runActivity } from '../../src/core/simulation/events/activityRun.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { finish } from '../../src/core/simulation/run.ts';
import type { ActivityEvent } from '../../src/core/simulation/scenario.ts';
import { STEPS_PER_FRAME, STEPS_PER_FRAME_OF_BLOW } from '../../src/core/simulation/timing.ts';
import { LIFT, STAND, scenario, WOMAN } from './support.ts';

const COARSE = STEPS_PER_FRAME;

describe('the step', () => {
  const person = createPerson({ ...WOMAN, tScore: 0 });
  const calcPeaks = (event: ActivityEvent, steps: number): number[] => {
    const state = createSpineState(person.sections);
    // bodies hold: how a collapse converges is the next test's
    const { result } = finish(
      runActivity(person, state, event, 0, { stepsPerFrame: steps, bodiesGive: false }),
    );
    return getLevelLoads(result).map((level) => level.peakCompressionN);
  };
  const standing = calcPeaks(STAND, COARSE);

  /** How much halving the step changes a peak load of T4 … L5, as a fraction of it; T1–T3 carry some tens of newtons. */
  const calcWorst = (name: ActName): number => {
    // of the level's peak load, or of its load in standing where the act asks even less
    const [event] = scenario(0, [{ type: 'activity', name }]).events as ActivityEvent[];
    const steps = getActRow(name).impact ? STEPS_PER_FRAME_OF_BLOW : STEPS_PER_FRAME;
    const coarse = calcPeaks(event!, steps);
    const fine = calcPeaks(event!, 2 * steps);
    const changes = fine.map((peak, i) => Math.abs(coarse[i]! - peak) / Math.max(peak, standing[i]!));
    return Math.max(...changes.slice(LEVELS.indexOf('T4')));
  };
  it.each(ACT_NAMES)('may be halved and no peak load changes by a hundredth: %s', (name) => {
    expect(calcWorst(name)).toBeLessThan(0.01);
  });

  it('may be halved again and again, and a wedge settles', () => {
    // a collapse is followed by implicit Euler, of first order in the step, and the reflex falls on a step: each halving must
    // change the deepest wedge less than the one before it did, or by less than a twentieth of a millimetre of some 20
    const brittle = createPerson({ ...WOMAN, tScore: -3 });
    const [event] = scenario(-3, [{ ...LIFT, loadKg: 20 }]).events as ActivityEvent[];
    const [coarse, fine, finest] = [COARSE, 2 * COARSE, 4 * COARSE].map((steps) => {
      const { state } = finish(
        runActivity(brittle, createSpineState(brittle.sections), event!, 0, { stepsPerFrame: steps }),
      );
      return Math.max(
        ...LEVELS.map((_, i) => {
          const { depthM, anteriorHeightM } = brittle.model.vertebrae[i]!;
          return (100 * (state.shorteningM[i]! + (depthM / 2) * state.wedgeRad[i]!)) / anteriorHeightM;
        }),
      );
    }) as [number, number, number];
    expect(coarse).toBeGreaterThan(5);
    expect(Math.abs(finest - fine)).toBeLessThan(Math.max(0.25, Math.abs(fine - coarse)));
  });
});
