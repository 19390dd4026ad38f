import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { FractureRecord } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from './ask.ts';
import { withSeed } from './scenarioEditor.ts';

/** Others of the same figures who are tried out, with the seeds from 1 on; the texts have the number as a word. */
export const OTHER_COUNT = 20;

/** Someone of the same figures whose bones are stronger and weaker by another chance. */
export interface Other {
  readonly seed: number;
  /** The level that broke first; null where none broke anew. */
  readonly firstBroken: Level | null;
}

/** Those of one fate. */
export interface Fate {
  /** Null: every bone held. */
  readonly firstBroken: Level | null;
  readonly seeds: readonly number[];
}

/** Takes one after the other through the scenario. */
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

/** The level that broke first, of several at one instant the one that lost most height; one that was broken before only sank. */
export function findFirstBroken({ results }: Run): Level | null {
  for (const { fractures } of results.events) {
    const [first] = fractures
      .filter(({ progression }) => !progression)
      .sort((a, b) => a.timeS - b.timeS || getMostLost(b) - getMostLost(a));
    if (first) return first.level;
  }
  return null;
}

/** By the level that broke first, down the spine; those who held come last. Nobody's fate is left out. */
export const groupByFate = (others: readonly Other[]): readonly Fate[] =>
  [...LEVELS, null]
    .map((firstBroken) => ({
      firstBroken,
      seeds: others.filter((other) => other.firstBroken === firstBroken).map(({ seed }) => seed),
    }))
    .filter(({ seeds }) => seeds.length > 0);
