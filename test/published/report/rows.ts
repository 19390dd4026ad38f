import { V1 } from '../v1-thoracolumbar-upright.ts';
import { V2 } from '../v2-wilke-1999.ts';
import { V3 } from '../v3-brinckmann-1989.ts';
import { V4 } from '../v4-evos-levels.ts';
import { V5 } from '../v5-ismail-1999.ts';
import { V6 } from '../v6-koele-2020.ts';
import { V7 } from '../v7-molloy-2003.ts';
import { V8 } from '../v8-pollintine-2004.ts';
import { V9 } from '../v9-lindsay-2001.ts';
import { V10 } from '../v10-van-der-klift-2002.ts';
import { V11 } from '../v11-elements.ts';
import { Y1 } from '../y1-bone-loss.ts';
import { Y2 } from '../y2-drug-density.ts';
import { Y3 } from '../y3-drug-strength.ts';
import { Y4 } from '../y4-drug-fractures.ts';
import { Y5 } from '../y5-healing.ts';
import { Y6 } from '../y6-pain-brace.ts';
import type { PublishedRow } from './row.ts';

export const ROWS: readonly PublishedRow[] = [
  ...[V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11],
  ...[Y1, Y2, Y3, Y4, Y5, Y6],
];
