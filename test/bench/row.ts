/** One line of the bench. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `ratio` compares with, if anything. */
  readonly reference: string | null;
  /** How many times better than the reference. */
  readonly ratio: number | null;
}

/** Median time of a call, ms; `prepare` is not counted. */
export function median(calls: number, work: () => void, prepare: () => void = () => {}): number {
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    prepare();
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(calls / 2)]!;
}

export const microseconds = (ms: number): string =>
  ms < 10 ? `${(1000 * ms).toFixed(0)} µs` : `${ms.toFixed(0)} ms`;
