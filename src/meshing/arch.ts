/**
 * The parts of the vertebral arch, right side, mm; x anterior, y up, z right. Each reads its dimensions and landmarks
 * and is one solid; vertebra.ts joins them.
 */
import { type FacetFrame, JOINT_GAP_MM, type Landmarks } from './landmarks.ts';
import {
  add,
  dot,
  ellipsoid,
  lerp,
  type Point,
  radians,
  type Solid,
  slab,
  smoothIntersection,
  smoothUnion,
  subtract,
} from './primitives.ts';
import type { VertebraShape } from './tables.ts';

const UP: Point = [0, 1, 0];

export function pedicle({ dimensions: d }: VertebraShape, at: Landmarks): Solid {
  const radius = Math.min(d.pedicleWidthMm, d.pedicleHeightMm) / 2;
  const half = Math.max(0, d.pedicleHeightMm / 2 - radius);
  return slab({
    from: at.pedicleFront,
    to: at.pedicleBack,
    side: UP,
    half: [half, half],
    radius: [radius, radius],
  });
}

/** Half of the arch's roof: from the articular pillar down and in to the root of the spinous process. */
export function lamina({ arch }: VertebraShape, at: Landmarks): Solid {
  const slope = radians(arch.laminaSlopeDeg);
  const middle: Point = [at.spinousRoot[0], at.spinousRoot[1], 0];
  const outer: Point = [
    lerp(at.pillar[0], at.lowerFacet.centre[0], 0.5) - 1.5,
    lerp(at.pillar[1], at.spinousRoot[1], 0.6),
    at.lowerFacet.centre[2] - (at.lumbar ? 1 : 0),
  ];
  const radius = arch.laminaThicknessMm / 2;
  const half = arch.laminaHeightMm / 2 - radius;
  return slab({
    from: outer,
    to: middle,
    side: [-Math.sin(slope), -Math.cos(slope), 0],
    half: [half * 0.8, half],
    radius: [radius, radius],
  });
}

/** Distance past the facet's surface of the lower bone, curved if it is hollow; positive on the upper bone's side. */
function pastJoint(facet: FacetFrame): Solid {
  return (x, y, z) => {
    const p: Point = [x - facet.centre[0], y - facet.centre[1], z - facet.centre[2]];
    const across = dot(p, facet.across);
    return dot(p, facet.normal) - (facet.curvature * across * across) / 2;
  };
}

/** From the pillar upward, its facet looking back (chest) or inwards (loins) at the bone above. */
export function superiorArticularProcess(facet: FacetFrame, pillar: Point, lumbar: boolean): Solid {
  const thickness = lumbar ? 7.5 : 4.6;
  const radius = thickness / 2;
  const behind = add(facet.centre, facet.normal, -(JOINT_GAP_MM / 2 + (lumbar ? 2.6 : 1.6)));
  const half = facet.widthMm / 2 - radius;
  const reach = facet.heightMm / 2 - radius;
  const plate = slab({
    from: add(behind, facet.up, reach),
    to: add(behind, facet.up, -reach),
    side: facet.across,
    half: [half * 0.75, half],
    radius: [radius * 0.8, radius],
  });
  const foot = slab({
    from: add(behind, facet.up, -reach * 0.6),
    to: pillar,
    side: facet.across,
    half: [half * 0.8, half * 0.6],
    radius: [radius * 0.9, radius * 1.1],
  });
  const joint = pastJoint(facet);
  const cut: Solid = (x, y, z) => joint(x, y, z) + JOINT_GAP_MM / 2;
  const process = smoothIntersection(1, smoothUnion(3, plate, foot), cut);
  return lumbar ? smoothUnion(2.5, process, mamillaryProcess(facet)) : process;
}

/** The knob on the back of a lumbar superior articular process. */
function mamillaryProcess(facet: FacetFrame): Solid {
  const outward: Point = [-4, -1, 7];
  return ellipsoid(add(facet.centre, outward), [3.6, 5, 3.2]);
}

