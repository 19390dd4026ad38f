import { testRow } from './report/testRow.ts';
import { V8 } from './v8-pollintine-2004.ts';

testRow(V8);
