import type { Trace } from '../../core/simulation/results/trace.ts';

/** Values of a trace at a time, interpolated between its frames. @param values frame × `out.length` */
export function writeBetweenFrames(
  { frameCount, frameRateHz }: Pick<Trace, 'frameCount' | 'frameRateHz'>,
  values: Float32Array,
  timeS: number,
  out: Float32Array,
): void {
  const frame = Math.min(frameCount - 1, Math.max(0, timeS * frameRateHz));
  const first = Math.floor(frame);
  const t = frame - first;
  const a = first * out.length;
  const b = Math.min(frameCount - 1, first + 1) * out.length;
  for (let k = 0; k < out.length; k++) out[k] = values[a + k]! * (1 - t) + values[b + k]! * t;
}
