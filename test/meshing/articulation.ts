/**
 * Neighbours in every act and round five wedges: bones may press each other a millimetre deep (cartilage gives as much), and the
 * faces of a joint stay together. Facets of the whole spine, the head on the atlas, heads and tubercles of the ribs.
 */
import { beforeAll, expect, it } from 'vitest';
import { ACT_NAMES, type ActName } from '../../src/core/activity/actTable.ts';
import type { Level } from '../../src/core/anatomy/levels.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { createAttachments } from '../../src/scene/bones/attachments.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { createJoints, type Joint, meet } from './joints.ts';

const PATIENT = { ageYears: 30, sex: 'female', heightCm: 162, massKg: 60, tScore: 0 } as const;

const MOST_OVERLAP_MM = 1;
const MOST_GAP_MM = 4;
/** Moments of an act that are looked at. */
const MOMENTS = [0, 0.25, 0.5, 0.75];

/** Every third act is tried each time, the others in the long run. */
const OFTEN = 3;
export const OFTEN_TRIED = {
  acts: ACT_NAMES.filter((_, n) => n % OFTEN === 0),
  wedges: ['T8', 'L1'],
} as const;
export const SELDOM_TRIED = {
  acts: ACT_NAMES.filter((_, n) => n % OFTEN !== 0),
  wedges: ['T6', 'T12', 'L3'],
} as const;

/** Asserts it of acts, and of known wedges. */
export function testArticulation(acts: readonly ActName[], wedges: readonly Level[]): void {
  let joints: readonly Joint[];
  beforeAll(async () => {
    joints = await createJoints();
  });

  it('have faces to be measured', () => {
    // 17 of the spine, 7 of the neck, the head; 12 heads and 10 tubercles of ribs a side
    expect(joints).toHaveLength(17 + 8 + 2 * 22);
    for (const { name, faces } of joints)
      for (const face of faces) expect(face.length, name).toBeGreaterThan(5);
  });

  const check = (patient: object, event: object): void => {
    const reading = checkScenario({ version: 1, patient, events: [event] });
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    const { trace } = finish(runScenario(reading.scenario));
    const pose = createPose();
    pose.setTrace(trace, reading.scenario.patient);
    const attachments = createAttachments();
    for (const moment of MOMENTS) {
      pose.setTime(moment * trace.durationS);
      attachments.update(pose, trace.support.on === 'bed');
      for (const joint of joints) {
        const { overlapMm, gapMm } = meet(joint, attachments, pose.boneScale);
        expect(overlapMm, `overlap of ${joint.name} at ${moment}`).toBeLessThan(MOST_OVERLAP_MM);
        expect(gapMm, `gap of ${joint.name} at ${moment}`).toBeLessThan(MOST_GAP_MM);
      }
    }
  };

  it.each(acts)('articulate: %s', (name) => check(PATIENT, { type: 'activity', name }));

  it.each(wedges)('articulate round a wedge of %s', (level) =>
    check(
      { ...PATIENT, ageYears: 72, tScore: -2.5, knownFractures: [{ level, shape: 'wedge', genantGrade: 2 }] },
      { type: 'activity', name: 'stand' },
    ),
  );
}
