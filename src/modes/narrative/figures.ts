import { LEVEL_COUNT, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { getLevelLoads, type LevelLoad, type Results } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { ActivityEvent, Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import { calcComparison } from '../../runtime/session/comparisons.ts';
import { findNearest, isBroken } from '../../runtime/session/runReads.ts';
import {
  createActivity,
  createScenario,
  dropFractures,
  type Person,
  STRONG_T,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';
import { findBreaking } from './breaking.ts';
import { calcDaily, type DailyAct } from './daily.ts';

/** Loads of the lift in the order tried: shopping, lighter ones, none; the first that breaks nothing is shown. */
const LIFTS: readonly ActivityEvent[] = [
  createActivity('lift', { loadKg: 5 }),
  createActivity('lift', { loadKg: 2 }),
  createActivity('bend'),
  createActivity('bend', { trunkFlexionDeg: 30 }),
  createActivity('bend', { trunkFlexionDeg: 15 }),
];
const CEMENT_ML = 4;

export interface StoryFigures {
  /** Strong bone in standing: greatest load over strength of all levels. */
  readonly strong: { readonly scenario: Scenario; readonly ratio: number };
  /** This person before any fracture: mean strength over that of strong bone, T1 … L5, under a central load. */
  readonly bone: { readonly scenario: Scenario; readonly strengthRatio: number };
  readonly daily: { readonly scenario: Scenario; readonly acts: readonly DailyAct[] };
  /** Load over strength of an act from the back, and from hips and knees. */
  readonly lift: {
    readonly scenario: Scenario;
    readonly event: ActivityEvent;
    readonly back: number;
    readonly hips: number;
  };
  readonly fracture: Fracture | null;
}

export interface Fracture {
  /** `known`: a known fracture of the patient; `own`: in a task with this bone; `weaker`: in a task with weaker bone. */
  readonly kind: 'known' | 'own' | 'weaker';
  /** Scenario shown as a still. */
  readonly still: Scenario;
  /** Scenario in which it happens; null where the model finds none. */
  readonly course: Scenario | null;
  readonly levels: readonly Level[];
  readonly after: After;
  readonly cement: CementFigures;
}

/** Change against the same person before, in standing. */
export interface After {
  readonly scenario: Scenario;
  readonly heightLossMm: number;
  readonly kyphosisGainDeg: number;
  /** Neighbour whose load has risen most, and by what fraction. */
  readonly neighbour: Level;
  readonly neighbourRise: number;
}

export interface CementFigures {
  readonly scenario: Scenario;
  readonly level: Level;
  readonly volumeMl: number;
  /** Strength gained, as a fraction; height regained; change of the neighbour's load, as a fraction. */
  readonly strengthRise: number;
  readonly heightWonMm: number;
  readonly neighbourRise: number;
}

/** Computes all figures of the story for a person, part by part in the order in which they are told. */
export async function* findStory(person: Person, ask: Ask): AsyncGenerator<Partial<StoryFigures>> {
  const unfractured = dropFractures(person);
  const strong = withPatient(unfractured, { tScore: Math.max(STRONG_T, person.patient.tScore) });
  const standing = createActivity('stand');
  const strongRun = await ask(createScenario(strong, [standing]));
  yield { strong: { scenario: createScenario(strong, []), ratio: findNearest(strongRun).loadOverStrength } };
  const before = await ask(createScenario(unfractured, [standing]));
  const strengthRatio = sumStrength(before) / sumStrength(strongRun);
  yield { bone: { scenario: createScenario(unfractured, []), strengthRatio } };
  yield { daily: { scenario: createScenario(person, []), acts: await calcDaily(person, ask) } };
  yield { lift: await calcLift(person, ask) };
  yield { fracture: await calcFracture(person, ask) };
}

const sumStrength = (run: Run): number =>
  getLevels(run.results).reduce((sum, { centralStrengthN }) => sum + centralStrengthN, 0);

const getLevels = ({ events }: Results): readonly LevelLoad[] => getLevelLoads(events.at(-1)!);

async function calcLift(person: Person, ask: Ask): Promise<StoryFigures['lift']> {
  for (const event of LIFTS) {
    const scenario = createScenario(person, [event]);
    const back = await ask(scenario);
    const hips = await ask(calcComparison('easier', scenario)!);
    if ((isBroken(back) || isBroken(hips)) && event !== LIFTS.at(-1)) continue;
    return {
      scenario,
      event,
      back: findNearest(back).loadOverStrength,
      hips: findNearest(hips).loadOverStrength,
    };
  }
  throw new Error('no lift was tried');
}

async function calcFracture(person: Person, ask: Ask): Promise<Fracture | null> {
  const known = person.patient.knownFractures ?? [];
  const breaking = await findBreaking(dropFractures(person), ask);
  if (known.length > 0) {
    const still = createScenario(person, []);
    const levels = known.map(({ level }) => level).sort((a, b) => levelIndex(a) - levelIndex(b));
    return {
      kind: 'known',
      still,
      course: breaking?.scenario ?? null,
      levels,
      ...(await calcAfter(still, levels, ask)),
    };
  }
  if (!breaking) return null;
  const { scenario, weakened } = breaking;
  const levels = (await ask(scenario)).results.events[0]!.fractures.map(({ level }) => level);
  const kind = weakened ? 'weaker' : 'own';
  return { kind, still: scenario, course: scenario, levels, ...(await calcAfter(scenario, levels, ask)) };
}

/** Computes standing after a fracture against standing before it, and then with cement in the worst level. */
async function calcAfter(
  still: Scenario,
  levels: readonly Level[],
  ask: Ask,
): Promise<Pick<Fracture, 'after' | 'cement'>> {
  const standing = createActivity('stand');
  const before = (await ask(createScenario(dropFractures(still), [standing]))).results;
  const scenario = { ...still, events: [...still.events, standing] };
  const after = (await ask(scenario)).results;
  const level = findWorst(after, levels);
  const filling = { type: 'cement', level, volumeMl: CEMENT_ML, method: 'vertebroplasty' } as const;
  const filled = { ...still, events: [...still.events, filling] };
  const cemented = (await ask({ ...filled, events: [...filled.events, standing] })).results;
  const rise = (now: Results, then: Results, i: number) =>
    getLevels(now)[i]!.peakCompressionN / getLevels(then)[i]!.peakCompressionN - 1;
  const neighbours = findNeighbours(levels);
  const neighbour = neighbours.reduce((most, i) =>
    rise(after, before, i) > rise(after, before, most) ? i : most,
  );
  const strengthOf = (results: Results) => getLevels(results)[levelIndex(level)]!.centralStrengthN;
  return {
    after: {
      scenario: still,
      heightLossMm: after.findings.heightLossMm - before.findings.heightLossMm,
      kyphosisGainDeg: after.findings.kyphosisDeg - before.findings.kyphosisDeg,
      neighbour: getLevels(after)[neighbour]!.level,
      neighbourRise: rise(after, before, neighbour),
    },
    cement: {
      scenario: filled,
      level,
      volumeMl: CEMENT_ML,
      strengthRise: strengthOf(cemented) / strengthOf(after) - 1,
      heightWonMm: after.findings.heightLossMm - cemented.findings.heightLossMm,
      neighbourRise: rise(cemented, after, neighbour),
    },
  };
}

/** Level of some that has lost most height anywhere. */
function findWorst({ findings }: Results, levels: readonly Level[]): Level {
  const lossOf = (level: Level) => {
    const row = findings.levels[levelIndex(level)]!;
    return Math.max(
      row.anteriorHeightLossPercent,
      row.middleHeightLossPercent,
      row.posteriorHeightLossPercent,
    );
  };
  return levels.reduce((worst, level) => (lossOf(level) > lossOf(worst) ? level : worst));
}

/** Unbroken levels above and below a broken one; where all are broken, the topmost stands for them. */
function findNeighbours(levels: readonly Level[]): readonly number[] {
  const broken = levels.map(levelIndex);
  const found = broken
    .flatMap((i) => [i - 1, i + 1])
    .filter((i) => i >= 0 && i < LEVEL_COUNT && !broken.includes(i));
  return found.length > 0 ? found : [broken[0]!];
}
