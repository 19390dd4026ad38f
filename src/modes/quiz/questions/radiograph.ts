import { LEVELS, levelIndex } from '../../../core/anatomy/levels.ts';
import type { Random } from '../../../core/math/random.ts';
import { calcFractureShape } from '../../../core/simulation/results/heights.ts';
import type { LevelFindings } from '../../../core/simulation/results/results.ts';
import type { Run } from '../../../core/simulation/run.ts';
import type { Patient, Scenario } from '../../../core/simulation/scenario.ts';
import type { Ask } from '../../../runtime/session/ask.ts';
import { around, drawHardAct, drawPatient, pick, shuffle } from '../draw.ts';
import type { CreateScenario, Figure, Pose } from '../question.ts';

const SHAPES = ['wedge', 'biconcave', 'crush'] as const;
const GRADES = [1, 2, 3] as const;
type Known = NonNullable<Patient['knownFractures']>;

const calcLossPercent = (row: LevelFindings): number =>
  Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent, row.posteriorHeightLossPercent);

/** Most deformed body after an act, or years after an old fracture. */
async function deform(
  random: Random,
  create: CreateScenario,
  ask: Ask,
): Promise<{ scenario: Scenario; run: Run; row: LevelFindings }> {
  const isOld = random.uniform() < 0.6;
  const knownFractures: Known = isOld
    ? [
        {
          level: pick(random, LEVELS.slice(levelIndex('T6'))),
          shape: pick(random, SHAPES),
          genantGrade: pick(random, GRADES),
        },
      ]
    : [];
  const patient = drawPatient(random, -4.4, -3, { knownFractures });
  const months = pick(random, [6, 24, 60]);
  const scenario = create(patient, isOld ? [{ type: 'time', months }] : [drawHardAct(random)]);
  const run = await ask(scenario);
  const row = run.results.findings.levels.reduce((worst, next) =>
    calcLossPercent(next) > calcLossPercent(worst) ? next : worst,
  );
  return { scenario, run, row };
}

/** Least loss of a height that is mentioned, %: where the front collapses, the back may even gain a little. */
const LEAST_TOLD_PERCENT = 0.5;

const describeHeights = (row: LevelFindings): Figure[] =>
  (['anterior', 'middle', 'posterior'] as const).map((place) => ({
    label: { key: `figure.${place}` },
    value: {
      key: row[`${place}HeightLossPercent`] < LEAST_TOLD_PERCENT ? 'figure.kept' : 'figure.lost',
      values: {
        mm: { millimetres: row[`${place}HeightMm`], decimals: 1 },
        percent: { percent: row[`${place}HeightLossPercent`] },
      },
    },
  }));

/** Least loss that is asked about, and distance from a limit between grades within which a question is not fair, %. */
const LEAST_PERCENT = 8;
const BORDER_PERCENT = 1.5;
const BORDERS_PERCENT = [20, 25, 40];
const REACH = 2;

/** Question: grade of a fracture on the radiograph. */
export const poseGrade: Pose = async (random, create, ask) => {
  const { scenario, row } = await deform(random, create, ask);
  const loss = calcLossPercent(row);
  const near = BORDERS_PERCENT.some((border) => Math.abs(loss - border) < BORDER_PERCENT);
  if (loss < LEAST_PERCENT || near) return null;
  const values = { level: { text: row.level }, percent: { percent: loss } };
  return {
    kind: 'grade',
    asked: scenario,
    truth: scenario,
    act: null,
    ask: { key: 'ask.grade', values },
    answer: {
      type: 'choice',
      options: ([0, 1, 2, 3] as const).map((grade) => ({
        id: String(grade),
        label: { key: `grade.${grade}` },
      })),
      right: String(row.genantGrade),
    },
    because: { key: 'because.grade', values },
    figures: describeHeights(row),
    about: row.level,
    radiograph: around(row.level, REACH),
    chart: false,
    sources: ['genant'],
  };
};

/** Least loss at which a shape is asked for, %: the trials' definition of a fracture. */
const SHAPED_PERCENT = 20;
/** Least lead of the height that determines the shape over the next, % of height. */
const CLEAR_PERCENT = 3;
/** Fraction of the front's loss from which a lost back makes a crush (ALIKE in heights.ts), and from which it is visible. */
const CRUSHED = 0.75;
const CLEARLY_CRUSHED = 0.85;

/** Question: shape of a fracture on the radiograph. */
export const poseShape: Pose = async (random, create, ask) => {
  const { scenario, row } = await deform(random, create, ask);
  if (calcLossPercent(row) < SHAPED_PERCENT) return null;
  const [front, middle, back] = [
    row.anteriorHeightLossPercent,
    row.middleHeightLossPercent,
    row.posteriorHeightLossPercent,
  ];
  const right = calcFractureShape({
    anteriorLossPercent: front,
    middleLossPercent: middle,
    posteriorLossPercent: back,
  });
  // a height that is nearly as low elsewhere cannot be distinguished by eye
  const others = { wedge: [middle, back / CRUSHED], biconcave: [front, back], crush: [] }[right];
  const most = { wedge: front, biconcave: middle, crush: front }[right];
  if (
    others.some((loss) => most - loss < CLEAR_PERCENT) ||
    (right === 'crush' && back < CLEARLY_CRUSHED * front)
  )
    return null;
  const values = { level: { text: row.level } };
  return {
    kind: 'shape',
    asked: scenario,
    truth: scenario,
    act: null,
    ask: { key: 'ask.shape', values },
    answer: {
      type: 'choice',
      options: SHAPES.map((id) => ({ id, label: { key: `shape.${id}` } })),
      right,
    },
    because: { key: `because.shape.${right}`, values },
    figures: describeHeights(row),
    about: row.level,
    radiograph: around(row.level, REACH),
    chart: false,
    sources: ['genant'],
  };
};

/** Difference that 95 of 100 pairs of readings of a kyphosis on radiographs do not exceed, degrees (Carman 1990, ../sources.ts). */
const READERS_DEG = 7;

/** Question: kyphosis on the radiograph, measured with lines along two end plates. */
export const poseCobb: Pose = async (random, create, ask) => {
  const levels = shuffle(random, ['T6', 'T7', 'T8', 'T9', 'T11', 'T12'] as const);
  const knownFractures = levels
    .slice(0, 1 + Math.floor(random.uniform() * 3))
    .map((level) => ({ level, shape: 'wedge' as const, genantGrade: pick(random, GRADES) }));
  const patient = drawPatient(random, -3.5, -1, { knownFractures });
  const scenario = create(patient);
  const { kyphosisDeg } = (await ask(scenario)).results.findings;
  return {
    kind: 'cobb',
    asked: scenario,
    truth: scenario,
    act: null,
    ask: { key: 'ask.cobb' },
    answer: { type: 'angle', right: kyphosisDeg, tolerance: READERS_DEG },
    because: { key: 'because.cobb', values: { angle: { degrees: kyphosisDeg, decimals: 1 } } },
    figures: [],
    about: null,
    radiograph: ['T3', 'L1'],
    chart: false,
    sources: ['cobb', 'readers'],
  };
};
