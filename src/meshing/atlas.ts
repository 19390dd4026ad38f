/** C1, a ring without a body: mm; x anterior, y up, z right, origin on the axis of the dens, at the anterior arch. */
import skull from '../../models/meshing-skull.json' with { type: 'json' };
import type { BoneSolid } from './boneSolid.ts';
import { bar } from './neckParts.ts';
import { ATLAS, ATLAS_ON_AXIS, AXIS, HEAD_ON_ATLAS } from './neckTables.ts';
import {
  dot,
  ellipsoid,
  mirrored,
  type Point,
  radians,
  type Solid,
  slab,
  smoothMax,
  smoothSubtraction,
  smoothUnion,
  superellipse,
} from './primitives.ts';
import { stationsFrom, sweep } from './sweeps.ts';

/** Gaps between the dens and the arch's facet, and over the axis' facets, mm (source: neck-recalled). */
const DENS_GAP_MM = 1.2;
const AXIS_GAP_MM = 2;
/** Gap under the skull's condyles, mm (source: neck-recalled). */
const SKULL_GAP_MM = 1.6;
const ARCH_FRONT_X = AXIS.densDepthMm / 2 + DENS_GAP_MM;
/** The ring's inner back wall and the posterior tubercle. */
const RING_BACK_X = ARCH_FRONT_X - ATLAS.innerDepthMm;
const TUBERCLE_X = ARCH_FRONT_X + ATLAS.anteriorArchThicknessMm - ATLAS.depthMm;
const MASS_X = -5.5;

function anteriorArch(): Solid {
  const middle = ARCH_FRONT_X + ATLAS.anteriorArchThicknessMm / 2;
  const radius = ATLAS.anteriorArchThicknessMm / 2 - 0.3;
  const half = ATLAS.anteriorArchHeightMm / 2 - radius;
  const arch = bar(
    [
      [middle - 0.6, -0.2, -2],
      [middle - 0.4, 0, 4],
      [middle - 3, 0.8, 10],
      [middle - 6.5, 1.2, 15],
    ],
    radius,
    half,
  );
  const tubercle = ellipsoid([middle + 1.4, -1, 0], [2.6, 3.6, 3.4]);
  return smoothUnion(2, arch, tubercle);
}

/** Height of a point above the lower facet: over the axis' upper one, by the joint's gap. */
function lowerFacet(): Solid {
  const fall = radians(AXIS.facetFallDeg);
  const up: Point = [0, Math.cos(fall), Math.sin(fall)];
  const on: Point = [AXIS.facetXMm - ATLAS_ON_AXIS.xMm, AXIS.facetYMm - ATLAS_ON_AXIS.yMm, AXIS.facetZMm];
  return (x, y, z) => dot([x - on[0], y - on[1], z - on[2]], up) - AXIS_GAP_MM;
}

/** Between the two facets; the upper one is a long hollow for the condyle, turned inwards in front. */
function lateralMass(): Solid {
  const angle = radians(24);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const floor = lowerFacet();
  const hollow = ellipsoid([MASS_X + 0.3, 16.5, ATLAS.massZMm - 3], [13.5, 11.5, 12]);
  const block: Solid = (x, y, z) => {
    const [dx, dz] = [x - MASS_X, z - ATLAS.massZMm];
    const along = dx * c - dz * s;
    const across = dx * s + dz * c;
    const section = superellipse(
      along,
      across,
      ATLAS.upperFacetLengthMm / 2,
      ATLAS.upperFacetWidthMm / 2 + 1.4 - 0.1 * y,
      2.6,
    );
    return smoothMax(section, Math.max(y - 8.6, -floor(x, y, z)), 1.8);
  };
  return smoothSubtraction(1, block, hollow);
}

function posteriorArch(): Solid {
  const middle = (RING_BACK_X + TUBERCLE_X) / 2;
  const radius = 3;
  const half = ATLAS.posteriorArchHeightMm / 2 - radius;
  // behind the lateral mass the vertebral artery lies in a groove in its top
  const limb = bar(
    [
      [MASS_X - 6, -2.2, ATLAS.massZMm + 2],
      [MASS_X - 13, -2.6, ATLAS.massZMm - 1.5],
    ],
    2.4,
    0.8,
  );
  const roof = bar(
    [
      [MASS_X - 13, -2.6, ATLAS.massZMm - 1.5],
      [middle + 4.5, -2.6, 9.5],
      [middle + 0.8, -2.6, 0],
    ],
    radius,
    half,
  );
  const tubercle = ellipsoid([TUBERCLE_X + 2.2, -3.2, 0], [2.4, 3, 3]);
  return smoothUnion(2, limb, roof, tubercle);
}

/** The longest of the neck: two roots round the artery's hole, one blunt tip, a little behind the mass. */
function transverseProcess(): Solid {
  const tip: Point = [MASS_X - 2.5, -3, ATLAS.spanMm / 2 - 3];
  const front = bar([[MASS_X + 5, 1.5, 20], [MASS_X + 4.6, 0.5, ATLAS.foramenZMm], tip], 2, 0.8);
  const back = bar([[MASS_X - 5.5, -1.5, 21], [MASS_X - 5, -2, ATLAS.foramenZMm + 0.5], tip], 2.2, 0.5);
  const club = slab({
    from: [tip[0] + 1.4, tip[1] + 0.4, tip[2] - 4],
    to: tip,
    side: [1, 0, 0],
    half: [2.4, 1],
    radius: [2.4, 2.9],
  });
  return smoothUnion(1.5, front, back, club);
}

/** Tubercle inside the ring from which the dens' transverse ligament arises. */
const ligamentTubercle = (): Solid =>
  ellipsoid([MASS_X + 3, 0.5, ATLAS.massZMm - ATLAS.upperFacetWidthMm / 2 - 1.5], [2.2, 2, 2]);

/** Space of the skull's condyle with the joint's cartilage: what it leaves of the mass is its socket. */
function condyleRoom(): Solid {
  const condyle = sweep(stationsFrom(skull.condyle), { squareness: 2.2 });
  const { xMm, yMm } = HEAD_ON_ATLAS;
  return (x, y, z) => condyle(x - xMm, y - yMm, z) - SKULL_GAP_MM;
}

export function atlasSolid(): BoneSolid {
  const ring = smoothUnion(
    2,
    anteriorArch(),
    lateralMass(),
    posteriorArch(),
    transverseProcess(),
    ligamentTubercle(),
  );
  const foramen: Solid = (x, _y, z) => superellipse(x - MASS_X, z - ATLAS.foramenZMm, 3.2, 3.6, 2);
  const facetForDens = ellipsoid([0, 0, 0], [ARCH_FRONT_X + 0.4, 7, ARCH_FRONT_X]);
  const bone = smoothSubtraction(0.8, ring, foramen, facetForDens, condyleRoom());
  return {
    name: 'C1',
    solid: mirrored(bone, 0.5),
    deformWeight: () => 0,
    low: [TUBERCLE_X - 4, -16, -ATLAS.spanMm / 2 - 3],
    high: [ARCH_FRONT_X + 10, 14, ATLAS.spanMm / 2 + 3],
    triangles: 4500,
  };
}
