import { add, cross, dot, normalise, type Point, type Solid, subtract } from './primitives.ts';

/** Frame for drawing: three axes, the first two given, the third perpendicular to both. */
export interface Frame {
  readonly origin: Point;
  readonly u: Point;
  /** Made perpendicular to u. */
  readonly v: Point;
}

export interface Axes {
  readonly u: Point;
  readonly v: Point;
  readonly w: Point;
}

export function axesOf(frame: Pick<Frame, 'u' | 'v'>): Axes {
  const u = normalise(frame.u);
  const v = normalise(add(frame.v, u, -dot(frame.v, u)));
  return { u, v, w: cross(u, v) };
}

export function fromFrame(local: Point, frame: Frame): Point {
  const { u, v, w } = axesOf(frame);
  return add(add(add(frame.origin, u, local[0]), v, local[1]), w, local[2]);
}

export function toFrame(point: Point, frame: Frame): Point {
  const { u, v, w } = axesOf(frame);
  const d = subtract(point, frame.origin);
  return [dot(d, u), dot(d, v), dot(d, w)];
}

/** A solid drawn in `frame`, seen from outside it. */
export function framed(solid: Solid, frame: Frame): Solid {
  const { u, v, w } = axesOf(frame);
  const [ox, oy, oz] = frame.origin;
  return (px, py, pz) => {
    const x = px - ox;
    const y = py - oy;
    const z = pz - oz;
    return solid(
      x * u[0] + y * u[1] + z * u[2],
      x * v[0] + y * v[1] + z * v[2],
      x * w[0] + y * w[1] + z * w[2],
    );
  };
}

/** Inverse of a frame, with which `framed` sees an outer solid from within. */
export function inverse(frame: Frame): Frame {
  const { u, v, w } = axesOf(frame);
  const o = frame.origin;
  return {
    origin: [-dot(o, u), -dot(o, v), -dot(o, w)],
    u: [u[0], v[0], w[0]],
    v: [u[1], v[1], w[1]],
  };
}

/** The box that holds all corners of a box drawn in `frame`. */
export function framedBox(low: Point, high: Point, frame: Frame): { low: Point; high: Point } {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((k) =>
    fromFrame([k & 1 ? high[0] : low[0], k & 2 ? high[1] : low[1], k & 4 ? high[2] : low[2]], frame),
  );
  const extreme = (pick: (...values: number[]) => number): Point => [
    pick(...corners.map((p) => p[0])),
    pick(...corners.map((p) => p[1])),
    pick(...corners.map((p) => p[2])),
  ];
  return { low: extreme(Math.min), high: extreme(Math.max) };
}
