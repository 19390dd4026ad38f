import type { BoneMesh } from './mesh.ts';

/** Wavefront OBJ in mm, x anterior, y up, z right. */
export function toObj({ name, positions, indices }: BoneMesh): string {
  const lines = [`# ${name}, mm, x anterior, y up, z right`, `o ${name}`];
  for (let i = 0; i < positions.length; i += 3) {
    lines.push(`v ${[0, 1, 2].map((k) => positions[i + k]!.toFixed(3)).join(' ')}`);
  }
  for (let k = 0; k < indices.length; k += 3) {
    lines.push(`f ${indices[k]! + 1} ${indices[k + 1]! + 1} ${indices[k + 2]! + 1}`);
  }
  return `${lines.join('\n')}\n`;
}
