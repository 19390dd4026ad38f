import { describe, expect, it } from 'vitest';
import { type ActRequest, breakOff, calcChannel, createAct } from '../../src/core/activity/act.ts';
import { ACT_NAMES, getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { CHANNELS, type Channel } from '../../src/core/activity/channels.ts';
import { HAND } from '../../src/core/activity/landmarks.ts';
import { preparePerformance } from '../../src/core/activity/prepare.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { calcStandingPosture } from '../../src/core/simulation/patient/standing.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { run, scenario } from './support.ts';
import { momentsOf, PEOPLE, rehearse, type Who } from './supportPose.ts';

const DEGREE = Math.PI / 180;

describe('the table of acts', () => {
  it.each(ACT_NAMES)(
    '%s has known channels, keyframes in order, and defaults within their ranges',
    (name) => {
      const row = getActRow(name);
      expect(row.durationS).toBeGreaterThan(0);
      for (const [channel, keyframes] of Object.entries(row.tracks)) {
        expect(CHANNELS).toContain(channel);
        keyframes.forEach(([timeS, value], n) => {
          if (n > 0) expect(timeS, channel).toBeGreaterThan(keyframes[n - 1]![0]);
          // what is not a number is a parameter of this act
          const key = typeof value === 'object' ? value.of : value;
          if (typeof key === 'string') expect(Object.keys(row.parameters), channel).toContain(key);
          if (typeof value === 'object') {
            const parameter = row.parameters[value.of]!;
            if (isChoice(parameter))
              for (const option of parameter.options) expect(typeof value[option], channel).toBe('number');
          }
        });
      }
      for (const [key, parameter] of Object.entries(row.parameters))
        if (isChoice(parameter)) expect(parameter.options, key).toContain(parameter.default);
        else {
          expect(parameter.default, key).toBeGreaterThanOrEqual(parameter.min);
          expect(parameter.default, key).toBeLessThanOrEqual(parameter.max);
        }
    },
  );

  it.each(ACT_NAMES)('%s starts from the first keyframe and passes through all', (name) => {
    const act = createAct({ name });
    for (const channel of CHANNELS) {
      const track = act.tracks[channel];
      if (!track) continue;
      expect(track.every(Number.isFinite), channel).toBe(true);
      for (let at = 0; at < track.length; at += 2)
        expect(calcChannel(act, channel, track[at]!), channel).toBeCloseTo(track[at + 1]!, 12);
    }
  });

  it('gives the parameters of the request, and its defaults for the rest', () => {
    const peak = (request: ActRequest, channel: Channel) => calcChannel(createAct(request), channel, 1.8);
    expect(peak({ name: 'bend' }, 'trunkFlexionDeg')).toBe(60);
    expect(peak({ name: 'bend', trunkFlexionDeg: 25 }, 'trunkFlexionDeg')).toBe(25);
    expect(peak({ name: 'lift', technique: 'squat' }, 'trunkFlexionDeg')).toBe(40);
    expect(peak({ name: 'lift', reachCm: 50 }, 'handForwardM')).toBe(0.5);
    // 'most': a load is brought near on its way up
    const far = createAct({ name: 'lift', reachCm: 50 });
    expect(calcChannel(far, 'handForwardM', far.durationS)).toBe(0.28);
    // 'speed' is how fast, not how long
    const quick = createAct({ name: 'lift', speed: 2 });
    expect(quick.durationS).toBeCloseTo(createAct({ name: 'lift' }).durationS / 2, 12);
    expect(calcChannel(quick, 'trunkFlexionDeg', 0.9)).toBe(70);
  });

  it('says which acts both sides do alike', () => {
    const symmetric = ACT_NAMES.filter((name) => createAct({ name }).symmetric);
    for (const name of ['stand', 'bend', 'lift', 'hold', 'cough', 'sit-upright'] as const)
      expect(symmetric).toContain(name);
    for (const name of ['twist', 'carry', 'walk', 'make-bed', 'lie-side'] as const)
      expect(symmetric).not.toContain(name);
    // and a pose of one that is called symmetric is
    for (const name of symmetric) {
      const { act, poseAt } = rehearse(PEOPLE.woman, { name });
      for (const timeS of momentsOf(act, 8)) {
        const { landmarksM, discAngles } = poseAt(timeS);
        for (let i = 0; i < LEVEL_COUNT; i++)
          expect([discAngles.lateralRad[i], discAngles.torsionRad[i]], name).toEqual([0, 0]);
        for (let at = 3; at < 24; at += 3) {
          expect(landmarksM[at + 21], name).toBeCloseTo(landmarksM[at]!, 12);
          expect(landmarksM[at + 22], name).toBeCloseTo(landmarksM[at + 1]!, 12);
          expect(landmarksM[at + 23]! + landmarksM[at + 2]!, name).toBeCloseTo(0, 12);
        }
      }
    }
  });
});

describe('a bend', () => {
  const incline = ({ geometry: { originM, sacrumM } }: ReturnType<ReturnType<typeof rehearse>['poseAt']>) =>
    Math.atan2(originM[0]! - sacrumM[0]!, originM[1]! - sacrumM[1]!) / DEGREE;

  it.each([
    [20, 'back'],
    [60, 'back'],
    [60, 'hips'],
    [90, 'back'],
    [90, 'hips'],
  ] as const)('inclines the trunk by %i° from the %s', (trunkFlexionDeg, technique) => {
    for (const who of ['woman', 'man', 'short', 'tall'] as const) {
      // inclination of the chord from L5–S1 to the top of T1 from its upright value; it is solved for
      const { poseAt, act } = rehearse(PEOPLE[who], { name: 'bend', trunkFlexionDeg, technique });
      expect(incline(poseAt(1.8)) - incline(poseAt(0))).toBeCloseTo(trunkFlexionDeg, 6);
      expect(incline(poseAt(act.durationS))).toBeCloseTo(incline(poseAt(0)), 9);
    }
  });

  it('shows the same inclination in the trace, where physics holds the pose', () => {
    // the discs give way to shear by up to a millimetre or two each, some 20 mm over a chord of 450: 2.5°
    const { trace } = run(scenario(0, [{ type: 'activity', name: 'bend', trunkFlexionDeg: 60 }]));
    const bones = LEVEL_COUNT + 1;
    const measure = (frame: number) => {
      const [top, sacrum] = [frame * bones * 3, (frame * bones + LEVEL_COUNT) * 3];
      const at = trace.positionsM;
      return Math.atan2(at[top]! - at[sacrum]!, at[top + 1]! - at[sacrum + 1]!) / DEGREE;
    };
    expect(Math.abs(measure(108) - measure(0) - 60)).toBeLessThan(2.5);
  });

  it('rounds the back with the back and spares it with the hips', () => {
    const added = (technique: 'back' | 'hips') =>
      rehearse(PEOPLE.woman, { name: 'bend', technique }).performance.flexed.flexionRad.reduce(
        (sum, angle) => sum + angle,
        0,
      );
    expect(added('back')).toBeGreaterThan(30 * DEGREE);
    expect(added('hips')).toBeLessThan(0.5 * added('back'));
  });

  it('leaves every joint within its range', () => {
    for (const who of ['woman', 'man'] as const) {
      const { performance, person } = rehearse(PEOPLE[who], { name: 'bend', trunkFlexionDeg: 90 });
      person.model.discs.forEach((disc, i) => {
        expect(performance.flexed.flexionRad[i]).toBeLessThanOrEqual(0.9 * disc.flexionLimitRad + 1e-12);
      });
    }
  });
});

describe('turning and bending sidewards', () => {
  it.each([-30, 15, 30, 45])(
    'discAngles T1 by %i° against the pelvis, shared by the joints’ ranges',
    (twistDeg) => {
      const { poseAt, person } = rehearse(PEOPLE.man, { name: 'twist', twistDeg });
      const { discAngles, geometry } = poseAt(1.2);
      // joints add up to what was asked …
      const sum = discAngles.torsionRad.reduce((total, angle) => total + angle, 0);
      expect(sum / DEGREE).toBeCloseTo(twistDeg, 9);
      // … the greatest share where the range is greatest …
      const rangeRatio = (i: number) => discAngles.torsionRad[i]! / person.model.discs[i]!.torsionLimitRad;
      for (let i = 1; i < LEVEL_COUNT; i++) expect(rangeRatio(i)).toBeCloseTo(rangeRatio(0), 12);
      // … and seen from above the shoulders turn to the left. They do so about a column that is curved: within a fifth of it
      const seen = Math.atan2(-geometry.axes[6]!, geometry.axes[0]!) / DEGREE;
      expect(Math.abs(seen / twistDeg - 1)).toBeLessThan(0.2);
    },
  );
});

describe('a lift', () => {
  it('says what cannot be reached', () => {
    for (const who of ['woman', 'man', 'short', 'tall'] as const) {
      const { model, standing, sections } = PEOPLE[who];
      const state = createSpineState(sections);
      const act = createAct({ name: 'lift', reachCm: 160 });
      const refusal = preparePerformance(model, state, calcStandingPosture(model, standing, state), act);
      expect(refusal).toMatchObject({ code: 'reach', values: { loadCm: 160 } });
    }
  });

  it('says what cannot be held', () => {
    const { results } = run(
      scenario(0, [{ type: 'activity', name: 'lift', loadKg: 50, reachCm: 60 }], {
        heightCm: 150,
        massKg: 40,
      }),
    );
    const [event] = results.events;
    expect(event!.feasible).toBe(false);
    expect(event).toMatchObject({
      refusal: { code: 'muscles', values: { disc: expect.any(String) } },
      fractures: [],
    });
    expect(getLevelLoads(event!)).toEqual([]);
    expect(results.findings.heightLossMm).toBe(0);
  });
});

describe('an act broken off', () => {
  it('goes on from where it was, lets the load go and comes up', () => {
    const { act, poseAt } = rehearse(PEOPLE.woman, { name: 'lift' });
    const broken = breakOff(act, 1.7);
    const apart = (a: Float64Array, b: Float64Array) =>
      Math.max(...a.map((value, k) => Math.abs(value - b[k]!)));
    expect(apart(poseAt(1.7, broken).landmarksM, poseAt(1.7).landmarksM)).toBeLessThan(1e-9);
    expect(poseAt(1.7).loadKg).toBeGreaterThan(5);
    expect(poseAt(1.8, broken).loadKg).toBe(0);
    expect(calcChannel(broken, 'trunkFlexionDeg', broken.durationS)).toBe(0);
    let last = Number.POSITIVE_INFINITY;
    for (let t = 1.7; t < broken.durationS; t += 0.02) {
      const flexion = calcChannel(broken, 'trunkFlexionDeg', t);
      expect(flexion).toBeLessThanOrEqual(last + 1e-12);
      last = flexion;
    }
  });

  it('that was a twist turns back, and one that was a cough stops pressing', () => {
    const twist = breakOff(createAct({ name: 'twist' }), 1.2);
    expect(calcChannel(twist, 'twistDeg', 2.9)).toBe(0);
    const cough = breakOff(createAct({ name: 'cough' }), 0.7);
    expect(calcChannel(cough, 'pressureKPa', 0.8)).toBe(0);
  });
});

describe('people of every size', () => {
  it.each(['woman', 'man', 'short', 'tall'] as const)('can do what everybody does: %s', (who: Who) => {
    for (const name of ACT_NAMES) {
      const { act, poseAt } = rehearse(PEOPLE[who], { name });
      for (const timeS of momentsOf(act, 12)) {
        const { landmarksM, geometry } = poseAt(timeS);
        expect([...landmarksM, ...geometry.massM].every(Number.isFinite), `${name} ${timeS}`).toBe(true);
        // hands stay within an arm of their shoulders, above the floor
        for (const hand of HAND) expect(landmarksM[hand + 1], `${name} ${timeS}`).toBeGreaterThan(0);
      }
    }
  });
});
