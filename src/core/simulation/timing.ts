/** Frame rate of a trace, Hz. */
export const FRAME_RATE_HZ = 60;

/** Steps of the dynamics per frame and per solution of the muscles. Halving the step changes a peak load by less than 1 % (tested). */
export const STEPS_PER_FRAME = 4;

/** Steps per frame of an act that ends in a blow, whose peak is shorter. */
export const STEPS_PER_FRAME_OF_BLOW = 5;
