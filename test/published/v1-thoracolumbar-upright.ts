import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { runAct, TABLES_MAN } from './report/acts.ts';
import { drawPairs } from './report/figure.ts';
import { type Comparison, compare, compareRange, type PublishedRow } from './report/row.ts';

const CALIBRATED = true;
const TOLERANCE = 0.2;

/** Compression upright of a man of 78 kg, after another model. */
export const V1: PublishedRow = {
  id: 'V1',
  title: 'Compression in quiet standing',
  sources: ['thoracolumbar-upright'],
  gates: ['T8', 'T12', 'L4–L5'],
  text: `Compression of the vertebral bodies of a 78 kg man who stands quietly, against the joint reactions of the Bruno/Allaire thoracolumbar model
(T8–T9 425 N; T11–T12 574 and T12–L1 527 N, so 530–575 N at T12; L4–L5 585 N). A vertebra's compression is the mean of the discs beside it; L4–L5 is the
mean of those two bodies. Another model's output is no measurement, hence the 20 %. The flexors' tone was set on these figures: the row **calibrated** the model.`,
  failures: {},
  needsCohort: false,
  compute(setting) {
    const result = runAct(TABLES_MAN, { name: 'stand' }, setting);
    if (typeof result === 'string') return { comparisons: [], notComputed: [result], draw: () => '' };
    const at = (level: 'T8' | 'T12' | 'L4' | 'L5') =>
      getLevelLoads(result)[levelIndex(level)]!.peakCompressionN;
    const of = (quantity: string) => ({ id: 'V1', quantity, unit: 'N', calibrated: CALIBRATED });
    const comparisons: Comparison[] = [
      compare(of('T8'), at('T8'), 425, TOLERANCE * 425),
      compareRange(of('T12'), at('T12'), [530, 575], TOLERANCE * 552.5),
      compare(of('L4–L5'), (at('L4') + at('L5')) / 2, 585, TOLERANCE * 585),
    ];
    return {
      comparisons,
      notComputed: [],
      draw: () =>
        drawPairs(
          comparisons.map((row) => ({ ...row, label: row.quantity })),
          'compression, N',
        ),
    };
  },
};
