import { testRow } from './report/testRow.ts';
import { V7 } from './v7-molloy-2003.ts';

testRow(V7);
