import type { Random } from '../../../core/math/random.ts';
import type { QuizKey } from '../../../i18n/keys.ts';
import { AID, DRUGS, getTrials, type Trial } from '../../helps/aid.ts';
import { WORST_NRS } from '../../helps/sections.ts';
import { drawPatient, pick, shuffle } from '../draw.ts';
import type { CreateScenario, Option, Pose, Posed } from '../question.ts';
import { QUIZ_SOURCES, type SourceName } from '../sources.ts';

/** Questions on what helps: their answers come from trials and guidelines, and somebody broken stands there while they are asked. */

type Asked = Pick<Posed, 'ask' | 'because' | 'figures' | 'sources' | 'kind'> & {
  /** The right one first. */
  readonly options: readonly Option[];
};

const BROKEN = ['T8', 'T11', 'T12', 'L1'] as const;

function pose(random: Random, create: CreateScenario, { options, ...asked }: Asked): Posed {
  const scenario = create(
    drawPatient(random, -3.5, -2.5, {
      sex: 'female',
      knownFractures: [{ level: pick(random, BROKEN), shape: 'wedge', genantGrade: 1 }],
    }),
  );
  return {
    ...asked,
    asked: scenario,
    truth: scenario,
    act: null,
    answer: { type: 'choice', options: shuffle(random, options), right: options[0]!.id },
    about: null,
    radiograph: null,
    chart: false,
  };
}

/** Options by their texts, the right one first. */
const listOptions = (keys: readonly QuizKey[]): readonly Option[] =>
  keys.map((key) => ({ id: key, label: { key } }));

const isSource = (name: string): name is SourceName => Object.hasOwn(QUIZ_SOURCES, name);
/** Trials that had a picture on the page of what helps, and that name a source. */
const TRIALS: readonly Trial[] = DRUGS.flatMap(getTrials).filter(
  ({ months, source }) => months === AID.months && isSource(source),
);

/** How many are spared, where a relative number is given: many take that for the answer. */
export const poseSpared: Pose = async (random, create) => {
  const { withoutPercent, withPercent, months, source } = pick(random, TRIALS);
  const all = AID.people;
  const [without, treated] = [Math.round(withoutPercent), Math.round(withPercent)];
  const spared = without - treated;
  const percent = Math.round(100 * (1 - withPercent / withoutPercent));
  const count = (n: number) => ({
    key: 'spared.count' as const,
    values: { n: { text: String(n) }, all: { text: String(all) } },
  });
  const counts = [...new Set([spared, percent, without, all - without])];
  // where two of them fall together there is nothing to tell apart
  if (counts.length < 4) return null;
  const values = {
    all: { text: String(all) },
    without: { text: String(without) },
    with: { text: String(treated) },
    percent: { text: String(percent) },
    spared: { text: String(spared) },
  };
  return pose(random, create, {
    kind: 'spared',
    ask: { key: 'ask.spared', values },
    options: counts.map((n) => ({ id: String(n), label: count(n) })),
    because: { key: 'because.spared', values },
    figures: [
      { label: { key: 'figure.without' }, value: count(without) },
      { label: { key: 'figure.with' }, value: count(treated) },
      { label: { key: 'figure.months' }, value: { text: String(months) } },
    ],
    sources: isSource(source) ? [source] : [],
  });
};

/** What an unchanged density means: many take it for failure. */
export const poseScan: Pose = async (random, create) =>
  pose(random, create, {
    kind: 'scan',
    ask: { key: 'ask.scan' },
    options: listOptions(['scan.works', 'scan.fails', 'scan.stronger', 'scan.again']),
    because: { key: 'because.scan' },
    figures: [{ label: { key: 'figure.noise' }, value: { percent: AID.density.noisePercent } }],
    sources: ['precision'],
  });

/** What to do when denosumab is due. */
export const poseStopping: Pose = async (random, create) =>
  pose(random, create, {
    kind: 'stopping',
    ask: { key: 'ask.stopping' },
    options: listOptions(['stopping.time', 'stopping.pause', 'stopping.well', 'stopping.late']),
    because: { key: 'because.stopping' },
    figures: [],
    sources: ['stopping'],
  });

/** What blinded trials of cement found. */
export const poseSham: Pose = async (random, create) =>
  pose(random, create, {
    kind: 'sham',
    ask: { key: 'ask.sham' },
    options: listOptions(['sham.both', 'sham.only', 'sham.none', 'sham.worse']),
    because: { key: 'because.sham' },
    figures: AID.cement.differences.map(({ trial, nrs }) => ({
      label: { key: 'figure.apart', values: { trial: { text: trial }, ten: { text: String(WORST_NRS) } } },
      value: { text: nrs.toFixed(1) },
    })),
    sources: ['vertosIv', 'invest', 'blinded', 'vapour'],
  });

/** How long to rest. */
export const poseRest: Pose = async (random, create) =>
  pose(random, create, {
    kind: 'rest',
    ask: { key: 'ask.rest' },
    options: listOptions(['rest.days', 'rest.bed', 'rest.push', 'rest.brace']),
    because: { key: 'because.rest' },
    figures: [],
    sources: ['bedRest', 'pain', 'brace'],
  });

/** Signs of nerves in danger, each among those of any break. */
const SIGNS = ['flags.saddle', 'flags.legs', 'flags.bladder'] as const;

/** Which sign cannot wait. */
export const poseFlags: Pose = async (random, create) =>
  pose(random, create, {
    kind: 'flags',
    ask: { key: 'ask.flags' },
    options: listOptions([pick(random, SIGNS), 'flags.rising', 'flags.shorter', 'flags.stiff']),
    because: { key: 'because.flags' },
    figures: [],
    sources: ['pain'],
  });
