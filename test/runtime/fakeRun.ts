import { LEVEL_COUNT, LEVELS } from '../../src/core/anatomy/levels.ts';
import type { Findings } from '../../src/core/simulation/results/results.ts';
import { LANDMARKS } from '../../src/core/simulation/results/trace.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import type { RequestFrame } from '../../src/runtime/session/clock.ts';
import type { Simulator } from '../../src/runtime/worker/simulator.ts';

/** A run with the shape of a real one, for tests of what surrounds the mechanics. */
export function fakeRun(scenario: Scenario, slowMotionS: Run['trace']['slowMotionS'] = null): Run {
  const frameCount = 61;
  const findings: Findings = {
    kyphosisDeg: 40 + scenario.events.length,
    lordosisDeg: 45,
    heightLossMm: 0,
    fractureCount: 0,
    damageCount: 0,
    levels: LEVELS.map((level) => ({
      level,
      anteriorHeightMm: 20,
      middleHeightMm: 20,
      posteriorHeightMm: 20,
      anteriorHeightLossPercent: 0,
      middleHeightLossPercent: 0,
      posteriorHeightLossPercent: 0,
      genantGrade: 0,
      greatestLossMm: 0,
      greatestRadiographLossMm: 0,
      fractured: false,
      damaged: false,
      cementMl: 0,
    })),
  };
  const perLevel = () => new Float32Array(frameCount * LEVEL_COUNT);
  return {
    results: { version: 1, modelVersion: 'test', events: [], findings },
    condition: {
      elapsedMonths: 0,
      courses: [],
      tScore: scenario.patient.tScore,
      qualityFactor: 1,
      uprightDeg: 0,
      fallFactor: 1,
      ageYears: scenario.patient.ageYears,
      discWear: 0.5,
      musclePressurePa: 6e5,
      bone: LEVELS.map(() => ({
        densityMgPerCm3: 100,
        anteriorWeakness: 0.2,
        shellMm: 0.3,
        endPlateMm: 0.5,
      })),
    },
    trace: {
      eventIndex: scenario.events.length - 1,
      durationS: 1,
      frameRateHz: 60,
      frameCount,
      positionsM: new Float32Array(frameCount * 18 * 3),
      orientations: new Float32Array(frameCount * 18 * 4),
      landmarksM: new Float32Array(frameCount * LANDMARKS.length * 3),
      compressionN: perLevel(),
      loadOverStrength: perLevel(),
      muscleForceN: new Float32Array(0),
      support: { on: 'feet', heightM: 0 },
      discPressureMPa: perLevel(),
      sections: [],
      findings: [{ timeS: 0, findings }],
      fractures: [],
      collapses: [],
      slowMotionS,
    },
  };
}

/** Answers when told to, the latest request of a lane only. */
export function createFakeSimulator() {
  const waiting: (() => void)[] = [];
  const asked: Scenario[] = [];
  const latest = { shown: 0, reference: 0, whatIf: 0, others: 0, years: 0, untreated: 0 };
  const simulator: Simulator = {
    run(scenario, lane) {
      latest[lane] += 1;
      const mine = latest[lane];
      if (lane === 'shown') asked.push(scenario);
      return new Promise((resolve) => {
        waiting.push(() => resolve(mine === latest[lane] ? fakeRun(scenario) : null));
      });
    },
    calcBones: async () => ({
      tScores: [-4, 0],
      centralStrengthN: Float64Array.from({ length: 2 * LEVEL_COUNT }, (_, i) =>
        i < LEVEL_COUNT ? 1000 : 3000,
      ),
      densityMgPerCm3: new Float64Array(2 * LEVEL_COUNT).fill(100),
      shellMm: new Float64Array(2 * LEVEL_COUNT).fill(0.3),
    }),
    cancel(lane) {
      latest[lane] += 1;
    },
    dispose() {},
  };
  /** Answers everything asked so far. */
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { simulator, answer, asked };
}

/** Frames that come when they are told to. */
export function createFakeFrames() {
  let next: ((nowMs: number) => void) | null = null;
  let nowMs = 0;
  const requestFrame: RequestFrame = (callback) => {
    next = callback;
  };
  const frame = (elapsedMs: number) => {
    nowMs += elapsedMs;
    const callback = next;
    next = null;
    callback?.(nowMs);
  };
  return { requestFrame, frame, isAsked: () => next !== null };
}
