import { describe, expect, it } from 'vitest';
import { type Act, createAct } from '../../src/core/activity/act.ts';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import type { Channel, Track } from '../../src/core/activity/channels.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createPoseSolver, type HeldPose, momentsOf, PEOPLE, rehearse } from './supportPose.ts';

const map = (track: Track, change: (value: number) => number): Track =>
  track.map((value, at) => (at % 2 === 1 ? change(value) : value));

const SWAPPED: Readonly<Partial<Record<Channel, Channel>>> = {
  rightFootForwardM: 'leftFootForwardM',
  leftFootForwardM: 'rightFootForwardM',
  rightFootUpM: 'leftFootUpM',
  leftFootUpM: 'rightFootUpM',
  handsRight: 'handsLeft',
  handsLeft: 'handsRight',
};

/** The act as its image in a mirror does it. */
function mirror(act: Act): Act {
  const tracks: Partial<Record<Channel, Track>> = {};
  for (const [name, track] of Object.entries(act.tracks) as [Channel, Track][])
    tracks[SWAPPED[name] ?? name] =
      name === 'lateralDeg' || name === 'twistDeg' || name === 'rollDeg'
        ? map(track, (value) => -value)
        : name === 'loadRight'
          ? map(track, (value) => 1 - value)
          : track;
  return { ...act, tracks };
}

const ASYMMETRIC = ACT_NAMES.filter((name) => !createAct({ name }).symmetric);

describe('an act seen in a mirror', () => {
  it('of acts that both sides do alike is the act itself', () => {
    for (const name of ACT_NAMES.filter((other) => !ASYMMETRIC.includes(other)))
      expect(mirror(createAct({ name })).tracks).toEqual(createAct({ name }).tracks);
    expect(ASYMMETRIC.length).toBeGreaterThan(4);
  });

  it.each(ASYMMETRIC)('has its poses, loads and muscles on the other side: %s', (name) => {
    const act = createAct({ name });
    const one = createPoseSolver(rehearse(PEOPLE.woman, act));
    const times = momentsOf(act, 12);
    const copy = ({ motion, work }: HeldPose) => ({
      discAngles: [
        motion.now.discAngles.flexionRad,
        motion.now.discAngles.lateralRad,
        motion.now.discAngles.torsionRad,
      ].map((list) => list.slice()) as [Float64Array, Float64Array, Float64Array],
      landmarksM: motion.now.landmarksM.slice(),
      demandNm: work.demand.demandNm.slice(),
      pullN: work.pullN.slice(),
      forceN: work.system.solver.forceN.slice(),
    });
    const held = times.map((timeS) => copy(one(timeS)));
    const other = createPoseSolver(rehearse(PEOPLE.woman, mirror(act)));
    times.forEach((timeS, n) => {
      const a = held[n]!;
      const b = copy(other(timeS));
      const half = PEOPLE.woman.model.fascicles.length;
      for (let i = 0; i < LEVEL_COUNT; i++) {
        // poses mirror to rounding
        expect(b.discAngles[0][i]).toBeCloseTo(a.discAngles[0][i]!, 12);
        expect(b.discAngles[1][i]! + a.discAngles[1][i]!).toBeCloseTo(0, 12);
        expect(b.discAngles[2][i]! + a.discAngles[2][i]!).toBeCloseTo(0, 12);
        // moments: about x and y change sign, about z not; forces: only the one to the side. Accelerations are second differences
        // over 1/60 s, rounding of 1e-16 m × 3600 s⁻² × 40 kg m
        for (let axis = 0; axis < 3; axis++) {
          const sign = axis < 2 ? -1 : 1;
          expect(b.demandNm[3 * i + axis]).toBeCloseTo(sign * a.demandNm[3 * i + axis]!, 8);
          // static optimisation ends within 1e-8 of its largest moment; flat where little is wanted: 0.01 N
          expect(b.pullN[3 * i + axis]).toBeCloseTo((axis === 2 ? -1 : 1) * a.pullN[3 * i + axis]!, 2);
        }
      }
      for (let k = 0; k < half; k++) {
        expect(b.forceN[half + k]).toBeCloseTo(a.forceN[k]!, 2);
        expect(b.forceN[k]).toBeCloseTo(a.forceN[half + k]!, 2);
      }
      // right points stand 21 numbers before the left ones (landmarks.ts)
      for (let at = 3; at < 24; at++) {
        const sign = at % 3 === 2 ? -1 : 1;
        expect(b.landmarksM[at + 21]).toBeCloseTo(sign * a.landmarksM[at]!, 12);
        expect(b.landmarksM[at]).toBeCloseTo(sign * a.landmarksM[at + 21]!, 12);
      }
    });
  });
});
