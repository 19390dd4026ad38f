import { describe, expect, it } from 'vitest';
import { type Column, stepColumn } from '../../src/core/column/column.ts';
import { createRandom } from './support.ts';
import { createHeldColumn, PEOPLE, rehearse } from './supportPose.ts';

/** Kinetic energy, J. */
const calcKineticJ = ({ bodies }: Column): number =>
  bodies.reduce(
    (sum, { mass, inertia, velocity, angularVelocity }) =>
      sum + (mass * velocity.lengthSquared() + inertia.x * angularVelocity.lengthSquared()) / 2,
    0,
  );

function knock({ bodies }: Column, seed: number): void {
  const random = createRandom(seed);
  for (const { velocity, angularVelocity } of bodies) {
    velocity.set(0.1 * random(), 0.1 * random(), 0.1 * random());
    angularVelocity.set(random(), random(), random());
  }
}

/** Kinetic energy after each step from a push on. */
function followKnock(column: Column, seed: number, seconds: number, step: () => void): number[] {
  knock(column, seed);
  const energies = [calcKineticJ(column)];
  for (let n = 0; n < 240 * seconds; n++) {
    step();
    energies.push(calcKineticJ(column));
  }
  return energies;
}

// A column at rest is at its least energy: what a push gives it is all it has, and motion can never have more than
// that again. Damping dissipates it.
describe('a column at rest that is knocked', () => {
  it('on its springs alone never moves harder than it was knocked, and comes to rest', () => {
    const { column } = createHeldColumn(rehearse(PEOPLE.woman, { name: 'stand' }), 0, 1 / 240);
    for (const disc of column.discs) disc.drive.targetRad.set(disc.rotationRad);
    for (let n = 0; n < 240 * 20; n++) stepColumn(column);
    expect(calcKineticJ(column)).toBeLessThan(1e-12);
    for (let seed = 61; seed < 67; seed++) {
      const energies = followKnock(column, seed, 8, () => stepColumn(column));
      expect(energies[0]).toBeGreaterThan(0.05);
      expect(Math.max(...energies.slice(1)), `seed ${seed}`).toBeLessThan(energies[0]!);
      expect(energies.at(-1), `seed ${seed}`).toBeLessThan(1e-6 * energies[0]!);
    }
  });

  it.each(['stand', 'bend', 'twist'] as const)(
    'held by its muscles never moves harder either, and comes to rest: %s',
    (name) => {
      // muscles are solved anew at each step and follow the feedback: they may hold, not drive
      const timeS = { stand: 0.5, bend: 1.8, twist: 1.25 }[name];
      const { column, step } = createHeldColumn(rehearse(PEOPLE.woman, { name }), timeS, 1 / 240);
      for (let n = 0; n < 240 * 12; n++) step();
      expect(calcKineticJ(column)).toBeLessThan(1e-12);
      const energies = followKnock(column, 71, 8, step);
      expect(energies[0]).toBeGreaterThan(0.05);
      expect(Math.max(...energies.slice(1))).toBeLessThan(energies[0]!);
      expect(energies.at(-1)).toBeLessThan(1e-6 * energies[0]!);
    },
  );
});
