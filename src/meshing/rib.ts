/** Ribs, right side, mm: drawn in the chest frame between the facets of their vertebrae, then seen from the vertebra. */
import table from '../../models/meshing-thorax.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../core/anatomy/levels.ts';
import type { BoneSolid } from './boneSolid.ts';
import { approach } from './contact.ts';
import { landmarks } from './landmarks.ts';
import {
  add,
  cross,
  dot,
  ellipsoid,
  lerp,
  normalise,
  type Point,
  radians,
  type Solid,
  smoothSubtraction,
  smoothUnion,
  subtract,
} from './primitives.ts';
import { carried, carriedBox, placeOf, toChest } from './standing.ts';
import { type Station, sweep } from './sweeps.ts';
import { vertebraShape } from './tables.ts';
import { vertebraSolid } from './vertebra.ts';

export type RibShape = (typeof table.ribs)[number];

/** Joint space at head and tubercle, cartilage and all, mm (source thorax-recalled). */
const JOINT_MM = 1.2;
/** The necks of ribs 9 and 10 run close over the process: what they need more. */
const NECK_ROOM_MM = 1.4;
const UP: Point = [0, 1, 0];

export interface RibLandmarks {
  readonly head: Point;
  readonly headRadiusMm: number;
  /** The lowest two ribs have none. */
  readonly tubercle: Point | undefined;
  readonly tubercleRadiusMm: number;
  readonly back: Point;
  readonly side: Point;
  readonly front: Point;
}

/** Ribs 2 … 10 sit across the disc above their vertebra, the others on its body alone. */
const spansDisc = (i: number): boolean => i >= 1 && i <= 9;
const hasTubercle = (i: number): boolean => i <= 9;

const inChest = (level: Level): Solid => {
  const { solid } = vertebraSolid(level);
  const { origin, pitchRad } = placeOf(level);
  const c = Math.cos(pitchRad);
  const s = Math.sin(pitchRad);
  return (x, y, z) => {
    const dx = x - origin[0];
    const dy = y - origin[1];
    return solid(c * dx + s * dy, c * dy - s * dx, z);
  };
};

/** The head comes from the side to the back of the body's side, as near as cartilage allows. */
function placeHead(level: Level, i: number, radiusMm: number): Point {
  const shape = vertebraShape(level);
  const { heightMm } = landmarks(shape);
  const depth = shape.dimensions.upperDepthMm / 2;
  const towards: Point = [0, 0, -1];
  const aim: Point = spansDisc(i)
    ? [-0.62 * depth, heightMm / 2 + 1.5, 4]
    : [-(i === 0 ? 0.5 : 0.85) * depth, heightMm / 2 - (i === 0 ? 4 : 7), 6];
  const place = placeOf(level);
  const from = toChest(add(aim, towards, -40), place);
  const direction = subtract(toChest(towards, place), place.origin);
  const neighbours = [inChest(level), ...(spansDisc(i) ? [inChest(LEVELS[levelIndex(level) - 1]!)] : [])];
  return approach(neighbours, from, direction, radiusMm + JOINT_MM);
}

/** Where the tubercle's face lies round the transverse process: under it (T1), before it, from T7 down on top of it. */
const TUBERCLE_FACES_UP_DEG = [-50, -28, -12, -4, -4, -4, 10, 24, 38, 50];

function placeTubercle(level: Level, i: number, radiusMm: number): Point {
  const { transverseTip } = landmarks(vertebraShape(level));
  const upwards = radians(TUBERCLE_FACES_UP_DEG[i]!);
  const outward = normalise([Math.cos(upwards), Math.sin(upwards), 0.35]);
  const place = placeOf(level);
  const from = toChest(add(add(transverseTip, [0, 0, -2]), outward, 30), place);
  const direction = subtract(place.origin, toChest(outward, place));
  return approach([inChest(level)], from, direction, radiusMm + JOINT_MM + (i > 7 ? NECK_ROOM_MM : 0));
}

export function ribLandmarks(level: Level): RibLandmarks {
  const i = levelIndex(level) - levelIndex('T1');
  const row = table.ribs[i]!;
  const headRadiusMm = i === 0 ? 3.6 : Math.min(row.halfHeightMm * 0.68, 4.5);
  const tubercleRadiusMm = row.halfThicknessMm + 0.8;
  const head = placeHead(level, i, headRadiusMm);
  const drop = (t: number): number => head[1] - lerp(row.backDropMm, row.frontDropMm, t);
  // the rib falls evenly, partly with its way forward, partly with its length
  const forward = (row.sideXMm - row.backXMm) / (row.frontXMm - row.backXMm);
  return {
    head,
    headRadiusMm,
    tubercle: hasTubercle(i) ? placeTubercle(level, i, tubercleRadiusMm) : undefined,
    tubercleRadiusMm,
    back: [row.backXMm, drop(0), row.backZMm],
    side: [row.sideXMm, drop(lerp(forward, 0.5, 0.35)), row.sideZMm],
    front: [row.frontXMm, drop(1), row.frontZMm],
  };
}

