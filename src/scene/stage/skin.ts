import type { Pose } from '../bones/pose.ts';
import { createFigure } from '../figure/figure.ts';
import { createFigureDepthMaterial, createFigureMaterial } from '../figure/figureMaterial.ts';
import type { Look } from './looks.ts';

/** The figure with its layers: the far side, the depth of the near one, and the near side. */
export function createSkin(pose: Pose) {
  const { geometry, update } = createFigure(pose);
  const near = createFigureMaterial('near');
  const far = createFigureMaterial('far');
  const depth = createFigureDepthMaterial();
  // the two layers have one colour and one strength
  far.uniforms.edge = near.uniforms.edge!;
  far.uniforms.strength = near.uniforms.strength!;
  return {
    geometry,
    near,
    far,
    depth,
    update,
    /** @param share of the look's strength, 0 … 1 */
    setLook(look: Look, share: number): void {
      near.uniforms.edge!.value.set(look.edge);
      near.uniforms.strength!.value = look.figureStrength * share;
    },
    dispose(): void {
      for (const thing of [geometry, near, far, depth]) thing.dispose();
    },
  };
}
