import { describe, expect, it } from 'vitest';
import table from '../../models/activities.json' with { type: 'json' };
import type { ActRequest } from '../../src/core/activity/act.ts';
import { calcContactN, calcDescent, calcPelvisKg, FALL_STEP_S } from '../../src/core/activity/fall.ts';
import { PEOPLE, rehearse } from './supportPose.ts';

const GRAVITY = 9.80665;

const FALLS: readonly (readonly [ActRequest, number])[] = [
  [{ name: 'sit-down-hard', speedMPerS: 1.2 }, 1.2],
  [{ name: 'sit-down-hard', speedMPerS: 0.5 }, 0.5],
  [{ name: 'fall-seated', speedMPerS: 2.5 }, 2.5],
  [{ name: 'fall-seated', speedMPerS: 3.5 }, 3.5],
  // from rest through so many centimetres
  [{ name: 'stumble', dropCm: 12 }, Math.sqrt(2 * GRAVITY * 0.12)],
  [{ name: 'stumble', dropCm: 25 }, Math.sqrt(2 * GRAVITY * 0.25)],
];

describe.each(FALLS)('the course of falling hips: %o', (request, speedMPerS) => {
  const { performance, act, person } = rehearse(PEOPLE.woman, request);
  const course = performance.fallM!;
  const { contactS } = performance;
  const impact = act.impact!;
  const speed = (n: number) => (course[n]! - course[n - 1]!) / FALL_STEP_S;
  const first = Math.ceil(contactS / FALL_STEP_S);

  it('begins at the act’s moment and meets the ground at the speed asked for', () => {
    // all of a table of 0.5 ms; the last difference before contact lags by up to a step of gravity
    const begun = Math.floor(impact.fromS / FALL_STEP_S);
    expect(course[begun]).toBe(course[0]);
    expect(course[begun + 3]).toBeLessThan(course[0]!);
    expect(Math.abs(speed(first - 1) + speedMPerS)).toBeLessThan(1.5 * GRAVITY * FALL_STEP_S);
    expect(course[first - 1]).toBeGreaterThanOrEqual(0);
    expect(course[first - 1]).toBeLessThan(speedMPerS * FALL_STEP_S);
  });

  it('never falls faster than free, or is braked all the way as legs brake', () => {
    // constant acceleration from rest: v² = 2 a h, and a is no more than gravity
    const { accelerationMPerS2 } = calcDescent(impact, course[0]!);
    expect(accelerationMPerS2).toBeLessThanOrEqual(GRAVITY);
    expect(Math.sqrt(2 * accelerationMPerS2 * course[0]!)).toBeCloseTo(speedMPerS, 6);
  });

  it('has no jump where it meets the ground', () => {
    // hips do not pass from one height to another but at their speed
    const most = (speedMPerS + 2 * GRAVITY * FALL_STEP_S) * FALL_STEP_S;
    for (let n = 1; n < course.length; n++)
      expect(Math.abs(course[n]! - course[n - 1]!), `${n * FALL_STEP_S} s`).toBeLessThan(most);
  });

  it('comes back with no more energy than it came with, and comes to rest on the ground', () => {
    // ½ v² + g y per kg of the falling mass, with y = 0 at contact: the ground's spring and damper only take
    const arrived = (speedMPerS * speedMPerS) / 2;
    // differences lie half a step beside their heights
    const margin = 2 * speedMPerS * GRAVITY * FALL_STEP_S;
    for (let n = first + 1; n < course.length; n++)
      expect(speed(n) ** 2 / 2 + GRAVITY * course[n]!).toBeLessThan(arrived + margin);
    // weight over stiffness, all that lands together
    let massKg =
      calcPelvisKg(person.model) +
      2 * (person.model.limbs.upperArm.massKg + person.model.limbs.forearm.massKg);
    for (const vertebra of person.model.vertebrae) massKg += vertebra.massKg;
    expect(course.at(-1)).toBeCloseTo((-massKg * GRAVITY) / impact.stiffnessNPerM, 4);
    expect(Math.abs(speed(course.length - 1))).toBeLessThan(1e-3);
  });
});

describe('the ground', () => {
  it('pushes as spring and damper while it is pressed, and never pulls', () => {
    const { impact } = rehearse(PEOPLE.woman, { name: 'sit-down-hard' }).act;
    expect(impact).toMatchObject(table.contact.seat);
    expect(calcContactN(impact!, 0.01, -3)).toBe(0);
    expect(calcContactN(impact!, -0.01, 0)).toBeCloseTo(0.01 * impact!.stiffnessNPerM, 9);
    expect(calcContactN(impact!, -0.01, -1)).toBeCloseTo(
      0.01 * impact!.stiffnessNPerM + impact!.dampingNsPerM,
      9,
    );
    expect(calcContactN(impact!, -0.001, 5)).toBe(0);
  });
});
