import { Matrix4, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { createMuscleStrands, createMuscles, writeActivations } from '../../src/scene/layers/muscles.ts';
import { createPose } from '../../src/scene/pose.ts';

const reading = checkScenario({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -1 },
  events: [{ type: 'activity', name: 'bend' }],
});
if (!reading.ok) throw new Error(reading.problems.join(' '));
const { scenario } = reading;
const { trace } = finish(runScenario(scenario));
const muscles = createMuscles(scenario);

describe('the muscles in the picture', () => {
  it('hold to the bones where mechanics has them, in a deep bend', () => {
    const pose = createPose();
    pose.setTrace(trace, scenario.patient);
    pose.setTime(trace.durationS / 2);
    const strands = createMuscleStrands(muscles);
    strands.update(pose, new Matrix4());
    muscles.fascicles.forEach(({ body, pointsM }, k) => {
      body.forEach((bone, n) => {
        const wanted = new Vector3(pointsM[3 * n], pointsM[3 * n + 1], pointsM[3 * n + 2])
          .applyQuaternion(new Quaternion().fromArray(pose.boneTurn, 4 * bone))
          .add(new Vector3().fromArray(pose.bonePosition, 4 * bone));
        const drawn = new Vector3().fromArray(strands.points, 4 * (strands.firstPoint[k]! + n));
        expect(drawn.distanceTo(wanted)).toBeLessThan(0.001);
      });
    });
  });

  it('are coloured by force over what each can do', () => {
    const frame = Math.floor(trace.frameCount / 2);
    const value = new Float32Array(muscles.fascicles.length);
    writeActivations(trace, frame / trace.frameRateHz, muscles.mostN, value);
    const forceN = trace.muscleForceN.subarray(frame * value.length, (frame + 1) * value.length);
    expect(Math.max(...value)).toBeGreaterThan(0.05);
    for (let k = 0; k < value.length; k++) {
      expect(value[k]).toBeGreaterThanOrEqual(0);
      expect(value[k]).toBeLessThanOrEqual(1);
      expect(value[k]).toBeCloseTo(Math.min(1, forceN[k]! / muscles.mostN[k]!), 4);
    }
  });
});
