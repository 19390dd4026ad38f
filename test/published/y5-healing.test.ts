import { testRow } from './report/testRow.ts';
import { Y5 } from './y5-healing.ts';

testRow(Y5, true);
