/**
 * Colours of a muscle by its activation: none, half, full. Lightness falls steadily from a pale rose to a deep red-brown, so
 * that it reads without colour vision and in grey.
 */
export const ACTIVATION_STOPS = ['#ecc9c0', '#b9564a', '#5a1713'] as const;

/** The scale as a CSS gradient. */
export const ACTIVATION_GRADIENT = `linear-gradient(to right, ${ACTIVATION_STOPS.join(', ')})`;
