import { describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import { LANDMARKS, type Landmark, type Trace } from '../../src/core/simulation/results/trace.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';

const perform = (name: string, more: object = {}): Trace => {
  const patient = { ageYears: 60, sex: 'female', heightCm: 165, massKg: 65, tScore: 0 };
  const reading = checkScenario({ version: 1, patient, events: [{ type: 'activity', name, ...more }] });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  return finish(runScenario(reading.scenario)).trace;
};
const at = (trace: Trace, frame: number, landmark: Landmark): readonly number[] => {
  const from = (frame * LANDMARKS.length + LANDMARKS.indexOf(landmark)) * 3;
  return [...trace.landmarksM.subarray(from, from + 3)];
};

const standing = perform('stand');
const ankleM = at(standing, 0, 'ankleRight')[1]!;
const toeM = at(standing, 0, 'toeRight')[1]!;
/** What is promised: hands on the load and feet on the floor within a centimetre. */
const NEAR_M = 0.01;
/** The box as `furniture.ts` draws it for 1.65 m: half its width between the hands; how far it reaches beyond them, m. */
const BOX = { halfWidthM: 0.13, deepM: 0.12, upM: 0.09, downM: 0.11 };
/** Both feet leave the floor on purpose: onto stairs, and off a kerb. */
const STEPPING = ['climb-stairs', 'stumble'];

const calcLowestFoot = (trace: Trace, frame: number): number =>
  Math.min(at(trace, frame, 'ankleRight')[1]!, at(trace, frame, 'ankleLeft')[1]!) - ankleM;
const framesOf = (trace: Trace): number[] => Array.from({ length: trace.frameCount }, (_, frame) => frame);

describe('feet', () => {
  it.each(ACT_NAMES)('are on the floor and never in it: %s', (name) => {
    const trace = perform(name);
    for (const frame of framesOf(trace))
      for (const toe of ['toeRight', 'toeLeft'] as const)
        expect(at(trace, frame, toe)[1]! - toeM, `${toe} at frame ${frame}`).toBeGreaterThan(-NEAR_M);
    if (trace.support.on !== 'feet') return;
    const heights = framesOf(trace).map((frame) => calcLowestFoot(trace, frame));
    const seen = STEPPING.includes(name) ? [Math.min(...heights)] : heights;
    for (const height of seen) expect(Math.abs(height)).toBeLessThan(NEAR_M);
  });
});

describe('hands', () => {
  it.each([
    ['lift', {}],
    ['lift', { technique: 'squat', loadKg: 15 }],
    ['hold', { reachCm: 25 }],
    ['hold', { reachCm: 60 }],
    ['carry', {}],
    ['carry', { hands: 'two' }],
    ['reach-overhead', {}],
  ] as const)('hold what moves with them: %s %o', (name, more) => {
    const trace = perform(name, more);
    const start = at(trace, 0, 'load');
    let held = 0;
    for (const frame of framesOf(trace)) {
      const load = at(trace, frame, 'load');
      const moved = Math.hypot(...load.map((value, axis) => value - start[axis]!));
      if (name === 'lift' && !(moved > 0.001)) continue;
      held++;
      const away = (['handRight', 'handLeft'] as const).map((hand) =>
        at(trace, frame, hand).map((value, axis) => value - load[axis]!),
      );
      // a bag hangs in one hand, or shares in both whose middle the load is
      const inOne = away.some((one) => Math.hypot(...one) < NEAR_M);
      const middle = [0, 1, 2].map((axis) => (away[0]![axis]! + away[1]![axis]!) / 2);
      const hanging = Math.hypot(...middle) < NEAR_M && Math.abs(away[0]![2]!) > BOX.halfWidthM + NEAR_M;
      if (inOne || hanging) continue;
      for (const [x, y, z] of away as [number, number, number][]) {
        expect(Math.abs(Math.abs(z) - BOX.halfWidthM), `side of the box at frame ${frame}`).toBeLessThan(
          NEAR_M,
        );
        expect(Math.abs(x)).toBeLessThan(BOX.deepM + NEAR_M);
        expect(y).toBeLessThan(BOX.upM + NEAR_M);
        expect(y).toBeGreaterThan(-BOX.downM - NEAR_M);
      }
    }
    expect(held).toBeGreaterThan(20);
  });
});
