import { type RefObject, useLayoutEffect, useState } from 'react';
import { useBodyPlaces } from '../context.ts';
import { spreadOut } from './spreadOut.ts';

/** Least distance between two rows at which their figures are readable, over a row's height. */
const LEAST_STEP = 0.74;

/**
 * Offset that moves each row of a table beside its vertebra, px; null where the column is not upright in the picture, or the table
 * is not over the stage.
 */
export function useAlignment(table: RefObject<HTMLTableElement | null>): readonly number[] | null {
  const levelY = useBodyPlaces((state) => state.levelY);
  const [shiftsPx, setShiftsPx] = useState<readonly number[] | null>(null);
  useLayoutEffect(() => {
    // what is below the chart makes room for its last row
    const column = table.current?.closest<HTMLElement>('.stage-chart');
    const makeWay = (shiftPx: number) =>
      column?.style.setProperty('--below-shift', `${Math.max(0, shiftPx)}px`);
    // reading positions where nothing has moved would lay the page out once more
    const stage = levelY && document.querySelector('.stage')?.getBoundingClientRect();
    const first = stage && table.current?.getBoundingClientRect();
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])];
    // a table that is closed has no height
    const isOver = first && first.height > 0 && first.top >= stage.top && first.bottom <= stage.bottom;
    if (!isOver || rows.length !== levelY.length) {
      setShiftsPx(null);
      makeWay(0);
      return;
    }
    // offsets of the layout, which a transform does not change
    const top = table.current!.offsetTop + offsetToStage(table.current!, stage);
    const places = spreadOut(levelY, rows[0]!.offsetHeight * LEAST_STEP);
    const shifts = rows.map(
      (row, i) => stage.top + places[i]! - (top + row.offsetTop + row.offsetHeight / 2),
    );
    setShiftsPx(shifts);
    makeWay(shifts.at(-1)!);
  }, [levelY, table]);
  return shiftsPx;
}

/** Upper edge of the parent from which an element's offset is measured, px from the window's. */
const offsetToStage = (element: HTMLElement, stage: DOMRect): number =>
  element.offsetParent?.getBoundingClientRect().top ?? stage.top;
