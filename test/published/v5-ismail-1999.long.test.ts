import { testRow } from './report/testRow.ts';
import { V5 } from './v5-ismail-1999.ts';

testRow(V5);
