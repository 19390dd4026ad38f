import type { SpineModel } from '../anatomy/spineModel.ts';
import { calcLostVolumeMl } from '../bone/raise.ts';
import { copySectionState, type Section, type SectionState } from '../bone/section.ts';
import { createLoadedSection } from '../bone/sectionForce.ts';
import { calcUnloadedPosition } from '../bone/sectionSolve.ts';
import { createVoxelBody } from './body.ts';
import { createPress, type Press } from './collapse.ts';

/** Where a body is pressed: mm from its axis, + = towards the front, the right. */
export interface PressPlace {
  readonly frontMm: number;
  readonly rightMm: number;
}

/**
 * Press for the body of a section in the state it has. A body that its own crush, its cement and the load leave symmetric is halved.
 * Of earlier crush the mesh has the mean loss of height; the wedge is in the material alone.
 */
export function createBodyPress(
  model: SpineModel,
  index: number,
  section: Section,
  state: SectionState,
  voxelMm: number,
  { frontMm, rightMm }: PressPlace,
): Press {
  const loaded = createLoadedSection(section, copySectionState(state));
  const halved = loaded.mirrored && rightMm === 0;
  let areaMm2 = 0;
  for (let j = 0; j < section.count; j++) areaMm2 += section.areaMm2[j]!;
  const shorterMm = (1000 * calcLostVolumeMl(section, calcUnloadedPosition(loaded))) / areaMm2;
  const body = createVoxelBody(model, index, section, voxelMm, shorterMm, halved);
  return createPress(body, state, frontMm, rightMm);
}
