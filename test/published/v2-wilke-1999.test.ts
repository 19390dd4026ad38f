import { testRow } from './report/testRow.ts';
import { V2 } from './v2-wilke-1999.ts';

testRow(V2, true);
