/** Where the muscles' fascicles begin and end, and how far that is from the bones that carry them. */
import girdle from '../../models/meshing-girdle.json' with { type: 'json' };
import pelvis from '../../models/meshing-pelvis.json' with { type: 'json' };
import skeleton from '../../models/meshing-skeleton.json' with { type: 'json' };
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { PELVIS_BODY } from '../../src/core/anatomy/muscles.ts';
import { createSpineModel, type PatientDescription } from '../../src/core/anatomy/spineModel.ts';
import { rotateAboutZ } from '../../src/meshing/landmarks.ts';
import { hipCentreInSacrum } from '../../src/meshing/pelvis.ts';
import { add, type Point, radians } from '../../src/meshing/primitives.ts';
import { chestPlace, fromChest } from '../../src/meshing/standing.ts';
import { calcNeutralNeck, NECK_BONES } from '../../src/meshing/standingNeck.ts';
import { distance, readSurfaces, type Surface, scaled, vertices } from './meshRuler.ts';

/** The man that the fascicles' points are given for. */
const MAN: PatientDescription = { ageYears: 40, sex: 'male', heightCm: 175, massKg: 78, tScore: 0 };

export interface Attachment {
  readonly fascicle: string;
  readonly group: string;
  /** Body of the mechanics, T1 … L5 or `pelvis`. */
  readonly body: string;
  readonly point: Point;
  /** The nearest bone that moves with that body, and how far away its surface is, mm. */
  readonly bone: string;
  readonly distanceMm: number;
}

type Move = (p: Point) => Point;
const moved = (surface: Surface, move: Move): Surface => ({
  ...surface,
  positions: Float64Array.from(vertices(surface).flatMap(move)),
});

/** Body of the mechanics that moves an attachment, and the transformation into its frame in neutral standing. */
function bearerOf(attachment: string): { body: string; move: Move } {
  if (attachment === 'sacrum') return { body: 'pelvis', move: (p) => p };
  if (attachment === 'hip')
    return {
      body: 'pelvis',
      move: (p) => add(rotateAboutZ(p, radians(pelvis.sacralSlopeDeg)), hipCentreInSacrum),
    };
  if (attachment === 'shoulder') {
    const at = girdle.shoulderCentreMm as unknown as Point;
    return { body: 'T4', move: (p) => fromChest(add(p, at), chestPlace) };
  }
  const n = [...NECK_BONES, 'head'].indexOf(attachment as 'head');
  if (n >= 0) {
    const { xMm, yMm, pitchRad } = calcNeutralNeck()[n]!;
    return { body: 'T1', move: (p) => add(rotateAboutZ(p, pitchRad), [xMm, yMm, 0]) };
  }
  return { body: attachment, move: (p) => p };
}

const LIMBS = ['hip', 'shoulder'];
const attachmentOf = (bone: string): string =>
  skeleton.attachments.find((row) => row.bone === bone.replace(/-left$/, '-right'))?.attachment ?? bone;

/** All bones by the body of the mechanics that moves them, in that body's frame at the man's size. */
async function bonesOfBodies(): Promise<Map<string, Map<string, Surface>>> {
  const scale = calcBoneScale(MAN.sex, MAN.heightCm);
  const bodies = new Map<string, Map<string, Surface>>();
  for (const [name, surface] of [...(await readSurfaces('spine')), ...(await readSurfaces('skeleton'))]) {
    if (name.startsWith('disc-')) continue;
    // the other side's limbs bear none of the right side's fascicles
    if (name.endsWith('-left') && LIMBS.includes(attachmentOf(name))) continue;
    const bearer = bearerOf(attachmentOf(name));
    const bones = bodies.get(bearer.body) ?? new Map<string, Surface>();
    bones.set(name, scaled(moved(surface, bearer.move), scale));
    bodies.set(bearer.body, bones);
  }
  return bodies;
}

/** First and last points of all fascicles: what lies between only guides them. */
export async function measureAttachments(): Promise<Attachment[]> {
  const bodies = await bonesOfBodies();
  return createSpineModel(MAN).fascicles.flatMap(({ name, group, body, pointsM }) =>
    [0, body.length - 1].map((k): Attachment => {
      const index = body[k]!;
      const bodyName = index === PELVIS_BODY ? 'pelvis' : LEVELS[index]!;
      const point: Point = [1000 * pointsM[3 * k]!, 1000 * pointsM[3 * k + 1]!, 1000 * pointsM[3 * k + 2]!];
      const found = [...bodies.get(bodyName)!]
        .map(([bone, surface]) => ({ bone, distanceMm: distance(surface, point) }))
        .reduce((best, one) => (one.distanceMm < best.distanceMm ? one : best));
      return { fascicle: name, group, body: bodyName, point, ...found };
    }),
  );
}
