/** Pressure in a disc's nucleus at the end of the scale, MPa: what lifting 20 kg with a bent back measured (Wilke 1999: 2.3). */
export const MOST_MPA = 2.5;

/**
 * Colour of a disc by the pressure in its nucleus: none, a third, two thirds and all of the scale. Lightness falls steadily from
 * pale aqua to indigo, so that it reads without colour vision and in grey; blue, so that nobody takes it for a bone's load.
 */
export const PRESSURE_STOPS = ['#d8f0ea', '#6db3cf', '#3467ac', '#24155e'] as const;

/** The scale as a CSS gradient. */
export const PRESSURE_GRADIENT = `linear-gradient(to right, ${PRESSURE_STOPS.join(', ')})`;
