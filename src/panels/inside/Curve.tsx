import type { Translate } from '../../i18n/translate.ts';
import type { Pressing } from '../../runtime/inside/pressing.ts';
import { usePanel } from '../context.ts';

interface CurveProps {
  readonly own: Pressing;
  readonly rival: Pressing | null;
  readonly rivalName: string;
  readonly now: { readonly forceN: number; readonly meanMm: number };
  readonly t: Translate<'inside'>;
}

const [WIDTH, HEIGHT] = [300, 168];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 8, 10, 26];
/** Part of the height that the curve shows at first. */
const SHOWN = 0.08;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Step of an axis that gives about four marks. */
const findStep = (most: number): number => {
  const size = 10 ** Math.floor(Math.log10(most / 4));
  return size * (STEPS.map((step) => step * 10).find((step) => most / (size * step) <= 4.5) ?? 10);
};

type Point = { readonly forceN: number; readonly meanMm: number };

/** Force against shortening: the bricks', the section's and the rival's. */
export function Curve({ own, rival, rivalName, now, t }: CurveProps) {
  const { number, unit } = usePanel().language;
  const { body, frames } = own;
  const mostMm = Math.max(SHOWN * (body.upperMm - body.lowerMm), now.meanMm * 1.08);
  const lines: readonly (readonly [string, readonly Point[]])[] = [
    ['section', body.section.curve],
    ['rival', rival ? rival.frames.map(({ point }) => point) : []],
    ['bricks', frames.map(({ point }) => point)],
  ];
  const seen = lines.flatMap(([, points]) => points.filter(({ meanMm }) => meanMm <= mostMm));
  const mostN = 1.08 * Math.max(body.actPeakN ?? 0, ...seen.map(({ forceN }) => forceN), 1);
  const x = (mm: number) => LEFT + ((WIDTH - LEFT - RIGHT) * mm) / mostMm;
  const y = (newtons: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * newtons) / mostN;
  const path = (points: readonly Point[]) =>
    points
      .map(({ meanMm, forceN }, n) => `${n ? 'L' : 'M'}${x(meanMm).toFixed(1)} ${y(forceN).toFixed(1)}`)
      .join('');
  const list = (most: number, step: number) =>
    Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, n) => n * step);
  const [stepN, stepMm] = [findStep(mostN), findStep(mostMm)];
  return (
    <figure className="inside-curve" dir="ltr">
      <figcaption>{t('curve')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <clipPath id="inside-plot">
          <rect x={LEFT} y="0" width={WIDTH - LEFT - RIGHT + 4} height={HEIGHT - BOTTOM} />
        </clipPath>
        {list(mostN, stepN).map((newtons) => (
          <g key={newtons}>
            <path className="inside-grid" d={`M${LEFT} ${y(newtons)}H${WIDTH - RIGHT}`} />
            <text x={LEFT - 5} y={y(newtons) + 3.5} textAnchor="end">
              {number(newtons / 1000, 1)}
            </text>
          </g>
        ))}
        {list(mostMm, stepMm).map((mm) => (
          <text key={mm} x={x(mm)} y={HEIGHT - BOTTOM + 14} textAnchor="middle">
            {number(mm, stepMm < 1 ? 1 : 0)}
          </text>
        ))}
        <text x={WIDTH - RIGHT} y={HEIGHT - 2} textAnchor="end">
          mm
        </text>
        <text x="2" y={TOP - 1}>
          kN
        </text>
        <g clipPath="url(#inside-plot)">
          {body.actPeakN !== null && (
            <path className="inside-act" d={`M${LEFT} ${y(body.actPeakN)}H${WIDTH - RIGHT}`} />
          )}
          {lines.map(
            ([name, points]) => points.length > 1 && <path key={name} data-line={name} d={path(points)} />,
          )}
          <circle className="inside-now" cx={x(now.meanMm)} cy={y(now.forceN)} r="5" />
        </g>
      </svg>
      <ul className="inside-keys">
        <Key line="bricks" text={t('curve.bricks')} />
        <Key line="section" text={t('curve.section')} />
        {rival && <Key line="rival" text={rivalName} />}
        {body.actPeakN !== null && <Key line="act" text={t('load.act')} />}
      </ul>
      <p className="unseen">
        {t('curve.now')}: {number(now.forceN)} N, {unit(now.meanMm, 'millimeter', 2)}
      </p>
    </figure>
  );
}

function Key({ line, text }: { line: string; text: string }) {
  return (
    <li>
      <svg viewBox="0 0 24 8" aria-hidden="true">
        <path {...(line === 'act' ? { className: 'inside-act' } : { 'data-line': line })} d="M1 4h22" />
      </svg>
      <span>{text}</span>
    </li>
  );
}
