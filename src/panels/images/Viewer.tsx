import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Point } from '../../core/imaging/exams/sixPoints.ts';
import type { PageImage } from '../../runtime/imaging/examAnswer.ts';
import type { MeasureKind } from './measures.ts';
import { useRoomTexts } from './texts.ts';
import { FITTED, type Placement, place, shift, toImage, toScreen, type Zoom, zoomAt } from './viewport.ts';
import { dragWindow, paint, type Window } from './windowing.ts';

/** What a finger, the mouse or the arrow keys do on the image. */
export type Tool = 'move' | 'window' | MeasureKind;

export interface ViewerProps {
  readonly image: PageImage;
  readonly label: string;
  readonly tool: Tool;
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  /** A point was set by a tap or by Enter. */
  readonly onPoint: (kind: MeasureKind, point: Point) => void;
  /** Points that a drag takes along; a tap near one sets another. */
  readonly handles: readonly Handle[];
  readonly onHandle: (handle: Handle, to: Point, isFurther: boolean) => void;
  /** Goes to another slice; absent where there is only one. */
  readonly onStep?: ((steps: number) => void) | undefined;
  /** What lies over the image, in its frame. */
  readonly children: (placement: Placement) => ReactNode;
}

export interface Handle {
  readonly measure: number;
  readonly index: number;
  readonly at: Point;
}

/** How near a drag must begin to take a point along, px. */
const REACH_PX = { touch: 22, mouse: 12 } as const;
/** Movement from which a touch is no tap, px. */
const TAP_PX = 8;
const KEY_PX = 6;
const FAST = 5;
const KEY_ZOOM = 1.25;
const WHEEL_ZOOM = 0.0015;
/** Turn of a wheel that goes one slice further, px. */
const WHEEL_STEP = 60;

interface Held {
  x: number;
  y: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly button: number;
  /** What it takes along, and how far that lies from it, px. */
  readonly handle: { readonly one: Handle; readonly dx: number; readonly dy: number } | null;
  moved: boolean;
}

