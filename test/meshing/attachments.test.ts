/**
 * Muscles and bones come from two sources (models/muscles.json; vertebrae.json with the meshing tables) and are compared with each
 * other here: how far first and last points of the fascicles lie from the nearest bone that moves with their body, for the man
 * (175 cm) whom the points are given for. A fascicle stands for a sheet of fibres with its tendon, and ribs and pelvis of the
 * muscles' source are another person's.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { type Attachment, measureAttachments } from './attachments.ts';

/** Within this a fascicle is held by its bone, mm. */
const HELD_MM = 20;

/** Those that float farther out, by group and kind of bone: how many, and the farthest, mm, rounded up. */
const FLOATING: Readonly<Record<string, readonly [count: number, farthestMm: number]>> = {
  // on the belly's wall, where the sheets meet and no bone is
  'externalOblique on sacrum': [1, 110],
  'externalOblique on hip': [3, 64],
  'rectusAbdominis on rib': [1, 46],
  // in front of ribs that are another person's
  'internalOblique on rib': [3, 52],
  'externalOblique on rib': [6, 31],
  'serratusAnterior on rib': [5, 30],
  'iliocostalisLumborum on rib': [1, 21],
  'scalenes on rib': [1, 21],
  // behind sacrum and spines, in the common tendon
  'multifidusLumbar on sacrum': [5, 38],
  'longissimusThoracis on vertebra': [5, 30],
  'longissimusLumborum on sacrum': [2, 25],
  'iliocostalisLumborum on sacrum': [1, 21],
  // before the hip joint, over whose rim the psoas turns
  'psoasMajor on femur': [11, 24],
  'serratusAnterior on scapula': [5, 23],
  'trapezius on skull': [1, 21],
};

const kindOf = (bone: string): string =>
  /^[TL]\d+$/.test(bone)
    ? 'vertebra'
    : /^C\d$/.test(bone)
      ? 'neck'
      : bone.replace(/(-\d+)?-(right|left)$/, '');

let attachments: readonly Attachment[];
beforeAll(async () => {
  attachments = await measureAttachments();
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const isHeld = ({ distanceMm }: Attachment): boolean => distanceMm < HELD_MM;

describe('fascicles and the bones that carry them', () => {
  it('are all measured', () => {
    expect(attachments).toHaveLength(2 * 178);
    expect(new Set(attachments.map(({ body }) => body))).toEqual(new Set([...LEVELS, 'pelvis']));
  });

  it('lie on their bones but for those named here', () => {
    const floating = new Map<string, number[]>();
    for (const one of attachments.filter((each) => !isHeld(each))) {
      const key = `${one.group} on ${kindOf(one.bone)}`;
      floating.set(key, [...(floating.get(key) ?? []), one.distanceMm]);
    }
    expect([...floating.keys()].filter((key) => !(key in FLOATING))).toEqual([]);
    for (const [key, distances] of floating) {
      const [count, farthestMm] = FLOATING[key]!;
      expect(distances.length, key).toBeLessThanOrEqual(count);
      expect(Math.max(...distances), key).toBeLessThan(farthestMm);
    }
  });

  it.each([...LEVELS, 'pelvis'])('half of those on %s within 14 mm, seven of ten held', (body) => {
    const own = attachments.filter((one) => one.body === body);
    expect(median(own.map(({ distanceMm }) => distanceMm))).toBeLessThan(14);
    expect(own.filter(isHeld).length / own.length).toBeGreaterThan(0.7);
  });

  it('lie within 5 mm of T1 … L5 themselves, by half', () => {
    const onVertebra = attachments.filter(({ bone }) => kindOf(bone) === 'vertebra');
    expect(onVertebra.length).toBeGreaterThan(150);
    expect(median(onVertebra.map(({ distanceMm }) => distanceMm))).toBeLessThan(5);
  });
});
