import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Label, placeLabels } from '../../src/scene/labels/labelPlaces.ts';

const ROOM = { left: 4, top: 60, right: 386, bottom: 320 };
const NOTHING = { left: 0, top: 0, right: 0, bottom: 0 };
const HIGH = 22;

const createLabel = (left: number, middle: number, wide = 80, shown = true): Label => ({
  ...{ shown, wide, high: HIGH, left },
  top: middle - HIGH / 2,
});

const box = ({ left, top, wide, high }: Label) => ({ left, top, right: left + wide, bottom: top + high });
type Placed = ReturnType<typeof box>;
const overlap = (a: Placed, b: Placed) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is wrong with a placement. */
function findFaults(labels: readonly Label[], taken: Placed): string[] {
  const boxes = labels.filter(({ shown }) => shown).map(box);
  const faults: string[] = [];
  boxes.forEach((one, i) => {
    if (one.left < ROOM.left || one.right > ROOM.right || one.top < ROOM.top || one.bottom > ROOM.bottom)
      faults.push(`${i} leaves the room`);
    if (taken.right > taken.left && overlap(one, taken)) faults.push(`${i} covers what is taken`);
    for (const other of boxes.slice(0, i)) if (overlap(one, other)) faults.push(`${i} covers another`);
  });
  return faults;
}

describe('labels on the stage', () => {
  it('stay where they would be where nothing is in the way', () => {
    const labels = [createLabel(100, 100), createLabel(100, 200), createLabel(300, 105)];
    const before = labels.map(box);
    placeLabels(labels, ROOM, NOTHING);
    expect(labels.map(box)).toEqual(before);
  });

  it('of neighbours spread to both sides, in the order of the levels', () => {
    const labels = [150, 161, 172, 183, 194].map((middle) => createLabel(200, middle));
    placeLabels(labels, ROOM, NOTHING);
    expect(findFaults(labels, NOTHING)).toEqual([]);
    const tops = labels.map(({ top }) => top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    // they keep their middle, within one label
    expect(Math.abs(tops[2]! + HIGH / 2 - 172)).toBeLessThan(HIGH);
  });

  it('keep off the height mark', () => {
    const taken = { left: 180, top: 140, right: 240, bottom: 175 };
    const labels = [createLabel(190, 150), createLabel(190, 160), createLabel(20, 150, 90)];
    placeLabels(labels, ROOM, taken);
    expect(findFaults(labels, taken)).toEqual([]);
    expect(labels[2]!.top).toBe(150 - HIGH / 2);
  });

  it('never cover each other nor leave the picture, wherever they would be', () => {
    const label = fc.record({
      left: fc.double({ min: -300, max: 700, noNaN: true }),
      middle: fc.double({ min: -200, max: 700, noNaN: true }),
      wide: fc.integer({ min: 40, max: 130 }),
      shown: fc.boolean(),
    });
    const mark = fc.option(
      fc.record({ left: fc.integer({ min: 4, max: 250 }), top: fc.integer({ min: 60, max: 240 }) }),
    );
    fc.assert(
      // 8 labels and the mark find room in 260 px of height wherever they are
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), mark, (wanted, at) => {
        const taken = at ? { ...at, right: at.left + 70, bottom: at.top + 24 } : NOTHING;
        const labels = wanted.map(({ left, middle, wide, shown }) => createLabel(left, middle, wide, shown));
        placeLabels(labels, ROOM, taken);
        expect(findFaults(labels, taken)).toEqual([]);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
