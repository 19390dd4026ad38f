import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { calcActLoads } from '../../src/core/simulation/acts/actLoads.ts';
import type { ActivityEvent } from '../../src/core/simulation/events/activity.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { run, scenario, WOMAN } from './support.ts';

const person = createPerson({ ...WOMAN, tScore: -2.5 });
const state = createSpineState(person.sections);
const T12 = levelIndex('T12');

/** Greatest compression of T12 in an act, over that of quiet standing. */
function calcOverStanding(name: string, parameters: object = {}): number {
  const [load, standing] = [{ name, ...parameters }, { name: 'stand' }].map((act) => {
    const event = scenario(-2.5, [{ type: 'activity', ...act }]).events[0] as ActivityEvent;
    const loads = calcActLoads(person, state, event);
    if ('code' in loads) throw new Error(loads.code);
    return loads.compressionN[T12]!;
  });
  return load! / standing!;
}

describe('getting out of bed', () => {
  it('loads as measured: sitting up 1.8–3.1 times standing, turning over 1–2 times', () => {
    expect(calcOverStanding('sit-up-from-lying')).toBeGreaterThan(1.7);
    expect(calcOverStanding('sit-up-from-lying')).toBeLessThan(3.1);
    expect(calcOverStanding('roll-over')).toBeGreaterThan(1);
    expect(calcOverStanding('roll-over')).toBeLessThan(2);
  });

  it('is easier with the arms, in one piece, and over the side', () => {
    const straight = calcOverStanding('sit-up-from-lying');
    expect(calcOverStanding('sit-up-from-lying', { arms: 'pushing' })).toBeLessThan(0.9 * straight);
    expect(calcOverStanding('log-roll')).toBeLessThan(0.7 * straight);
    expect(calcOverStanding('roll-over', { way: 'whole' })).toBeLessThan(0.8 * calcOverStanding('roll-over'));
  });

  it.each(['roll-over', 'log-roll', 'sit-up-from-lying'])('can be run in full: %s', (name) => {
    const { results, trace } = run(scenario(-2.5, [{ type: 'activity', name }]));
    expect(results.events[0]).toMatchObject({ feasible: true, fractures: [] });
    expect(trace.positionsM.every(Number.isFinite)).toBe(true);
  });
});
