/** C3 … C7, mm; x anterior, y up, z right, origin at the centre of the body. */
import type { BoneSolid } from './boneSolid.ts';
import {
  articularPillar,
  bar,
  neckCanal,
  neckLamina,
  neckSpinousProcess,
  neckSpinousTip,
} from './neckParts.ts';
import { type CervicalShape, cervicalShape, neckJoints } from './neckTables.ts';
import {
  clamp,
  ellipsoid,
  FAR_MM,
  lerp,
  mirrored,
  type Point,
  type Solid,
  slab,
  smoothMax,
  smoothStep,
  smoothSubtraction,
  smoothUnion,
  superellipse,
} from './primitives.ts';

/** Thickness of an uncinate process at its root, mm; the tabled width of the upper end plate lies between the two. */
const UNCINATE_MM = 2.6;

/** A low block, saddle-shaped: uncinate lips at the sides of its top, a lip hanging down in front. */
function cervicalBody(shape: CervicalShape): Solid {
  const half = shape.heightMm / 2;
  const inner = shape.upperWidthMm / 2;
  const lip = (x: number, z: number) =>
    shape.uncinateMm * smoothStep(inner - 1.2, inner + 1.4, Math.abs(z)) * smoothStep(5, -1, x);
  return (x, y, z) => {
    const above = Math.abs(y) - half - 7;
    if (above > FAR_MM) return above;
    const s = clamp(y / half, -1, 1);
    const t = (s + 1) / 2;
    const waist = 1 - 0.05 * (1 - s * s);
    const halfWidth = lerp(shape.lowerWidthMm / 2, inner + UNCINATE_MM, smoothStep(0, 0.9, t)) * waist;
    const halfDepth = lerp(shape.lowerDepthMm, shape.upperDepthMm, smoothStep(0.15, 0.95, t)) / 2;
    const wall =
      x > -1
        ? superellipse(x + 1, z, (halfDepth + 1) * waist, halfWidth, 2.4)
        : superellipse(x + 1, z, halfDepth, halfWidth, 3.4);
    if (wall > FAR_MM) return wall;
    const inward = clamp((-wall - 2.5) / 4, 0, 1);
    const top = y - half - lip(x, z) + 0.5 * inward;
    const saddle = 1.2 * (z / halfWidth) ** 4 - 0.9 * smoothStep(0, halfDepth, x);
    const bottom = -y - half + saddle + 0.9 * inward;
    return smoothMax(wall, smoothMax(top, bottom, 1), 1.4);
  };
}

interface Places {
  readonly wallX: number;
  readonly tip: Point;
  readonly foramen: Point;
  readonly foramenRadius: number;
}

/** Front and back bar of the transverse process, joined beyond the hole for the vertebral artery. */
function cervicalTransverseProcess(shape: CervicalShape, at: Places, pillar: Point): Solid {
  const last = shape.level === 'C7';
  const [x, y, z] = at.tip;
  const front = bar(
    [
      [0.6, 1.5, shape.lowerWidthMm / 2 - 0.5],
      [0.8, 0.5, at.foramen[2]],
      [last ? -5 : 0.4, y + 0.6, last ? at.foramen[2] + 4.5 : z - 1.6],
    ],
    last ? 1.2 : 1.6,
    1,
  );
  const back = bar(
    [[pillar[0] + 3, pillar[1] + 1.5, pillar[2] + 1], [at.foramen[0] - 3.5, 0.4, at.foramen[2] + 2], at.tip],
    last ? 3 : 1.9,
    last ? 1.2 : 0.6,
  );
  const edge = bar(
    [
      [last ? -5 : 0.4, y, last ? at.foramen[2] + 4.5 : z - 2],
      [x, y - 0.3, z - (last ? 8 : 0.3)],
    ],
    1.6,
    0.4,
  );
  return smoothUnion(2, front, back, edge);
}

function places(shape: CervicalShape): Places {
  const half = shape.transverseSpanMm / 2;
  const last = shape.level === 'C7';
  return {
    wallX: -(shape.upperDepthMm + shape.lowerDepthMm) / 4,
    tip: last ? [-11, 0.5, half - 3.9] : [-4, -2.4, half - 1.9],
    foramen: [-2.8, 0, last ? 17.5 : shape.lowerWidthMm / 4 + half * 0.25 + 4.8],
    foramenRadius: last ? 1.8 : 2.7,
  };
}

export function cervicalSolid(level: string): BoneSolid {
  const shape = cervicalShape(level);
  const joints = neckJoints(level);
  const at = places(shape);
  const body = cervicalBody(shape);
  const canalBackX = at.wallX - shape.canalDepthMm;
  const pillarZ = shape.pillarSeparationMm / 2;
  const pillarX = (joints.upper.centre[0] + joints.lower.centre[0]) / 2;

  const pillar = articularPillar(joints.upper, joints.lower, shape.pillarWidthMm);
  const pedicle = slab({
    from: [at.wallX + 3, 1.2, shape.lowerWidthMm / 2 - 2.5],
    to: [pillarX + 3.5, 1.4, pillarZ - 2.5],
    side: [0, 1, 0],
    half: [0.8, 1.2],
    radius: [2.6, 2.6],
  });
  const laminaY = -2;
  const lamina = neckLamina(
    [pillarX - 2.6, 0, pillarZ - 3.5],
    [canalBackX - 1.5, laminaY, 0],
    shape.laminaHeightMm,
    3.4,
  );
  const spine = neckSpinousProcess({
    root: [canalBackX - 2, laminaY - 1, 0],
    tip: neckSpinousTip(
      at.wallX - shape.canalDepthMm / 2,
      shape.spinousLengthMm,
      shape.spinousDeclinationDeg,
    ),
    rootHeightMm: shape.laminaHeightMm - 3,
    tipHeightMm: shape.spinousTipHeightMm,
    bifidMm: shape.bifidMm,
  });
  const transverse = cervicalTransverseProcess(shape, at, [pillarX, 0, pillarZ]);
  const foramen: Solid = (x, _y, z) => Math.hypot(x - at.foramen[0], z - at.foramen[2]) - at.foramenRadius;
  const basivertebral = ellipsoid([at.wallX - 0.5, 0, 2.2], [2.2, 1.2, 1.6]);

  const arch = smoothUnion(2, smoothUnion(1.5, pillar, pedicle), lamina, transverse);
  const wallXAt = (y: number) =>
    -lerp(shape.lowerDepthMm, shape.upperDepthMm, clamp(y / shape.heightMm + 0.5, 0, 1)) / 2;
  const canal = neckCanal(wallXAt, shape.canalDepthMm, shape.canalWidthMm, 0.42);
  const bone = smoothSubtraction(
    1,
    smoothUnion(2, smoothUnion(2, body, arch), spine),
    canal,
    foramen,
    basivertebral,
  );
  const tipX = canalBackX - shape.spinousLengthMm;
  return {
    name: level,
    solid: mirrored(bone, 0.5),
    deformWeight: (x, y, z) => 1 - smoothStep(0.5, 4, body(x, y, z)),
    low: [Math.min(tipX, -50), -30, -shape.transverseSpanMm / 2 - 4],
    high: [14, 20, shape.transverseSpanMm / 2 + 4],
    triangles: 4000,
  };
}
