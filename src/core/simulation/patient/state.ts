import { type BodyShapes, createShapes } from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { createSectionState, type Section, type SectionState } from '../../bone/section.ts';

/** State of the spine, which events change. Plain data, T1 … L5; a stage that changes a section's state replaces it. */
export interface SpineState {
  /** Crush and cement of each body. Written by the section stage, treatments and known fractures. */
  readonly sections: SectionState[];
  /** Deformation of the unloaded bodies: shortening (m) and wedges (rad, + = front, right lower). Written by the shape stage. */
  readonly shorteningM: Float64Array;
  readonly wedgeRad: Float64Array;
  readonly lateralWedgeRad: Float64Array;
  /** 1 for levels whose fracture was known before the scenario began. Written by known fractures. */
  readonly known: Uint8Array;
  /** Volume of cement in each body, ml. Written by treatments. */
  readonly cementMl: Float64Array;
}

export const createSpineState = (sections: readonly Section[]): SpineState => ({
  sections: sections.map(createSectionState),
  shorteningM: new Float64Array(LEVEL_COUNT),
  wedgeRad: new Float64Array(LEVEL_COUNT),
  lateralWedgeRad: new Float64Array(LEVEL_COUNT),
  known: new Uint8Array(LEVEL_COUNT),
  cementMl: new Float64Array(LEVEL_COUNT),
});

/** Copy that shares the sections' states: those are replaced, never changed. */
export const copySpineState = (state: SpineState): SpineState => ({
  sections: state.sections.slice(),
  shorteningM: state.shorteningM.slice(),
  wedgeRad: state.wedgeRad.slice(),
  lateralWedgeRad: state.lateralWedgeRad.slice(),
  known: state.known.slice(),
  cementMl: state.cementMl.slice(),
});

/** Shapes of a column without deformation. */
export const INTACT_SHAPES: BodyShapes = Object.freeze(createShapes());
