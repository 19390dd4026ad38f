/**
 * Parts of the vertebral arch, right side, mm; x anterior, y up, z right. Each reads its dimensions and landmarks and is one
 * solid; vertebra.ts joins them.
 */
import { type FacetFrame, JOINT_GAP_MM, type Landmarks } from './landmarks.ts';
import {
  add,
  clamp,
  dot,
  ellipsoid,
  lerp,
  midlinePlate,
  normalise,
  type Point,
  radians,
  type Solid,
  slab,
  smoothIntersection,
  smoothStep,
  smoothUnion,
  subtract,
} from './primitives.ts';
import type { VertebraShape } from './tables.ts';

const UP: Point = [0, 1, 0];

export function pedicle({ dimensions: d }: VertebraShape, at: Landmarks): Solid {
  const radius = Math.min(d.pedicleWidthMm, d.pedicleHeightMm) / 2;
  // a little more, for what the facets of joints and ribs take off its edges
  const half = Math.max(0, d.pedicleHeightMm / 2 - radius) + 0.1;
  const rod = (from: Point, to: Point): Solid =>
    slab({ from, to, side: UP, half: [half, half], radius: [radius, radius] });
  // hardly blended: two rods in line would swell where they meet
  return smoothUnion(0.4, rod(at.pedicleFront, at.isthmus), rod(at.isthmus, at.pedicleBack));
}

