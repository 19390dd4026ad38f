import { LEVELS } from '../../anatomy/levels.ts';
import { degrees } from '../../quantity/units.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import {
  calcBodyHeights,
  calcFractureShape,
  calcGreatestLossPercent,
  isFractured,
  VISIBLE_PERCENT,
} from './heights.ts';
import type { FractureRecord } from './records.ts';

/** Fractures in an event, from the column before and after it. `calcTimeS`: time at which a level's section passed its peak capacity, s. */
export function describeFractures(
  person: Person,
  before: SpineState,
  after: SpineState,
  calcTimeS: (level: number) => number,
): FractureRecord[] {
  return LEVELS.flatMap((level, i) => {
    const was = calcBodyHeights(person, before, i);
    const is = calcBodyHeights(person, after, i);
    if (!isFractured(after, i, is)) return [];
    // an already broken level has progressed when a radiograph could show it
    const progression = isFractured(before, i, was);
    const gained = calcGreatestLossPercent(is) - calcGreatestLossPercent(was);
    if (progression && gained < VISIBLE_PERCENT) return [];
    return [
      {
        level,
        timeS: calcTimeS(i),
        shape: calcFractureShape(is),
        progression,
        anteriorHeightLossPercent: is.anteriorLossPercent,
        middleHeightLossPercent: is.middleLossPercent,
        posteriorHeightLossPercent: is.posteriorLossPercent,
        wedgeDeg: degrees(after.wedgeRad[i]!),
      },
    ];
  });
}
