import { testRow } from './report/testRow.ts';
import { V1 } from './v1-thoracolumbar-upright.ts';

testRow(V1);
