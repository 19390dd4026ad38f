/** Nucleus pressure at the end of the scale, MPa: 2.3 was measured in lifting 20 kg with a bent back (Wilke 1999). */
export const MOST_MPA = 2.5;

/**
 * Colours of a disc by its nucleus pressure: none, a third, two thirds and all of the scale. Lightness falls steadily from pale
 * aqua to indigo, so that it reads without colour vision and in grey; blue, so that it is not mistaken for a bone's load.
 */
export const PRESSURE_STOPS = ['#d8f0ea', '#6db3cf', '#3467ac', '#24155e'] as const;

/** The scale as a CSS gradient. */
export const PRESSURE_GRADIENT = `linear-gradient(to right, ${PRESSURE_STOPS.join(', ')})`;
