import { type PointerEvent, useMemo, useRef } from 'react';
import type { Level } from '../../core/anatomy/levels.ts';
import { useSession } from '../../panels/context.ts';
import type { Point, RadiographBody } from '../../scene/flat/bodyShape.ts';
import {
  calcPlateDeg,
  calcPlateMiddle,
  createRadiograph,
  drawArch,
  drawBody,
  drawIntact,
} from '../../scene/flat/bodyShape.ts';
import {
  calcAngleDeg,
  HALF_LINE_MM,
  LINE_NAMES,
  type Line,
  type LineName,
  type Lines,
  moveEnd,
} from './lines.ts';
import type { Posed } from './question.ts';
import { isAnswered } from './quizStore.ts';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Margins above and below the bodies on the radiograph, mm; larger with lines, for their tilted ends. */
const AIR_MM = { none: [32, 32], lines: [52, 40] } as const;
/** Half the radiograph's width, mm. */
const HALF_MM = 62;
/** Size of a handle, and of the area round it that a finger covers, mm. */
const HANDLE_MM = 4.5;
const FINGER_MM = 16;

/** Lateral radiograph of the person on the stage, drawn from the positions and heights that the model computed. */
export function Radiograph({ posed, radiograph }: { posed: Posed; radiograph: readonly [Level, Level] }) {
  const t = useQuizTexts();
  const { screen } = useQuizState();
  const shown = useSession((state) => state.shown);
  const bodies = useMemo(
    () => (shown && shown.scenario === posed.asked ? createRadiograph(shown, radiograph) : null),
    [shown, posed, radiograph],
  );
  if (!bodies) return null;
  const [left, top, width, height] = calcFrame(bodies, posed.answer.type === 'angle');
  const isAngle = posed.answer.type === 'angle';
  const isOver = isAnswered(screen);
  return (
    <div className="radiograph">
      <svg viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={t('radiograph.label')}>
        <g className="radiograph-arches">
          {bodies.map((body) => (
            <path key={body.level} d={drawArch(body)} />
          ))}
        </g>
        {bodies.map((body) => (
          <path key={body.level} className="radiograph-body" d={drawBody(body)} />
        ))}
        {isOver && !isAngle && (
          <path
            className="radiograph-intact"
            d={drawIntact(bodies.find((one) => one.level === posed.about)!)}
          />
        )}
        {bodies.map(({ level, centre: [x, y] }) => (
          <text
            key={level}
            className="radiograph-name"
            data-about={
              level === posed.about || (isAngle && (level === 'T4' || level === 'T12')) || undefined
            }
            x={x}
            y={-y}
            dy="0.35em"
            data-small={!isAngle || undefined}
          >
            {level}
          </text>
        ))}
        {isAngle && <Measure bodies={bodies} isOver={isOver} />}
      </svg>
      <p className="radiograph-front" dir="ltr">
        {t('radiograph.front')} →
      </p>
      {isOver && (
        <ul className="radiograph-key">
          {(isAngle ? (['yours', 'true'] as const) : (['intact'] as const)).map((name) => (
            <li key={name} data-line={name}>
              {t(`radiograph.${name}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Left, top, width and height of the radiograph, mm, y down. */
function calcFrame(
  bodies: readonly RadiographBody[],
  hasLines: boolean,
): readonly [number, number, number, number] {
  const xs = bodies.map(({ centre: [x] }) => x);
  const ys = bodies.map(({ centre: [, y] }) => -y);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const half = hasLines ? HALF_LINE_MM + FINGER_MM : HALF_MM;
  const [above, below] = AIR_MM[hasLines ? 'lines' : 'none'];
  const top = Math.min(...ys) - above;
  return [middle - half, top, 2 * half, Math.max(...ys) + below - top];
}

const getMiddleX = (bodies: readonly RadiographBody[]): number => {
  const xs = bodies.map(({ centre: [x] }) => x);
  return (Math.min(...xs) + Math.max(...xs)) / 2;
};

/** Lines at the start: horizontal, across about T4 and T11, mm below the middle of T3. */
export const FIRST_LINES: Lines = {
  upper: { heightMm: -20, tiltDeg: 0 },
  lower: { heightMm: -150, tiltDeg: 0 },
};

function Measure({ bodies, isOver }: { bodies: readonly RadiographBody[]; isOver: boolean }) {
  const quiz = useQuiz();
  const lines = useQuizState().lines ?? FIRST_LINES;
  const x = getMiddleX(bodies);
  const lay = (name: LineName, line: Line) => {
    const next = { ...lines, [name]: line };
    quiz.lay(next, calcAngleDeg(next));
  };
  return (
    <>
      {isOver && (
        <>
          <TruePlate body={bodies.find(({ level }) => level === 'T4')!} plate="upper" />
          <TruePlate body={bodies.find(({ level }) => level === 'T12')!} plate="lower" />
        </>
      )}
      {LINE_NAMES.map((name) => (
        <Ruler key={name} x={x} line={lines[name]} fixed={isOver} onMove={(line) => lay(name, line)} />
      ))}
    </>
  );
}

/** Ends of a line of a given half length through a point. */
function calcEnds([x, y]: Point, tiltDeg: number, halfMm: number): readonly [Point, Point] {
  const tilt = Math.tan((tiltDeg * Math.PI) / 180);
  return [
    [x - halfMm, y - halfMm * tilt],
    [x + halfMm, y + halfMm * tilt],
  ];
}

const TRUE_HALF_MM = 60;

function TruePlate({ body, plate }: { body: RadiographBody; plate: 'upper' | 'lower' }) {
  const [a, b] = calcEnds(calcPlateMiddle(body, plate), calcPlateDeg(body, plate), TRUE_HALF_MM);
  return <line className="radiograph-true" x1={a[0]} y1={-a[1]} x2={b[0]} y2={-b[1]} />;
}

interface RulerProps {
  readonly x: number;
  readonly line: Line;
  readonly fixed: boolean;
  readonly onMove: (line: Line) => void;
}

/** Line that is dragged by its ends, or as a whole by its middle; sliders do the same without a pointer. */
function Ruler({ x, line, fixed, onMove }: RulerProps) {
  const [back, front] = calcEnds([x, line.heightMm], line.tiltDeg, HALF_LINE_MM);
  return (
    <g className="radiograph-ruler" data-fixed={fixed || undefined}>
      <line x1={back[0]} y1={-back[1]} x2={front[0]} y2={-front[1]} />
      {!fixed && (
        <>
          <Handle at={back} onDrag={(y) => onMove(moveEnd(line, 'back', y))} />
          <Handle at={[x, line.heightMm]} onDrag={(y) => onMove({ ...line, heightMm: y })} isMiddle />
          <Handle at={front} onDrag={(y) => onMove(moveEnd(line, 'front', y))} />
        </>
      )}
    </g>
  );
}

function Handle({ at, onDrag, isMiddle }: { at: Point; onDrag: (yMm: number) => void; isMiddle?: boolean }) {
  /** Finger that took it last, and its distance to the handle, mm, so that the line does not jump. */
  const held = useRef<{ readonly id: number; readonly awayMm: number } | null>(null);
  const read = (event: PointerEvent<SVGGElement>): number => {
    const matrix = event.currentTarget.ownerSVGElement!.getScreenCTM()!.inverse();
    return -new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix).y;
  };
  const letGo = ({ pointerId }: PointerEvent) => {
    if (held.current?.id === pointerId) held.current = null;
  };
  return (
    <g
      className="radiograph-handle"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { id: event.pointerId, awayMm: at[1] - read(event) };
      }}
      onPointerMove={(event) =>
        held.current?.id === event.pointerId && onDrag(read(event) + held.current.awayMm)
      }
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <circle className="radiograph-finger" cx={at[0]} cy={-at[1]} r={FINGER_MM} />
      <circle
        className={isMiddle ? 'radiograph-grip' : 'radiograph-end'}
        cx={at[0]}
        cy={-at[1]}
        r={HANDLE_MM}
      />
    </g>
  );
}
