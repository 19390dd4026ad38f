/**
 * Asks the stage's canvas to be drawn now: its listener draws before `dispatchEvent` returns, so that the picture can be read in the same
 * task. A browser throws it away afterwards, and keeping it (`preserveDrawingBuffer`) would cost every frame.
 */
export const DRAW_NOW = 'columna-draw-now';
