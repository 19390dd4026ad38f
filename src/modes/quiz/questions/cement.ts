import { type Level, levelIndex } from '../../../core/anatomy/levels.ts';
import type { LevelLoad } from '../../../core/simulation/results/results.ts';
import type { Run } from '../../../core/simulation/run.ts';
import type { CementEvent } from '../../../core/simulation/scenario.ts';
import { createActivity } from '../../../runtime/session/scenarioEditor.ts';
import { drawPatient, getLast, getLoad, getNeighbour, pick } from '../draw.ts';
import type { Pose, Saying } from '../question.ts';

const FILLED = ['T8', 'T11', 'T12', 'L1', 'L3'] as const;
/** Change from which a load counts as changed, and distance from it within which a question is not fair, %. */
const CHANGE_PERCENT = 3;
const BORDER_PERCENT = 1;

const getFrontHeight = ({ results }: Run, level: Level): Saying => ({
  millimetres: results.findings.levels[levelIndex(level)]!.anteriorHeightMm,
  decimals: 1,
});

const describeLoadRatio = ({ peakCompressionN, strengthN, loadOverStrength }: LevelLoad): Saying => ({
  key: 'figure.share',
  values: {
    percent: { percent: 100 * loadOverStrength, decimals: 1 },
    load: { newtons: peakCompressionN },
    strength: { newtons: strengthN },
  },
});

/** Question: effect of cement in a vertebra on the one above it. */
export const poseNeighbour: Pose = async (random, create, ask) => {
  const level = pick(random, FILLED);
  const isBroken = random.uniform() < 0.7;
  const patient = drawPatient(random, -3.2, -1.5, {
    knownFractures: isBroken ? [{ level, shape: 'wedge', genantGrade: pick(random, [2, 3] as const) }] : [],
  });
  const cement: CementEvent = {
    type: 'cement',
    level,
    volumeMl: pick(random, [4, 6]),
    method: isBroken ? pick(random, ['vertebroplasty', 'kyphoplasty'] as const) : 'vertebroplasty',
  };
  const act = createActivity(pick(random, ['bend', 'lift', 'hold', 'climb-stairs'] as const));
  const truth = create(patient, [cement, act]);
  const [before, after] = [await ask(create(patient, [act])), await ask(truth)];
  const hasBroken = (run: Run) => getLast(run).fractures.length > 0 || !getLast(run).feasible;
  if (hasBroken(before) || hasBroken(after)) return null;
  const neighbour = getNeighbour(level);
  const [was, is] = [getLoad(before, neighbour), getLoad(after, neighbour)];
  const change = 100 * (is.loadOverStrength / was.loadOverStrength - 1);
  if (Math.abs(Math.abs(change) - CHANGE_PERCENT) < BORDER_PERCENT) return null;
  const right = change > CHANGE_PERCENT ? 'more' : change < -CHANGE_PERCENT ? 'less' : 'same';
  const values = { level: { text: level }, neighbour: { text: neighbour } };
  return {
    kind: 'neighbour',
    asked: create(patient, [cement]),
    truth,
    act,
    ask: { key: 'ask.neighbour', values },
    answer: {
      type: 'choice',
      options: (['more', 'same', 'less'] as const).map((id) => ({
        id,
        label: { key: `neighbour.${id}`, values: { percent: { percent: CHANGE_PERCENT } } },
      })),
      right,
    },
    because: { key: `because.neighbour.${right}`, values },
    figures: [
      {
        label: { key: 'figure.neighbourBefore', values },
        value: describeLoadRatio(was),
      },
      {
        label: { key: 'figure.neighbourAfter', values },
        value: describeLoadRatio(is),
      },
      {
        label: { key: 'figure.cementedBefore', values },
        value: { newtons: getLoad(before, level).strengthN },
      },
      { label: { key: 'figure.cementedAfter', values }, value: { newtons: getLoad(after, level).strengthN } },
      { label: { key: 'figure.frontBefore', values }, value: getFrontHeight(before, level) },
      { label: { key: 'figure.frontAfter', values }, value: getFrontHeight(after, level) },
    ],
    about: neighbour,
    radiograph: null,
    chart: false,
    sources: ['cementLoad', 'sham', 'sham2'],
  };
};
