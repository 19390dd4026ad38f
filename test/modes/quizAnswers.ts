import { LEVELS, type Level, levelIndex } from '../../src/core/anatomy/levels.ts';
import {
  type EventResult,
  getDiscPressureMPa,
  getLevelLoads,
  type LevelFindings,
  type LevelLoad,
} from '../../src/core/simulation/results/results.ts';
import { createRunCache, type Run } from '../../src/core/simulation/run.ts';
import type { ActivityEvent, Scenario } from '../../src/core/simulation/scenario.ts';
import type { Kind, Option, Posed } from '../../src/modes/quiz/question.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { calcPlateDeg, createRadiograph } from '../../src/scene/flat/bodyShape.ts';
import { run } from '../core/support.ts';

const runs = new Map<string, Run>();
const persons = createRunCache();
/** What the model makes of a scenario; each is computed once for all tests. */
export function simulate(scenario: Scenario): Run {
  const key = JSON.stringify(scenario);
  const known = runs.get(key) ?? run(scenario, persons);
  runs.set(key, known);
  return known;
}

const last = (scenario: Scenario): EventResult => simulate(scenario).results.events.at(-1)!;
const load = (scenario: Scenario, level: Level): LevelLoad =>
  getLevelLoads(last(scenario))[levelIndex(level)]!;
const find = (scenario: Scenario, level: Level): LevelFindings =>
  simulate(scenario).results.findings.levels[levelIndex(level)]!;
/** What a question says by name. */
const said = (posed: Posed, name: string): string => {
  const value = 'key' in posed.ask ? posed.ask.values?.[name] : undefined;
  return value && 'text' in value ? value.text : '';
};
const levelOf = (posed: Posed): Level => said(posed, 'level') as Level;

export const optionsOf = ({ answer }: Posed): readonly Option[] =>
  answer.type === 'choice' ? answer.options : [];

/** The option whose number is nearest to a measure, by ratio. */
function findNearest(posed: Posed, truth: number): string {
  const misses = optionsOf(posed).map(({ id }) => Math.abs(Math.log(Number(id) / truth)));
  return optionsOf(posed)[misses.indexOf(Math.min(...misses))]!.id;
}

/** The option whose act gives the most, or the least, when the same person does it. */
function findExtreme(posed: Posed, sign: 1 | -1, read: (scenario: Scenario) => number): string {
  const values = optionsOf(posed).map(({ label }) => {
    if (!('act' in label)) throw new Error('an option without an act');
    return sign * read({ ...posed.asked, events: [...posed.asked.events, label.act] });
  });
  return optionsOf(posed)[values.indexOf(Math.max(...values))]!.id;
}

/** The first level that the trials' definition calls broken by an act, and that was whole before. */
const findBroken = (scenario: Scenario): Level | undefined =>
  [...last(scenario).fractures].filter((one) => !one.progression).sort((a, b) => a.timeS - b.timeS)[0]?.level;

const greatestLoss = (row: LevelFindings): number =>
  Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent, row.posteriorHeightLossPercent);

/** The right answer of each kind, worked out here from runs of the simulation. */
export const ANSWERS: Readonly<Record<Kind, (posed: Posed) => string | number>> = {
  category: ({ asked }) =>
    asked.patient.tScore <= -2.5 ? 'osteoporosis' : asked.patient.tScore < -1 ? 'low' : 'normal',
  strength(posed) {
    const level = levelOf(posed);
    const at = (tScore: number) =>
      load({ ...posed.truth, patient: { ...posed.truth.patient, tScore } }, level).centralStrengthN;
    return findNearest(posed, (100 * at(posed.asked.patient.tScore)) / at(0));
  },
  chart: (posed) => findNearest(posed, load(posed.truth, levelOf(posed)).peakCompressionN),
  act: (posed) => findExtreme(posed, 1, (scenario) => load(scenario, levelOf(posed)).peakCompressionN),
  disc(posed) {
    const sign = 'key' in posed.ask && posed.ask.key === 'ask.disc.most' ? 1 : -1;
    return findExtreme(posed, sign, (scenario) => getDiscPressureMPa(last(scenario), said(posed, 'disc')));
  },
  technique: (posed) =>
    findExtreme(posed, -1, (scenario) =>
      Math.max(...getLevelLoads(last(scenario)).map((row) => row.loadOverStrength)),
    ),
  heaviest(posed) {
    const breaks = (loadKg: number) =>
      last({ ...posed.asked, events: [{ ...posed.act, loadKg } as ActivityEvent] }).fractures.length > 0;
    const boxes = optionsOf(posed).map(({ id }) => Number(id));
    const first = boxes.findIndex((box) => box > 0 && breaks(box));
    return String(boxes[(first < 0 ? boxes.length : first) - 1]);
  },
  front(posed) {
    const row = load(posed.truth, levelOf(posed));
    const offsetMm = (1000 * row.flexionMomentAtPeakNm) / row.peakCompressionN;
    return offsetMm > 3 ? 'far' : offsetMm > 1 ? 'front' : offsetMm >= -1 ? 'middle' : 'behind';
  },
  // what the chart's own rows show at the end: a body past its strength has given way
  holds: ({ truth }) =>
    calcPeaks(simulate(truth)).loadOverStrength.some((ratio) => ratio >= 1) ? 'breaks' : 'holds',
  first: ({ truth }) => findBroken(truth)!,
  next: ({ truth }) => findBroken(truth)!,
  shape(posed) {
    const { anteriorHeightLossPercent, middleHeightLossPercent, posteriorHeightLossPercent } = find(
      posed.truth,
      levelOf(posed),
    );
    const most = Math.max(anteriorHeightLossPercent, middleHeightLossPercent);
    if (middleHeightLossPercent === most && 0.75 * most > posteriorHeightLossPercent) return 'biconcave';
    return posteriorHeightLossPercent > 0.75 * anteriorHeightLossPercent ? 'crush' : 'wedge';
  },
  grade(posed) {
    const loss = greatestLoss(find(posed.truth, levelOf(posed)));
    return loss < 20 ? '0' : loss < 25 ? '1' : loss < 40 ? '2' : '3';
  },
  cobb({ asked }) {
    const run = simulate(asked);
    const radiograph = createRadiograph({ scenario: asked, run, peaks: calcPeaks(run) }, ['T4', 'T12']);
    return calcPlateDeg(radiograph.at(-1)!, 'lower') - calcPlateDeg(radiograph[0]!, 'upper');
  },
  height: (posed) => findNearest(posed, simulate(posed.truth).results.findings.heightLossMm),
  neighbour(posed) {
    const above = LEVELS[levelIndex(levelOf(posed)) - 1]!;
    const without = { ...posed.truth, events: posed.truth.events.filter(({ type }) => type !== 'cement') };
    const change = load(posed.truth, above).loadOverStrength / load(without, above).loadOverStrength - 1;
    return change > 0.03 ? 'more' : change < -0.03 ? 'less' : 'same';
  },
  // what trials and guidelines say, written down here a second time
  sham: () => 'sham.both',
  // the difference of the two counts, not the relative number that is given
  spared: ({ figures }) => {
    const [without, treated] = figures.map(({ value }) =>
      'key' in value && value.values?.n && 'text' in value.values.n
        ? Number(value.values.n.text)
        : Number.NaN,
    );
    return String(without! - treated!);
  },
  scan: () => 'scan.works',
  stopping: () => 'stopping.time',
  rest: () => 'rest.days',
  flags: (posed) => optionsOf(posed).find(({ id }) => /saddle|legs|bladder/.test(id))!.id,
};
