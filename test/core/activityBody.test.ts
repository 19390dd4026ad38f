import { describe, expect, it } from 'vitest';
import table from '../../models/activities.json' with { type: 'json' };
import { type ActRequest, getParameter } from '../../src/core/activity/act.ts';
import { ACT_NAMES, getActRow } from '../../src/core/activity/actTable.ts';
import type { BodyPose } from '../../src/core/activity/bodyPose.ts';
import { ANKLE, ELBOW, HAND, HIP, KNEE, LOAD, SHOULDER, TOE } from '../../src/core/activity/landmarks.ts';
import type { SpineModel } from '../../src/core/anatomy/spineModel.ts';
import { momentsOf, PEOPLE, rehearse } from './supportPose.ts';

const WHO = ['woman', 'man', 'short', 'tall'] as const;
const point = ({ landmarksM }: BodyPose, at: number): number[] => [...landmarksM.subarray(at, at + 3)];
const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, k) => value - b[k]!));

/** What the table says of a channel at a moment, by the minimum-jerk polynomial of Flash and Hogan. */
function say(request: ActRequest, channel: string, timeS: number): number {
  const row = getActRow(request.name);
  const given = (key: string) =>
    (getParameter(request, key) ?? row.parameters[key]!.default) as number | string;
  const pace = 'speed' in row.parameters ? (given('speed') as number) : 1;
  const frames = (row.tracks[channel] ?? [[0, 0]]).map(([at, value]) => {
    if (typeof value === 'number') return [at / pace, value] as const;
    if (typeof value === 'string') return [at / pace, given(value) as number] as const;
    const parameter = given(value.of);
    const number =
      typeof parameter === 'string'
        ? (value[parameter] as number)
        : Math.min(parameter * (value.times ?? 1), value.most ?? Number.POSITIVE_INFINITY);
    return [at / pace, number] as const;
  });
  const next = frames.findIndex(([at]) => at >= timeS);
  if (next === 0) return frames[0]![1];
  if (next < 0) return frames.at(-1)![1];
  const [[t0, v0], [t1, v1]] = [frames[next - 1]!, frames[next]!];
  const s = (timeS - t0) / (t1 - t0);
  return v0 + (v1 - v0) * (10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5);
}

describe.each(ACT_NAMES)('in every pose of an act: %s', (name) => {
  it('bones keep their length', () => {
    // limb.ts: a limb stops stretching over about 7 mm, half of it before its bones are straight, so where the ends are within
    // reach a bone is drawn up to half a centimetre too long and never too short
    for (const who of WHO) {
      const { act, person, poseAt } = rehearse(PEOPLE[who], { name });
      const { thigh, shank, upperArm, forearm, hand } = person.model.limbs;
      for (const timeS of momentsOf(act, 60)) {
        const pose = poseAt(timeS);
        for (let side = 0; side < 2; side++)
          for (const [bone, from, to, lengthM] of [
            ['thigh', HIP, KNEE, thigh.lengthM],
            ['shank', KNEE, ANKLE, shank.lengthM],
            ['upper arm', SHOULDER, ELBOW, upperArm.lengthM],
            ['forearm', ELBOW, HAND, forearm.lengthM + hand.lengthM],
          ] as const) {
            const drawn = distance(point(pose, from[side]!), point(pose, to[side]!));
            const what = `${who}’s ${bone} at ${timeS.toFixed(2)} s`;
            expect(drawn - lengthM, what).toBeLessThan(0.005);
            expect(drawn - lengthM, what).toBeGreaterThan(-1e-4);
          }
      }
    }
  });

  it('feet stand where the act says, knees bend forwards', () => {
    if (getActRow(name).support === 'bed') return;
    for (const who of WHO) {
      const { act, person, poseAt } = rehearse(PEOPLE[who], { name });
      const { model } = person;
      for (const timeS of momentsOf(act, 20)) {
        const pose = poseAt(timeS);
        // a stumble falls feet and all, which stop on the floor (legs.ts)
        const falls = act.impact?.on === 'feet' ? Math.max(0, pose.fallM) : 0;
        // in a fall on the ground they slide forward as the hips come down
        const slid = act.impact?.on === 'ground' ? pose.seated : 1;
        (['right', 'left'] as const).forEach((side, s) => {
          const [ankle, knee, hip] = [ANKLE, KNEE, HIP].map((at) => point(pose, at[s]!)) as [
            number[],
            number[],
            number[],
          ];
          // by stature; a stair is as high for everybody
          const rises = name === 'climb-stairs' ? 1 : model.stature;
          const forward = slid * say({ name }, `${side}FootForwardM`, timeS) * model.stature;
          expect(ankle[0]).toBeCloseTo(forward, 9);
          const up = rises * say({ name }, `${side}FootUpM`, timeS) + falls;
          expect(ankle[1]! - model.ankleHeightM).toBeCloseTo(up, 9);
          expect(Math.abs(ankle[2]!)).toBeCloseTo(model.pelvis.hipHalfSpacingM, 9);
          const toe = point(pose, TOE[s]!);
          expect(ankle[1]! - toe[1]!).toBeCloseTo(model.ankleHeightM - 0.02, 9);
          // on the front side of the line from hip to ankle: forward and a little up
          const limb = ankle.map((value, k) => value - hip[k]!);
          const reach = limb.reduce((sum, value, k) => sum + value * (knee[k]! - hip[k]!), 0);
          const off = knee.map(
            (value, k) => value - hip[k]! - (reach * limb[k]!) / distance(hip, ankle) ** 2,
          );
          expect(off[0]! + 0.2 * off[1]!).toBeGreaterThan(0);
        });
      }
    }
  });
});

