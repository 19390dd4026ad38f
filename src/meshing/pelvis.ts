/** The right hip bone, mm: drawn near the hip-joint centre in standing, then seen from the sacrum. */
import table from '../../models/meshing-pelvis.json' with { type: 'json' };
import type { BoneSolid } from './boneSolid.ts';
import { type Frame, framed, framedBox, fromFrame, inverse } from './frames.ts';
import { plate } from './plates.ts';
import {
  add,
  cross,
  dot,
  ellipsoid,
  normalise,
  type Point,
  radians,
  type Solid,
  smoothMax,
  smoothSubtraction,
  smoothUnion,
} from './primitives.ts';
import { sacrumSolid } from './sacrum.ts';
import { stationsFrom, sweep } from './sweeps.ts';

const point = (row: readonly number[]): Point => [row[0]!, row[1]!, row[2]!];
const slope = radians(table.sacralSlopeDeg);

/** The sacrum's frame (origin S1, y along the end plate's normal) in the hip frame. */
const SACRUM_IN_HIP: Frame = {
  origin: [table.s1FromHipMm[0]!, table.s1FromHipMm[1]!, -table.hipHalfSpacingMm],
  u: [Math.cos(slope), -Math.sin(slope), 0],
  v: [Math.sin(slope), Math.cos(slope), 0],
};
export const HIP_IN_SACRUM: Frame = inverse(SACRUM_IN_HIP);
/** Centre of the right hip joint in the sacrum's frame. */
export const hipCentreInSacrum: Point = fromFrame(point(table.acetabulum.centre), HIP_IN_SACRUM);

const iliacBlade = (): Solid => {
  const { u, v, outline, relief } = table.blade;
  return plate({ origin: [0, 0, 0], u: point(u), v: point(v), outline, relief });
};

/** The socket: a ball in a thick rim, open where the notch lies below. */
function acetabulum(): { wall: Solid; hollow: Solid } {
  const { radiusMm, rimMm, rimPlaneMm, facing } = table.acetabulum;
  const centre = point(table.acetabulum.centre);
  const [cx, cy, cz] = centre;
  const axis = normalise(point(facing));
  const outer = radiusMm + rimMm;
  const medial = normalise(point(table.medialWall.normal));
  const wall: Solid = (px, py, pz) => {
    const [x, y, z] = [px - cx, py - cy, pz - cz];
    const out = x * axis[0] + y * axis[1] + z * axis[2];
    const cup = smoothMax(Math.sqrt(x * x + y * y + z * z) - outer, out - rimPlaneMm, 2.5);
    return smoothMax(cup, px * medial[0] + py * medial[1] + pz * medial[2] - table.medialWall.outMm, 6);
  };
  const ball = ellipsoid(centre, [radiusMm, radiusMm, radiusMm]);
  // floor and notch are deeper than the load-bearing crescent
  const down = normalise(add([0.1, -1, -0.1], axis, -dot([0.1, -1, -0.1], axis)));
  const fossa = ellipsoid(add(add(centre, axis, -8), down, 8), [10, 17, 10]);
  const notch = ellipsoid(add(add(centre, axis, 2), down, 27), [8, 10, 8]);
  return { wall, hollow: (x, y, z) => Math.min(ball(x, y, z), fossa(x, y, z), notch(x, y, z)) };
}

/** Hole through the plate that would fill the ring of ischium and pubis. */
function obturatorForamen(): Solid {
  const { centre, radii, normal, long } = table.obturatorForamen;
  const n = normalise(point(normal));
  const a = normalise(add(point(long), n, -dot(point(long), n)));
  const b = cross(n, a);
  const [cx, cy, cz] = point(centre);
  return (px, py, pz) => {
    const x = px - cx;
    const y = py - cy;
    const z = pz - cz;
    const s = (x * a[0] + y * a[1] + z * a[2]) / radii[0]!;
    const t = (x * b[0] + y * b[1] + z * b[2]) / radii[1]!;
    return (Math.hypot(s, t) - 1) * radii[1]!;
  };
}

/** The hip bone without the space of sacrum, femur and the obturator membrane. */
function hipInHipFrame(): Solid {
  const socket = acetabulum();
  const ischium = sweep(stationsFrom(table.ischium), { squareness: 2.4 });
  const pubis = smoothUnion(
    4,
    sweep(stationsFrom(table.pubis), { squareness: 2.3 }),
    sweep(stationsFrom(table.symphysis), { squareness: 2.4 }),
  );
  const spine = sweep(stationsFrom(table.ischialSpine));
  const arcuateBar = sweep(stationsFrom(table.arcuateBar));
  const lower = smoothUnion(7, socket.wall, ischium, pubis, spine, arcuateBar);
  const whole = smoothUnion(9, iliacBlade(), lower);
  const open = smoothSubtraction(3, whole, obturatorForamen());
  return besideSacrum(smoothSubtraction(1.5, open, socket.hollow));
}

/** Auricular surface: the sacrum's own shape, a cartilage's thickness away. Evaluated only where the two can meet. */
function besideSacrum(hip: Solid): Solid {
  const sacrum = framed(sacrumSolid().solid, SACRUM_IN_HIP);
  return (x, y, z) => {
    const d = hip(x, y, z);
    if (d > 4 || z > 0 || y < 20) return d;
    return smoothMax(d, table.sacroiliacGapMm - sacrum(x, y, z), 1);
  };
}

export function hipSolid(): BoneSolid {
  return {
    name: 'hip-right',
    solid: framed(hipInHipFrame(), HIP_IN_SACRUM),
    deformWeight: () => 0,
    ...framedBox([-104, -76, -82], [80, 160, 58], HIP_IN_SACRUM),
    triangles: 9000,
    sampleMm: 1.1,
  };
}
