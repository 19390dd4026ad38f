import { LANDMARKS, type Landmark } from '../../activity/landmarks.ts';
import type { Level } from '../../anatomy/levels.ts';
import type { Findings, FractureRecord } from './records.ts';

export { LANDMARKS, type Landmark };

/** Side of the square raster in which a section's columns are reported: x (posterior → anterior) by z (left → right). */
export const SECTION_RASTER = 16;
/** Layers of a column, bottom to top: lower, middle, upper. */
export const SECTION_LAYERS = 3;

/** The residual deformation of one vertebral body from one moment on. */
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
   * What the end plates have done to the whole body: mean shortening (mm), anterior wedge (rad, + = front lower) and right
   * wedge (rad, + = right side lower), and the plates' deflection (mm at the centre, over both end plates). Each end plate takes half.
   */
  readonly shorteningMm: number;
  readonly wedgeRad: number;
  readonly lateralWedgeRad: number;
  readonly plateDeflectionMm: number;
}

/** From when to when a body came down, s. */
export interface Collapse {
  readonly fromS: number;
  readonly toS: number;
}

/**
 * One event, computed whole; the page only plays it. World frame: metres, x anterior, y up, z right, origin on the floor
 * below the ankles in quiet standing. Arrays hold frame after frame at `frameRateHz`.
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
  /** Body landmarks, frame × LANDMARKS × 3. The load's are NaN where nothing is held. */
  readonly landmarksM: Float32Array;
  /** Compression the act asks of each vertebral body, frame × 17, N. */
  readonly compressionN: Float32Array;
  /** That load over the section's strength as it entered the event, at the eccentricity of its peak load, frame × 17. */
  readonly loadOverStrength: Float32Array;
  /** Force of each fascicle of models/muscles.json, in its order, right side then left, frame × 2 × fascicles, N. */
  readonly muscleForceN: Float32Array;
  /** What bears the pelvis: its height is that of the seat or bed, m (0 on the feet). */
  readonly support: { readonly on: 'feet' | 'seat' | 'bed'; readonly heightM: number };
  /** Nucleus pressure of each disc, frame × 17, MPa. */
  readonly discPressureMPa: Float32Array;
  /** Section states: one for every level at time 0, then one each time a level's section changes; ascending in time. */
  readonly sections: readonly SectionSnapshot[];
  /** What a clinician would find from that moment on if the person stood still; first at time 0, ascending in time. */
  readonly findings: readonly { readonly timeS: number; readonly findings: Findings }[];
  /** What broke, and at what instant it had borne the most it could. */
  readonly fractures: readonly FractureRecord[];
  /** When each of them came down, in their order, s: a body past its peak may hold for a second before it does. */
  readonly collapses: readonly Collapse[];
  /** Playback times worth going to slowly: the first collapse, and what comes down with it, s. */
  readonly slowMotionS: { readonly fromS: number; readonly toS: number } | null;
}
