import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import { atan2 } from '../../math/transcendental.ts';
import { degrees, millimetres } from '../../quantity/units.ts';
import type { Person } from '../../simulation/patient/person.ts';
import { calcPlateMm } from '../phantom/body.ts';
import { toWorld } from '../phantom/frame.ts';
import type { Phantom } from '../phantom/phantom.ts';
import { project, type View } from '../rays/view.ts';
import { distanceMm, type Morphometry, measurePoints, type SixPoints, tiltOf } from './sixPoints.ts';

/** Where a body's six points are seen. */
export function projectSixPoints(phantom: Phantom, view: View, i: number): SixPoints {
  const body = phantom.bodies[i]!;
  const { halfDepthMm: a } = body;
  const plate = (side: 1 | -1) =>
    ([a, 0, -a] as const).map((x) =>
      project(view, toWorld(body.frame, x, calcPlateMm(body, side, x, 0), 0)),
    ) as unknown as SixPoints['upper'];
  return { upper: plate(1), lower: plate(-1) };
}

/** What a reader measures on a film; losses are against the same person's vertebra as it was grown. */
export function measureSixPoints(points: SixPoints, view: View, person: Person, i: number): Morphometry {
  const { anteriorHeightM, posteriorHeightM } = person.model.vertebrae[i]!;
  return measurePoints(points, view, [millimetres(anteriorHeightM), millimetres(posteriorHeightM)]);
}

/** Levels that a film shows: from T4 down. */
export const FILM_LEVELS: readonly Level[] = LEVELS.slice(levelIndex('T4'));

export interface FilmReading {
  readonly levels: Readonly<Record<string, Morphometry>>;
  /** T4's upper to T12's lower end plate, + = kyphosis. */
  readonly cobbDeg: number;
}

/** Six points of each level and Cobb's angle, from the points where the film shows them. */
export function readLateralFilm(phantom: Phantom, view: View, person: Person): FilmReading {
  const points = new Map(
    FILM_LEVELS.map((level) => [level, projectSixPoints(phantom, view, levelIndex(level))] as const),
  );
  return {
    levels: Object.fromEntries(
      [...points].map(([level, six]) => [level, measureSixPoints(six, view, person, levelIndex(level))]),
    ),
    cobbDeg: degrees(tiltOf(points.get('T12')!.lower, view) - tiltOf(points.get('T4')!.upper, view)),
  };
}

export interface FrontalReading {
  readonly levels: Readonly<
    Record<string, { readonly leftMm: number; readonly middleMm: number; readonly rightMm: number }>
  >;
  /** Greatest tilt of an end plate against another, to either side. */
  readonly cobbDeg: number;
}

/** Heights at both sides and the greatest lateral angle, from a film from the front. */
export function readFrontalFilm(phantom: Phantom, view: View): FrontalReading {
  const tilts: number[] = [];
  const levels = Object.fromEntries(
    FILM_LEVELS.map((level) => {
      const body = phantom.bodies[levelIndex(level)]!;
      const at = (side: 1 | -1, z: number) =>
        project(view, toWorld(body.frame, 0, calcPlateMm(body, side, 0, z), z));
      const height = (z: number) => distanceMm(at(1, z), at(-1, z), view);
      const b = body.halfWidthMm;
      for (const side of [1, -1] as const) {
        const [right, left] = [at(side, b), at(side, -b)];
        tilts.push(atan2((left[1] - right[1]) * view.rowMm, (left[0] - right[0]) * view.columnMm));
      }
      return [level, { leftMm: height(-b), middleMm: height(0), rightMm: height(b) }];
    }),
  );
  return { levels, cobbDeg: degrees(Math.max(...tilts) - Math.min(...tilts)) };
}
