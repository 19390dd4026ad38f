import type { ActName } from '../../../core/activity/actTable.ts';
import type { Level } from '../../../core/anatomy/levels.ts';
import { getDiscPressureMPa } from '../../../core/simulation/results/results.ts';
import type { Run } from '../../../core/simulation/run.ts';
import type { ActivityEvent } from '../../../core/simulation/scenario.ts';
import type { Ask } from '../../../runtime/session/ask.ts';
import { findNearest } from '../../../runtime/session/runReads.ts';
import { createActivity } from '../../../runtime/session/scenarioEditor.ts';
import {
  createLadder,
  drawHardAct,
  drawPatient,
  findOutstanding,
  getLast,
  getLoad,
  pick,
  shuffle,
} from '../draw.ts';
import type { Answer, CreateScenario, Figure, Pose, Saying } from '../question.ts';

/** Least lead of the right answer over the next, as a fraction: with less the question is not fair. */
const LEAD = 0.12;
const CHOICES = 4;

interface Tried {
  readonly act: ActivityEvent;
  readonly run: Run;
  readonly value: number;
}

/** Several acts of the same person; null where she cannot do one. */
async function tryActs(
  acts: readonly ActivityEvent[],
  patient: Parameters<CreateScenario>[0],
  create: CreateScenario,
  ask: Ask,
  get: (run: Run) => number,
): Promise<Tried[] | null> {
  const tried: Tried[] = [];
  for (const act of acts) {
    const run = await ask(create(patient, [act]));
    if (!getLast(run).feasible) return null;
    tried.push({ act, run, value: get(run) });
  }
  return tried;
}

const choose = (tried: readonly Tried[], right: Tried, say: (value: number) => Saying): Answer => ({
  type: 'choice',
  options: tried.map(({ act, value }, n) => ({ id: String(n), label: { act }, found: say(value) })),
  right: String(tried.indexOf(right)),
});

/** Question: read one load off the chart of an act. */
export const poseChart: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -2.5, 0);
  const act = createActivity(pick(random, ['lift', 'bend', 'hold', 'make-bed'] as const));
  const level = pick(random, ['T8', 'T10', 'T12', 'L2', 'L4', 'L5'] as const);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const row = getLoad(run, level);
  const answer = createLadder(random, row.peakCompressionN, 50, 20_000, (newtons) => ({ newtons }));
  if (!answer || getLast(run).fractures.length > 0) return null;
  const values = {
    level: { text: level },
    load: { newtons: row.peakCompressionN },
    percent: { percent: 100 * row.loadOverStrength },
  };
  return {
    kind: 'chart',
    asked: truth,
    truth,
    act,
    ask: { key: 'ask.chart', values },
    answer,
    because: { key: 'because.chart', values },
    figures: [
      { label: { key: 'figure.load' }, value: { newtons: row.peakCompressionN } },
      { label: { key: 'figure.strength' }, value: { newtons: row.strengthN } },
    ],
    about: level,
    radiograph: null,
    chart: true,
    sources: [],
  };
};

const LIGHT: readonly ActName[] = [
  'lie-supine',
  'stand',
  'sit-slouched',
  'walk',
  'climb-stairs',
  'carry',
  'reach-overhead',
  'cough',
  'bend',
  'lift',
  'hold',
];

/** Question: which act loads a vertebra most. */
export const poseAct: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -2, 0);
  const level: Level = pick(random, ['T8', 'T12', 'L5']);
  const acts = shuffle(random, LIGHT)
    .slice(0, CHOICES)
    .map((name) => createActivity(name));
  const tried = await tryActs(acts, patient, create, ask, (run) => getLoad(run, level).peakCompressionN);
  const right = tried && findOutstanding(tried, ({ value }) => value, 'most', LEAD);
  if (!right) return null;
  const values = { level: { text: level }, act: { name: right.act.name }, load: { newtons: right.value } };
  return {
    kind: 'act',
    asked: create(patient),
    truth: create(patient, [right.act]),
    act: null,
    ask: { key: 'ask.act', values },
    answer: choose(tried, right, (newtons) => ({ newtons })),
    because: { key: 'because.act', values },
    figures: [],
    about: level,
    radiograph: null,
    chart: false,
    sources: ['muscles'],
  };
};

const POSTURES: readonly (readonly [ActName, Readonly<Record<string, number | string>>])[] = [
  ['lie-supine', {}],
  ['lie-side', {}],
  ['stand', {}],
  ['sit-upright', {}],
  ['sit-slouched', {}],
  ['walk', {}],
  ['bend', {}],
  ['lift', { loadKg: 15 }],
  ['lift', { loadKg: 15, technique: 'squat' }],
];
const DISC = 'L4-L5';

/** Question: in which posture the pressure in a disc is highest. */
export const poseDisc: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -1.5, 0.5);
  const acts = shuffle(random, POSTURES)
    .slice(0, CHOICES)
    .map(([name, values]) => createActivity(name, values));
  const tried = await tryActs(acts, patient, create, ask, (run) => getDiscPressureMPa(getLast(run), DISC));
  const which = pick(random, ['most', 'least'] as const);
  const right = tried && findOutstanding(tried, ({ value }) => value, which, LEAD);
  if (!right) return null;
  const values = { disc: { text: DISC }, act: { name: right.act.name }, n: { megapascals: right.value } };
  return {
    kind: 'disc',
    asked: create(patient),
    truth: create(patient, [right.act]),
    act: null,
    ask: { key: `ask.disc.${which}`, values },
    answer: choose(tried, right, (megapascals) => ({ megapascals })),
    because: { key: `because.disc.${which}`, values },
    figures: [],
    about: null,
    radiograph: null,
    chart: false,
    sources: ['pressure'],
  };
};

