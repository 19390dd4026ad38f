import { copySectionState, type Section, type SectionState } from './section.ts';
import { createLoadedSection, ENTRIES, UNKNOWNS } from './sectionForce.ts';
import { calcUnloadedPosition, solveSection } from './sectionSolve.ts';

/** Elastic response of a body to a load well below its strength. */
export interface WorkingStiffness {
  /** Axial stiffness: load over the movement of its pressure (rim and deflection together), N/mm. */
  readonly axialNPerMm: number;
  /** Elastic deflection of both end plates together at their centre, mm. */
  readonly plateDeflectionMm: number;
}

/**
 * Stiffness of a section between no load and the given one, which must be below its strength.
 *
 * @param eccentricityMm of the load, + = towards the front
 * @param deflectionForceRatio B/P of its pressure before the plates deflect
 */
export function calcWorkingStiffness(
  section: Section,
  state: SectionState,
  loadN: number,
  eccentricityMm: number,
  deflectionForceRatio = section.deflectionForceRatio,
): WorkingStiffness {
  const body = createLoadedSection(section, copySectionState(state));
  const unloaded = calcUnloadedPosition(body);
  const load = Float64Array.of(loadN, loadN * eccentricityMm, 0, loadN * deflectionForceRatio);
  const relief = new Float64Array(ENTRIES);
  relief[ENTRIES - 1] = section.reliefNPerMm;
  const q = unloaded.slice();
  solveSection(body, load, relief, unloaded, q, 1e-6 * loadN);
  let way = 0;
  for (let i = 0; i < UNKNOWNS; i++) way += (load[i]! / loadN) * (q[i]! - unloaded[i]!);
  return { axialNPerMm: loadN / way, plateDeflectionMm: q[3]! - unloaded[3]! };
}
