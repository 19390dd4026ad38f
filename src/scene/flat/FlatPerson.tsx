import { useMemo, useSyncExternalStore } from 'react';
import { ANKLE, ELBOW, HAND, HEAD, HIP, KNEE, LOAD, SHOULDER, TOE } from '../../core/activity/landmarks.ts';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Language } from '../../i18n/translate.ts';
import { getFindings, getFractureLossPercent, getFrame } from '../../runtime/session/moment.ts';
import type { Session, Shown } from '../../runtime/session/session.ts';
import { calcLoadCss } from '../../scales/loadScale.ts';
import { createBodies, drawArch, drawBody, type Point, type RadiographBody } from './bodyShape.ts';
import { calcSeen, join, NUMBERS } from './seen.ts';

/** Number of levels in a frame of loads. */
const LEVEL_COUNT = 17;
/** Half the side of a lifted load, mm. */
const HALF_LOAD_MM = 150;
const HEAD_MM = 95;
/** Thickness of trunk, thighs, shanks, arms and forearms, mm: a silhouette, not to scale. */
const LIMBS = [
  { points: [HIP, KNEE], wideMm: 135 },
  { points: [KNEE, ANKLE], wideMm: 90 },
  { points: [ANKLE, TOE], wideMm: 60 },
  { points: [SHOULDER, ELBOW], wideMm: 80 },
  { points: [ELBOW, HAND], wideMm: 62 },
] as const;
const TRUNK_MM = 210;
/** Offset of the trunk's middle in front of the column, mm. */
const TRUNK_FORWARDS_MM = 55;

export interface FlatPersonProps {
  readonly session: Session;
  /** Session of the comparison beside, if any. */
  readonly beside: Session | null;
  readonly language: Language;
  readonly selected: Level | null;
  readonly onSelect: (level: Level) => void;
}

/** Person seen from the right, drawn flat from the same trace as the picture in three dimensions. */
export function FlatPerson({ session, beside, language, selected, onSelect }: FlatPersonProps) {
  const shown = useShown(session);
  const other = useShown(beside ?? session);
  const timeS = useSyncExternalStore(session.clock.subscribe, () => session.clock.timeS);
  const seen = useMemo(
    () => shown && other && join(calcSeen(shown.run.trace), calcSeen(other.run.trace)),
    [shown, other],
  );
  if (!shown || !seen) return null;
  const { trace } = shown.run;
  const frame = getFrame(trace, timeS);
  const landmarks = trace.landmarksM.subarray(frame * NUMBERS, (frame + 1) * NUMBERS);
  const at = (from: number): Point => [1000 * landmarks[from]!, 1000 * landmarks[from + 1]!];
  const bodies = createBodies(shown, timeS);
  return (
    <svg
      className="flat-person"
      viewBox={`${seen.left} ${seen.top} ${seen.width} ${seen.height}`}
      role="img"
      aria-label={language.t('stage.flat')}
    >
      <line className="flat-floor" x1={seen.left} x2={seen.left + seen.width} y1={0} y2={0} />
      <Flesh bodies={bodies} at={at} />
      {Number.isFinite(landmarks[LOAD]) && <Load at={at(LOAD)} />}
      <Column shown={shown} bodies={bodies} frame={frame} selected={selected} onSelect={onSelect} />
      <Names shown={shown} bodies={bodies} timeS={timeS} language={language} />
    </svg>
  );
}

const useShown = ({ store }: Session) => useSyncExternalStore(store.subscribe, () => store.getState().shown);

const write = ([x, y]: Point): string => `${x.toFixed(1)},${(-y).toFixed(1)}`;

function Flesh({ bodies, at }: { bodies: readonly RadiographBody[]; at: (from: number) => Point }) {
  const [x, y] = at(HEAD);
  const trunk = bodies.map(({ centre }): Point => [centre[0] + TRUNK_FORWARDS_MM, centre[1]]);
  const hip = at(HIP[0]);
  return (
    <g className="flat-flesh">
      <circle cx={x} cy={-y} r={HEAD_MM} />
      <polyline points={[...trunk, hip].map(write).join(' ')} strokeWidth={TRUNK_MM} />
      {LIMBS.map(({ points, wideMm }) =>
        ([0, 1] as const).map((side) => (
          <polyline
            key={`${points[0][side]}`}
            points={points.map((point) => write(at(point[side]))).join(' ')}
            strokeWidth={wideMm}
          />
        )),
      )}
    </g>
  );
}

const Load = ({ at: [x, y] }: { at: Point }) => (
  <rect
    className="flat-load"
    x={x - HALF_LOAD_MM}
    y={-y - HALF_LOAD_MM}
    width={2 * HALF_LOAD_MM}
    height={2 * HALF_LOAD_MM}
  />
);

interface ColumnProps {
  readonly shown: Shown;
  readonly bodies: readonly RadiographBody[];
  readonly frame: number;
  readonly selected: Level | null;
  readonly onSelect: (level: Level) => void;
}

function Column({ shown, bodies, frame, selected, onSelect }: ColumnProps) {
  const { loadOverStrength } = shown.run.trace;
  return (
    <>
      <g className="flat-arches">
        {bodies.map((body) => (
          <path key={body.level} d={drawArch(body)} />
        ))}
      </g>
      {bodies.map((body, i) => (
        // the chart's rows and “Why?” offer the same by keyboard
        <path
          key={body.level}
          className="flat-body"
          d={drawBody(body)}
          fill={calcLoadCss(loadOverStrength[frame * LEVEL_COUNT + i]!)}
          data-level={body.level}
          data-selected={body.level === selected || undefined}
          onPointerUp={() => onSelect(body.level)}
        />
      ))}
    </>
  );
}

interface NamesProps {
  readonly shown: Shown;
  readonly bodies: readonly RadiographBody[];
  readonly timeS: number;
  readonly language: Language;
}

/** Height of a line of labels, mm. */
const LINE_MM = 32;

/** Labels of the broken levels beside the column, each below the one before. */
function Names({ shown, bodies, timeS, language }: NamesProps) {
  const { levels } = getFindings(shown.run.trace, timeS);
  let below = -Infinity;
  return (
    <g className="flat-names">
      {bodies.map(({ level, centre: [x, y], depthMm }, i) => {
        const lost = getFractureLossPercent(shown.run.trace, levels[i]!, timeS);
        if (lost === null) return null;
        below = Math.max(-y, below + LINE_MM);
        return (
          <text key={level} x={x + depthMm / 2 + 14} y={below} dy="0.35em">
            {`${level} ${language.t('stage.heightLoss', { loss: language.unit(-lost, 'percent') })}`}
          </text>
        );
      })}
    </g>
  );
}
