/**
 * Colours of load over strength, one scale for bones, chart and legend. Lightness falls steadily from ivory to aubergine, so
 * that it reads without colour vision and in grey.
 */
export const LOAD_STOPS: readonly (readonly [ratio: number, red: number, green: number, blue: number])[] = [
  [0, 236, 226, 204],
  [0.35, 240, 211, 146],
  [0.6, 234, 168, 74],
  [0.85, 214, 106, 46],
  [1, 178, 44, 40],
  [1.4, 84, 20, 66],
];

/** sRGB components of a ratio, 0…1, written into `out`. */
export function calcLoadColour(ratio: number, out: Float32Array | number[]): void {
  const stops = LOAD_STOPS;
  let upper = 1;
  while (upper < stops.length - 1 && stops[upper]![0] < ratio) upper++;
  const low = stops[upper - 1]!;
  const high = stops[upper]!;
  const t = Math.min(1, Math.max(0, (ratio - low[0]) / (high[0] - low[0])));
  for (let i = 0; i < 3; i++) out[i] = (low[i + 1]! + (high[i + 1]! - low[i + 1]!) * t) / 255;
}

/** The same as CSS. */
export function calcLoadCss(ratio: number): string {
  const colour = [0, 0, 0];
  calcLoadColour(ratio, colour);
  return `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;
}

/** The scale from 0 to `maxRatio` as a CSS gradient. */
export const calcLoadGradient = (maxRatio: number): string =>
  `linear-gradient(to right, ${LOAD_STOPS.filter(([ratio]) => ratio <= maxRatio)
    .map(([ratio]) => `${calcLoadCss(ratio)} ${((ratio / maxRatio) * 100).toFixed(1)}%`)
    .join(', ')})`;
