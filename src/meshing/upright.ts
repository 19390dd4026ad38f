import pelvis from '../../models/meshing-pelvis.json' with { type: 'json' };
import skeleton from '../../models/meshing-skeleton.json' with { type: 'json' };
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { rotateAboutZ } from './landmarks.ts';
import type { BoneMesh } from './mesh.ts';
import { type Point, radians } from './primitives.ts';
import { placeOf } from './standing.ts';

/** Tilt backwards of a bone's frame in neutral standing, rad, for bones attached to a vertebra or the sacrum. */
function calcPitchRad(name: string): number {
  const row = skeleton.attachments.find(({ bone }) => bone === name.replace(/-left$/, '-right'));
  if (!row) return 0;
  if (row.attachment === 'sacrum') return -radians(pelvis.sacralSlopeDeg);
  return LEVELS.includes(row.attachment as Level) ? placeOf(row.attachment as Level).pitchRad : 0;
}

/** Mesh of a bone of the skeleton in the orientation of neutral standing; bones of the spine stay in their own axes. */
export function uprightMesh(mesh: BoneMesh): BoneMesh {
  const pitch = calcPitchRad(mesh.name);
  if (pitch === 0) return mesh;
  const rotate = (values: Float32Array): Float32Array => {
    const rotated = values.slice();
    for (let i = 0; i < values.length; i += 3)
      rotated.set(rotateAboutZ([...values.subarray(i, i + 3)] as unknown as Point, pitch), i);
    return rotated;
  };
  return { ...mesh, positions: rotate(mesh.positions), normals: rotate(mesh.normals) };
}
