import { tallyLives } from '../../src/core/simulation/cohort/tally.ts';
import { drawBars } from './report/figure.ts';
import { compare, type PublishedRow } from './report/row.ts';

const TIMES = 5.1;
const YEARLY = 19.2;

/** The next fracture after a first. */
export const V9: PublishedRow = {
  id: 'V9',
  title: 'The next fracture',
  sources: ['lindsay-2001'],
  gates: [],
  text: `Fractures per year of women of V4's cohort who have broken one level or more, before or since counting began, over those of women who have broken none, crude, against 5.1 times; and the share of women who break another level within a year of a fracture against 19.2 %. Half of either
figure is allowed either way. Two things raise the figure: who breaks first is weaker, and a bent back loads the rest more. The cohort has some 20 fractures, so the ratio is rough. The row calibrated nothing.`,
  failures: {
    'incidence with over without a fracture':
      'The risk is too unequal among women to begin with (V10): nearly all of it sits in those below T = −2.5, and who has broken a level is one of them. A bent back adds to it. Real women differ more in what they do, which blurs this.',
    'another within a year':
      'Follows from the few women in whom an everyday bend or lift already comes near the strength of several levels.',
  },
  needsCohort: true,
  compute(_, lives) {
    const [none, ...some] = tallyLives(lives).byPriorFractures;
    const sum = (key: 'years' | 'fractures') => some.reduce((total, group) => total + group[key], 0);
    if (none!.fractures === 0 || sum('years') === 0)
      return { comparisons: [], notComputed: ['Too few fractures in the cohort.'], draw: () => '' };
    const ratio = sum('fractures') / sum('years') / (none!.fractures / none!.years);
    const again = 100 * (1 - Math.exp(-sum('fractures') / sum('years')));
    const of = (quantity: string, unit: string) => ({ id: 'V9', quantity, unit, calibrated: false });
    const comparisons = [
      compare(of('incidence with over without a fracture', '×'), ratio, TIMES, TIMES / 2),
      compare(of('another within a year', '%'), again, YEARLY, YEARLY / 2),
    ];
    return {
      comparisons,
      notComputed: [],
      draw: () =>
        drawBars(
          comparisons.map((row) => ({ ...row, label: `${row.quantity}, ${row.unit}` })),
          '× and %',
        ),
    };
  },
};
