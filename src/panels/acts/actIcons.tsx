import type { FirstAct } from './actGroups.ts';

/** Figure of 32 × 32, facing right: its head, its strokes, and the strokes of what it stands on or handles. */
export interface StickFigure {
  readonly head: readonly [x: number, y: number];
  readonly strokes: string;
  readonly objects?: string;
}

export const FIRST_FIGURES: Readonly<Record<FirstAct, StickFigure>> = {
  stand: { head: [16, 6], strokes: 'M16 10v10M16 20l-1 9M16 20l2 9M16 12l-2 7M16 12l3 7' },
  bend: { head: [25, 13], strokes: 'M22 14q-7-2-10 6M12 20l1 9M12 20l3 9M20 14l1 9' },
  lift: { head: [24, 10], strokes: 'M21 12q-7 0-9 8M12 20l4 3-3 6M19 13l3 9', objects: 'M19 22h8v6h-8z' },
  cough: {
    head: [17, 7],
    strokes: 'M15 11q-3 4-1 10M14 21l-1 8M14 21l4 8M15 13l5 2 1-4',
    objects: 'M24 7l4-2M24 9h5M24 11l4 2',
  },
};

/** Pictogram of an act, so that it can be chosen without reading. */
export function ActIcon({ figure: { head, strokes, objects } }: { figure: StickFigure }) {
  return (
    <svg className="act-icon" viewBox="0 0 32 32" aria-hidden="true">
      {objects && <path className="act-object" d={objects} />}
      <circle cx={head[0]} cy={head[1]} r="3" />
      <path d={strokes} />
    </svg>
  );
}
