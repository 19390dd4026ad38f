import { testRow } from './report/testRow.ts';
import { Y1 } from './y1-bone-loss.ts';

testRow(Y1, true);
