import { sayProblem } from '../../src/cli/english.ts';
import { LANDMARKS } from '../../src/core/activity/landmarks.ts';
import type { Findings, LevelFindings } from '../../src/core/simulation/results/results.ts';
import type { Trace } from '../../src/core/simulation/results/trace.ts';
import {
  createRunCache,
  finish,
  type Run,
  type RunCache,
  runScenario,
} from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';
import { toBytes } from './bytes.ts';

/**
 * Strain up to which bone springs back (kopperdahl-1998): what a load leaves may be stretched by so much, never by more. Of the height
 * that the body has without load, to which strain refers: what is left of a crushed body is not a shorter sound one.
 */
const SPRINGS_BACK = 0.008;
const HEIGHTS = ['anteriorHeightMm', 'middleHeightMm', 'posteriorHeightMm'] as const;
/** Fastest that a bone may go, m/s: as from a free fall over a tall man's height. More is energy that nothing gave. */
const FASTEST_M_PER_S = Math.sqrt(2 * 9.81 * 2.1);

/**
 * What is wrong with what a scenario computes to, one sentence each; none where all is well. Nothing throws, every figure is a number,
 * every height is above 0, no body grows but by a balloon, nothing moves faster than a fall could make it, and a replay gives the
 * same bytes.
 */
export function findBroken(value: unknown): string[] {
  const reading = checkScenario(value);
  if (!reading.ok) return reading.problems.map((problem) => `refused: ${sayProblem(problem)}`);
  try {
    return checkRuns(reading.scenario);
  } catch (error) {
    return [`threw: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

function checkRuns(scenario: Scenario): string[] {
  const found: string[] = [];
  const cache = createRunCache();
  const prefix = (events: number): Run =>
    compute({ ...scenario, events: scenario.events.slice(0, events) }, cache);
  const intact = prefix(0).results.findings;
  let before = prefix(0);
  for (const [n, event] of scenario.events.entries()) {
    const after = prefix(n + 1);
    const balloon = event.type === 'cement' && event.method === 'kyphoplasty' ? event.level : null;
    const fail = (what: string) => found.push(`event ${n} (${after.results.events[n]!.name}): ${what}`);
    checkNumbers(after.results, 'results', fail);
    checkHeights(before.results.findings, after.results.findings, intact, balloon, fail);
    checkTrace(after.trace, fail);
    before = after;
  }
  if (toBytes(compute(JSON.parse(JSON.stringify(scenario)) as Scenario)) !== toBytes(before))
    found.push('a replay gives other bytes');
  return found;
}

const compute = (scenario: Scenario, cache?: RunCache): Run => finish(runScenario(scenario, cache));

function checkNumbers(value: unknown, at: string, fail: (what: string) => void): void {
  if (typeof value === 'number' && !Number.isFinite(value)) fail(`${at} is ${value}`);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) checkNumbers(inner, `${at}.${key}`, fail);
}

function checkHeights(
  before: Findings,
  after: Findings,
  intact: Findings,
  balloon: string | null,
  fail: (what: string) => void,
): void {
  for (const [i, body] of after.levels.entries()) {
    for (const height of HEIGHTS) if (!(body[height] > 0)) fail(`${body.level} ${height} is ${body[height]}`);
    if (body.level === balloon) continue;
    // a rigid end plate that goes down at one end may tip up at the other: it is its middle that may not rise
    const grown = (calcMeanMm(body) - calcMeanMm(before.levels[i]!)) / calcMeanMm(intact.levels[i]!);
    if (grown > SPRINGS_BACK) fail(`${body.level} grew by ${(100 * grown).toFixed(2)} %`);
  }
}

const calcMeanMm = ({ anteriorHeightMm, posteriorHeightMm }: LevelFindings): number =>
  (anteriorHeightMm + posteriorHeightMm) / 2;

function checkTrace(trace: Trace, fail: (what: string) => void): void {
  for (const [name, values] of Object.entries(trace)) {
    if (!(values instanceof Float32Array) || name === 'landmarksM') continue;
    const at = values.findIndex((one) => !Number.isFinite(one));
    if (at >= 0) fail(`${name}[${at}] is ${values[at]}`);
  }
  const { landmarksM, positionsM, frameCount, frameRateHz } = trace;
  LANDMARKS.forEach((landmark, n) => {
    const held = Array.from({ length: frameCount }, (_, frame) =>
      Number.isFinite(landmarksM[3 * (frame * LANDMARKS.length + n)]),
    );
    const missing = held.filter((one) => !one).length;
    // the load's place is none while nothing is held
    if (missing > 0 && landmark !== 'load')
      fail(`${landmark} has no place in ${missing} of ${frameCount} frames`);
  });
  const perFrame = positionsM.length / frameCount;
  for (let at = perFrame; at < positionsM.length; at += 3) {
    const moved = (axis: number) => positionsM[at + axis]! - positionsM[at + axis - perFrame]!;
    const speed = frameRateHz * Math.hypot(moved(0), moved(1), moved(2));
    if (speed > FASTEST_M_PER_S) {
      fail(`a bone moves at ${speed.toFixed(1)} m/s in frame ${Math.floor(at / perFrame)}`);
      break;
    }
  }
}
