import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { createPose } from '../../src/scene/bones/pose.ts';

/** Half axes of the cloud in a body (mm), its height (mm), and the body's half depth, height and half width (mm). */
function fill(level: 'T8' | 'L1', volumeMl: number) {
  const patient = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3 } as const;
  const reading = checkScenario({ version: 1, patient, events: [{ type: 'cement', level, volumeMl }] });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  const { trace } = finish(runScenario(reading.scenario));
  const pose = createPose();
  pose.setTrace(trace, reading.scenario.patient);
  pose.setTime(trace.durationS);
  const at = 4 * levelIndex(level);
  const mm = (values: Float32Array) => [...values.subarray(at, at + 4)].map((m) => 1000 * m);
  const [centre, halfDepth, halfHeight, halfWidth] = mm(pose.boneCement) as [number, number, number, number];
  const [bodyHalfDepth, bodyHeight, bodyHalfWidth] = mm(pose.boneSize) as [number, number, number];
  return { centre, halfDepth, halfHeight, halfWidth, bodyHalfDepth, bodyHeight, bodyHalfWidth };
}

describe('the cloud of cement in the picture', () => {
  const DOSES = [
    ['T8', 2],
    ['T8', 4],
    ['L1', 2],
    ['L1', 4],
    ['L1', 6],
  ] as const;

  it.each(DOSES)('has the volume of the dose and stays in the body: %s, %d ml', (level, doseMl) => {
    const cloud = fill(level, doseMl);
    const volumeMl = ((4 / 3) * Math.PI * cloud.halfDepth * cloud.halfHeight * cloud.halfWidth) / 1000;
    expect(Math.abs(volumeMl / doseMl - 1)).toBeLessThan(0.05);
    expect(cloud.halfDepth).toBeLessThan(cloud.bodyHalfDepth);
    expect(cloud.halfWidth).toBeLessThan(cloud.bodyHalfWidth);
    expect(Math.abs(cloud.centre) + cloud.halfHeight).toBeLessThan(cloud.bodyHeight / 2);
  });
});
