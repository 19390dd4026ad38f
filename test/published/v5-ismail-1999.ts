import type { Life } from '../../src/core/simulation/cohort/life.ts';
import { drawBars } from './report/figure.ts';
import { compare, compareRange, type PublishedRow } from './report/row.ts';

const PUBLISHED = { wedge: 55, biconcave: 20, crush: 13 } as const;
const SHAPES = ['wedge', 'biconcave', 'crush'] as const;
/** Readers of radiographs differ by as much, points. */
const POINTS = 15;

const LEAD = 'wedges over the next commonest shape';

const calcShares = (lives: readonly Life[]) => {
  const fractures = lives.flatMap((life) => life.fractures);
  return SHAPES.map(
    (shape) => (100 * fractures.filter((one) => one.shape === shape).length) / fractures.length,
  );
};

/** Shapes of fractures. */
export const V5: PublishedRow = {
  id: 'V5',
  title: 'Shape of fractures',
  sources: ['ismail-1999'],
  gates: [LEAD],
  text: `Shapes of the fractures that the cohort of V4 suffers in five years, each from a full run of the act that broke the level, against a survey's (wedge about 55 %, biconcave 20, crush 13, the rest mixed; recalled).
Gated: wedge is the commonest. The shares themselves are given 15 points; with some 20 fractures chance alone makes about 9. The row calibrated nothing.`,
  failures: {
    wedge:
      'In every act that breaks a level the load sits 2–4 mm in front of the centre and the front of the body is the weaker, so the front goes first. Mixed forms, an eighth of the survey, are not a class of the model.',
    biconcave:
      'None: over 60 the discs are worn, a worn nucleus presses the middle of the end plates hardly more than their rim, and a plate that deflects relieves it further. The deflection exists (a healthy disc makes one) but never wins against the lean of the load.',
    crush:
      'Crushes come from lumbar bodies under upright loads and from falls in which several levels go at once; few women meet either.',
  },
  needsCohort: true,
  compute(_, lives) {
    const [wedge, biconcave, crush] = calcShares(lives) as [number, number, number];
    if (!Number.isFinite(wedge))
      return { comparisons: [], notComputed: ['No fracture in the cohort.'], draw: () => '' };
    const of = (quantity: string) => ({ id: 'V5', quantity, unit: '%', calibrated: false });
    return {
      comparisons: [
        compareRange(of(LEAD), wedge - Math.max(biconcave, crush), [Number.MIN_VALUE, 100]),
        compare(of('wedge'), wedge, PUBLISHED.wedge, POINTS),
        compare(of('biconcave'), biconcave, PUBLISHED.biconcave, POINTS),
        compare(of('crush'), crush, PUBLISHED.crush, POINTS),
      ],
      notComputed: [],
      draw: () =>
        drawBars(
          [wedge, biconcave, crush].map((model, n) => ({
            label: SHAPES[n]!,
            model,
            published: PUBLISHED[SHAPES[n]!],
          })),
          'share of fractures, %',
        ),
    };
  },
};
