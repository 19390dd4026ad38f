/** What the page may cost. Sizes and counts are kept by tests; times are measured by `npm run -s bench`, since machines differ. */
export const BUDGETS = {
  /** All scripts asked for before the column is seen, the worker's included, gzipped, bytes. */
  firstLoadScriptBytes: 430_000,
  /** The picture that stands in for the live one until that has come, bytes. */
  stillBytes: 40_000,
  /** All meshes, bytes. */
  meshBytes: 2_000_000,
  /** The page in a single file, bytes. */
  singleFileBytes: 4_000_000,
  /** What one frame asks of the graphics, all passes together. */
  medium: { drawCalls: 100, triangles: 300_000 },
  low: { drawCalls: 100, triangles: 150_000 },
  /** Main-thread script of a frame that plays, ms; a whole frame's on a processor four times as slow. */
  frameScriptMs: 4,
  slowFrameScriptMs: 16,
  /** From the address to something to see, on a processor four times as slow over a phone's network, ms. */
  firstPictureMs: 1000,
  /** From the address to controls that answer, there and from the cache, ms; and over the time of a bare page of the same packages. */
  interactiveMs: 3000,
  interactiveOfflineMs: 1000,
  bareRatio: 1.5,
} as const;
