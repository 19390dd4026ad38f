import type { Level } from '../core/anatomy/levels.ts';
import * as arch from './arch.ts';
import { basivertebralForamen, vertebralBody, vertebralCanal } from './body.ts';
import type { BoneSolid } from './boneSolid.ts';
import { costalFacets } from './costalFacets.ts';
import { type Landmarks, landmarks } from './landmarks.ts';
import { mirrored, type Point, smoothStep, smoothSubtraction, smoothUnion } from './primitives.ts';
import { vertebraShape } from './tables.ts';

/** Distance over which the deformation weight falls off, from its surface into the pedicle. */
const WEIGHT_FROM_MM = 0.5;
const WEIGHT_TO_MM = 6;

export function vertebraSolid(level: Level): BoneSolid {
  const shape = vertebraShape(level);
  const at = landmarks(shape);
  const body = vertebralBody(shape, at);
  const canal = vertebralCanal(shape, at);

  // the arch, from the body backwards
  const roots = smoothUnion(
    3,
    arch.pedicle(shape, at),
    arch.superiorArticularProcess(at.upperFacet, at.pillar, at.lumbar),
  );
  const roof = smoothUnion(at.lumbar ? 3 : 3.5, arch.lamina(shape, at), arch.spinousProcess(shape, at));
  const wings = smoothUnion(3, roots, arch.transverseProcess(shape, at));
  const whole = smoothUnion(3, wings, arch.inferiorArticularProcess(shape, at), roof);
  const clearances = [arch.jointClearance(at), ...(at.lumbar ? [] : [arch.upperClearance(at)])];
  const open = smoothSubtraction(0.8, whole, ...clearances);
  const hollow = smoothSubtraction(1.5, smoothUnion(4, body, open), canal);
  const bone = smoothSubtraction(0.8, hollow, basivertebralForamen(at), ...costalFacets(shape, at));

  return {
    name: level,
    solid: mirrored(bone),
    deformWeight: (x, y, z) => 1 - smoothStep(WEIGHT_FROM_MM, WEIGHT_TO_MM, body(x, y, z)),
    ...bounds(at),
    triangles: 6000,
  };
}

/** A box round the whole bone with a margin of a few mm. */
function bounds(at: Landmarks): { low: Point; high: Point } {
  const { spinousTip, transverseTip, lowerFacet, upperFacet, heightMm, meanDepthMm } = at;
  const half = transverseTip[2] + 9;
  const low = Math.min(spinousTip[1] - 14, lowerFacet.centre[1] - 14, -heightMm / 2 - 4);
  const high = Math.max(upperFacet.centre[1] + 12, transverseTip[1] + 8, heightMm / 2 + 5);
  const wide = Math.max(half, meanDepthMm);
  return { low: [spinousTip[0] - 6, low, -wide], high: [meanDepthMm / 2 + 6, high, wide] };
}
