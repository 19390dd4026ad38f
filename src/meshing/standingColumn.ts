import table from '../../models/discs.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE, type VertebraDimensions } from '../core/anatomy/vertebrae.ts';
import { radians } from './primitives.ts';
import { halfWedgeRad } from './tables.ts';

/** A frame in the sagittal plane: its origin, mm, and how far it is tilted backwards, rad. */
export interface SagittalPlace {
  readonly xMm: number;
  readonly yMm: number;
  readonly pitchRad: number;
}

/** On from a frame by a way in it, mm, and a tilt backwards there. */
export function stepOn(
  { xMm, yMm, pitchRad }: SagittalPlace,
  wayXMm: number,
  wayYMm: number,
  tiltRad: number,
): SagittalPlace {
  const c = Math.cos(pitchRad);
  const s = Math.sin(pitchRad);
  return {
    xMm: xMm + c * wayXMm - s * wayYMm,
    yMm: yMm + s * wayXMm + c * wayYMm,
    pitchRad: pitchRad + tiltRad,
  };
}

export const calcMeanHeightMm = ({ anteriorHeightMm, posteriorHeightMm }: VertebraDimensions): number =>
  (anteriorHeightMm + posteriorHeightMm) / 2;

/** Where T1 … L5 of the tables' reference adult stand in neutral standing, unloaded, in the frame of one of them. */
export function calcNeutralColumn(from: Level): SagittalPlace[] {
  const origin: SagittalPlace = { xMm: 0, yMm: 0, pitchRad: 0 };
  const places = [origin];
  for (let i = 1; i < LEVELS.length; i++) {
    const above = REFERENCE_VERTEBRAE[i - 1]!;
    const below = REFERENCE_VERTEBRAE[i]!;
    const { anteriorHeightMm, posteriorHeightMm, segmentAngleDeg } = table.discs[i - 1]!;
    const angle = radians(segmentAngleDeg);
    // down half the bone, the disc along the mean direction of its plates, half the next bone
    const upperPlate = -halfWedgeRad(above);
    const alongDisc = (upperPlate + angle + halfWedgeRad(below)) / 2;
    const plate = stepOn(places[i - 1]!, 0, -calcMeanHeightMm(above) / 2, alongDisc);
    const next = stepOn(plate, 0, -(anteriorHeightMm + posteriorHeightMm) / 2, angle - alongDisc);
    places.push(stepOn(next, 0, -calcMeanHeightMm(below) / 2, 0));
  }
  const seen = places[levelIndex(from)]!;
  const rotated = stepOn({ ...origin, pitchRad: -seen.pitchRad }, -seen.xMm, -seen.yMm, 0);
  return places.map((place) => {
    const { xMm, yMm } = stepOn(rotated, place.xMm, place.yMm, 0);
    return { xMm, yMm, pitchRad: place.pitchRad - seen.pitchRad };
  });
}
