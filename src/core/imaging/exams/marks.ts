import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import type { Phantom } from '../phantom/phantom.ts';
import { project, type Triple, type View } from '../rays/view.ts';
import { DXA_LEVELS } from './dxaScan.ts';
import type { ExamResult } from './exam.ts';
import { FILM_LEVELS, projectSixPoints } from './morphometry.ts';
import type { Point, SixPoints } from './sixPoints.ts';
import type { SliceImage } from './slice.ts';

/** Where things are seen on an image, in pixels. */
export interface Marks {
  /** Middles of the bodies. */
  readonly names: readonly { readonly level: Level; readonly at: Point }[];
  /** Six points of each body, where it is seen from the side. */
  readonly points: Readonly<Partial<Record<Level, SixPoints>>>;
  /** Rows between the regions of a DXA. */
  readonly borderRows: readonly number[];
}

/** The parallel rays that look at a slice as a film's do at its plane. */
const viewOf = ({ columns, rows, pixelMm, first, right, down }: SliceImage): View => {
  const to = (axis: 0 | 1 | 2) =>
    first[axis] + (((columns - 1) / 2) * right[axis] + ((rows - 1) / 2) * down[axis]) * pixelMm;
  const forward: Triple = [
    right[1] * down[2] - right[2] * down[1],
    right[2] * down[0] - right[0] * down[2],
    right[0] * down[1] - right[1] * down[0],
  ];
  return {
    origin: [to(0), to(1), to(2)],
    right,
    down,
    forward,
    sourceMm: null,
    columns,
    rows,
    columnMm: pixelMm,
    rowMm: pixelMm,
  };
};

function markBodies(phantom: Phantom, view: View, levels: readonly Level[], fromSide: boolean): Marks {
  return {
    names: levels.map((level) => ({ level, at: project(view, phantom.bodies[levelIndex(level)]!.frame.at) })),
    points: fromSide
      ? Object.fromEntries(levels.map((level) => [level, projectSixPoints(phantom, view, levelIndex(level))]))
      : {},
    borderRows: [],
  };
}

export function findMarks(result: ExamResult): Marks {
  if (result.kind === 'dxa') {
    const { image, regions } = result.dxa;
    return {
      names: regions.map(({ fromRow, toRow }, n) => ({
        level: DXA_LEVELS[n]!,
        at: [(image.columns - 1) / 2, (fromRow + toRow) / 2],
      })),
      points: {},
      borderRows: [...regions.map(({ fromRow }) => fromRow), regions.at(-1)!.toRow],
    };
  }
  if (result.kind === 'film') {
    const { view } = result.film;
    return markBodies(result.phantom, view, FILM_LEVELS, view.forward[2] === 1);
  }
  const view = viewOf(result.image);
  return Math.abs(view.forward[2]) === 1
    ? markBodies(result.phantom, view, LEVELS, true)
    : { names: [], points: {}, borderRows: [] };
}
