/** C2, mm; x anterior, y up, z right, origin at the centre of the body under the dens. */
import type { BoneSolid } from './boneSolid.ts';
import type { FacetFrame } from './landmarks.ts';
import {
  articularPillar,
  bar,
  neckCanal,
  neckLamina,
  neckSpinousProcess,
  neckSpinousTip,
} from './neckParts.ts';
import { AXIS, lowerNeckFacet } from './neckTables.ts';
import {
  clamp,
  ellipsoid,
  lerp,
  mirrored,
  type Point,
  radians,
  type Solid,
  slab,
  smoothMax,
  smoothStep,
  smoothSubtraction,
  smoothUnion,
  superellipse,
} from './primitives.ts';

const HALF = AXIS.heightMm / 2;
const WALL_X = -AXIS.lowerDepthMm / 2;

/** Narrow above, broad below, keeled in front, with a lip over the disc. */
function axisBody(): Solid {
  return (x, y, z) => {
    const t = clamp(y / (2 * HALF) + 0.5, 0, 1);
    const halfWidth = lerp(AXIS.lowerWidthMm / 2, AXIS.lowerWidthMm / 2 + 3, smoothStep(0.2, 0.8, t));
    const front = lerp(AXIS.lowerDepthMm / 2 + 0.3, 5.6, t);
    const back = lerp(AXIS.lowerDepthMm / 2, 6, t);
    const wall =
      x > -1
        ? superellipse(x + 1, z, front + 1, halfWidth, 1.75)
        : superellipse(x + 1, z, back - 1, halfWidth, 3);
    const inward = clamp(-wall / 5, 0, 1);
    const bottom = -y - HALF + 0.8 * inward - 1.6 * smoothStep(0, 8, x);
    return smoothMax(wall, smoothMax(bottom, y - HALF - 1, 2), 1.6);
  };
}

/** The peg: a neck where the transverse ligament holds it, a head with a facet in front, a pointed top. */
function dens(): Solid {
  const [rx, rz] = [AXIS.densDepthMm / 2, AXIS.densWidthMm / 2];
  const foot = HALF - 4;
  return (x, y, z) => {
    const t = clamp((y - foot) / (AXIS.densTopMm - foot), 0, 1);
    const neck = 1 - 0.14 * Math.exp(-(((t - 0.42) / 0.16) ** 2));
    const broad = neck + 0.3 * (1 - smoothStep(0, 0.3, t));
    const lean = -0.6 - 0.8 * t;
    const wall = superellipse(x - lean, z, rx * broad, rz * broad, 2.2);
    const cap = y - AXIS.densTopMm + 0.1 * (x * x + 1.3 * z * z);
    return smoothMax(smoothMax(wall, cap, 3), foot - 3 - y, 1);
  };
}

/** Large ovals that fall off to the side, on a shelf beside the dens. */
function superiorFacet(): Solid {
  const fall = radians(AXIS.facetFallDeg);
  const [cx, cy, cz] = [AXIS.facetXMm, AXIS.facetYMm, AXIS.facetZMm];
  return (x, y, z) => {
    const out = (z - cz) * Math.cos(fall) - (y - cy) * Math.sin(fall);
    const up = (y - cy) * Math.cos(fall) + (z - cz) * Math.sin(fall);
    const section = superellipse(
      x - cx,
      out,
      AXIS.facetLengthMm / 2,
      AXIS.facetWidthMm / 2 / Math.cos(fall),
      2.3,
    );
    const dome = up + 0.006 * (x - cx) ** 2;
    return smoothMax(section, smoothMax(dome, -up - 6, 2), 1.2);
  };
}

function lateralParts(lower: FacetFrame): Solid {
  const [px, py, pz] = lower.centre;
  // the pars runs from under the upper facet, in front, to the lower one, behind
  const upper: FacetFrame = { ...lower, centre: [px + 3.5, 4, pz - 1] };
  const pillar = articularPillar(upper, lower, 11);
  const pars = slab({
    from: [AXIS.facetXMm - 1, AXIS.facetYMm - 5, AXIS.facetZMm],
    to: [px - 0.5, py + 6, pz - 1],
    side: [0, 0, 1],
    half: [3, 2],
    radius: [3.6, 3.6],
  });
  const column = slab({
    from: [AXIS.facetXMm + 2, AXIS.facetYMm - 4, AXIS.facetZMm - 3],
    to: [AXIS.facetXMm + 3, -2, 7],
    side: [1, 0, 0],
    half: [3, 2],
    radius: [3.2, 3],
  });
  return smoothUnion(2.5, pars, column, pillar);
}

/** Short, pointing down and out; the artery's hole runs up through it and out to the side. */
function transverseProcess(): Solid {
  const z = AXIS.transverseSpanMm / 2 - 2;
  const tip: Point = [-5.5, -5, z];
  return smoothUnion(
    1.5,
    bar([[0, 0, 9], [0.5, -2.5, 17], tip], 1.8, 0.5),
    bar([[-9, -0.5, 17], tip], 1.9, 0.4),
    bar([[-2, 3, 20.5], tip], 1.6),
  );
}

export function axisSolid(): BoneSolid {
  const body = smoothUnion(2.5, axisBody(), dens());
  const lower = lowerNeckFacet('C2');
  const canalBackX = WALL_X - AXIS.canalDepthMm;
  const laminaY = -4.5;
  const lamina = neckLamina(
    [lower.centre[0] - 2, -1.5, lower.centre[2] - 3],
    [canalBackX - 2, laminaY, 0],
    12.5,
    5,
  );
  const tip = neckSpinousTip(
    WALL_X - AXIS.canalDepthMm / 2,
    AXIS.spinousLengthMm,
    AXIS.spinousDeclinationDeg,
  );
  const spine = neckSpinousProcess({
    root: [canalBackX - 2, laminaY - 0.5, 0],
    tip,
    rootHeightMm: 10.5,
    tipHeightMm: 8.5,
    bifidMm: AXIS.bifidMm,
  });
  const arch = smoothUnion(2.5, lateralParts(lower), superiorFacet(), lamina, transverseProcess());
  const canal = neckCanal(() => WALL_X + 0.5, AXIS.canalDepthMm, AXIS.canalWidthMm, 0.15);
  const foramen = slab({
    from: [-4, -12, 15.5],
    to: [-4, 1.5, 17.5],
    side: [1, 0, 0],
    half: [0.3, 0.3],
    radius: [2.7, 2.7],
  });
  const wayOut = slab({
    from: [-4, 1, 17.5],
    to: [-5, 2, 30],
    side: [0, 1, 0],
    half: [0, 0],
    radius: [2.6, 2.6],
  });
  const basivertebral = ellipsoid([WALL_X - 0.5, -2, 2.5], [2, 1.2, 1.6]);
  const bone = smoothSubtraction(
    1,
    smoothUnion(2.5, smoothUnion(2.5, body, arch), spine),
    canal,
    foramen,
    wayOut,
    basivertebral,
  );
  return {
    name: 'C2',
    solid: mirrored(bone, 0.5),
    deformWeight: (x, y, z) => 1 - smoothStep(0.5, 4, body(x, y, z)),
    low: [tip[0] - 5, -28, -30],
    high: [13, AXIS.densTopMm + 4, 30],
    triangles: 4500,
  };
}