/** From the lamina down, its facet looking forward (chest) or outwards (loins) at the bone below. */
export function inferiorArticularProcess({ arch }: VertebraShape, at: Landmarks): Solid {
  const { lowerFacet: facet } = at;
  const thickness = facet.curvature > 0 ? 7.5 : 5;
  const radius = thickness / 2;
  const behind = add(facet.centre, facet.normal, JOINT_GAP_MM / 2 + radius - 1);
  const half = facet.widthMm / 2 - radius;
  const reach = facet.heightMm / 2 - radius;
  const top = add(behind, facet.up, reach);
  const plate = slab({
    from: top,
    to: add(behind, facet.up, -reach * 0.8),
    side: facet.across,
    half: [half, half * 0.7],
    radius: [radius, radius * 0.85],
  });
  const pars = slab({
    from: add(behind, facet.up, reach * 0.5),
    to: add(at.pillar, [-1.5, -1, -1]),
    side: [1, 0, 0.6],
    half: [1.2, 1],
    radius: [radius * 0.95, arch.laminaThicknessMm / 2 + 0.3],
  });
  const joint = pastJoint(facet);
  const cut: Solid = (x, y, z) => JOINT_GAP_MM / 2 - joint(x, y, z);
  // the cut belongs to the joint alone: above it the pars runs on forward to the pillar
  return smoothUnion(3, smoothIntersection(1, plate, cut), pars);
}

/** The room of the bone below's superior process: taken out of this bone so that the joint stays open. */
export function jointClearance(at: Landmarks): Solid {
  const { lowerFacet: facet } = at;
  const reach = facet.heightMm / 2;
  const centre = add(facet.centre, facet.normal, -4);
  const room = slab({
    from: add(centre, facet.up, reach - 1),
    to: add(centre, facet.up, -reach - 6),
    side: facet.across,
    half: [facet.widthMm / 2 - 2, facet.widthMm / 2 - 2],
    radius: [4.5, 4.5],
  });
  const joint = pastJoint(facet);
  return smoothIntersection(0.6, room, (x, y, z) => joint(x, y, z) - JOINT_GAP_MM / 2);
}

/** Chest: a round arm back, out and up, its tip thickened for the rib. Loins: a long flat blade; L5 a stout cone. */
export function transverseProcess({ arch }: VertebraShape, at: Landmarks): Solid {
  const root = arch.transverseThicknessMm / 2;
  const rootHalf = arch.transverseRootHeightMm / 2 - root;
  const start: Point = at.lumbar ? add(at.pillar, [2, 0, 1]) : at.pillar;
  if (at.lumbar) {
    const tip = Math.min(root, arch.transverseTipHeightMm / 2) * 0.9;
    return slab({
      from: start,
      to: at.transverseTip,
      side: UP,
      half: [rootHalf, arch.transverseTipHeightMm / 2 - tip],
      radius: [root, tip],
    });
  }
  const knob = arch.transverseTipHeightMm / 2;
  const arm = slab({
    from: start,
    to: at.transverseTip,
    side: UP,
    half: [rootHalf, rootHalf * 0.5],
    radius: [root, root * 0.85],
  });
  return smoothUnion(3, arm, ellipsoid(at.transverseTip, [knob * 0.85, knob, knob]));
}

/** In the midline. Chest: a blade sloping down, ridged above; loins: an upright plate with a thick lower edge. */
export function spinousProcess({ arch }: VertebraShape, at: Landmarks): Solid {
  const root = arch.spinousRootThicknessMm / 2;
  const tip = arch.spinousTipThicknessMm / 2;
  const along = subtract(at.spinousTip, at.spinousRoot);
  // the tip's rounded end, not its axis, reaches the tabled length
  const end = add(at.spinousTip, along, -tip / Math.hypot(...along));
  const tipHalf = arch.spinousTipHeightMm / 2 - tip;
  const blade = slab({
    from: add(at.spinousRoot, [2, 0, 0]),
    to: end,
    side: UP,
    half: [arch.spinousRootHeightMm / 2 - root, tipHalf],
    radius: [root, (root + tip) / 2],
  });
  const swelling = slab({
    from: add(at.spinousRoot, along, 0.75),
    to: end,
    side: UP,
    half: [tipHalf * 0.6, tipHalf * 0.9],
    radius: [root * 0.8, tip],
  });
  return smoothUnion(3, blade, swelling);
}
