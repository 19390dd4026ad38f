/** Frames of a trace, Hz. */
export const FRAME_RATE_HZ = 60;

/** Steps of the dynamics from one frame, and one solution of the muscles, to the next. Halving the step changes a peak load by less than 1 % (tested). */
export const STEPS_PER_FRAME = 4;
