import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindOrbit, createOrbit, MAX_TILT, type Orbit } from '../../src/scene/camera/orbit.ts';

const METRES_PER_PIXEL = 0.002;
/** Closest and furthest that a person may zoom. */
const ZOOM = { least: 0.5, most: 8 };

/** A canvas as far as the orbit needs one, with what was done to it. */
function bind() {
  const orbit = createOrbit();
  const canvas = Object.assign(new EventTarget(), { setPointerCapture() {} });
  const taps: (readonly [number, number])[] = [];
  let changes = 0;
  const unbind = bindOrbit(
    canvas as unknown as HTMLElement,
    orbit,
    () => METRES_PER_PIXEL,
    () => changes++,
    (x, y) => taps.push([x, y]),
  );
  const send = (type: string, more: object): Event => {
    const event = new Event(type, { cancelable: true });
    for (const [key, value] of Object.entries(more)) Object.defineProperty(event, key, { value });
    canvas.dispatchEvent(event);
    return event;
  };
  const point = (type: string, pointerId: number, x: number, y: number, timeStamp = 0) =>
    send(type, { pointerId, clientX: x, clientY: y, offsetX: x, offsetY: y, timeStamp });
  return {
    orbit,
    taps,
    countChanges: () => changes,
    unbind,
    down: (id: number, x: number, y: number, ms?: number) => point('pointerdown', id, x, y, ms),
    move: (id: number, x: number, y: number) => point('pointermove', id, x, y),
    up: (id: number, x: number, y: number, ms?: number) => point('pointerup', id, x, y, ms),
    cancel: (id: number) => point('pointercancel', id, 0, 0),
    wheel: (deltaY: number) => send('wheel', { deltaY }),
    key: (key: string) => send('keydown', { key }),
  };
}

const expectSame = (orbit: Orbit, wanted: Orbit) => {
  for (const key of Object.keys(wanted) as (keyof Orbit)[])
    expect(orbit[key], key).toBeCloseTo(wanted[key], 9);
};

describe('one finger', () => {
  it('turns the picture with it, by as much wherever it goes and in however many steps', () => {
    const [whole, halves] = [bind(), bind()];
    whole.down(1, 100, 100);
    whole.move(1, 180, 140);
    halves.down(1, 400, 300);
    halves.move(1, 440, 320);
    halves.move(1, 480, 340);
    expectSame(halves.orbit, whole.orbit);
    const { azimuth, tilt, zoom, panX, panY } = createOrbit();
    // to the right: what is seen goes along, so the camera goes round to the left; down: it rises
    expect(whole.orbit.azimuth).toBeLessThan(azimuth);
    expect(whole.orbit.tilt).toBeGreaterThan(tilt);
    expect(whole.orbit).toMatchObject({ zoom, panX, panY });
    whole.move(1, 100, 100);
    expectSame(whole.orbit, createOrbit());
    expect(whole.countChanges()).toBe(2);
  });

  it('that only hovers, has left or was taken away turns nothing', () => {
    const hand = bind();
    hand.move(1, 300, 300);
    hand.down(1, 100, 100);
    hand.up(1, 100, 100);
    hand.move(1, 300, 300);
    hand.down(1, 100, 100);
    hand.cancel(1);
    hand.move(1, 300, 300);
    expect(hand.orbit).toEqual(createOrbit());
    expect(hand.countChanges()).toBe(0);
  });
});

describe('two fingers', () => {
  const pinch = (steps: number) => {
    const hand = bind();
    hand.down(1, 100, 200);
    hand.down(2, 200, 200);
    for (let n = 1; n <= steps; n++) hand.move(2, 200 + (100 * n) / steps, 200);
    return hand.orbit;
  };
  it('zoom by the ratio of their distances, in however many steps', () => {
    expect(pinch(1).zoom).toBeCloseTo(2, 9);
    expect(pinch(7).zoom).toBeCloseTo(2, 9);
    expect(pinch(7).azimuth).toBe(createOrbit().azimuth);
  });

  it('pan by their common way, and what lay under them stays there', () => {
    const hand = bind();
    hand.down(1, 100, 200);
    hand.down(2, 200, 200);
    for (let n = 1; n <= 10; n++) for (const id of [1, 2]) hand.move(id, 100 * id + 6 * n, 200 + 4 * n);
    expect(hand.orbit.panX).toBeCloseTo(-60 * METRES_PER_PIXEL, 9);
    expect(hand.orbit.panY).toBeCloseTo(40 * METRES_PER_PIXEL, 9);
    expect(hand.orbit.zoom).toBeCloseTo(1, 9);
    // one that stays alone turns from where it is, without a jump
    hand.up(2, 260, 240);
    const before = { ...hand.orbit };
    hand.move(1, 160, 240);
    expectSame(hand.orbit, before);
  });
});

