import table from '../../models/discs.json' with { type: 'json' };
import { LEVELS, type Level, levelIndex } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE, type VertebraDimensions } from '../core/anatomy/vertebrae.ts';
import { radians } from './primitives.ts';
import { halfWedgeRad } from './tables.ts';

/** Frame in the sagittal plane: its origin, mm, and its tilt backwards, rad. */
export interface SagittalPlace {
  readonly xMm: number;
  readonly yMm: number;
  readonly pitchRad: number;
}

/** Frame at an offset within a frame, mm, tilted further backwards, rad. */
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

/** Positions of T1 … L5 of the tables' reference adult in neutral standing, unloaded, in the frame of one of them. */
export function calcNeutralColumn(from: Level): SagittalPlace[] {
  const origin: SagittalPlace = { xMm: 0, yMm: 0, pitchRad: 0 };
  const places = [origin];
  for (let i = 1; i < LEVELS.length; i++) {
    const above = REFERENCE_VERTEBRAE[i - 1]!;
    const below = REFERENCE_VERTEBRAE[i]!;
    const { anteriorHeightMm, posteriorHeightMm, segmentAngleDeg } = table.discs[i - 1]!;
    const angle = radians(segmentAngleDeg);
    // half the bone, the disc along the mean direction of its plates, half the next bone
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
