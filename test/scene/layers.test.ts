import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { type ColumnGeometry, createColumnGeometry } from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../src/core/anatomy/spineModel.ts';
import { writeMatrix } from '../../src/core/math/quaternion.ts';
import { calcMuscleLines, createMuscleSystem } from '../../src/core/muscle/muscleSystem.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { calcTissueLimits } from '../../src/core/simulation/stages/tissueLimits.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { createMuscleStrands, createMuscles, writeActivations } from '../../src/scene/layers/muscles.ts';

const reading = checkScenario({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -1 },
  events: [{ type: 'activity', name: 'bend' }],
});
if (!reading.ok) throw new Error(reading.problems.join(' '));
const { scenario } = reading;
const { trace } = finish(runScenario(scenario));
const muscles = createMuscles(scenario);

/** The column of a frame as the muscles' mechanics reads it: its bodies' places and axes, and the sacrum's. */
function readColumn(frame: number): ColumnGeometry {
  const column = createColumnGeometry();
  const placesM = trace.positionsM.subarray(frame * 54, (frame + 1) * 54);
  const orientations = Float64Array.from(trace.orientations.subarray(frame * 72, (frame + 1) * 72));
  column.originM.set(placesM.subarray(0, 51));
  column.sacrumM.set(placesM.subarray(51));
  for (let bone = 0; bone < LEVEL_COUNT; bone++) writeMatrix(orientations, 4 * bone, column.axes, 9 * bone);
  writeMatrix(orientations, 4 * LEVEL_COUNT, column.sacrumAxes, 0);
  return column;
}

describe('the muscles in the picture', () => {
  it('hold to the bones where mechanics has them, in a deep bend', () => {
    const frame = Math.floor(trace.frameCount / 2);
    const pose = createPose();
    pose.setTrace(trace, scenario.patient);
    pose.setTime(frame / trace.frameRateHz);
    const strands = createMuscleStrands(muscles);
    const sight = { camera: new PerspectiveCamera(), width: 1, height: 1 };
    strands.update(pose, { ...sight, focusLevel: 0, focusAt: new Vector3(), closeness: 0 });
    const model = createSpineModel(scenario.patient);
    const system = createMuscleSystem(model, calcTissueLimits(model), false);
    calcMuscleLines(system, readColumn(frame));
    expect(strands.firstPoint.length).toBe(system.fascicles.length);
    for (let p = 0; p < system.pointBody.length; p++) {
      const wanted = new Vector3().fromArray(system.pointsM, 3 * p);
      expect(new Vector3().fromArray(strands.points, 4 * p).distanceTo(wanted)).toBeLessThan(0.001);
    }
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
