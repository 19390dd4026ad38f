import { describe, expect, it } from 'vitest';
import table from '../../models/meshes/skeleton.json' with { type: 'json' };
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import { LANDMARKS } from '../../src/core/simulation/results/trace.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { ATTACHMENTS, createAttachments } from '../../src/scene/bones/attachments.ts';
import { createPose } from '../../src/scene/bones/pose.ts';

const PATIENT = { ageYears: 40, sex: 'male', heightCm: 175, massKg: 75, tScore: 0 } as const;
const NECK = ['T1', ...Object.keys(table.neck)];

function showAct(name: string) {
  const reading = checkScenario({ version: 1, patient: PATIENT, events: [{ type: 'activity', name }] });
  if (!reading.ok) throw new Error(name);
  const { trace } = finish(runScenario(reading.scenario));
  const pose = createPose();
  pose.setTrace(trace, reading.scenario.patient);
  const attachments = createAttachments();
  const at = (attachment: string) => [
    ...attachments.position.subarray(4 * ATTACHMENTS.indexOf(attachment)).slice(0, 3),
  ];
  const away = (a: readonly number[], b: readonly number[]) =>
    Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
  const show = (share: number) => {
    pose.setTime(share * trace.durationS);
    attachments.update(pose, trace.support.on === 'bed');
  };
  return { pose, attachments, at, away, show };
}

describe('the bones round the spine', () => {
  const { y } = calcBoneScale(PATIENT.sex, PATIENT.heightCm);
  const places = [[0, 0, 0], ...Object.values(table.neck)] as readonly (readonly number[])[];

  it.each(ACT_NAMES)('a neck holds together and bears the head: %s', (name) => {
    const { pose, attachments, at, away, show } = showAct(name);
    for (const share of [0, 0.3, 0.5, 0.7, 1]) {
      show(share);
      for (let n = 1; n < NECK.length; n++) {
        const [x, up] = places[n]!;
        const [belowX, belowUp] = places[n - 1]!;
        const neutralM = (y * Math.hypot(x! - belowX!, up! - belowUp!)) / 1000;
        const is = away(at(NECK[n]!), at(NECK[n - 1]!));
        // a third of a neck bone's height: what its discs and joints allow
        expect(Math.abs(is - neutralM), `${NECK[n]} on ${NECK[n - 1]} at ${share}`).toBeLessThan(0.006);
      }
      // between the condyles, under the middle of the figure's head and at most 2 cm from where that has them
      const head = LANDMARKS.indexOf('head') * 3;
      expect(away(at('head'), [...pose.landmarks.subarray(head, head + 3)])).toBeLessThan(0.08);
      for (let n = 0; n < ATTACHMENTS.length; n++)
        expect(Math.hypot(...attachments.orientation.subarray(4 * n, 4 * n + 4))).toBeCloseTo(1, 4);
    }
  });
});
