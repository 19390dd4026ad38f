import type { FurtherAct } from '../acts/actGroups.ts';
import type { StickFigure } from '../acts/actIcons.tsx';

const BED = 'M2 25h28M4 25v4M28 25v4';
const CHAIR = 'M8 12v17M8 22h10v7';

export const FURTHER_FIGURES: Readonly<Record<FurtherAct, StickFigure>> = {
  'lie-supine': { head: [5.5, 19], strokes: 'M10 20.5h18M12 19.5l8-1', objects: BED },
  // seen from above
  'lie-side': {
    head: [7, 12],
    strokes: 'M11 12.5h8l2.5 7 6 1M13 13l2.5 6 3-1',
    objects: 'M1.5 6.5h29v19h-29z',
  },
  'sit-upright': {
    head: [13.5, 6],
    strokes: 'M13.5 10v10h9v9M13.5 13l7 4',
    objects: 'M9 22h10M10 22v7M18 22v7',
  },
  'sit-slouched': {
    head: [18.5, 9],
    strokes: 'M16 11.5q-6 2-4 8.5h10v9M15 14l6 3',
    objects: 'M8 22h11M9 22v7M18 22v7',
  },
  'sit-reclined': {
    head: [8, 8],
    strokes: 'M10 11.5l5 9h9l2 8M11 14l8 2',
    objects: 'M5 11l6 12h9M11 23v6M20 23v6',
  },
  walk: { head: [16, 5], strokes: 'M16 9v10M16 19l-5 10M16 19l5 4v6M16 11l-5 6M16 11l5 5' },
  'climb-stairs': {
    head: [13, 5],
    strokes: 'M13 9l1 9M14 18l6-1 1 7M14 18l-4 6v5M13 11l6 4',
    objects: 'M4 30h12v-5h7v-5h7',
  },
  'rise-from-chair': {
    head: [19, 7],
    strokes: 'M17 10l-4 10 8 1-2 8M16 12l7 3',
    objects: CHAIR.replace('10v7', '6v7'),
  },
  'reach-overhead': {
    head: [14, 9],
    strokes: 'M14 13v8M14 21l-2 8M14 21l3 8M14 14l5-8M14 14l9-9',
    objects: 'M19 3h10v5h-10z',
  },
  'open-window': {
    head: [8, 8],
    strokes: 'M8 12v9M8 21l-2 8M8 21l4 8M8 14l5 3 5-4',
    objects: 'M18 3h11v23h-11zM18 13h11M23.5 11v-6M21 7l2.5-2.5 2.5 2.5',
  },
  'make-bed': {
    head: [18, 9],
    strokes: 'M15 11q-7 1-8 9M7 20l-1 9M7 20l4 9M14 12l9 7',
    objects: 'M16 21h14v4h-14zM17 25v4M29 25v4',
  },
  twist: {
    head: [16, 6],
    strokes: 'M16 10v10M16 20l-2 9M16 20l2 9M16 12l-6 2M16 12l5-3',
    objects: 'M7 18c2 5 16 5 18-1M26 20l-1-4-3 2',
  },
  hold: {
    head: [12, 6],
    strokes: 'M12 10v10M12 20l-1 9M12 20l3 9M12 12l8 3',
    objects: 'M20 10h8v8h-8z',
  },
  carry: {
    head: [14, 6],
    strokes: 'M14 10v10M14 20l-2 9M14 20l3 9M14 12l-4 7M14 12l6 7',
    objects: 'M16 22h9v7h-9zM18 22q2-4 5 0',
  },
  sneeze: {
    head: [19, 10],
    strokes: 'M16 12q-6 2-4 9M12 21l-1 8M12 21l4 8M14 14l6 3 2-4',
    objects: 'M25 8l4-4M26 10.5h5M25 13l4 3M28 7.5l2-1M28 13l2 1',
  },
  strain: {
    head: [16, 6],
    strokes: 'M16 10v10M16 20l-2 9M16 20l2 9M16 12l-5 3 3 3M16 12l5 3-3 3',
    objects: 'M3 17h5M6 14.5l2.5 2.5-2.5 2.5M29 17h-5M26 14.5l-2.5 2.5 2.5 2.5',
  },
  'sit-down-hard': {
    head: [15, 6],
    strokes: 'M15 10l-1 10h9v9M15 13l7 2',
    objects: 'M10 22h9M11 22v7M18 22v7M5 6v9M2.5 12.5l2.5 3 2.5-3M5 21l3 1',
  },
  stumble: {
    head: [23, 7],
    strokes: 'M20 10l-7 9M13 19l-8 5M13 19l7 3 1 7M18 13l7 2M18 13l-7-2',
    objects: 'M2 29h28M9 29q2-4 4 0',
  },
  'fall-seated': {
    head: [11, 9],
    strokes: 'M11 13l1 12M12 25l8-6 6 8M11 15l-5 9',
    objects: 'M2 28h28M16 8v8M13.5 13.5l2.5 3 2.5-3',
  },
};
