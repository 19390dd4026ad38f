import { levelIndex } from '../../anatomy/levels.ts';
import { findPriorCrush, type PressedShape } from '../../bone/priorCrush.ts';
import { metres, millimetres } from '../../quantity/units.ts';
import type { FractureShape } from '../results/records.ts';
import type { Patient } from '../scenario.ts';
import type { Person } from './person.ts';
import { copySpineState, type SpineState } from './state.ts';

type KnownFracture = NonNullable<Patient['knownFractures']>[number];

/** Height loss that stands for a grade, %: the middle of Genant's range (source genant-1993), for the severe grade 45. */
const GRADE_LOSS_PERCENT = { 1: 22.5, 2: 32.5, 3: 45 } as const;

/** Shape of the known fractures: shortening at front and back, and deflection between them (our assumption). */
const PRESSED: Readonly<Record<FractureShape, PressedShape>> = {
  wedge: { front: 1, back: 0, deflection: 0 },
  biconcave: { front: 0.3, back: 0.3, deflection: 0.7 },
  crush: { front: 1, back: 1, deflection: 0 },
};

/** State of the spine with the fractures known before the scenario begins. */
export function applyKnownFractures(
  person: Person,
  before: SpineState,
  fractures: readonly KnownFracture[],
): SpineState {
  const state = copySpineState(before);
  for (const { level, shape, genantGrade } of fractures) {
    const i = levelIndex(level);
    const vertebra = person.model.vertebrae[i]!;
    const halfDepthMm = millimetres(vertebra.depthM) / 2;
    const anteriorMm = millimetres(vertebra.anteriorHeightM);
    const posteriorMm = millimetres(vertebra.posteriorHeightM);
    // the greatest of the three losses determines the grade: L5 is lower behind, so a crush takes most there
    const { state: section, unloaded } = findPriorCrush(
      person.sections[i]!,
      PRESSED[shape],
      (q) =>
        100 *
        Math.max(
          (q[0]! + q[1]! * halfDepthMm) / anteriorMm,
          (2 * (q[0]! + q[3]!)) / (anteriorMm + posteriorMm),
          (q[0]! - q[1]! * halfDepthMm) / posteriorMm,
        ),
      GRADE_LOSS_PERCENT[genantGrade],
    );
    state.known[i] = 1;
    state.sections[i] = section;
    state.shorteningM[i] = metres(unloaded[0]!);
    state.wedgeRad[i] = unloaded[1]!;
    state.lateralWedgeRad[i] = unloaded[2]!;
  }
  return state;
}
