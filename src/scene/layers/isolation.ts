import { BufferGeometry, Mesh } from 'three';
import type { PoseUniforms } from '../bones/boneMaterial.ts';
import { createGhostMaterial } from '../bones/ghostMaterial.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import { patchShader } from '../bones/patchShader.ts';

/** Outlines of all other vertebrae while one is shown alone. */
export interface Isolation {
  readonly object: Mesh;
  /** @param level null hides them */
  show(level: number | null): void;
  dispose(): void;
}

const STRENGTH = 0.3;
const COLOUR = '#8fa3ae';

export function createIsolation(uniforms: PoseUniforms, spine: MergedBones): Isolation {
  const left = { value: -1 };
  const material = createGhostMaterial({ ...uniforms, alone: { value: -1 }, left });
  material.uniforms.edge!.value.set(COLOUR);
  material.uniforms.strength!.value = STRENGTH;
  material.vertexShader = patchShader(material.vertexShader, [
    ['void main() {', 'uniform float left;\nvoid main() {'],
    [
      'gl_Position = projectionMatrix * seen;',
      'gl_Position = abs(marks.x - left) < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * seen;',
    ],
  ]);
  // the bones' own geometry at the coarsest level
  const geometry = new BufferGeometry();
  Object.assign(geometry.attributes, spine.geometry.attributes);
  geometry.setIndex(spine.details.at(-1)!);
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = 2;
  return {
    object,
    show(level) {
      object.visible = level !== null;
      left.value = level ?? -1;
    },
    dispose: () => material.dispose(),
  };
}