describe('hands', () => {
  it.each([
    ['hold', { name: 'hold' }, 2],
    ['hold far', { name: 'hold', reachCm: 50 }, 2],
    ['hold near', { name: 'hold', reachCm: 25, loadKg: 20 }, 2],
    ['sit-upright', { name: 'sit-upright' }, 1],
    ['open-window', { name: 'open-window' }, 1.5],
    ['rise-from-chair', { name: 'rise-from-chair', arms: 'used' }, 0.8],
  ] as const)('are where the act says, as far as they are on their way: %s', (_, request, timeS) => {
    for (const who of WHO) {
      const { person, poseAt, act } = rehearse(PEOPLE[who], request);
      const { model } = person;
      const pose = poseAt(timeS);
      const { sacrumM } = pose.geometry;
      const loaded = 'loadKg' in getActRow(request.name).parameters;
      const scale = loaded ? 1 : model.stature;
      const blend = say(request, 'handsRight', timeS);
      // a load is held with its centre 7 cm beyond the hands (arms.ts)
      const forward = say(request, 'handForwardM', timeS) * scale - (loaded ? 0.07 : 0);
      const up = say(request, 'handUpM', timeS) * model.stature;
      const [shoulder, hand] = [point(pose, SHOULDER[0]), point(pose, HAND[0])];
      const { upperArm, forearm, hand: palm } = model.limbs;
      const arm = 0.996 * (upperArm.lengthM + forearm.lengthM + palm.lengthM);
      // the rest of the way they hang straight down; what is out of the arm's reach is rounded off by a centimetre or two
      const x = blend * (sacrumM[0]! + forward) + (1 - blend) * shoulder[0]!;
      const y = blend * (sacrumM[1]! + up) + (1 - blend) * (shoulder[1]! - arm);
      expect(Math.hypot(hand[0]! - x, hand[1]! - y), who).toBeLessThan(0.02);
      if (loaded && act.leans)
        expect(point(pose, LOAD)[0]! - sacrumM[0]!).toBeCloseTo(hand[0]! + 0.07 - sacrumM[0]!, 9);
    }
  });

  it('reach as far as the scenario asks: the load is so many centimetres in front of L5–S1', () => {
    for (const reachCm of [25, 35, 50, 60]) {
      const { poseAt } = rehearse(PEOPLE.man, { name: 'hold', reachCm });
      const pose = poseAt(2);
      expect(Math.abs(point(pose, LOAD)[0]! - pose.geometry.sacrumM[0]! - reachCm / 100)).toBeLessThan(0.015);
    }
  });

  it.each(WHO)('of someone who lifts go to the load and keep it: %s', (who) => {
    for (const technique of ['stoop', 'squat'] as const) {
      const { act, person, poseAt } = rehearse(PEOPLE[who], { name: 'lift', technique });
      const start = point(poseAt(0), LOAD);
      for (const timeS of momentsOf(act, 60)) {
        const pose = poseAt(timeS);
        const middle = [0, 1, 2].map((k) => (point(pose, HAND[0])[k]! + point(pose, HAND[1])[k]!) / 2);
        // the load stands still until hands have it, then is between them
        if (pose.loadWaits) expect(distance(point(pose, LOAD), start)).toBe(0);
        else expect(distance(point(pose, LOAD), middle)).toBeLessThan(1e-9);
      }
      const grasp = poseAt(1.3);
      const middle = [0, 1, 2].map((k) => (point(grasp, HAND[0])[k]! + point(grasp, HAND[1])[k]!) / 2);
      expect(distance(middle, start)).toBeLessThan(0.001);
      // handles stand 38 cm high for 175 cm, rounded off where an arm could not reach; and as far off as was asked
      expect(Math.abs(start[1]! - (table.handleHeightMm / 1000) * person.model.stature)).toBeLessThan(0.05);
      expect(Math.abs(start[0]! - grasp.geometry.sacrumM[0]! - 0.35)).toBeLessThan(0.02);
      // it ends with the load up, close, and in the hands
      const end = poseAt(act.durationS);
      expect(end.loadKg).toBeCloseTo(10, 9);
      expect(point(end, LOAD)[1]).toBeGreaterThan(end.geometry.sacrumM[1]!);
      expect(point(end, LOAD)[0]! - end.geometry.sacrumM[0]!).toBeLessThan(0.36);
    }
  });

  it('carry a load on the side that the act says', () => {
    const one = rehearse(PEOPLE.man, { name: 'carry' }).poseAt(1);
    expect(point(one, LOAD)).toEqual(point(one, HAND[0]));
    const two = rehearse(PEOPLE.man, { name: 'carry', hands: 'two' }).poseAt(0);
    expect(point(two, LOAD)[2]).toBeCloseTo(0, 9);
  });
});

