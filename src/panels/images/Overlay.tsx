import type { KeyboardEvent } from 'react';
import type { Point } from '../../core/imaging/exams/sixPoints.ts';
import type { ExamAnswer } from '../../runtime/imaging/examAnswer.ts';
import { findNext, isComplete, type Measure, type Measures, probeRadius } from './measures.ts';
import { type RoomTranslate, useRoomTexts } from './texts.ts';
import type { MeasureDesk } from './useMeasures.ts';
import { type Placement, toScreen } from './viewport.ts';

export interface OverlayProps {
  readonly placement: Placement;
  readonly pixelMm: number;
  readonly marks: ExamAnswer['marks'];
  readonly desk: MeasureDesk;
  /** How far from a body's middle its name stands, mm. */
  readonly nameMm: number;
  /** Whether the model's own points are shown beside the reader's. */
  readonly showsTruth: boolean;
  readonly line?: readonly [Point, Point] | null;
}

/** Names of the vertebrae, measurements with their handles, and lines, over an image. */
export function Overlay({ placement, pixelMm, nameMm, marks, desk, showsTruth, line }: OverlayProps) {
  const at = (point: Point) => toScreen(placement, point);
  return (
    <>
      {marks.borderRows.map((row) => {
        const [x, y] = at([0, row]);
        return <path key={row} className="room-border" d={`M${x} ${y}h${placement.scale * 10000}`} />;
      })}
      {marks.names.map(({ level, at: middle }) => {
        const [x, y] = at([middle[0] - nameMm / pixelMm, middle[1]]);
        return (
          <text key={level} className="room-name" x={x} y={y} dy="0.35em">
            {level}
          </text>
        );
      })}
      {showsTruth &&
        Object.entries(marks.points).map(([level, six]) => (
          <g key={level} className="room-truth">
            {(['upper', 'lower'] as const).map((side) => (
              <polyline key={side} points={six![side].map((point) => at(point).join()).join(' ')} />
            ))}
          </g>
        ))}
      {line && <path className="room-cross" d={`M${at(line[0]).join()}L${at(line[1]).join()}`} />}
      {desk.measures.map((measure, m) => (
        <Drawn
          // biome-ignore lint/suspicious/noArrayIndexKey: a measurement is its place in the list
          key={m}
          number={m}
          measure={measure}
          placement={placement}
          pixelMm={pixelMm}
          desk={desk}
        />
      ))}
    </>
  );
}

interface DrawnProps {
  readonly number: number;
  readonly measure: Measure;
  readonly placement: Placement;
  readonly pixelMm: number;
  readonly desk: MeasureDesk;
}

function Drawn({ number, measure, placement, pixelMm, desk }: DrawnProps) {
  const t = useRoomTexts();
  const on = measure.points.map((point) => toScreen(placement, point));
  return (
    <g className="room-measure" data-complete={isComplete(measure)}>
      {listLines(measure).map((line) => (
        <polyline
          key={line.join()}
          points={line
            .filter((i) => on[i])
            .map((i) => on[i]!.join())
            .join(' ')}
        />
      ))}
      {measure.kind === 'probe' && (
        <circle
          className="room-probe"
          cx={on[0]![0]}
          cy={on[0]![1]}
          r={probeRadius({ columnMm: pixelMm, rowMm: pixelMm }) * placement.scale}
        />
      )}
      {measure.points.map((point, i) => (
        <Handle
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the measurement
          key={i}
          label={namePoint(t, measure.kind, i, number)}
          at={on[i]!}
          scale={placement.scale}
          onMove={(dx, dy, isFurther) => desk.move(number, i, [point[0] + dx, point[1] + dy], isFurther)}
          onRemove={() => desk.remove(number)}
        />
      ))}
    </g>
  );
}

/** Which points a measurement's lines join. */
function listLines({ kind }: Measure): readonly (readonly number[])[] {
  if (kind === 'six')
    return [
      [0, 1, 2],
      [3, 4, 5],
      [0, 3],
      [2, 5],
    ];
  if (kind === 'angle')
    return [
      [0, 1],
      [2, 3],
    ];
  return kind === 'length' ? [[0, 1]] : [];
}

/** What the next point is called. */
export function nameNext(t: RoomTranslate, kind: Measure['kind'], measures: Measures): string {
  const { index, measure } = findNext(measures, kind);
  return namePoint(t, kind, index, measure);
}

/** What a point is called on its handle. */
function namePoint(t: RoomTranslate, kind: Measure['kind'], index: number, number: number): string {
  const values = { n: number + 1 };
  if (kind === 'six') return t(`point.six.${index as 0 | 1 | 2 | 3 | 4 | 5}`, values);
  if (kind === 'angle') return t(`point.angle.${index as 0 | 1 | 2 | 3}`, values);
  if (kind === 'length') return t(`point.length.${index as 0 | 1}`, values);
  return t('point.probe', values);
}

const DOT_PX = 5;
const FAST = 5;

interface HandleProps {
  readonly label: string;
  readonly at: Point;
  readonly scale: number;
  readonly onMove: (dx: number, dy: number, isFurther: boolean) => void;
  readonly onRemove: () => void;
}

/** Point that the arrow keys move; a drag on the image takes it along too (`Viewer.tsx`). */
function Handle({ label, at: [x, y], scale, onMove, onRemove }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    const step = (event.shiftKey ? FAST : 1) / scale;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = moves[event.key as keyof typeof moves];
    if (move) onMove(move[0]!, move[1]!, event.repeat);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside a drawing there are no buttons
    <g className="room-handle" role="button" tabIndex={0} aria-label={label} onKeyDown={press}>
      <circle cx={x} cy={y} r={DOT_PX} />
    </g>
  );
}
