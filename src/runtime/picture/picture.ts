/**
 * Event that asks the stage to draw at once: its listener draws before `dispatchEvent` returns, so that the picture can be read in the
 * same task. A browser discards it afterwards, and keeping it (`preserveDrawingBuffer`) would cost time in every frame.
 */
export const DRAW_NOW = 'columna-draw-now';
