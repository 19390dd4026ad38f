import table from '../../../../models/imaging.json' with { type: 'json' };
import { createRandom } from '../../math/random.ts';
import { exp } from '../../math/transcendental.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import { calcBodyHeights, calcGreatestLossPercent } from '../../simulation/results/heights.ts';

const { shares, goneWeeks, scatter, collapsedFromPercent } = table.mri.oedema;

/** Share of a body's marrow that oedema has replaced, so many weeks after it broke. @param goneAt weeks at which it has gone */
export function calcOedemaAt(weeks: number, goneAt: number): number {
  const points = [...shares, [Math.max(goneAt, 27), 0]] as [number, number][];
  for (let n = 1; n < points.length; n++) {
    const [from, a] = points[n - 1]!;
    const [to, b] = points[n]!;
    if (weeks <= to) return a + ((b - a) * (weeks - from)) / (to - from);
  }
  return 0;
}

/** Weeks until the signal has gone: half of the bodies that keep their height lose it within a year, 5 % of the collapsed (source nagao-2025). */
export function drawGoneWeeks(collapsed: boolean, seed: number, level: number): number {
  return goneWeeks[collapsed ? 'collapsed' : 'kept'] * exp(scatter * createRandom(seed, level).normal());
}

export function calcOedemaShare(
  person: Person,
  state: SpineState,
  i: number,
  weeks: number,
  seed: number,
): number {
  const collapsed = calcGreatestLossPercent(calcBodyHeights(person, state, i)) > collapsedFromPercent;
  return calcOedemaAt(weeks, drawGoneWeeks(collapsed, seed, i));
}
