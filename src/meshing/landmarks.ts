/**
 * Landmarks of one vertebra. Frame: origin at the centre of the body, x anterior, y up, z right, mm. Only the right side is
 * positioned (z > 0); the bone is mirrored.
 */
import { add, cross, lerp, normalise, type Point, radians } from './primitives.ts';
import { halfWedgeRad, isLumbar, type JointShape, type VertebraShape } from './tables.ts';

/** A facet joint: the middle of the gap, and the directions of the facet of the bone below. */
export interface FacetFrame {
  readonly centre: Point;
  /** Out of the lower bone's facet, towards the bone above. */
  readonly normal: Point;
  readonly up: Point;
  readonly across: Point;
  readonly heightMm: number;
  readonly widthMm: number;
  /** 1 / radius of the lower bone's hollow facet, 1/mm; 0 = flat. */
  readonly curvature: number;
}

/** Joint space with its cartilage, mm (source: posterior-elements-recalled). */
export const JOINT_GAP_MM = 1.6;

function facetFrame(joint: JointShape, centre: Point, tiltRad: number): FacetFrame {
  const facing = radians(joint.facingDeg);
  const rise = radians(joint.inclinationDeg);
  const flat: Point = [-Math.sin(facing), 0, -Math.cos(facing)];
  const level = normalise([flat[0] * Math.sin(rise), Math.cos(rise), flat[2] * Math.sin(rise)]);
  const rotate = (p: Point): Point => rotateAboutZ(p, tiltRad);
  const normal = rotate(level);
  const across = normalise(cross(normal, rotate([0, 1, 0])));
  return {
    centre,
    normal,
    up: normalise(cross(across, normal)),
    across,
    heightMm: joint.heightMm,
    widthMm: joint.widthMm,
    curvature: joint.curvatureRadiusMm > 0 ? 1 / joint.curvatureRadiusMm : 0,
  };
}

export const rotateAboutZ = (p: Point, angleRad: number): Point => [
  p[0] * Math.cos(angleRad) - p[1] * Math.sin(angleRad),
  p[0] * Math.sin(angleRad) + p[1] * Math.cos(angleRad),
  p[2],
];

/** The joint in the frame of the bone below: from its upper end plate, `endplateY` up and tilted by `tiltRad`. */
export function facetOnTop(
  joint: JointShape,
  upperDepthMm: number,
  endplateY: number,
  tiltRad: number,
): FacetFrame {
  const fromEndplate: Point = [
    -upperDepthMm / 2 - joint.behindWallMm,
    joint.aboveEndplateMm,
    joint.separationMm / 2,
  ];
  return facetFrame(joint, add([0, endplateY, 0], rotateAboutZ(fromEndplate, tiltRad)), tiltRad);
}

/** The joint in the frame of the bone above: down through the disc to the bone below, as they stand upright. */
export function facetBelow(shape: VertebraShape, endplateY: number, tiltRad: number): FacetFrame {
  const { lowerJoint: joint, discBelow: disc } = shape;
  const fromEndplate: Point = [
    -shape.depthBelowMm / 2 - joint.behindWallMm,
    joint.aboveEndplateMm,
    joint.separationMm / 2,
  ];
  // kyphosis bends this bone forward over the next, which is then rotated backward (anticlockwise) in its frame
  const rotationRad = disc.segmentAngleRad + shape.halfWedgeBelowRad;
  const through = rotateAboutZ([0, -disc.heightMm, 0], (tiltRad + rotationRad) / 2);
  const centre = add(add([0, endplateY, 0], through), rotateAboutZ(fromEndplate, rotationRad));
  return facetFrame(joint, centre, rotationRad);
}

