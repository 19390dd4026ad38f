import { applyRest, copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { createLoadedSection } from './sectionForce.ts';
import { calcUnloadedPosition } from './sectionSolve.ts';

/** Body whose end plates were raised: its state, and the position of its end plates without load (mm, rad, rad, mm). */
export interface RaisedBody {
  readonly state: SectionState;
  readonly unloaded: Float64Array;
}

/** Volume lost between the end plates of an unloaded body, ml. */
export function calcLostVolumeMl(
  { count, xMm, zMm, deflectionShape, areaMm2 }: Section,
  unloaded: Float64Array,
): number {
  let lost = 0;
  for (let j = 0; j < count; j++)
    lost +=
      areaMm2[j]! *
      (unloaded[0]! + unloaded[1]! * xMm[j]! + unloaded[2]! * zMm[j]! + unloaded[3]! * deflectionShape[j]!);
  return lost / 1000;
}

/**
 * Raises the end plates of a body at rest by a fraction of the height lost between them. The plates are stiff beside crushed bone
 * and carry the shell with them: every column is stretched back by the same fraction of its crush. The debris does not heal: it
 * keeps its damage, and bears no more than loose debris does until it is pressed as far again.
 */
export function raiseEndPlates(section: Section, before: SectionState, fraction: number): RaisedBody {
  const state = copySectionState(before);
  applyRest(section, state);
  for (let i = 0; i < LAYERS * section.count; i++) {
    const raised = fraction * state.crushMm[i]!;
    state.crushMm[i]! -= raised;
    state.raisedMm[i]! += raised;
  }
  state.plateSetMm *= 1 - fraction;
  const unloaded = calcUnloadedPosition(createLoadedSection(section, state));
  state.plateDeflectionMm = unloaded[3]!;
  return { state, unloaded };
}
