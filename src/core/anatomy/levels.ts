/** The vertebrae whose mechanics are computed, from the top down. */
export const LEVELS = [
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
] as const;

export type Level = (typeof LEVELS)[number];

/** Number of vertebrae, and of discs: each vertebra stands on the disc of the same index (the last on S1). */
export const LEVEL_COUNT = LEVELS.length;

/** Index of a level, 0 = T1 … 16 = L5. */
export const levelIndex = (level: Level): number => LEVELS.indexOf(level);

/** Names of the discs, from the top down: `T1-T2` … `L5-S1`. */
export const DISC_NAMES: readonly string[] = LEVELS.map((level, i) => `${level}-${LEVELS[i + 1] ?? 'S1'}`);
