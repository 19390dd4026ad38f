import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export const MODEL_COLOUR = '#c2410c';
export const PUBLISHED_COLOUR = '#1d4ed8';

const WIDTH = 720;

/** Draws a plot as a self-contained SVG on white. */
export function drawFigure(options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    document: document as unknown as Document,
    width: WIDTH,
    height: 360,
    marginLeft: 60,
    marginBottom: 45,
    style: { background: 'white', color: '#1c1917', fontSize: '12px', fontFamily: 'sans-serif' },
    ...options,
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}

export interface Pair {
  readonly label: string;
  readonly model: number;
  readonly published: number;
  /** Half the width of the accepted band. */
  readonly tolerance?: number;
}

/** Published figures with their tolerance as bars, the model's as dots: one line each. */
export function drawPairs(pairs: readonly Pair[], unit: string): string {
  const order = pairs.map((pair) => pair.label);
  return drawFigure({
    height: 70 + 26 * pairs.length,
    marginLeft: 230,
    x: { label: unit, grid: true, zero: true },
    y: { domain: order, label: null, type: 'point', padding: 0.6 },
    color: LEGEND,
    marks: [
      Plot.ruleY(pairs, {
        y: 'label',
        x1: (pair: Pair) => pair.published - (pair.tolerance ?? 0),
        x2: (pair: Pair) => pair.published + (pair.tolerance ?? 0),
        stroke: PUBLISHED_COLOUR,
        strokeWidth: 7,
        strokeOpacity: 0.25,
      }),
      Plot.dot(pairs, { y: 'label', x: 'published', stroke: () => 'published', symbol: 'square', r: 4 }),
      Plot.dot(pairs, { y: 'label', x: 'model', fill: () => 'model', r: 4.5 }),
    ],
  });
}

/** Two sets of bars side by side over the same names. */
export function drawBars(pairs: readonly Pair[], unit: string): string {
  const bars = pairs.flatMap(({ label, model, published }) => [
    { label, who: 'model', value: model },
    { label, who: 'published', value: published },
  ]);
  return drawFigure({
    marginBottom: 30,
    fx: { domain: pairs.map((pair) => pair.label), label: null, padding: 0.15 },
    x: { axis: null, domain: ['published', 'model'] },
    y: { label: unit, grid: true },
    color: LEGEND,
    marks: [Plot.barY(bars, { fx: 'label', x: 'who', y: 'value', fill: 'who' }), Plot.ruleY([0])],
  });
}

export const LEGEND: Plot.ScaleOptions = {
  domain: ['model', 'published'],
  range: [MODEL_COLOUR, PUBLISHED_COLOUR],
};
