import { describe, expect, it } from 'vitest';
import { type PressRequest, pressBody } from '../../src/core/simulation/inside/pressing.ts';
import { createRunCache } from '../../src/core/simulation/run.ts';
import { followPressing, type Pressing } from '../../src/runtime/inside/pressing.ts';
import {
  findDifference,
  findFailure,
  findFirst,
  findForce,
  findPeak,
  followRival,
  getPlace,
} from '../../src/runtime/inside/readings.ts';
import { createRival, RIVALS } from '../../src/runtime/inside/rivals.ts';
import type { Presser } from '../../src/runtime/worker/presser.ts';
import { readScenarioOf } from '../core/inside/scenarios.ts';

const cache = createRunCache();
const presser: Presser = {
  press: async (request, onReport) => {
    for (const report of pressBody(request, cache)) onReport(report);
  },
  dispose: () => {},
};
async function press(request: PressRequest): Promise<Pressing> {
  let known: Pressing | null = null;
  await followPressing(presser, request, (pressing) => {
    known = pressing;
  });
  return known!;
}

const scenario = readScenarioOf(-3.5);
const request: PressRequest = { scenario, level: 'T12', voxelMm: 3 };
const own = await press(request);

describe('a pressed body', () => {
  it('begins without load and ends with its strength', () => {
    expect(own.frames[0]!.point.forceN).toBe(0);
    expect(getPlace(own, findPeak(own)).forceN).toBeCloseTo(own.end!.strengthN, 6);
    expect(getPlace(own, findForce(own, 500)!).forceN).toBeCloseTo(500, 6);
    expect(findForce(own, 1e6)).toBeNull();
  });

  it('is shown giving way at its front, where the act broke it', () => {
    expect(own.body.actBroke).toBe(true);
    expect(findFailure(own)).toBe('front');
    expect(findFirst(own)).toBeGreaterThan(findPeak(own));
  });
});

describe('a rival', () => {
  const kinds = RIVALS.map((rival) => createRival(request, rival).kind);

  it('differs in one thing, and is pressed where the person’s own is', () => {
    expect(kinds).toEqual(['healthy', 'sound', 'cemented', 'upright']);
    for (const rival of ['bone', 'disc', 'cement'] as const)
      expect(createRival(request, rival).request.placeOf).toBe(scenario);
    const upright = createRival(request, 'posture').request;
    expect(upright.scenario).toBe(scenario);
    expect(upright.placeOf!.events.at(-1)).toMatchObject({ name: 'stand' });
  });

  it('is the opposite where the person has strong bone, cement or stands', () => {
    const other = readScenarioOf(0, { type: 'cement', level: 'T12' }, { type: 'activity', name: 'stand' });
    const opposite = RIVALS.map((rival) => createRival({ ...request, scenario: other }, rival).kind);
    expect(opposite).toEqual(['weak', 'sound', 'bare', 'bent']);
  });

  it('of healthy bone stands under what broke the other, which goes on to its end beside it', async () => {
    const healthy = await press(createRival(request, 'bone').request);
    expect(healthy.body.frontMm).toBe(own.body.frontMm);
    const last = own.frames.length - 1;
    const place = getPlace(healthy, followRival(own, last, healthy));
    expect(place.forceN).toBeCloseTo(own.end!.strengthN, 6);
    // the other way round the weak one has long given way
    const broken = followRival(healthy, healthy.frames.length - 1, own);
    expect(broken).toBe(own.frames.length - 1);
    expect(followRival(healthy, 1, own)).toBeLessThan(broken);
  });
});

describe('the difference from the quick model', () => {
  it('is put down to columns that stand alone where the load leans to the front, and to nothing where it is small', () => {
    expect(findDifference(own)).toMatchObject({ why: 'alone' });
    const { section, ...body } = own.body;
    const near = { ...own, body: { ...body, section: { ...section, strengthN: 1.02 * own.end!.strengthN } } };
    expect(findDifference(near)).toMatchObject({ why: null });
  });

  it('is a loss where a healthy disc presses weak bone in the middle, and says so', async () => {
    const weak = readScenarioOf(-4, { type: 'activity', name: 'stand' });
    const sound = { ...weak, patient: { ...weak.patient, discWear: 0.1 }, events: [] };
    const found = findDifference(await press({ scenario: sound, level: 'L1', voxelMm: 2.5 }))!;
    expect(found.percent).toBeLessThan(-10);
    expect(found.why).toBe('sound');
  });
});
