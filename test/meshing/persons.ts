/** Whom bones are measured for, and what published figures make of the tables for them. */
import { type BoneScale, calcBoneScale } from '../../src/core/anatomy/boneScale.ts';

/** Women's linear size over men's: middles of 0.90–0.93 (end plates) and 0.95–0.96 (heights), source sex-ratio. */
const WOMAN_OVER_MAN = { endplate: 0.915, height: 0.955 };
/** Of the twelve spines of panjabi-1991-1992, whose means the tables are. */
const MEN_SHARE = 8 / 12;

const manOf = (ratio: number): number => 1 / (MEN_SHARE + (1 - MEN_SHARE) * ratio);
const { endplate, height } = WOMAN_OVER_MAN;
const MAN: BoneScale = { x: manOf(endplate), y: manOf(height), z: manOf(endplate) };
const WOMAN: BoneScale = { x: MAN.x * endplate, y: MAN.y * height, z: MAN.z * endplate };
const REFERENCE: BoneScale = { x: 1, y: 1, z: 1 };

/** `scale`: what the picture makes of a bone; `published`: what it should. Stature of the mean woman and man, cm. */
export const PERSONS = [
  { person: 'the tables’ adult', scale: REFERENCE, published: REFERENCE },
  { person: 'a woman', scale: calcBoneScale('female', 162), published: WOMAN },
  { person: 'a man', scale: calcBoneScale('male', 175), published: MAN },
] as const;

/** One scale over another, axis by axis. */
export const over = (a: BoneScale, b: BoneScale): BoneScale => ({ x: a.x / b.x, y: a.y / b.y, z: a.z / b.z });
