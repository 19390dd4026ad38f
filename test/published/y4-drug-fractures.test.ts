import { testRow } from './report/testRow.ts';
import { Y4 } from './y4-drug-fractures.ts';

testRow(Y4, true);