/** Half of the arch's roof: from the articular pillar down and in to the root of the spinous process. */
export function lamina({ arch }: VertebraShape, at: Landmarks): Solid {
  const slope = radians(arch.laminaSlopeDeg);
  // the two laminae meet like a roof: thicker towards the ridge, the canal cut clean out of their front
  const ridge = at.lumbar ? 0.5 : 0.6;
  const middle: Point = [at.spinousRoot[0] - ridge, at.spinousRoot[1], 0];
  const outer: Point = [
    lerp(at.pillar[0], at.lowerFacet.centre[0], 0.5) + (at.lumbar ? 0.8 : -1.5),
    lerp(at.pillar[1], at.spinousRoot[1], 0.6),
    at.lowerFacet.centre[2] - (at.lumbar ? 1 : 0),
  ];
  const radius = arch.laminaThicknessMm / 2;
  const half = arch.laminaHeightMm / 2 - radius;
  return slab({
    from: outer,
    to: middle,
    side: [-Math.sin(slope), -Math.cos(slope), 0],
    half: [half * (at.lumbar ? 0.8 : 0.95), half],
    radius: [radius, radius + ridge],
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

/** From the pillar upward, its facet facing backwards (thoracic) or inwards (lumbar) to the bone above. */
export function superiorArticularProcess(facet: FacetFrame, pillar: Point, lumbar: boolean): Solid {
  const thickness = lumbar ? 6 : 3.6;
  const radius = thickness / 2;
  const behind = add(facet.centre, facet.normal, -(JOINT_GAP_MM / 2 + radius * 0.8));
  const half = facet.widthMm / 2 - radius;
  const reach = facet.heightMm / 2 - radius;
  const plate = slab({
    from: add(behind, facet.up, reach),
    to: add(behind, facet.up, -reach),
    side: facet.across,
    half: [half * (lumbar ? 0.85 : 0.5), half],
    radius: [radius * 0.85, radius],
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
  const edge = add(facet.centre, facet.across, (facet.across[0] < 0 ? 0.5 : -0.5) * facet.widthMm);
  return ellipsoid(add(edge, facet.normal, -3.2), [5, 5, 3]);
}

/** From the lamina down, its facet facing forwards (thoracic) or outwards (lumbar) to the bone below. */
export function inferiorArticularProcess({ arch }: VertebraShape, at: Landmarks): Solid {
  const { lowerFacet: facet } = at;
  const thickness = facet.curvature > 0 ? 7 : 3.8;
  const radius = thickness / 2;
  const behind = add(facet.centre, facet.normal, JOINT_GAP_MM / 2 + radius - 1);
  const half = facet.widthMm / 2 - radius;
  const reach = facet.heightMm / 2 - radius;
  const top = add(behind, facet.up, reach);
  const plate = slab({
    from: top,
    to: add(behind, facet.up, -reach * (at.lumbar ? 1 : 0.8) - (at.lumbar ? 2 : 0)),
    side: facet.across,
    half: [half, half * 0.7],
    radius: [radius, radius * 0.85],
  });
  const pars = slab({
    from: add(behind, facet.up, reach * 0.5),
    to: add(at.pillar, [-1.5, -1, -1]),
    side: [1, 0, 0.6],
    half: [1.2, 1],
    radius: [radius * (at.lumbar ? 0.8 : 0.95), arch.laminaThicknessMm / 2 + (at.lumbar ? 0 : 0.3)],
  });
  const joint = pastJoint(facet);
  const cut: Solid = (x, y, z) => JOINT_GAP_MM / 2 - joint(x, y, z);
  // the cut belongs to the joint alone: above it the pars runs on forward to the pillar
  return smoothUnion(3, smoothIntersection(1, plate, cut), pars);
}

/** Space of the bone above's inferior process, over this bone's upper facet. */
export function upperClearance({ upperFacet: facet }: Landmarks): Solid {
  const centre = add(facet.centre, facet.normal, 3);
  const room = slab({
    from: add(centre, facet.up, facet.heightMm / 2 - 1),
    to: add(centre, facet.up, 3 - facet.heightMm / 2),
    side: facet.across,
    half: [facet.widthMm / 2 - 2, facet.widthMm / 2 - 2],
    radius: [4, 4],
  });
  const joint = pastJoint(facet);
  return smoothIntersection(0.6, room, (x, y, z) => -JOINT_GAP_MM / 2 - joint(x, y, z));
}

/** Space of the bone below's superior process: removed from this bone so that the joint stays open. */
export function jointClearance(at: Landmarks): Solid {
  const { lowerFacet: facet } = at;
  const reach = facet.heightMm / 2;
  const centre = add(facet.centre, facet.normal, -4);
  const room = slab({
    from: add(centre, facet.up, reach - 3),
    to: add(centre, facet.up, -reach - 6),
    side: facet.across,
    half: [facet.widthMm / 2 - 2, facet.widthMm / 2 - 2],
    radius: [4.5, 4.5],
  });
  const joint = pastJoint(facet);
  return smoothIntersection(0.6, room, (x, y, z) => joint(x, y, z) - JOINT_GAP_MM / 2);
}

/** Thoracic: an arm back and out, its tip a club for the rib. Lumbar: a long flat blade; L5 a stout cone. */
export function transverseProcess({ arch }: VertebraShape, at: Landmarks): Solid {
  const root = arch.transverseThicknessMm / 2;
  const tip = Math.min(root * 0.95, arch.transverseTipHeightMm / 2);
  const rootHalf = arch.transverseRootHeightMm / 2 - root;
  const tipHalf = arch.transverseTipHeightMm / 2 - tip;
  const start: Point = add(
    at.pillar,
    at.lumbar ? [5.5 + (root - 2.7) * 1.5, 0, 1] : [0, arch.transverseRiseMm - 1.5, 0],
  );
  const along = subtract(at.transverseTip, start);
  const waist = add(start, along, 0.6);
  const waistHalf = at.lumbar ? lerp(rootHalf, tipHalf, 0.5) * 0.8 : tipHalf * 0.6;
  const arm = slab({
    from: start,
    to: waist,
    side: UP,
    half: [rootHalf, waistHalf],
    radius: [root * 1.2, root * 0.85],
  });
  const club = slab({
    from: waist,
    to: at.transverseTip,
    side: UP,
    half: [waistHalf, tipHalf],
    radius: [root * 0.85, tip],
  });
  return smoothUnion(2, arm, club);
}

/** In the midline. Thoracic: a blade sloping down from a broad root; lumbar: an upright plate with a thick free edge. */
export function spinousProcess({ arch, dimensions: d }: VertebraShape, at: Landmarks): Solid {
  const root = arch.spinousRootThicknessMm / 2;
  const tip = arch.spinousTipThicknessMm / 2;
  const along = normalise(subtract(at.spinousTip, at.spinousRoot));
  const rootHalf = arch.spinousRootHeightMm / 2 - root;
  const tipHalf = arch.spinousTipHeightMm / 2 - tip;
  // the rounded edge, not the polygon, reaches the tabled length; the free edge is perpendicular to the process and its corners
  // reach farther than its middle
  const end = add(at.spinousTip, along, -tip - 0.15 * tipHalf);
  const lean = at.lumbar ? 0.25 : 0.8;
  const edge = normalise([along[1] * lean, 1, 0]);
  const [rx, ry] = at.spinousRoot;
  const outline: [number, number][] = [
    [rx + 1, ry + rootHalf],
    [end[0] + edge[0] * tipHalf, end[1] + edge[1] * tipHalf],
    [end[0] - edge[0] * tipHalf, end[1] - edge[1] * tipHalf],
    // the lower border is hollow near the root
    [lerp(rx, end[0], 0.35), lerp(ry - rootHalf, end[1] - tipHalf, at.lumbar ? 0.2 : 0.42)],
    // in front it follows the laminae back
    [rx + (at.lumbar ? -5 : 1), ry - rootHalf],
  ];
  const span = Math.hypot(end[0] - rx, end[1] - ry);
  // the laminae run into it like a roof's slopes, the more so the wider the canal they close
  const flare = at.lumbar ? 3 : clamp((d.canalWidthMm - 15) * 0.6, 1.2, 4);
  return midlinePlate(outline, (x, y) => {
    const t = clamp(((x - rx) * along[0] + (y - ry) * along[1]) / span, 0, 1);
    // thin in the middle, thick where it springs and where the ligaments pull
    return lerp(root, tip, smoothStep(0.55, 1, t)) + flare * (1 - smoothStep(0, 0.4, t));
  });
}
