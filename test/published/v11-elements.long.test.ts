import { testRow } from './report/testRow.ts';
import { V11 } from './v11-elements.ts';

testRow(V11, true);
