import { testRow } from './report/testRow.ts';
import { Y6 } from './y6-pain-brace.ts';

testRow(Y6, true);
