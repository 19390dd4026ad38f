/**
 * Event that asks the stage to draw at once: its listener draws before `dispatchEvent` returns, so that the picture can be read in the
 * same task. A browser discards it afterwards, and keeping it (`preserveDrawingBuffer`) would cost time in every frame. Its detail, if
 * any, is a `Drawing`.
 */
export const DRAW_NOW = 'columna-draw-now';

/** One tile of a picture that is `of` times as wide and as high as the stage. */
export interface Tile {
  readonly of: number;
  readonly column: number;
  readonly row: number;
}

/** How a picture that is not for the screen is drawn. */
export interface Drawing {
  /** Time for which the camera moves before it, s. */
  readonly stepS: number;
  readonly tile: Tile;
  /** Whether another follows: until then the stage draws nothing by itself. */
  readonly more: boolean;
}
