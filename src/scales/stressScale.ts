/**
 * Colours of bone by how much it is squeezed, from nothing to the end of the scale. Lightness falls steadily from ivory to near black,
 * so that it reads without colour vision and in grey; the hues are those of no load scale of the page.
 */
export const STRESS_STOPS = ['#f4ecd8', '#eec07a', '#d97f52', '#a84464', '#5b2a6e', '#1d1440'] as const;

/** The scale as a CSS gradient. */
export const STRESS_GRADIENT = `linear-gradient(to right, ${STRESS_STOPS.join(', ')})`;

/** What is shown as colour: stress or strain, of the direction that is squeezed most. */
export type Measure = 'stress' | 'strain';

/** End of each scale and its marks: MPa, and parts of the length. */
export const MEASURES: Readonly<
  Record<Measure, { readonly most: number; readonly ticks: readonly number[] }>
> = {
  stress: { most: 12, ticks: [0, 1, 3, 6, 12] },
  strain: { most: 0.2, ticks: [0, 0.01, 0.05, 0.1, 0.2] },
};

/** Place of a value on its scale, 0 … 1: by its root, so that weak bone's small stresses are told apart too. */
export const calcPlaceOnScale = (measure: Measure, value: number): number =>
  Math.sqrt(Math.min(1, Math.max(0, value) / MEASURES[measure].most));

/** Part of its stiffness below which bone counts as yielded in the picture. */
export const YIELDED_BELOW = 0.97;
