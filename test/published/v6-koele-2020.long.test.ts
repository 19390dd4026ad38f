import { testRow } from './report/testRow.ts';
import { V6 } from './v6-koele-2020.ts';

testRow(V6);
