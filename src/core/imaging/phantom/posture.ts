import table from '../../../../models/imaging.json' with { type: 'json' };
import {
  type ColumnGeometry,
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  setSacrumPitch,
} from '../../anatomy/columnGeometry.ts';
import { levelIndex } from '../../anatomy/levels.ts';
import { radians } from '../../quantity/units.ts';
import { applyReopening } from '../../simulation/patient/healing.ts';
import type { Person } from '../../simulation/patient/person.ts';
import { calcStandingPosture } from '../../simulation/patient/standing.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import type { ImagePosture } from '../exams/names.ts';

const REOPENING = { side: 'lie-side', supine: 'lie-supine' } as const;

const L1 = levelIndex('L1');
const L5 = levelIndex('L5');

/** How the column lies for an image. */
export interface Posed {
  readonly state: SpineState;
  readonly geometry: ColumnGeometry;
  readonly sacrumPitchRad: number;
}

/** The column in a posture: a break that has not healed opens when it is unloaded. @param lordosisDeg against standing */
export function poseColumn(
  person: Person,
  before: SpineState,
  posture: ImagePosture,
  lordosisDeg: number = table.posture.lordosisDeg[posture],
): Posed {
  const state =
    posture === 'side' || posture === 'supine' ? applyReopening(person, before, REOPENING[posture]) : before;
  const { model, standing } = person;
  const { flexionRad, sacrumPitchRad } = calcStandingPosture(model, standing, state);
  const geometry = createColumnGeometry();
  const angles = createDiscAngles();
  angles.flexionRad.set(flexionRad);
  for (let i = L1; i <= L5; i++) angles.flexionRad[i]! -= radians(lordosisDeg) / (L5 - L1 + 1);
  setSacrumPitch(geometry, sacrumPitchRad);
  calcColumnGeometry(model, state, angles, geometry);
  return { state, geometry, sacrumPitchRad };
}
