import { describe, expect, it } from 'vitest';
import { calcCrossLine } from '../../src/panels/images/crossLine.ts';
import {
  addPoint,
  findNext,
  isComplete,
  type Measures,
  measureAngle,
  measureLength,
  movePoint,
  probe,
} from '../../src/panels/images/measures.ts';
import { FITTED, place, shift, toImage, toScreen, zoomAt } from '../../src/panels/images/viewport.ts';
import { dragWindow } from '../../src/panels/images/windowing.ts';

const MM = { columnMm: 0.5, rowMm: 0.5 };

describe('an image in its frame', () => {
  const image = { width: 520, height: 818 };
  const frame = { width: 390, height: 480 };

  it('keeps what is under the fingers there while it is zoomed', () => {
    let zoom = FITTED;
    const at = { x: 120, y: 300 };
    const before = toImage(place(image, frame, zoom), at.x, at.y);
    for (let step = 0; step < 5; step++) zoom = zoomAt(zoom, 1.3, at, image, frame);
    const after = toImage(place(image, frame, zoom), at.x, at.y);
    expect(after[0]).toBeCloseTo(before[0], 6);
    expect(after[1]).toBeCloseTo(before[1], 6);
    expect(zoomAt(zoom, 0.001, at, image, frame)).toEqual(FITTED);
  });

  it('cannot be pushed out of sight, and finds a point again', () => {
    const zoom = shift(FITTED, 1e6, -1e6, image, frame);
    const { left, top, scale } = place(image, frame, zoom);
    expect(left).toBeLessThan(frame.width);
    expect(top + image.height * scale).toBeGreaterThan(0);
    const [x, y] = toScreen({ left, top, scale }, [100, 200]);
    const [u, v] = toImage({ left, top, scale }, x, y);
    expect([u, v].map((value) => Number(value.toFixed(9)))).toEqual([100, 200]);
  });

  it('is widened to the right and brightened upwards', () => {
    const usual = { low: 0, high: 400 };
    const wide = dragWindow(usual, 100, 0, usual);
    expect(wide.high - wide.low).toBeCloseTo(500);
    expect(dragWindow(usual, 0, -100, usual)).toEqual({ low: -100, high: 300 });
    const narrow = dragWindow(usual, -1e6, 0, usual);
    expect(narrow.high).toBeGreaterThan(narrow.low);
  });
});

describe('a measurement', () => {
  it('is complete with its points, and an unfinished one gives way to another', () => {
    let measures: Measures = [];
    for (const point of [0, 1, 2, 3] as const) measures = addPoint(measures, 'angle', [point, point]);
    measures = addPoint(measures, 'six', [9, 9]);
    expect(findNext(measures, 'six')).toEqual({ index: 1, measure: 1 });
    measures = addPoint(measures, 'length', [5, 5]);
    expect(measures.map(({ kind, points }) => `${kind} ${points.length}`)).toEqual(['angle 4', 'length 1']);
    expect(measures.map(isComplete)).toEqual([true, false]);
    expect(movePoint(measures, 0, 2, [7, 7])[0]!.points[2]).toEqual([7, 7]);
  });

  it('is in millimetres and degrees, whichever end a line begins with', () => {
    expect(
      measureLength(
        [
          [0, 0],
          [60, 80],
        ],
        MM,
      ),
    ).toBeCloseTo(50);
    const flat = [
      [0, 0],
      [10, 0],
    ] as const;
    const steep = [
      [0, 0],
      [10, 10],
    ] as const;
    expect(measureAngle([...flat, ...steep], MM)).toBeCloseTo(45);
    expect(measureAngle([...flat, steep[1], steep[0]], MM)).toBeCloseTo(45);
  });

  it('probes what lies within 4 mm', () => {
    const values = Float32Array.from({ length: 100 * 100 }, (_, at) => (at % 100 < 50 ? 100 : 300));
    const image = { columns: 100, rows: 100, ...MM, values, low: 0, high: 1 };
    expect(probe([[20, 50]], image)).toEqual({ mean: 100, sd: 0 });
    const edge = probe([[49.5, 50]], image)!;
    expect(edge.mean).toBeCloseTo(200);
    expect(edge.sd).toBeCloseTo(100);
    expect(probe([[-500, 0]], image)).toBeNull();
  });
});

describe('the line of one slice on another', () => {
  const size = {
    columns: 100,
    rows: 100,
    columnMm: 1,
    rowMm: 1,
    values: new Float32Array(0),
    low: 0,
    high: 1,
  };
  const sagittal = { first: [50, 100, 0], right: [-1, 0, 0], down: [0, -1, 0], pixelMm: 1 } as const;
  const axial = { first: [50, 70, 50], right: [0, 0, -1], down: [-1, 0, 0], pixelMm: 1 } as const;

  it('lies where they cut', () => {
    expect(calcCrossLine(axial, { plane: sagittal, image: size })).toEqual([
      [0, 30],
      [99, 30],
    ]);
    expect(calcCrossLine(sagittal, { plane: axial, image: size })).toEqual([
      [50, 0],
      [50, 99],
    ]);
    expect(calcCrossLine(sagittal, { plane: sagittal, image: size })).toBeNull();
  });
});
