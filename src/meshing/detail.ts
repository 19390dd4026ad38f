import { MeshoptSimplifier } from 'meshoptimizer';
import { type BoneMesh, evenness } from './mesh.ts';

/** Levels of detail below the full one: fraction of its triangles, and greatest deviation from its surface, mm. */
const LEVELS = [
  { triangleFraction: 0.42, errorMm: 0.6 },
  { triangleFraction: 0.25, errorMm: 1.2 },
] as const;

/** Triangles of a bone's levels of detail over the same vertices, the finest first. */
export async function detailLevels({ positions, indices, body }: BoneMesh): Promise<Uint32Array[]> {
  await MeshoptSimplifier.ready;
  const squares = evenness(positions, (i) => body[i]!);
  return [
    indices,
    ...LEVELS.map(({ triangleFraction, errorMm }) => {
      const wanted = 3 * Math.floor((triangleFraction * indices.length) / 3);
      const flags = ['ErrorAbsolute' as const];
      return MeshoptSimplifier.simplifyWithAttributes(
        indices,
        positions,
        3,
        squares,
        3,
        [1, 1, 1],
        null,
        wanted,
        errorMm,
        flags,
      )[0];
    }),
  ];
}
