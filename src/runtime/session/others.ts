import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { FractureRecord } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from './ask.ts';
import { withSeed } from './scenarioEditor.ts';

/** Number of others with the same figures, with the seeds from 1 on; the texts have the number as a word. */
export const OTHER_COUNT = 20;

/** Person with the same figures whose bones differ by another seed. */
export interface Other {
  readonly seed: number;
  /** Level that broke first; null where none broke anew. */
  readonly firstBroken: Level | null;
}

/** Group of those with the same outcome. */
export interface Fate {
  /** Level that broke first; null where every bone held. */
  readonly firstBroken: Level | null;
  readonly seeds: readonly number[];
}

/** Computes the scenario for one after the other. */
export async function* runOthers(scenario: Scenario, ask: Ask): AsyncGenerator<Other> {
  for (let seed = 1; seed <= OTHER_COUNT; seed++)
    yield { seed, firstBroken: findFirstBroken(await ask(withSeed(scenario, seed))) };
}

const getMostLost = (fracture: FractureRecord): number =>
  Math.max(
    fracture.anteriorHeightLossPercent,
    fracture.middleHeightLossPercent,
    fracture.posteriorHeightLossPercent,
  );

/** Level that broke first; of several at one time, the one with the greatest height loss. Earlier fractures that progress do not count. */
export function findFirstBroken({ results }: Run): Level | null {
  for (const { fractures } of results.events) {
    const [first] = fractures
      .filter(({ progression }) => !progression)
      .sort((a, b) => a.timeS - b.timeS || getMostLost(b) - getMostLost(a));
    if (first) return first.level;
  }
  return null;
}

/** Groups by the level that broke first, from the top down; those without a fracture come last. All are counted. */
export const groupByFate = (others: readonly Other[]): readonly Fate[] =>
  [...LEVELS, null]
    .map((firstBroken) => ({
      firstBroken,
      seeds: others.filter((other) => other.firstBroken === firstBroken).map(({ seed }) => seed),
    }))
    .filter(({ seeds }) => seeds.length > 0);