describe('balance', () => {
  const STANDING = [
    'stand',
    'bend',
    'lift',
    'hold',
    'reach-overhead',
    'open-window',
    'make-bed',
    'cough',
    'twist',
  ] as const;

  it.each(STANDING)('the whole body stands over its feet: %s', (name) => {
    for (const who of ['woman', 'man', 'tall'] as const) {
      const { act, person, poseAt } = rehearse(PEOPLE[who], { name });
      for (const timeS of momentsOf(act, 60)) {
        const pose = poseAt(timeS);
        const { massKg, forwardM, asideM } = weigh(person.model, pose);
        // a load that is about to be let go or taken is leant against as it comes and goes
        expect(forwardM / massKg, `${who} ${timeS} s`).toBeGreaterThan(0);
        // the middle half of the foot, which reaches from a quarter behind the ankle to three quarters before it
        expect(forwardM / massKg, `${who} ${timeS} s`).toBeLessThan(0.5 * person.model.limbs.foot.lengthM);
        expect(Math.abs(asideM / massKg), `${who} ${timeS} s`).toBeLessThan(0.01);
      }
    }
  });

  it('sits with the hips on the seat, lies on the bed', () => {
    for (const who of WHO)
      for (const name of ['sit-upright', 'sit-slouched', 'sit-reclined', 'lie-supine', 'lie-side'] as const) {
        const { poseAt, person } = rehearse(PEOPLE[who], { name });
        const pose = poseAt(0.7);
        const { stature } = person.model;
        const top = name.startsWith('sit') ? (table.seatHeightMm / 1000) * stature : table.bedHeightMm / 1000;
        const lowest = Math.min(...HIP.map((at) => point(pose, at)[1]!));
        // a hip joint lies some 8 cm inside who sits, and up to the depth of the buttocks in who lies
        expect(lowest - top, `${who} ${name}`).toBeGreaterThan(0);
        expect(lowest - top, `${who} ${name}`).toBeLessThan(0.2);
      }
  });
});

/** Mass, and mass times place, of all segments with the load: summed from the poses of all, none of the program's sums. */
function weigh(model: SpineModel, pose: BodyPose) {
  const { limbs, pelvis, vertebrae } = model;
  let massKg = 0;
  let forwardM = 0;
  let asideM = 0;
  const put = (kg: number, at: readonly number[]) => {
    massKg += kg;
    forwardM += kg * at[0]!;
    asideM += kg * at[2]!;
  };
  const between = (a: readonly number[], b: readonly number[], t: number) =>
    a.map((value, k) => value + (b[k]! - value) * t);
  vertebrae.forEach(({ massKg: kg, centreOfMassM: [x, y] }, i) => {
    const { axes, originM } = pose.geometry;
    put(
      kg,
      [0, 1, 2].map(
        (row) => originM[3 * i + row]! + x * axes[9 * i + 3 * row]! + y * axes[9 * i + 3 * row + 1]!,
      ),
    );
  });
  // the pelvis lies between hips and S1
  const hips = between(point(pose, HIP[0]), point(pose, HIP[1]), 0.5);
  put(pelvis.massKg, between(hips, [...pose.geometry.sacrumM], 0.5));
  const { thigh, shank, foot, upperArm, forearm, hand } = limbs;
  for (let s = 0; s < 2; s++) {
    const [hip, knee, ankle, shoulder, elbow, palm] = [HIP, KNEE, ANKLE, SHOULDER, ELBOW, HAND].map((at) =>
      point(pose, at[s]!),
    ) as [number[], number[], number[], number[], number[], number[]];
    put(thigh.massKg, between(hip, knee, thigh.centreM / thigh.lengthM));
    put(shank.massKg, between(knee, ankle, shank.centreM / shank.lengthM));
    put(foot.massKg, [ankle[0]! + foot.centreM, 0, ankle[2]!]);
    put(upperArm.massKg, between(shoulder, elbow, upperArm.centreM / upperArm.lengthM));
    put(forearm.massKg + hand.massKg, between(elbow, palm, 0.6));
  }
  put(pose.loadKg, point(pose, LOAD));
  return { massKg, forwardM, asideM };
}
