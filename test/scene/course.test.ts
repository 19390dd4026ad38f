import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { createCourse, writeCourse } from '../../src/scene/cutaway/course.ts';

const STEPS = 400;
const follow = (balloonFirst: boolean) =>
  Array.from({ length: STEPS + 1 }, (_, n) => {
    const course = createCourse();
    writeCourse(n / STEPS, balloonFirst, course);
    return course;
  });

describe('the course of a treatment', () => {
  it.each([false, true])('goes without a jump from outside to outside, balloon first: %s', (balloonFirst) => {
    const course = follow(balloonFirst);
    expect(course[0]).toMatchObject({ away: 1, filled: 0, balloon: 0, hollow: 0 });
    expect(course.at(-1)).toMatchObject({ away: 1, filled: 1, balloon: 0 });
    for (let n = 1; n <= STEPS; n++)
      for (const key of ['away', 'filled', 'balloon', 'hollow'] as const)
        expect(Math.abs(course[n]![key] - course[n - 1]![key])).toBeLessThan(0.04);
    // nothing swells or fills while the needle is on its way
    for (const { away, balloon, filled } of course)
      if (away > 0) expect(balloon === 0 && (filled === 0 || filled === 1)).toBe(true);
  });

  it('has the balloon out before the cement comes', () => {
    for (const { balloon, filled } of follow(true)) expect(balloon > 0 && filled > 0).toBe(false);
    expect(follow(true).some(({ balloon }) => balloon === 1)).toBe(true);
    expect(follow(false).every(({ balloon, hollow }) => balloon === 0 && hollow === 0)).toBe(true);
  });
});

describe('the balloon in the picture', () => {
  const patient = {
    ...({ ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3 } as const),
    knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 2 }],
  };
  const reading = checkScenario({
    version: 1,
    patient,
    events: [{ type: 'cement', level: 'T12', volumeMl: 4, method: 'kyphoplasty' }],
  });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  const { trace } = finish(runScenario(reading.scenario));
  const level = levelIndex('T12');
  const pose = createPose();
  pose.setTrace(trace, reading.scenario.patient);
  const calcMl = () => {
    const [, a, b, c] = pose.boneCement.subarray(4 * level, 4 * level + 4);
    return ((4 / 3) * Math.PI * a! * b! * c!) / 1e-6;
  };

  it('swells to the dose, in the place of the cement that follows', () => {
    pose.setTime(0.3 * trace.durationS);
    for (const share of [0.25, 0.5, 1]) {
      pose.setBalloon(level, share);
      expect(Math.abs(calcMl() / (4 * share) - 1)).toBeLessThan(0.05);
    }
    const swollen = pose.boneCement.slice(4 * level, 4 * level + 4);
    pose.setTime(trace.durationS);
    pose.setFilled(level, 1);
    expect([...pose.boneCement.subarray(4 * level, 4 * level + 4)]).toEqual([...swollen]);
  });

  it('leaves no cement in the body before any is given', () => {
    const fresh = createPose();
    fresh.setTrace(trace, reading.scenario.patient);
    fresh.setTime(0.2 * trace.durationS);
    expect([...fresh.boneCement.subarray(4 * level, 4 * level + 4)]).toEqual([0, 0, 0, 0]);
  });
});
