import { readFileSync } from 'node:fs';
import { Quaternion, Vector3 } from 'three';
import { beforeAll, expect, it } from 'vitest';
import { type BoneMesh, readGlb } from '../../src/runtime/files/readGlb.ts';
import { createAttachments, HEAD as HEAD_BONE } from '../../src/scene/bones/attachments.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { BUILDS } from '../../src/scene/figure/figureBuild.ts';
import { HEAD, TRUNK, writeHead, writeTrunk } from '../../src/scene/figure/figureTrunk.ts';
import { createRing, type Ring } from '../../src/scene/figure/loft.ts';
import { run, scenario } from '../core/support.ts';

let head: BoneMesh[];
beforeAll(async () => {
  const { buffer, byteOffset, length } = readFileSync('models/meshes/skeleton.glb');
  const meshes = await readGlb(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
  head = meshes.filter(({ name }) => name === 'skull' || name === 'jaw');
});

const REFERENCE_STATURE_CM = 165;
/** How far a point lies outside the head's skin, m; negative inside. */
function measureOutside(rings: readonly Ring[], point: Vector3): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < rings.length - 1; n++) {
    const [a, b] = [rings[n]!, rings[n + 1]!];
    const along = (ring: Ring) =>
      (point.x - ring.x) * ring.upX + (point.y - ring.y) * ring.upY + (point.z - ring.z) * ring.upZ;
    const [above, below] = [along(a), along(b)];
    if (above < 0 || below > 0) continue;
    const t = above / (above - below || 1);
    const mix = (key: keyof Ring) => a[key] + (b[key] - a[key]) * t;
    const [dx, dy, dz] = [point.x - mix('x'), point.y - mix('y'), point.z - mix('z')];
    const front = dx * a.frontX + dy * a.frontY + dz * a.frontZ;
    const side = dx * a.sideX + dy * a.sideY + dz * a.sideZ;
    const size = Math.hypot(front, side);
    const edge = 1 / Math.hypot(front / size / mix('halfDepth'), side / size / mix('halfWidth'));
    nearest = Math.min(nearest, size - edge);
  }
  return nearest;
}

it.each([
  ['stand', 'female', 160],
  ['stand', 'male', 182],
  ['lift', 'female', 160],
  ['sit-slouched', 'female', 150],
  ['lie-supine', 'male', 175],
  ['reach-overhead', 'female', 160],
] as const)(
  'has the skull and the chin inside the skin at every moment: %s, %s, %d cm',
  (name, sex, heightCm) => {
    const asked = scenario(-1, [{ type: 'activity', name }]);
    const patient = { ...asked.patient, sex, heightCm };
    const { trace } = run({ ...asked, patient });
    const pose = createPose();
    pose.setTrace(trace, patient);
    const attachments = createAttachments();
    const rings = HEAD.map(createRing);
    const trunk = TRUNK.map(createRing);
    const lying = trace.support.on === 'bed';
    const orientation = new Quaternion();
    const point = new Vector3();
    let furthestMm = -Infinity;
    for (let n = 0; n <= 6; n++) {
      pose.setTime((n / 6) * trace.durationS);
      attachments.update(pose, lying);
      const scale = heightCm / REFERENCE_STATURE_CM;
      writeTrunk(pose, trunk, scale, BUILDS[sex], 1);
      writeHead(pose, rings, scale, lying);
      orientation.fromArray(attachments.orientation, 4 * HEAD_BONE);
      for (const { positions } of head)
        for (let i = 0; i < positions.length; i += 3 * 7) {
          point.fromArray(positions, i).multiply(pose.boneScale).applyQuaternion(orientation);
          point.x += attachments.position[4 * HEAD_BONE]!;
          point.y += attachments.position[4 * HEAD_BONE + 1]!;
          point.z += attachments.position[4 * HEAD_BONE + 2]!;
          furthestMm = Math.max(furthestMm, 1000 * measureOutside(rings, point));
        }
    }
    // skin and what is under it
    expect(furthestMm).toBeLessThan(-3);
  },
);
