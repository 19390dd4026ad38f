import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calcVolumeMm3, closeRings, type Mesh } from '../../../src/core/imaging/rays/solid.ts';
import { traceRays } from '../../../src/core/imaging/rays/trace.ts';
import { project, type View } from '../../../src/core/imaging/rays/view.ts';

const sphere = (radius: number, rings: number, [x, y, z]: readonly number[] = [0, 0, 0]): Mesh => {
  const list = Array.from({ length: rings - 1 }, (_, r) => {
    const polar = (Math.PI * (r + 1)) / rings;
    return Array.from({ length: 2 * rings }, (_, i) => {
      const angle = (Math.PI * i) / rings;
      return [
        x! + radius * Math.sin(polar) * Math.cos(angle),
        y! - radius * Math.cos(polar),
        z! + radius * Math.sin(polar) * Math.sin(angle),
      ] as const;
    });
  });
  return closeRings(list, [x!, y! - radius, z!], [x!, y! + radius, z!]);
};

const box = (a: readonly [number, number, number], b: readonly [number, number, number]): Mesh =>
  closeRings(
    [a[1], b[1]].map((y) => [
      [a[0], y, a[2]],
      [b[0], y, a[2]],
      [b[0], y, b[2]],
      [a[0], y, b[2]],
    ]),
    [(a[0] + b[0]) / 2, a[1], (a[2] + b[2]) / 2],
    [(a[0] + b[0]) / 2, b[1], (a[2] + b[2]) / 2],
  );

const view = (change: Partial<View> = {}): View => ({
  origin: [0, 0, 0],
  right: [-1, 0, 0],
  down: [0, -1, 0],
  forward: [0, 0, 1],
  sourceMm: null,
  columns: 301,
  rows: 301,
  columnMm: 0.25,
  rowMm: 0.25,
  ...change,
});

describe('rays', () => {
  it('measure a sphere of 25 mm: row A2', () => {
    let error = 0;
    let count = 0;
    let greatest = 0;
    let volume = 0;
    const seen = view();
    const open = traceRays([sphere(25, 128)], seen, (ray) => {
      const x = (ray.column - 150) * 0.25;
      const y = (ray.row - 150) * 0.25;
      const exact = 2 * Math.sqrt(Math.max(0, 625 - x * x - y * y));
      let thickness = 0;
      for (let n = 0; n < ray.count; n++) thickness += (ray.to[n]! - ray.from[n]!) * ray.length;
      volume += thickness * 0.25 * 0.25;
      // the rim's last half millimetre is steeper than any mesh
      if (x * x + y * y > 24.5 * 24.5) return;
      error += Math.abs(thickness - exact) / exact;
      greatest = Math.max(greatest, Math.abs(thickness - exact));
      count++;
    });
    expect(open).toBe(0);
    expect(error / count).toBeLessThan(5e-4);
    expect(greatest).toBeLessThan(0.1);
    expect(Math.abs(volume / ((4 / 3) * Math.PI * 15625) - 1)).toBeLessThan(3e-4);
  });

  it('give a slab its length along each ray of a spreading beam', () => {
    const seen = view({ sourceMm: 1000, columns: 41, rows: 41, columnMm: 5, rowMm: 5 });
    traceRays([box([-300, -300, -20], [300, 300, 30])], seen, (ray) => {
      const u = (ray.column - 20) * 5;
      const v = (ray.row - 20) * 5;
      expect((ray.to[0]! - ray.from[0]!) * ray.length).toBeCloseTo(
        50 * Math.sqrt(1 + (u * u + v * v) / 1e6),
        8,
      );
    });
  });

  it('put what comes first first, and leave nothing twice', () => {
    const pieces: number[] = [];
    traceRays(
      [box([-10, -10, 0], [10, 10, 30]), box([-10, -10, 10], [10, 10, 40])],
      view({ columns: 1, rows: 1 }),
      (ray) => {
        for (let n = 0; n < ray.count; n++) pieces.push(ray.solid[n]!, ray.from[n]!, ray.to[n]!);
      },
    );
    expect(pieces).toEqual([0, 0, 10, 1, 10, 40]);
  });

  it('never leave a solid open, wherever pixels and corners fall together: row A1', () => {
    for (const columnMm of [0.5, 1, 1.25])
      for (const sourceMm of [null, 900])
        expect(
          traceRays(
            [sphere(20, 24), box([-10, -10, -10], [10, 10, 10]), sphere(3, 8, [12, 4, 1])],
            view({ columnMm, rowMm: 0.5, sourceMm }),
            () => {},
          ),
        ).toBe(0);
  });

  it('see two balls where a pinhole puts them: row A4', () => {
    for (const depth of [-200, -80, 0, 60, 150]) {
      const seen = view({ sourceMm: 1000 });
      let u = 0;
      let v = 0;
      let sum = 0;
      traceRays([sphere(2, 48, [12, -7, depth])], seen, (ray) => {
        for (let n = 0; n < ray.count; n++) {
          const weight = ray.to[n]! - ray.from[n]!;
          u += weight * ray.column;
          v += weight * ray.row;
          sum += weight;
        }
      });
      const [column, row] = project(seen, [12, -7, depth]);
      expect(Math.abs(u / sum - column) * 0.25).toBeLessThan(0.02);
      expect(Math.abs(v / sum - row) * 0.25).toBeLessThan(0.02);
    }
  });

  it('sum to the volume of the solid: row A3', () => {
    const solid = sphere(18, 40);
    let volume = 0;
    traceRays([solid], view(), (ray) => {
      for (let n = 0; n < ray.count; n++) volume += (ray.to[n]! - ray.from[n]!) * 0.0625;
    });
    expect(volume / calcVolumeMm3(solid)).toBeCloseTo(1, 3);
  });

  it('give the same bytes here as where they were recorded: row A5', () => {
    const hash = createHash('sha256');
    // a solid whose corners need no engine’s own curves
    traceRays([box([-9, -8, -7], [10, 11, 12])], view({ sourceMm: 700, rows: 61, columns: 61 }), (ray) => {
      hash.update(new Uint8Array(ray.from.slice(0, ray.count).buffer));
      hash.update(new Uint8Array(ray.to.slice(0, ray.count).buffer));
    });
    expect(hash.digest('hex')).toMatchInlineSnapshot(
      `"a36dd3d1d4ff51206864021e40c06c5e8428da7065df796801eb03131963202b"`,
    );
  });
});
