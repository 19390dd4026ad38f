import { testRow } from './report/testRow.ts';
import { V4 } from './v4-evos-levels.ts';

testRow(V4, false, ['upper peak, T4–T10', 'lower peak, T11–L5']);
