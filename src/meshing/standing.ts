/**
 * Positions of the attachments of ribs and girdle in neutral standing, mm. Chest frame: origin at the centre of T4, x anterior,
 * y up in the world, z right.
 */
import table from '../../models/meshing-skeleton.json' with { type: 'json' };
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { rotateAboutZ } from './landmarks.ts';
import { add, type Point, radians, type Solid, subtract } from './primitives.ts';
import { calcNeutralColumn } from './standingColumn.ts';

/** A frame in the sagittal plane; pitch as seen from the right, + = tilted backwards. */
export interface Place {
  readonly origin: Point;
  readonly pitchRad: number;
}

const CHEST: Level = 'T4';
const PITCH_RAD = radians(table.chestPitchDeg);

const PLACES = new Map(
  calcNeutralColumn(CHEST).map(({ xMm, yMm, pitchRad }, i): [Level, Place] => [
    LEVELS[i]!,
    { origin: rotateAboutZ([xMm, yMm, 0], PITCH_RAD), pitchRad: pitchRad + PITCH_RAD },
  ]),
);

/** A vertebra's frame in the chest frame. */
export const placeOf = (level: Level): Place => PLACES.get(level)!;
export const chestPlace = placeOf(CHEST);

export const toChest = (point: Point, { origin, pitchRad }: Place): Point =>
  add(rotateAboutZ(point, pitchRad), origin);
export const fromChest = (point: Point, { origin, pitchRad }: Place): Point =>
  rotateAboutZ(subtract(point, origin), -pitchRad);

/** Solid drawn in the chest frame, in the frame of its attachment. */
export function carried(solid: Solid, { origin, pitchRad }: Place): Solid {
  const c = Math.cos(pitchRad);
  const s = Math.sin(pitchRad);
  return (x, y, z) => solid(c * x - s * y + origin[0], s * x + c * y + origin[1], z + origin[2]);
}

/** Box round a solid in its attachment's frame: all corners of the box round it in the chest frame. */
export function carriedBox(low: Point, high: Point, place: Place): { low: Point; high: Point } {
  const corners = [low[0], high[0]].flatMap((x) => [low[1], high[1]].map((y) => fromChest([x, y, 0], place)));
  return {
    low: [Math.min(...corners.map((p) => p[0])), Math.min(...corners.map((p) => p[1])), low[2]],
    high: [Math.max(...corners.map((p) => p[0])), Math.max(...corners.map((p) => p[1])), high[2]],
  };
}
