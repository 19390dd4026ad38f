import { LANDMARKS, type Landmark } from '../../activity/landmarks.ts';
import type { Level } from '../../anatomy/levels.ts';
import type { Findings, FractureRecord } from './records.ts';

export { LANDMARKS, type Landmark };

/** Side of the square raster in which a section's columns are reported: x (posterior → anterior) by z (left → right). */
export const SECTION_RASTER = 16;
/** Layers of a column, bottom to top: lower, middle, upper. */
export const SECTION_LAYERS = 3;

/** Residual deformation of one vertebral body from one time on. */
export interface SectionSnapshot {
  readonly timeS: number;
  readonly level: Level;
  /**
   * Permanent shortening of each layer of each column, mm: index = (layer · R + iz) · R + ix with R = SECTION_RASTER,
   * layer 0 lower, 1 middle, 2 upper; raster cell centre at x = ((ix + ½)/R · 2 − 1) · depth/2, z likewise with the width.
   * Cells outside the end plate carry the value of the nearest cell inside.
   */
  readonly crushMm: Float32Array;
  /** Fraction of each layer of each column filled with cement, 0…1; same order. */
  readonly cement: Float32Array;
  /**
   * Deformation of the whole body by its end plates: mean shortening (mm), anterior wedge (rad, + = front lower), right wedge (rad,
   * + = right side lower), and the plates' deflection (mm at the centre, over both end plates). Each end plate takes half.
   */
  readonly shorteningMm: number;
  readonly wedgeRad: number;
  readonly lateralWedgeRad: number;
  readonly plateDeflectionMm: number;
}

/** Start and end of a collapse, s. */
export interface Collapse {
  readonly fromS: number;
  readonly toS: number;
}

/**
 * Trace of one event, computed as a whole; the page only plays it. World frame: metres, x anterior, y up, z right, origin on the
 * floor below the ankles in quiet standing. Arrays hold frame after frame at `frameRateHz`.
 */
export interface Trace {
  readonly eventIndex: number;
  readonly durationS: number;
  readonly frameRateHz: number;
  readonly frameCount: number;
  /**
   * Positions of the bones' origins, frame × 18 × 3, T1…L5 then sacrum. A vertebra's origin is the centre of its undeformed
   * body, that of the sacrum the centre of the S1 end plate.
   */
  readonly positionsM: Float32Array;
  /** Orientations (quaternions x, y, z, w), frame × 18 × 4, same order. */
  readonly orientations: Float32Array;
  /** Body landmarks, frame × LANDMARKS × 3, m. Those of the load are NaN while nothing is held. */
  readonly landmarksM: Float32Array;
  /** Compression of each vertebral body, frame × 17, N. */
  readonly compressionN: Float32Array;
  /** Compression over the section's strength at the start of the event, at the eccentricity of its peak load, frame × 17. */
  readonly loadOverStrength: Float32Array;
  /** Force of each fascicle of models/muscles.json, in its order, right side then left, frame × 2 × fascicles, N. */
  readonly muscleForceN: Float32Array;
  /** Support of the pelvis, and its height: that of the seat or bed, m (0 on the feet). */
  readonly support: { readonly on: 'feet' | 'seat' | 'bed'; readonly heightM: number };
  /** Nucleus pressure of each disc, frame × 17, MPa. */
  readonly discPressureMPa: Float32Array;
  /** Section states: one for every level at time 0, then one each time a level's section changes; ascending in time. */
  readonly sections: readonly SectionSnapshot[];
  /** Findings from a time on if the person stood still; first at time 0, ascending in time. */
  readonly findings: readonly { readonly timeS: number; readonly findings: Findings }[];
  /** Fractures in the event, each with the time at which its section passed its peak capacity. */
  readonly fractures: readonly FractureRecord[];
  /** Collapse of each of them, in their order, s: a body past its peak may bear its load for a second before it collapses. */
  readonly collapses: readonly Collapse[];
  /** Playback times to be shown slowly: the first collapse, and those that begin meanwhile, s. */
  readonly slowMotionS: { readonly fromS: number; readonly toS: number } | null;
}
