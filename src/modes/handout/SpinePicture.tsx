import type { Level } from '../../core/anatomy/levels.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { createRadiograph, drawArch, drawBody, drawIntact } from '../../scene/flat/bodyShape.ts';
import type { HandoutTranslate } from './useHandout.ts';

interface SpinePictureProps {
  readonly shown: Shown;
  /** Levels known to be broken. */
  readonly broken: readonly Level[];
  readonly t: HandoutTranslate;
}

/** Room round the column for spinous processes and, in front, for the labels, mm. */
const BEHIND_MM = 75;
const ABOVE_MM = 22;
/** Height of a line of labels, their letters, and where they begin before the column's foremost point, mm. */
const LINE_MM = 34;
const LETTER_MM = 24;
const GAP_MM = 22;
/** Width of a letter over its height: generous, so that no language's label is cut off. */
const LETTER_RATIO = 0.62;

/** T1 to L5 in ink, as the model has them standing; what was pressed lower stands out, and its name stands beside the column. */
export function SpinePicture({ shown, broken, t }: SpinePictureProps) {
  const bodies = createRadiograph(shown, ['T1', 'L5']);
  const xs = bodies.map(({ centre }) => centre[0]);
  const ys = bodies.map(({ centre }) => -centre[1]);
  const front = Math.max(...bodies.map(({ centre, depthMm }) => centre[0] + depthMm / 2)) + GAP_MM;
  let below = Number.NEGATIVE_INFINITY;
  const labels = bodies
    .filter(({ level }) => broken.includes(level))
    .map(({ level, centre, depthMm }) => {
      below = Math.max(-centre[1], below + LINE_MM);
      return {
        level,
        text: t('picture.low', { level }),
        y: below,
        from: [centre[0] + depthMm / 2, -centre[1]],
      };
    });
  const letters = Math.max(0, ...labels.map(({ text }) => text.length));
  const left = Math.min(...xs) - BEHIND_MM;
  const top = Math.min(...ys) - ABOVE_MM;
  const width = front - left + GAP_MM + letters * LETTER_MM * LETTER_RATIO;
  const height = Math.max(...ys, below) - top + ABOVE_MM;
  return (
    <svg
      className="paper-spine"
      viewBox={`${left} ${top} ${width} ${height}`}
      role="img"
      aria-label={t('picture')}
    >
      {bodies.map((body) => (
        <path key={body.level} className="paper-arch" d={drawArch(body)} />
      ))}
      {bodies.map((body) => (
        <g key={body.level} data-level={body.level} data-broken={broken.includes(body.level) || undefined}>
          {broken.includes(body.level) && <path className="paper-intact" d={drawIntact(body)} />}
          <path className="paper-body" d={drawBody(body)} />
        </g>
      ))}
      {labels.map(({ level, text, y, from: [x, at] }) => (
        <g key={level} className="paper-label" direction="ltr">
          <path d={`M${x! + 3} ${at}L${front - 4} ${y}`} />
          <text x={front} y={y} dy="0.35em" fontSize={LETTER_MM}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
