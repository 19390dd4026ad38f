import { testRow } from './report/testRow.ts';
import { Y2 } from './y2-drug-density.ts';

testRow(Y2, true);