export interface Landmarks {
  readonly lumbar: boolean;
  readonly heightMm: number;
  /** Half the angle between the end plates: the upper rises forward by this, the lower falls. */
  readonly halfWedgeRad: number;
  readonly meanDepthMm: number;
  /** x of the posterior wall of the body, mid-height. */
  readonly wallX: number;
  /** x of the back of the canal in the midline: the front of the laminae. */
  readonly canalBackX: number;
  readonly upperFacet: FacetFrame;
  readonly lowerFacet: FacetFrame;
  readonly pedicleFront: Point;
  readonly isthmus: Point;
  readonly pedicleBack: Point;
  /** Root of the transverse process, where pedicle, lamina and articular processes meet. */
  readonly pillar: Point;
  readonly transverseTip: Point;
  /** Where the laminae meet. */
  readonly spinousRoot: Point;
  readonly spinousTip: Point;
}

export function landmarks(shape: VertebraShape): Landmarks {
  const { dimensions: d, arch } = shape;
  const lumbar = isLumbar(d.level);
  const heightMm = (d.anteriorHeightMm + d.posteriorHeightMm) / 2;
  const meanDepthMm = (d.upperDepthMm + d.lowerDepthMm) / 2;
  const wedge = halfWedgeRad(d);
  const wallX = -meanDepthMm / 2;
  const canalBackX = wallX - d.canalDepthMm;

  const upperFacet = facetOnTop(shape.upperJoint, d.upperDepthMm, heightMm / 2, wedge);
  const lowerFacet = facetBelow(shape, -heightMm / 2, -wedge);

  // the pedicle leaves the upper half of the body, flush with its top in thoracic levels, a little lower in lumbar ones
  const pedicleY = heightMm / 2 - d.pedicleHeightMm / 2 - (lumbar ? 1.2 : 0.3);
  const pedicleZ = d.canalWidthMm / 2 + d.pedicleWidthMm / 2;
  // narrowest a little behind the wall, where the canal is widest; from there it runs forward and inwards
  const intoBody = 5 + 0.2 * d.canalDepthMm;
  const inward = Math.min(intoBody * Math.tan(radians(arch.pedicleInwardDeg)), d.canalWidthMm / 2);
  const pedicleFront: Point = [wallX + 5, pedicleY, pedicleZ - inward];
  const isthmus: Point = [wallX - 0.2 * d.canalDepthMm, pedicleY, pedicleZ];
  const pedicleBack: Point = [wallX - 0.45 * d.canalDepthMm, pedicleY, pedicleZ + (lumbar ? 1 : 0)];

  const pillar: Point = [
    lerp(pedicleBack[0], upperFacet.centre[0], 0.5) - 2,
    pedicleY - 1,
    lerp(pedicleZ, Math.max(upperFacet.centre[2], d.canalWidthMm / 2 + 2), 0.6),
  ];

  const reach = d.transverseSpanMm / 2 - arch.transverseTipHeightMm / 2 + 0.5;
  const outward = reach - pillar[2];
  const transverseTip: Point = [
    pillar[0] - outward * Math.tan(radians(arch.transverseBackDeg)),
    pillar[1] + arch.transverseRiseMm + outward * Math.tan(radians(arch.transverseUpDeg)),
    reach,
  ];

  // the length is measured from the upper end plate: from its rear edge in thoracic levels, from its centre in lumbar ones
  const decline = radians(arch.spinousDeclinationDeg);
  const measuredFrom = lumbar ? 0 : -d.upperDepthMm / 2;
  const reached: Point = [
    measuredFrom - d.spinousLengthMm * Math.cos(decline),
    -d.spinousLengthMm * Math.sin(decline),
    0,
  ];
  const laminaY = lumbar ? -heightMm * 0.34 : -heightMm * 0.36;
  return {
    lumbar,
    heightMm,
    halfWedgeRad: wedge,
    meanDepthMm,
    wallX,
    canalBackX,
    upperFacet,
    lowerFacet,
    pedicleFront,
    isthmus,
    pedicleBack,
    pillar,
    transverseTip,
    spinousRoot: [canalBackX - arch.laminaThicknessMm / 2, laminaY, 0],
    spinousTip: add([0, heightMm / 2, 0], rotateAboutZ(reached, wedge)),
  };
}
