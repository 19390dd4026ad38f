import { testRow } from './report/testRow.ts';
import { V10 } from './v10-van-der-klift-2002.ts';

testRow(V10);
