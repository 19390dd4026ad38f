/** Standard gravity, m/s². */
export const GRAVITY = 9.80665;

const RADIANS_PER_DEGREE = 0.017453292519943295;

export const radians = (degrees: number): number => degrees * RADIANS_PER_DEGREE;
export const degrees = (angleRad: number): number => angleRad / RADIANS_PER_DEGREE;
/** Millimetres to metres. */
export const metres = (mm: number): number => mm / 1000;
/** Metres to millimetres. */
export const millimetres = (m: number): number => m * 1000;
