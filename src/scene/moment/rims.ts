import { type Color, Group, Mesh } from 'three';
import { levelIndex } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { PoseUniforms } from '../bones/boneMaterial.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import { createRimMaterial } from '../bones/rimMaterial.ts';
import { createSomeBones } from '../bones/someBones.ts';

/** Lines round the vertebrae that the act has broken by the playback time. */
export interface Rims {
  readonly object: Group;
  readonly colour: Color;
  update(trace: Trace, timeS: number, width: number, height: number): void;
  dispose(): void;
}

/** Most vertebrae that an act may break and are outlined. */
const MOST = 4;
const WIDTH_PX = 2.5;

/** @param detail level of the meshes: a line needs no fine one */
export function createRims(uniforms: PoseUniforms, spine: MergedBones, detail: number): Rims {
  const material = createRimMaterial(uniforms);
  material.uniforms.widthPx!.value = WIDTH_PX;
  const object = new Group();
  const rims = Array.from({ length: MOST }, () => {
    const bones = createSomeBones(spine);
    const mesh = new Mesh(bones.geometry, material);
    mesh.frustumCulled = false;
    mesh.visible = false;
    object.add(mesh);
    return { bones, mesh };
  });
  return {
    object,
    colour: material.uniforms.rim!.value,
    update({ fractures, collapses }, timeS, width, height) {
      material.uniforms.picturePx!.value.set(width, height);
      for (let n = 0; n < MOST; n++) {
        const { bones, mesh } = rims[n]!;
        const fracture = fractures[n];
        mesh.visible = fracture !== undefined && collapses[n]!.fromS <= timeS;
        if (!fracture || !mesh.visible) continue;
        const level = levelIndex(fracture.level);
        bones.show(level, level, detail);
      }
    },
    dispose: () => material.dispose(),
  };
}