/** A point a fraction of the way from `a` to `b` along a quarter of an ellipse that leaves `a` along z and reaches `b` along x. */
const onQuarter = (a: Point, b: Point, t: number): Point => {
  const angle = (t * Math.PI) / 2;
  return [
    b[0] - (b[0] - a[0]) * Math.cos(angle),
    lerp(a[1], b[1], lerp(1 - Math.cos(angle), t, 0.7)),
    a[2] + (b[2] - a[2]) * Math.sin(angle),
  ];
};

/** The middle line from the head to the front end, with its sections. */
function shaft(row: RibShape, at: RibLandmarks): Station[] {
  const { head, tubercle, back, side, front } = at;
  const [h, t] = [row.halfHeightMm, row.halfThicknessMm];
  const first = row.level === 'T1';
  const neck = tubercle ? add(add([0, 0, 0], head, 0.5), tubercle, 0.5) : undefined;
  const round = Math.min(h, 6.8);
  const rows: [Point, number, number, number][] = [
    [head, round * 0.8, t * 1.2, first ? 30 : row.backRollDeg],
  ];
  if (neck && tubercle) {
    rows.push([neck, round * 0.7, t, first ? 40 : row.backRollDeg]);
    rows.push([tubercle, round * 0.85, t * 1.15, row.backRollDeg]);
  }
  rows.push([back, first ? h * 0.72 : h * 0.98, t * 1.08, row.backRollDeg]);
  // the two that float run on in one gentle bow; the others turn forward at the side
  const floats = !tubercle;
  for (const way of floats ? [] : [0.35, 0.68]) {
    rows.push([onQuarter(back, side, way), h, t, lerp(row.backRollDeg, row.sideRollDeg, way)]);
  }
  rows.push([side, h * 1.02, t * 0.98, row.sideRollDeg]);
  for (const way of floats ? [] : [0.4, 0.75]) {
    const bend = 1 - (1 - way) ** 1.6;
    const middle: Point = [
      lerp(side[0], front[0], way ** 0.92),
      lerp(side[1], front[1], way),
      side[2] - (side[2] - front[2]) * (way ** 2.1 * 0.85 + bend * 0.15 * way),
    ];
    rows.push([middle, h * 0.98, t * 0.95, lerp(row.sideRollDeg, row.frontRollDeg, way)]);
  }
  rows.push([front, h * (first ? 1.15 : 1.06), t * 1.2, row.frontRollDeg]);
  return rows.map(([point, wideMm, thinMm, rollDeg], k): Station => {
    const before = rows[Math.max(k - 1, 0)]![0];
    const after = rows[Math.min(k + 1, rows.length - 1)]![0];
    const along = normalise(subtract(after, before));
    const up = normalise(add(UP, along, -dot(UP, along)));
    const roll = radians(rollDeg);
    const outward = cross(along, up);
    const side = add(add([0, 0, 0], up, Math.cos(roll)), outward, -Math.sin(roll));
    return { at: point, wideMm, thinMm, side };
  });
}

/** Along the lower inner border behind: where vessels and nerve run. */
function subcostalGroove(stations: readonly Station[]): Station[] {
  return stations.slice(3, -2).map((station, k, all) => {
    const along = normalise(subtract(all[Math.min(k + 1, all.length - 1)]!.at, all[Math.max(k - 1, 0)]!.at));
    const inward = cross(station.side, along);
    const at = add(add(station.at, station.side, -station.wideMm * 0.72), inward, station.thinMm * 1.15);
    return { at, wideMm: station.wideMm * 0.3, thinMm: station.thinMm * 0.5, side: station.side };
  });
}

function bounds(stations: readonly Station[]): { low: Point; high: Point } {
  const reach = (k: 0 | 1 | 2, sign: 1 | -1): number =>
    Math.max(...stations.map(({ at }) => sign * at[k])) * sign + sign * 15;
  return {
    low: [reach(0, -1), reach(1, -1), reach(2, -1)],
    high: [reach(0, 1), reach(1, 1), reach(2, 1)],
  };
}

export function ribSolid(level: Level): BoneSolid {
  const i = levelIndex(level) - levelIndex('T1');
  const row = table.ribs[i]!;
  const at = ribLandmarks(level);
  const stations = shaft(row, at);
  const body = sweep(stations, { squareness: 2.3, cut: [false, true] });
  const r = at.headRadiusMm;
  const head = ellipsoid(at.head, [r, r * 1.15, r]);
  const knobs = at.tubercle
    ? [ellipsoid(at.tubercle, [at.tubercleRadiusMm, at.tubercleRadiusMm, at.tubercleRadiusMm + 1])]
    : [];
  const whole = smoothUnion(3, body, head, ...knobs);
  const grooved = i >= 2 && i <= 9;
  const solid = grooved ? smoothSubtraction(1.2, whole, sweep(subcostalGroove(stations))) : whole;
  const place = placeOf(level);
  const box = bounds(stations);
  return {
    name: `rib-${i + 1}-right`,
    solid: carried(solid, place),
    deformWeight: () => 0,
    ...carriedBox(box.low, box.high, place),
    triangles: i < 1 || i > 9 ? 1600 : 2400,
    sampleMm: 0.9,
  };
}

export const RIB_LEVELS: readonly Level[] = LEVELS.filter((level) => level.startsWith('T'));