describe('a tap', () => {
  it('picks where the finger came down, when it left soon and lay still', () => {
    const hand = bind();
    hand.down(1, 100, 100, 1000);
    hand.up(1, 104, 103, 1300);
    expect(hand.taps).toEqual([[100, 100]]);
  });
  it.each([
    ['it lay too long', 100, 2000],
    ['it went away', 130, 1200],
  ])('is none where %s', (_, x, ms) => {
    const hand = bind();
    hand.down(1, 100, 100, 1000);
    hand.up(1, x, 100, ms);
    expect(hand.taps).toEqual([]);
  });
  it('is none of two fingers', () => {
    const hand = bind();
    hand.down(1, 100, 100, 1000);
    hand.down(2, 200, 100, 1050);
    hand.up(2, 200, 100, 1100);
    hand.up(1, 100, 100, 1150);
    expect(hand.taps).toEqual([]);
  });
});

describe('wheel and keys', () => {
  it('zoom in and back by the same, and keep the page from scrolling', () => {
    const hand = bind();
    expect(hand.wheel(-240).defaultPrevented).toBe(true);
    expect(hand.orbit.zoom).toBeGreaterThan(1.1);
    hand.wheel(240);
    for (const key of ['+', '=']) {
      const { zoom } = hand.orbit;
      expect(hand.key(key).defaultPrevented).toBe(true);
      expect(hand.orbit.zoom).toBeGreaterThan(1.05 * zoom);
      hand.key('-');
    }
    expectSame(hand.orbit, createOrbit());
  });

  it('turn each way and back', () => {
    const hand = bind();
    const { azimuth, tilt } = createOrbit();
    hand.key('ArrowRight');
    expect(hand.orbit.azimuth).toBeLessThan(azimuth);
    hand.key('ArrowLeft');
    hand.key('ArrowDown');
    expect(hand.orbit.tilt).toBeGreaterThan(tilt);
    hand.key('ArrowUp');
    expectSame(hand.orbit, createOrbit());
  });

  it('leave other keys to the page', () => {
    const hand = bind();
    for (const key of ['Tab', 'Enter', ' ', 'a']) expect(hand.key(key).defaultPrevented).toBe(false);
    expect(hand.countChanges()).toBe(0);
  });
});

describe('whatever is done', () => {
  const at = { x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) };
  const deed = fc.oneof(
    fc.record({
      what: fc.constantFrom('down', 'move', 'up', 'cancel'),
      id: fc.integer({ min: 1, max: 3 }),
      ...at,
    }),
    fc.record({ what: fc.constant('wheel'), id: fc.constant(0), ...at }),
    fc.record({ what: fc.constantFrom('ArrowUp', 'ArrowDown', '+', '-'), id: fc.constant(0), ...at }),
  );
  it('the camera keeps short of straight above and below, and neither too near nor too far', () => {
    let [lowest, highest, nearest, furthest] = [0, 0, 1, 1];
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 40 }), (deeds) => {
        const hand = bind();
        for (const { what, id, x, y } of deeds) {
          if (what === 'wheel') hand.wheel(y);
          else if (what === 'down' || what === 'move' || what === 'up') hand[what](id, x, y);
          else if (what === 'cancel') hand.cancel(id);
          else hand.key(what);
          expect(Object.values(hand.orbit).every(Number.isFinite)).toBe(true);
          expect(Math.abs(hand.orbit.tilt)).toBeLessThanOrEqual(MAX_TILT);
          expect(hand.orbit.zoom).toBeGreaterThanOrEqual(ZOOM.least);
          expect(hand.orbit.zoom).toBeLessThanOrEqual(ZOOM.most);
        }
        lowest = Math.min(lowest, hand.orbit.tilt);
        highest = Math.max(highest, hand.orbit.tilt);
        nearest = Math.max(nearest, hand.orbit.zoom);
        furthest = Math.min(furthest, hand.orbit.zoom);
      }),
      { numRuns: 400, seed: 5 },
    );
    // and what is allowed is reached
    expect([lowest, highest, nearest, furthest]).toEqual([-MAX_TILT, MAX_TILT, ZOOM.most, ZOOM.least]);
    expect(MAX_TILT).toBeLessThan(Math.PI / 2);
  });

  it('the canvas that was left hears nothing more', () => {
    const hand = bind();
    hand.down(1, 100, 100);
    hand.unbind();
    hand.move(1, 300, 300);
    hand.wheel(-500);
    hand.key('+');
    expect(hand.orbit).toEqual(createOrbit());
  });
});
