/** Body points whose positions the pose stage computes, in this order, three numbers each. */
export const LANDMARKS = [
  'head',
  'shoulderRight',
  'elbowRight',
  'handRight',
  'hipRight',
  'kneeRight',
  'ankleRight',
  'toeRight',
  'shoulderLeft',
  'elbowLeft',
  'handLeft',
  'hipLeft',
  'kneeLeft',
  'ankleLeft',
  'toeLeft',
  'load',
] as const;
export type Landmark = (typeof LANDMARKS)[number];

/** Offsets of the head, the load and the points of one side (side 0 right, 1 left) in an array of positions. */
export const HEAD = 0;
export const LOAD = 45;
export const SHOULDER = [3, 24] as const;
export const ELBOW = [6, 27] as const;
export const HAND = [9, 30] as const;
export const HIP = [12, 33] as const;
export const KNEE = [15, 36] as const;
export const ANKLE = [18, 39] as const;
export const TOE = [21, 42] as const;

/** +1 to the right, −1 to the left: world axis z. */
export const SIDE = [1, -1] as const;
