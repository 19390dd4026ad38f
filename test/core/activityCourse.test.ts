import { describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import { type BodyPose, createBodyPose } from '../../src/core/activity/bodyPose.ts';
import { LANDMARKS } from '../../src/core/activity/landmarks.ts';
import { calcBodyPose } from '../../src/core/activity/wholeBody.ts';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { PEOPLE, type Rehearsal, rehearse } from './supportPose.ts';

/** How long a landing shakes the body, s: the contact's oscillation has then died away to a thousandth. */
const LANDING_S = 0.4;

const pointsOf = ({ landmarksM, geometry, armMassM }: BodyPose): Float64Array =>
  Float64Array.of(...landmarksM, ...geometry.massM, ...armMassM);
const NAMES = [...LANDMARKS, ...LEVELS, 'right arm', 'left arm'];

/** Greatest acceleration of any point of the body in a course outside impacts, and its greatest change from step to step, m/s². */
function measure({ performance, act }: Rehearsal, stepS: number) {
  const pose = createBodyPose();
  const at = (n: number): Float64Array => {
    calcBodyPose(performance, act, n * stepS, pose);
    return pointsOf(pose);
  };
  const landing = (timeS: number) =>
    timeS > performance.contactS - 3 * stepS && timeS < performance.contactS + LANDING_S;
  // a fall begins as it begins: at once, with the acceleration of gravity
  const leaving = (timeS: number) => act.impact && Math.abs(timeS - act.impact.fromS) < 3 * stepS;
  let [before, now, after] = [at(-1), at(0), at(1)];
  let last: Float64Array | null = null;
  const found = { greatest: 0, jump: 0, where: '' };
  for (let n = 0; n * stepS <= act.durationS; n++) {
    const timeS = n * stepS;
    const here = now.map((value, k) => (before[k]! - 2 * value + after[k]!) / (stepS * stepS));
    for (let k = 0; k < here.length && !landing(timeS); k += 3) {
      const size = Math.hypot(here[k]!, here[k + 1]!, here[k + 2]!);
      if (size > found.greatest) {
        found.greatest = size;
        found.where = `${NAMES[k / 3]} at ${timeS.toFixed(3)} s`;
      }
      if (last && !leaving(timeS))
        found.jump = Math.max(
          found.jump,
          Math.hypot(here[k]! - last[k]!, here[k + 1]! - last[k + 1]!, here[k + 2]! - last[k + 2]!),
        );
    }
    last = landing(timeS) ? null : here;
    [before, now, after] = [now, after, at(n + 2)];
  }
  return found;
}

describe.each(ACT_NAMES)('the course of an act: %s', (name) => {
  const check = (who: 'woman' | 'man'): void => {
    // a jump or a corner in a path shows as an acceleration that grows as the step shrinks, a jump of acceleration as a difference
    // between neighbours that does not shrink with the step. So all is measured at two steps: accelerations must agree (20 %),
    // their changes must come down with the step (to a quarter; 0.45 leaves room for jerk), unless they are below 0.5 m/s²
    // anyway, a twentieth of gravity. People move no part of themselves harder than 60 m/s² in everyday acts outside impacts
    const rehearsal = rehearse(PEOPLE[who], { name });
    const coarse = measure(rehearsal, 1 / 240);
    const fine = measure(rehearsal, 1 / 960);
    expect(fine.greatest, fine.where).toBeLessThan(60);
    expect(fine.greatest, fine.where).toBeLessThan(1.2 * coarse.greatest + 0.5);
    expect(fine.jump).toBeLessThan(0.45 * coarse.jump + 0.5);
  };
  for (const who of ['woman', 'man'] as const)
    it(`has no jump, no corner and no jerk: ${who}`, () => check(who));
});
