import { Color } from 'three';
import { calcLoadColour, LOAD_STOPS } from '../../scales/loadScale.ts';

/** Steps of the scale per unit of load over strength. */
const PER_ONE = 200;
const MOST = Math.round(LOAD_STOPS.at(-1)![0] * PER_ONE);

/** The scale in linear light: red, green and blue of every step; a table, so that a colour allocates nothing. */
const LINEAR = new Float32Array(3 * (MOST + 1));
const srgb = [0, 0, 0];
const linear = new Color();
for (let step = 0; step <= MOST; step++) {
  calcLoadColour(step / PER_ONE, srgb);
  linear.setRGB(srgb[0]!, srgb[1]!, srgb[2]!, 'srgb').toArray(LINEAR, 3 * step);
}

/** Writes the linear colour of the load over strength at `from` into `out` at `to`. */
export function writeLoadColour(ratios: Float32Array, from: number, out: Float32Array, to: number): void {
  const step = Math.min(MOST, Math.max(0, Math.round(PER_ONE * ratios[from]!)));
  for (let part = 0; part < 3; part++) out[to + part] = LINEAR[3 * step + part]!;
}
