import { testRow } from './report/testRow.ts';
import { Y3 } from './y3-drug-strength.ts';

testRow(Y3, true);
