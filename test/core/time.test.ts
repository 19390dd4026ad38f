import { describe, expect, it } from 'vitest';
import { runTime } from '../../src/core/simulation/events/timeRun.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { calcBodyHeights } from '../../src/core/simulation/results/heights.ts';
import { finish } from '../../src/core/simulation/run.ts';
import { run, scenario } from './support.ts';

const OLD = { ageYears: 75, sex: 'female', heightCm: 160, massKg: 60, discWear: 0.7 } as const;

/** Wedge of T12 in degrees after months of everyday life. */
function wedgeOfT12(tScore: number, months: number): number {
  const person = createPerson({ ...OLD, tScore });
  const outcome = finish(runTime(person, createSpineState(person.sections), { type: 'time', months }, 0));
  return (outcome.state.wedgeRad[11]! * 180) / Math.PI;
}

describe('months of everyday life', () => {
  it('leave nothing measurable in a strong spine', () => {
    const person = createPerson({ ...OLD, tScore: 0 });
    const before = createSpineState(person.sections);
    const { state } = finish(runTime(person, before, { type: 'time', months: 12 }, 0));
    for (let i = 0; i < 17; i++) {
      const heights = calcBodyHeights(person, state, i);
      // a radiograph reads to about half a millimetre
      expect(Math.abs(heights.anteriorLossMm)).toBeLessThan(0.02);
      expect(Math.abs(heights.middleLossMm)).toBeLessThan(0.02);
    }
  });

  it('wedge a weak one forward, the more the longer and the weaker', () => {
    const half = wedgeOfT12(-4.5, 6);
    const whole = wedgeOfT12(-4.5, 12);
    // from −4 down a layer of the front has packed within the year
    const denser = wedgeOfT12(-3.5, 12);
    expect(denser).toBeGreaterThan(0);
    expect(half).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(half);
    expect(whole).toBeGreaterThan(denser);
  });

  it('are an event of a scenario, with a default and a range', () => {
    const { results, trace } = run(scenario(-4, [{ type: 'time' }], { discWear: 0.7 }));
    expect(results.events[0]).toMatchObject({ type: 'time', feasible: true, ageYears: 72.5 });
    expect(results.findings.kyphosisDeg).toBeGreaterThan(
      run(scenario(-4, [], { discWear: 0.7 })).results.findings.kyphosisDeg,
    );
    expect(trace.frameCount).toBeGreaterThan(1);
    expect(() => scenario(-4, [{ type: 'time', months: 0 }])).toThrow(
      /months must be a number from 0.1 to 240/,
    );
  });
});