/** An image that is zoomed, moved, windowed and measured by finger, mouse and keyboard. */
export function Viewer(props: ViewerProps) {
  const t = useRoomTexts();
  const { image, label, tool, window, onWindow, onPoint, handles, onHandle, onStep, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 1, height: 1 });
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const [cursor, setCursor] = useState<Point | null>(null);
  const held = useRef(new Map<number, Held>());
  const wheeled = useRef(0);
  const box = { width: image.columns, height: image.rows };
  const placement = place(box, size, zoom);
  const usual = { low: image.low, high: image.high };
  const latest = useRef({ box, size, onStep });
  latest.current = { box, size, onStep };

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => paint(canvas.current!, image, window), [image, window]);
  useEffect(() => {
    const element = frame.current!;
    // React listens to wheels without being able to stop the page
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { box, size, onStep } = latest.current;
      if (onStep && !event.ctrlKey) {
        wheeled.current += event.deltaY;
        const steps = Math.trunc(wheeled.current / WHEEL_STEP);
        wheeled.current -= steps * WHEEL_STEP;
        if (steps !== 0) onStep(steps);
        return;
      }
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setZoom((before) => zoomAt(before, Math.exp(-event.deltaY * WHEEL_ZOOM), at, box, size));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, []);

  const inFrame = (event: { readonly clientX: number; readonly clientY: number }) => {
    const { left, top } = frame.current!.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const take = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = inFrame(event);
    const reach = REACH_PX[event.pointerType === 'mouse' ? 'mouse' : 'touch'];
    const handle = findHandle(handles, placement, x, y, reach);
    const { button } = event;
    held.current.set(event.pointerId, { x, y, fromX: x, fromY: y, button, handle, moved: false });
    setCursor(null);
  };
  const drag = (event: PointerEvent) => {
    const one = held.current.get(event.pointerId);
    if (!one) return;
    const { x, y } = inFrame(event);
    const [dx, dy] = [x - one.x, y - one.y];
    const others = [...held.current.values()].filter((other) => other !== one);
    if (others.length > 0) {
      // two fingers pinch and move
      const other = others[0]!;
      const before = Math.hypot(one.x - other.x, one.y - other.y);
      const after = Math.hypot(x - other.x, y - other.y);
      const at = { x: (x + other.x) / 2, y: (y + other.y) / 2 };
      setZoom((zoom) =>
        shift(zoomAt(zoom, after / Math.max(1, before), at, box, size), dx / 2, dy / 2, box, size),
      );
      one.moved = true;
      other.moved = true;
    } else {
      const wasMoved = one.moved;
      if (Math.hypot(x - one.fromX, y - one.fromY) > TAP_PX) one.moved = true;
      if (one.moved && one.handle && one.button === 0)
        onHandle(one.handle.one, toImage(placement, x + one.handle.dx, y + one.handle.dy), wasMoved);
      else if (one.moved && (tool === 'window' || one.button === 2))
        onWindow(dragWindow(window, dx, dy, usual));
      else if (one.moved) setZoom((zoom) => shift(zoom, dx, dy, box, size));
      else return;
    }
    one.x = x;
    one.y = y;
  };
  const letGo = (event: PointerEvent) => {
    const one = held.current.get(event.pointerId);
    held.current.delete(event.pointerId);
    if (!one || one.moved || one.button !== 0 || event.type !== 'pointerup') return;
    if (tool !== 'move' && tool !== 'window') onPoint(tool, toImage(placement, one.x, one.y));
  };

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey || event.ctrlKey) return;
    const done = handleKey(event);
    if (done) event.preventDefault();
  };
  const handleKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const middle = { x: size.width / 2, y: size.height / 2 };
    if (key === '+' || key === '=') setZoom(zoomAt(zoom, KEY_ZOOM, middle, box, size));
    else if (key === '-') setZoom(zoomAt(zoom, 1 / KEY_ZOOM, middle, box, size));
    else if (key === '0') {
      setZoom(FITTED);
      onWindow(usual);
    } else if ((key === 'PageDown' || key === 'PageUp') && onStep) onStep(key === 'PageDown' ? 1 : -1);
    else if (key in ARROWS) {
      const [x, y] = ARROWS[key as keyof typeof ARROWS];
      const px = KEY_PX * (shiftKey ? FAST : 1);
      if (tool === 'move') setZoom(shift(zoom, -x * px * FAST, -y * px * FAST, box, size));
      else if (tool === 'window') onWindow(dragWindow(window, x * px, y * px, usual));
      else {
        const [u, v] = cursor ?? toImage(placement, middle.x, middle.y);
        setCursor([u + (x * px) / placement.scale, v + (y * px) / placement.scale]);
      }
    } else if (key === 'Enter' || key === ' ') {
      if (tool === 'move' || tool === 'window') return false;
      onPoint(tool, cursor ?? toImage(placement, middle.x, middle.y));
    } else return false;
    return true;
  };

  return (
    <div
      ref={frame}
      className="room-view"
      data-tool={tool}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onDoubleClick={() => {
        if (tool !== 'move' && tool !== 'window') return;
        setZoom(FITTED);
        onWindow(usual);
      }}
      onKeyDown={press}
    >
      <canvas
        ref={canvas}
        style={{
          width: image.columns * placement.scale,
          height: image.rows * placement.scale,
          transform: `translate(${placement.left}px, ${placement.top}px)`,
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing's parts are no fields */}
      <svg
        className="room-over"
        role="group"
        aria-label={t('measures')}
        width={size.width}
        height={size.height}
      >
        {children(placement)}
        {cursor && <Cursor at={toScreen(placement, cursor)} />}
      </svg>
    </div>
  );
}

/** The nearest point within reach. */
function findHandle(
  handles: readonly Handle[],
  placement: Placement,
  x: number,
  y: number,
  reach: number,
): Held['handle'] {
  let best: Held['handle'] = null;
  let least = reach;
  for (const one of handles) {
    const [u, v] = toScreen(placement, one.at);
    const away = Math.hypot(u - x, v - y);
    if (away < least) [best, least] = [{ one, dx: u - x, dy: v - y }, away];
  }
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;

function Cursor({ at: [x, y] }: { at: Point }) {
  return <path className="room-cursor" d={`M${x - 12} ${y}h9m6 0h9M${x} ${y - 12}v9m0 6v9`} />;
}
