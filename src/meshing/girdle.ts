/** Clavicle and scapula, right side, mm: drawn in neutral standing, seen from T4. */
import table from '../../models/meshing-girdle.json' with { type: 'json' };
import type { BoneSolid } from './boneSolid.ts';
import { type Frame, framed, framedBox } from './frames.ts';
import { type Plate, plate } from './plates.ts';
import { ellipsoid, type Point, type Solid, smoothSubtraction, smoothUnion } from './primitives.ts';
import { carried, carriedBox, chestPlace } from './standing.ts';
import { stationsFrom, sweep } from './sweeps.ts';

const { scapula } = table;
const point = (row: readonly number[]): Point => [row[0]!, row[1]!, row[2]!];
const lump = ({ centre, radii }: { centre: readonly number[]; radii: readonly number[] }): Solid =>
  ellipsoid(point(centre), point(radii));

export function clavicleSolid(): BoneSolid {
  const shaft = sweep(stationsFrom(table.clavicle), { squareness: 2.3, cut: [true, false] });
  return {
    name: 'clavicle-right',
    solid: carried(smoothUnion(4, shaft, lump(table.conoidTubercle)), chestPlace),
    deformWeight: () => 0,
    ...carriedBox([-4, 0, 8], [106, 58, 158], chestPlace),
    triangles: 2000,
    sampleMm: 1,
  };
}

export const SCAPULA_IN_CHEST: Frame = {
  origin: point(scapula.origin),
  u: point(scapula.u),
  v: point(scapula.v),
};

const blade = (): Solid => plate({ origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0], ...scapula.blade });

function spine(): Solid {
  const { origin, u, v, outline, relief } = scapula.spine;
  const chart: Plate = { origin: point(origin), u: point(u), v: point(v), outline, relief };
  return plate(chart);
}

/** In its own frame: origin in the neck under the glenoid, u outwards, v up, w backwards. */
function scapulaInOwnFrame(): Solid {
  const { centre, radiusMm } = scapula.glenoidHollow;
  const glenoid = smoothSubtraction(
    1,
    sweep(stationsFrom(scapula.neck), { squareness: 2.2, cut: [false, true] }),
    ellipsoid(point(centre), [radiusMm, radiusMm, radiusMm]),
  );
  const acromion = sweep(stationsFrom(scapula.acromion), { squareness: 2.6 });
  const coracoid = sweep(stationsFrom(scapula.coracoid), { squareness: 2.2 });
  const flat = smoothUnion(4, blade(), spine());
  const open = smoothSubtraction(3, flat, lump(scapula.spinoglenoidNotch));
  return smoothUnion(4, smoothUnion(3, open, acromion), coracoid, glenoid);
}

export function scapulaSolid(): BoneSolid {
  const box = framedBox([-112, -116, -56], [34, 60, 52], SCAPULA_IN_CHEST);
  return {
    name: 'scapula-right',
    solid: carried(framed(scapulaInOwnFrame(), SCAPULA_IN_CHEST), chestPlace),
    deformWeight: () => 0,
    ...carriedBox(box.low, box.high, chestPlace),
    triangles: 7000,
    sampleMm: 0.9,
  };
}
