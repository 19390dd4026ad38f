import { testRow } from './report/testRow.ts';
import { V4 } from './v4-evos-levels.ts';

testRow(V4);
