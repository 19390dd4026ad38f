import { testRow } from './report/testRow.ts';
import { V3 } from './v3-brinckmann-1989.ts';

testRow(V3);
