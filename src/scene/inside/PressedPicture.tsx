import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Cut, PictureProps, ShownBody, Side } from '../../runtime/inside/picture.ts';
import { createFlatTheatre } from './flatTheatre.ts';
import { createTheatre, type Spots, type Theatre } from './theatre.ts';
import './pressedPicture.css';

/** Turn of the plane per pixel that a finger goes sideways, and part of its way per pixel up or down. */
const TURN_RAD_PER_PX = 0.008;
const PLACE_PER_PX = 0.006;
/** Turn and way of an arrow key. */
const KEY_TURN_RAD = Math.PI / 24;
const KEY_PLACE = 0.08;

const SIDES: readonly Side[] = ['front', 'back', 'left', 'right'];
/** Length of the arrow of the greatest force, pixels, and of the smallest that is drawn. */
const ARROW_PX = 56;
const LEAST_ARROW_PX = 10;

const clamp = (value: number): number => Math.min(1, Math.max(-1, value));

/** Bodies in the press, cut open. One finger turns the plane and pushes it in and out. */
export default function PressedPicture({ shown, cut, measure, sides, label, onCut }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theatre = useRef<Theatre | null>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const [spots, setSpots] = useState<readonly Spots[]>([]);
  const [restored, setRestored] = useState(0);
  const held = useRef<{
    readonly id: number;
    readonly x: number;
    readonly y: number;
    readonly cut: Cut;
  } | null>(null);

  useEffect(() => {
    const element = canvas.current!;
    const made = hasGraphics() ? createTheatre(element) : createFlatTheatre(element);
    theatre.current = made;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element.parentElement!);
    const again = () => setRestored((times) => times + 1);
    element.addEventListener('webglcontextrestored', again);
    return () => {
      observer.disconnect();
      element.removeEventListener('webglcontextrestored', again);
      theatre.current = null;
      made.dispose();
    };
  }, []);

  useEffect(() => {
    if (size) theatre.current?.resize(size.width, size.height);
  }, [size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size, or graphics that came back, want another picture
  useEffect(() => {
    if (size && theatre.current && shown.length > 0) setSpots(theatre.current.show(shown, cut, measure));
  }, [shown, cut, measure, size, restored]);

  const move = (turnRad: number, place: number) =>
    onCut({ ...cut, turnRad: cut.isLevel ? cut.turnRad : turnRad, place: clamp(place) });
  const follow = (event: PointerEvent) => {
    const from = held.current;
    if (from?.id !== event.pointerId) return;
    move(
      from.cut.turnRad - TURN_RAD_PER_PX * (event.clientX - from.x),
      from.cut.place - PLACE_PER_PX * (event.clientY - from.y),
    );
  };
  const letGo = (event: PointerEvent) => {
    if (held.current?.id === event.pointerId) held.current = null;
  };
  return (
    <div className="pressed-picture">
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={label}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { id: event.pointerId, x: event.clientX, y: event.clientY, cut };
        }}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={(event) => {
          const turn = { ArrowLeft: 1, ArrowRight: -1 }[event.key] ?? 0;
          const push = { ArrowUp: 1, ArrowDown: -1 }[event.key] ?? 0;
          if (turn === 0 && push === 0) return;
          event.preventDefault();
          move(cut.turnRad + turn * KEY_TURN_RAD, cut.place + push * KEY_PLACE);
        }}
      />
      {shown.map((one, n) => spots[n] && <Marks key={one.name} shown={one} spots={spots[n]} sides={sides} />)}
    </div>
  );
}

/** Names of the sides, the arrow of the force, and the body's name. */
function Marks({
  shown,
  spots,
  sides,
}: {
  shown: ShownBody;
  spots: Spots;
  sides: Readonly<Record<Side, string>>;
}) {
  const { force } = spots;
  const length = LEAST_ARROW_PX + (ARROW_PX - LEAST_ARROW_PX) * shown.forceShare;
  return (
    <div aria-hidden="true">
      {SIDES.filter((side) => spots.sides[side].isBeside).map((side) => (
        <span
          key={side}
          className="pressed-side"
          style={{ left: spots.sides[side].x, top: spots.sides[side].y }}
        >
          {sides[side]}
        </span>
      ))}
      {shown.forceShare > 0 && (
        <>
          <svg
            aria-hidden="true"
            className="pressed-arrow"
            style={{ left: force.x - 9, top: force.y - length }}
            width="18"
            height={length}
          >
            <path d={`M9 0V${length - 8}M2 ${length - 9}h14L9 ${length - 1}z`} />
          </svg>
          <span className="pressed-force" style={{ left: force.x, top: force.y - length - 4 }}>
            {shown.force}
          </span>
        </>
      )}
      <span className="pressed-name" style={{ left: spots.left, width: spots.width, top: spots.top }}>
        {shown.name}
      </span>
    </div>
  );
}

function hasGraphics(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
