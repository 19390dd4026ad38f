/**
 * Where the carriers of ribs and girdle stand in neutral standing, mm: the tables' bodies stacked through their discs.
 * Chest frame: origin at the centre of T4, x anterior, y up in the world, z right.
 */
import table from '../../models/meshing-skeleton.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../core/anatomy/levels.ts';
import { rotateAboutZ } from './landmarks.ts';
import { add, type Point, radians, type Solid, subtract } from './primitives.ts';
import { dimensionsOf, halfWedgeRad, vertebraShape } from './tables.ts';

/** A frame in the sagittal plane; pitch as seen from the right, + = tilted backwards. */
export interface Place {
  readonly origin: Point;
  readonly pitchRad: number;
}

const CHEST: Level = 'T4';

const meanHeightMm = (level: Level): number => {
  const { anteriorHeightMm, posteriorHeightMm } = dimensionsOf(level);
  return (anteriorHeightMm + posteriorHeightMm) / 2;
};

/** From the centre of a body down through the disc to the centre of the next one. */
function below(level: Level, at: Place): Place {
  const next = LEVELS[levelIndex(level) + 1]!;
  const { heightMm, segmentAngleRad } = vertebraShape(level).discBelow;
  const pitchRad = at.pitchRad + segmentAngleRad;
  const lower = at.pitchRad - halfWedgeRad(dimensionsOf(level));
  const upper = pitchRad + halfWedgeRad(dimensionsOf(next));
  const steps: readonly (readonly [number, number])[] = [
    [meanHeightMm(level) / 2, at.pitchRad],
    [heightMm, (lower + upper) / 2],
    [meanHeightMm(next) / 2, pitchRad],
  ];
  const origin = steps.reduce<Point>(
    (p, [length, pitch]) => add(p, rotateAboutZ([0, -length, 0], pitch)),
    at.origin,
  );
  return { origin, pitchRad };
}

function stack(): ReadonlyMap<Level, Place> {
  const places: Place[] = [{ origin: [0, 0, 0], pitchRad: 0 }];
  for (const level of LEVELS.slice(0, -1)) places.push(below(level, places[places.length - 1]!));
  const chest = places[levelIndex(CHEST)]!;
  const turn = radians(table.chestPitchDeg) - chest.pitchRad;
  return new Map(
    LEVELS.map((level, i): [Level, Place] => {
      const { origin, pitchRad } = places[i]!;
      return [
        level,
        { origin: rotateAboutZ(subtract(origin, chest.origin), turn), pitchRad: pitchRad + turn },
      ];
    }),
  );
}

const PLACES = stack();

/** A vertebra's frame in the chest frame. */
export const placeOf = (level: Level): Place => PLACES.get(level)!;
export const chestPlace = placeOf(CHEST);

export const toChest = (point: Point, { origin, pitchRad }: Place): Point =>
  add(rotateAboutZ(point, pitchRad), origin);
export const fromChest = (point: Point, { origin, pitchRad }: Place): Point =>
  rotateAboutZ(subtract(point, origin), -pitchRad);

/** A solid drawn in the chest frame, as its carrier sees it. */
export function carried(solid: Solid, { origin, pitchRad }: Place): Solid {
  const c = Math.cos(pitchRad);
  const s = Math.sin(pitchRad);
  return (x, y, z) => solid(c * x - s * y + origin[0], s * x + c * y + origin[1], z + origin[2]);
}

/** The box round a solid in its carrier's frame: all corners of the box round it in the chest frame. */
export function carriedBox(low: Point, high: Point, place: Place): { low: Point; high: Point } {
  const corners = [low[0], high[0]].flatMap((x) => [low[1], high[1]].map((y) => fromChest([x, y, 0], place)));
  return {
    low: [Math.min(...corners.map((p) => p[0])), Math.min(...corners.map((p) => p[1])), low[2]],
    high: [Math.max(...corners.map((p) => p[0])), Math.max(...corners.map((p) => p[1])), high[2]],
  };
}