/** Question: which of several lifts loads the spine least. */
export const poseTechnique: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -2.5, -0.5);
  const every = ['stoop', 'squat'].flatMap((technique) =>
    [25, 40, 55].flatMap((reachCm) => [5, 10, 15].map((loadKg) => ({ technique, reachCm, loadKg }))),
  );
  const acts = shuffle(random, every)
    .slice(0, CHOICES)
    .map((values) => createActivity('lift', values));
  const tried = await tryActs(acts, patient, create, ask, (run) => 100 * findNearest(run).loadOverStrength);
  const right = tried && findOutstanding(tried, ({ value }) => value, 'least', LEAD);
  if (!right) return null;
  const closest = findNearest(right.run);
  return {
    kind: 'technique',
    asked: create(patient),
    truth: create(patient, [right.act]),
    act: null,
    ask: { key: 'ask.technique' },
    answer: choose(tried, right, (percent) => ({ percent })),
    because: {
      key: 'because.technique',
      values: { level: { text: closest.level }, percent: { percent: right.value } },
    },
    figures: [],
    about: closest.level,
    radiograph: null,
    chart: false,
    sources: ['pressure'],
  };
};

/** Loads tried, kg. */
const BOXES_KG = [5, 10, 20, 30] as const;

/** Question: the heaviest load that breaks nothing. */
export const poseHeaviest: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -3.8, -2);
  const technique = pick(random, ['stoop', 'squat'] as const);
  const acts = BOXES_KG.map((loadKg) => createActivity('lift', { loadKg, technique }));
  const tried = await tryActs(acts, patient, create, ask, (run) => 100 * findNearest(run).loadOverStrength);
  // a level beyond its limit that does not count as broken is neither
  const isBroken = ({ run }: Tried) => getLast(run).fractures.length > 0;
  if (!tried?.every((one) => isBroken(one) || one.value < 100)) return null;
  const breaking = tried.findIndex(isBroken);
  const held = breaking < 0 ? BOXES_KG.length : breaking;
  const heaviest = held === 0 ? 0 : BOXES_KG[held - 1]!;
  const shown = tried[Math.min(held, tried.length - 1)]!;
  const figures: Figure[] = tried.map(({ value, run }, n) => ({
    label: { kilograms: BOXES_KG[n]! },
    value: {
      key: getLast(run).fractures.length > 0 ? 'figure.breaksAt' : 'figure.holdsAt',
      values: { percent: { percent: value } },
    },
  }));
  return {
    kind: 'heaviest',
    asked: create(patient),
    truth: create(patient, [shown.act]),
    act: createActivity('lift', { loadKg: 0, technique }),
    ask: { key: 'ask.heaviest' },
    answer: {
      type: 'choice',
      options: [
        { id: '0', label: { key: 'heaviest.none' } },
        ...BOXES_KG.map((kilograms) => ({ id: String(kilograms), label: { kilograms } })),
      ],
      right: String(heaviest),
    },
    because: {
      key: held === 0 ? 'because.heaviest.none' : breaking < 0 ? 'because.heaviest.all' : 'because.heaviest',
      values: { mass: { kilograms: heaviest } },
    },
    figures,
    about: findNearest(shown.run).level,
    radiograph: null,
    chart: false,
    sources: ['incident'],
  };
};

/** Eccentricities that count as central and as forward, mm, and distance from a limit within which a question is not fair. */
const MIDDLE_MM = 1;
const FAR_MM = 3;
const BORDER_MM = 0.2;
const PLACES = ['behind', 'middle', 'front', 'far'] as const;
const MM_PER_M = 1000;

/** Question: position of the load on a body; each answer is right at some level. */
export const poseFront: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -4.5, 0);
  const act = drawHardAct(random);
  const level: Level = pick(random, ['T2', 'T7', 'T10', 'L1', 'L3', 'L5']);
  const truth = create(patient, [act]);
  const run = await ask(truth);
  const { flexionMomentAtPeakNm, peakCompressionN, strengthN, centralStrengthN } = getLoad(run, level);
  const offsetMm = (MM_PER_M * flexionMomentAtPeakNm) / peakCompressionN;
  const borders = [-MIDDLE_MM, MIDDLE_MM, FAR_MM];
  if (!getLast(run).feasible || borders.some((border) => Math.abs(offsetMm - border) < BORDER_MM))
    return null;
  const right = PLACES[borders.filter((border) => offsetMm > border).length]!;
  const values = { level: { text: level }, offset: { millimetres: Math.abs(offsetMm), decimals: 1 } };
  return {
    kind: 'front',
    asked: create(patient),
    truth,
    act,
    ask: { key: 'ask.front', values },
    answer: {
      type: 'choice',
      options: PLACES.map((id) => ({
        id,
        label: {
          key: `front.${id}`,
          values: { middle: { millimetres: MIDDLE_MM }, far: { millimetres: FAR_MM } },
        },
      })),
      right,
    },
    because: { key: offsetMm >= 0 ? 'because.front' : 'because.behind', values },
    figures: [
      { label: { key: 'figure.load' }, value: { newtons: peakCompressionN } },
      { label: { key: 'figure.central' }, value: { newtons: centralStrengthN } },
      { label: { key: 'figure.there' }, value: { newtons: strengthN } },
    ],
    about: level,
    radiograph: null,
    chart: false,
    sources: [],
  };
};
