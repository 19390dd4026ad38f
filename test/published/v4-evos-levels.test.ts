import { testRow } from './report/testRow.ts';
import { V4 } from './v4-evos-levels.ts';

testRow(V4, false, ['upper peak: greatest of T4–T10', 'lower peak: greatest of T11–L5']);
