/** Frame rate of a trace, Hz. */
export const FRAME_RATE_HZ = 60;

/** Steps of the dynamics per frame and per solution of the muscles. Halving the step changes a peak load by less than 1 % (tested). */
export const STEPS_PER_FRAME = 4;
