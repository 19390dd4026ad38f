import { type Level, levelIndex } from '../../../core/anatomy/levels.ts';
import type { FractureRecord } from '../../../core/simulation/results/results.ts';
import type { Run } from '../../../core/simulation/run.ts';
import { findNearest } from '../../../runtime/session/runReads.ts';
import { createLadder, drawHardAct, drawPatient, getLast, getLoad, pick } from '../draw.ts';
import type { Figure, Pose } from '../question.ts';

/** First fracture that is not the progression of an earlier one. */
const findFirst = (run: Run): FractureRecord | null =>
  getLast(run).fractures.reduce<FractureRecord | null>(
    (first, record) =>
      record.progression || (first !== null && first.timeS <= record.timeS) ? first : record,
    null,
  );

const describeLoad = (run: Run, level: Level): Figure[] => {
  const { peakCompressionN, strengthN, loadOverStrength } = getLoad(run, level);
  return [
    { label: { key: 'figure.load' }, value: { newtons: peakCompressionN } },
    { label: { key: 'figure.there' }, value: { newtons: strengthN } },
    { label: { key: 'figure.ratio' }, value: { percent: 100 * loadOverStrength } },
  ];
};

/** Question: whether an act breaks anything. */
export const poseHolds: Pose = async (random, create, ask) => {
  const wanted = random.uniform() < 0.5;
  const patient = wanted ? drawPatient(random, -4.5, -3) : drawPatient(random, -3, 0);
  const act = drawHardAct(random);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const first = findFirst(run);
  const closest = findNearest(run);
  // a level beyond its limit that does not count as broken is neither
  if (!getLast(run).feasible || (!first && closest.loadOverStrength >= 1)) return null;
  const level = first?.level ?? closest.level;
  return {
    kind: 'holds',
    asked: create(patient),
    truth,
    act,
    ask: { key: 'ask.holds' },
    answer: {
      type: 'choice',
      options: [
        { id: 'holds', label: { key: 'holds.yes' } },
        { id: 'breaks', label: { key: 'holds.no' } },
      ],
      right: first ? 'breaks' : 'holds',
    },
    because: {
      key: first ? 'because.breaks' : 'because.holds',
      values: { level: { text: level }, percent: { percent: 100 * closest.loadOverStrength } },
    },
    figures: describeLoad(run, level),
    about: level,
    radiograph: null,
    chart: false,
    sources: ['incident'],
  };
};

/** Question: which vertebra breaks first. */
export const poseFirst: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -4.5, -3.2);
  const act = drawHardAct(random);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const first = findFirst(run);
  if (!first) return null;
  return {
    kind: 'first',
    asked: create(patient),
    truth,
    act,
    ask: { key: 'ask.first' },
    answer: { type: 'level', right: first.level },
    because: {
      key: 'because.first',
      values: { level: { text: first.level }, percent: { percent: first.anteriorHeightLossPercent } },
    },
    figures: describeLoad(run, first.level),
    about: first.level,
    radiograph: null,
    chart: false,
    sources: ['incident'],
  };
};

const BROKEN_BEFORE = ['T7', 'T8', 'T11', 'T12', 'L1', 'L2'] as const;

/** Question: which level breaks next, after a first fracture. */
export const poseNext: Pose = async (random, create, ask) => {
  const known = pick(random, BROKEN_BEFORE);
  const genantGrade = pick(random, [2, 3] as const);
  const patient = drawPatient(random, -4.5, -3.2, {
    knownFractures: [{ level: known, shape: 'wedge', genantGrade }],
  });
  const act = drawHardAct(random);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const next = findFirst(run);
  if (!next || next.level === known) return null;
  const away = Math.abs(levelIndex(next.level) - levelIndex(known));
  return {
    kind: 'next',
    asked: create(patient),
    truth,
    act,
    ask: { key: 'ask.next', values: { level: { text: known } } },
    answer: { type: 'level', right: next.level },
    because: {
      key: away === 1 ? 'because.next.beside' : 'because.next',
      values: { level: { text: next.level }, known: { text: known } },
    },
    figures: describeLoad(run, next.level),
    about: next.level,
    radiograph: null,
    chart: false,
    sources: ['again', 'incident'],
  };
};

/** Least height loss in a question, mm. */
const LEAST_LOSS_MM = 10;

/** Question: loss of standing height by a fracture. */
export const poseHeight: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -4.5, -3);
  const act = drawHardAct(random);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const first = findFirst(run);
  const { heightLossMm, fractureCount, kyphosisDeg } = run.results.findings;
  if (!first || heightLossMm < LEAST_LOSS_MM) return null;
  const answer = createLadder(random, heightLossMm, 1, 150, (millimetres) => ({ millimetres }));
  if (!answer) return null;
  const before = (await ask(create(patient))).results.findings;
  return {
    kind: 'height',
    asked: create(patient),
    truth,
    act,
    ask: { key: 'ask.height' },
    answer,
    because: { key: 'because.height', values: { loss: { millimetres: heightLossMm, decimals: 1 } } },
    figures: [
      { label: { key: 'figure.fractures' }, value: { text: String(fractureCount) } },
      { label: { key: 'figure.roundBefore' }, value: { degrees: before.kyphosisDeg, decimals: 1 } },
      { label: { key: 'figure.roundAfter' }, value: { degrees: kyphosisDeg, decimals: 1 } },
    ],
    about: first.level,
    radiograph: null,
    chart: false,
    sources: ['incident'],
  };
};
