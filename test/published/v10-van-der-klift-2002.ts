import * as Plot from '@observablehq/plot';
import { drawFigure, LEGEND } from './report/figure.ts';
import { compare, type PublishedRow } from './report/row.ts';
import { fitLogRate } from './report/statistics.ts';

const TIMES = 2;
const TOLERANCE = 0.5;

/** Incidence against density. */
export const V10: PublishedRow = {
  id: 'V10',
  title: 'Incidence per standard deviation of density',
  sources: ['van-der-klift-2002'],
  gates: [],
  text: `By how many times the probability of a first fracture within a year rises per T-score lost, among the women of V4's cohort who are yet unbroken (Poisson regression of the hazards on T), against a doubling per standard deviation of bone density in the Rotterdam study; a quarter either way is allowed.
The row calibrated nothing.`,
  failures: {
    'incidence per −1 T':
      'The strength of a body falls by a quarter per T near 0 and by nearly a half below −3, while the intensity of one act varies by 30–50 %: so the chance of overload climbs about threefold per T. All women do the same things, whatever their bones; nothing of the mechanics changes that but a wider spread of strength at one density (scatter) or of acts between women.',
  },
  needsCohort: true,
  compute(_, lives) {
    const people = lives.map((life) => ({
      tScore: life.tScore,
      unbroken: life.unbroken,
      fractures: life.firstYearRisk.reduce((sum, risk) => sum + risk, 0),
    }));
    const slope = fitLogRate(
      people.map((one) => one.tScore),
      people.map((one) => one.fractures),
      people.map((one) => one.unbroken),
    );
    if (!Number.isFinite(slope))
      return { comparisons: [], notComputed: ['No hazard in the cohort.'], draw: () => '' };
    const sum = (of: (one: (typeof people)[number]) => number) =>
      people.reduce((total, one) => total + of(one), 0);
    // both lines through the cohort's mean risk
    const line = (perT: number) => {
      const scale = sum((one) => one.fractures) / sum((one) => one.unbroken * Math.exp(perT * one.tScore));
      return Array.from({ length: 31 }, (_, n) => -5 + n / 5).map((t) => ({
        t,
        risk: 100 * scale * Math.exp(perT * t),
      }));
    };
    const of = { id: 'V10', quantity: 'incidence per −1 T', unit: '×', calibrated: false };
    return {
      comparisons: [compare(of, Math.exp(-slope), TIMES, TOLERANCE)],
      notComputed: [],
      draw: () =>
        drawFigure({
          x: { label: 'T-score', domain: [-5.5, 1.5] },
          y: {
            label: 'first fracture within a year, %',
            type: 'log',
            domain: [0.01, 100],
            grid: true,
            clamp: true,
          },
          color: LEGEND,
          marks: [
            Plot.dot(people, {
              x: 'tScore',
              y: (d: (typeof people)[number]) => Math.max(0.01, (100 * d.fractures) / d.unbroken),
              fill: () => 'model',
              fillOpacity: 0.5,
              r: 3,
            }),
            Plot.line(line(slope), { x: 't', y: 'risk', stroke: () => 'model', clip: true }),
            Plot.line(line(-Math.log(TIMES)), { x: 't', y: 'risk', stroke: () => 'published', clip: true }),
          ],
        }),
    };
  },
};
