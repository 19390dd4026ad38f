import { getLevelLoads, type LevelLoad, type Results } from '../../src/core/simulation/results/results.ts';
import { createRunCache, finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';

// what the lab sheet and the guide read from the model, and how it is written

/** Figures of a text by the names in its braces. */
export type Figures = Readonly<Record<string, string>>;

const runs = new Map<string, Results>();
/** Events that scenarios have in common are computed once. */
const cache = createRunCache();
/** Results of a scenario, computed once. */
export function run(scenario: Scenario): Results {
  const key = JSON.stringify(scenario);
  const reading = checkScenario(scenario);
  if (!reading.ok) throw new Error(`A task's scenario is refused: ${JSON.stringify(reading.problems)}`);
  const results = runs.get(key) ?? finish(runScenario(reading.scenario, cache)).results;
  runs.set(key, results);
  return results;
}

/** Loads of the last act of a scenario. */
export const loadsOf = (results: Results): readonly LevelLoad[] =>
  results.events
    .map(getLevelLoads)
    .filter((loads) => loads.length > 0)
    .at(-1) ?? [];

export function at(loads: readonly LevelLoad[], level: string): LevelLoad {
  const load = loads.find((one) => one.level === level);
  if (!load) throw new Error(`No load at ${level}.`);
  return load;
}

const most = (loads: readonly LevelLoad[], of: (load: LevelLoad) => number): LevelLoad =>
  loads.reduce((best, load) => (of(load) > of(best) ? load : best));
export const mostLoaded = (loads: readonly LevelLoad[]) => most(loads, (load) => load.peakCompressionN);
export const nearestToLimit = (loads: readonly LevelLoad[]) => most(loads, (load) => load.loadOverStrength);

export const brokenOf = ({ findings }: Results): readonly string[] =>
  findings.levels.filter(({ fractured }) => fractured).map(({ level }) => level);
export const heightOf = ({ findings }: Results, level: string) =>
  findings.levels.find((one) => one.level === level)!;
/** Strength of a body under a central load after an event, N. */
export const strengthAfter = ({ events, start }: Results, event: number, level: string): number =>
  (event < 0 ? start! : events[event]!).bone.find((one) => one.level === level)!.centralStrengthN;

const rounded = (decimals: number) => (value: number) =>
  value
    .toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .replace('-', '−');
export const whole = rounded(0);
export const one = rounded(1);
export const two = rounded(2);
/** A force as the sheet gives it, to ten newtons: finer would say more than a model knows. */
export const newton = (forceN: number) => `${whole(Math.round(forceN / 10) * 10)} N`;
export const percent = (value: number) => `${whole(value)} %`;
export const list = (levels: readonly string[]) =>
  levels.length === 0 ? 'none' : new Intl.ListFormat('en').format(levels);

/** A text with the figures in its braces; a name that has no figure is an error, and so is a figure that nothing names. */
export function fill(texts: readonly string[], figures: Figures): readonly string[] {
  const used = new Set<string>();
  const filled = texts.map((text) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const figure = figures[name];
      if (figure === undefined) throw new Error(`The model gives no {${name}}: ${text}`);
      used.add(name);
      return figure;
    }),
  );
  const unused = Object.keys(figures).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`Nothing names ${unused.join(', ')}.`);
  return filled;
}
