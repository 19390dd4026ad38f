import { useState } from 'react';
import type { Point } from '../../core/imaging/exams/sixPoints.ts';
import { addPoint, type MeasureKind, type Measures, movePoint } from './measures.ts';

/** Measurements on an image, with undo; those of another image begin anew. */
export interface MeasureDesk {
  readonly measures: Measures;
  readonly canUndo: boolean;
  add(kind: MeasureKind, point: Point): void;
  /** Moves a point. @param isFurther whether it goes on with a movement that undo takes back as one */
  move(measure: number, index: number, to: Point, isFurther: boolean): void;
  remove(measure: number): void;
  clear(): void;
  undo(): void;
}

interface History {
  readonly now: Measures;
  readonly past: readonly Measures[];
}

/** @param of the image on which they lie */
export function useMeasures(of: string): MeasureDesk {
  const [histories, setHistories] = useState<Readonly<Record<string, History>>>({});
  const history = histories[of] ?? { now: [], past: [] };
  const change = (next: (now: Measures) => Measures, isFurther = false) =>
    setHistories((all) => {
      const { now, past } = all[of] ?? { now: [], past: [] };
      return { ...all, [of]: { now: next(now), past: isFurther ? past : [...past, now] } };
    });
  return {
    measures: history.now,
    canUndo: history.past.length > 0,
    add: (kind, point) => change((now) => addPoint(now, kind, point)),
    move: (measure, index, to, isFurther) => change((now) => movePoint(now, measure, index, to), isFurther),
    remove: (measure) => change((now) => now.filter((_, m) => m !== measure)),
    clear: () => change(() => []),
    undo: () =>
      setHistories((all) => {
        const { past } = all[of] ?? { past: [] };
        return { ...all, [of]: { now: past.at(-1) ?? [], past: past.slice(0, -1) } };
      }),
  };
}
