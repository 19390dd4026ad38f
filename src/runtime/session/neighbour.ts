import { LEVELS, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { getLevelLoads, type LevelLoad } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from './ask.ts';
import { createActivity, createScenario } from './scenarioEditor.ts';

/** Effect of cement in a vertebra on the more loaded of its neighbours, in standing. */
export interface Neighbour {
  readonly level: Level;
  /** Change of its peak load, as a fraction. */
  readonly rise: number;
  /** Its load over its strength afterwards. */
  readonly ratio: number;
}

const getLevels = ({ results }: Run): readonly LevelLoad[] => getLevelLoads(results.events.at(-1)!);

/** Effect of the cement of a scenario's last event; null where that is none. */
export async function calcNeighbour(scenario: Scenario, ask: Ask): Promise<Neighbour | null> {
  const { events } = scenario;
  const cement = events.at(-1);
  if (cement?.type !== 'cement') return null;
  const standing = createActivity('stand');
  const was = getLevels(await ask(createScenario(scenario, [...events.slice(0, -1), standing])));
  const is = getLevels(await ask(createScenario(scenario, [...events, standing])));
  const filled = levelIndex(cement.level);
  const at = [filled - 1, filled + 1]
    .filter((index) => index >= 0 && index < LEVELS.length)
    .reduce((most, index) => (is[index]!.loadOverStrength > is[most]!.loadOverStrength ? index : most));
  const { level, peakCompressionN, loadOverStrength: ratio } = is[at]!;
  return { level, rise: peakCompressionN / was[at]!.peakCompressionN - 1, ratio };
}
