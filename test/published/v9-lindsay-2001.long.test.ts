import { testRow } from './report/testRow.ts';
import { V9 } from './v9-lindsay-2001.ts';

testRow(V9);
