import type { Findings } from '../../core/simulation/results/results.ts';
import type { Key } from '../../i18n/keys.ts';
import type { Language } from '../../i18n/translate.ts';
import { getFindings } from '../../runtime/session/moment.ts';
import { useComparison, usePanel, usePlayhead, useSession, useSettings } from '../context.ts';
import { Term } from '../glossary/Term.tsx';

const MM_PER_INCH = 25.4;

interface ReadingRow {
  readonly name: 'kyphosis' | 'height' | 'fractures' | 'lordosis';
  readonly reading: string;
  /** Value, unrounded and metric. */
  readonly get: (findings: Findings) => number;
  readonly show: (value: number, language: Language, imperial: boolean) => string;
  readonly isAlert?: (value: number) => boolean;
}

const TERMS = {
  kyphosis: 'kyphosis',
  height: 'height-lost',
  fractures: 'fracture',
  lordosis: 'lordosis',
} as const;

const showDegrees = (value: number, { unit }: Language): string => unit(value, 'degree', 1);

const READINGS: readonly ReadingRow[] = [
  { name: 'kyphosis', reading: 'kyphosis-deg', get: ({ kyphosisDeg }) => kyphosisDeg, show: showDegrees },
  {
    name: 'height',
    reading: 'height-loss-mm',
    get: ({ heightLossMm }) => heightLossMm,
    show: (mm, { unit }, imperial) =>
      imperial ? unit(mm / MM_PER_INCH, 'inch', 2) : unit(mm, 'millimeter', 1),
  },
  {
    name: 'fractures',
    reading: 'fracture-count',
    get: ({ fractureCount }) => fractureCount,
    show: (count, { number }) => number(count),
    isAlert: (count) => count > 0,
  },
  { name: 'lordosis', reading: 'lordosis-deg', get: ({ lordosisDeg }) => lordosisDeg, show: showDegrees },
];

/** Findings at the playback time, and the comparison's beside them, if there is one. */
export function Readouts() {
  const shown = useSession((state) => state.shown);
  const beside = useComparison((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  if (!shown) return <dl className="readouts" aria-busy="true" />;
  const own = getFindings(shown.run.trace, timeS);
  const others = beside && getFindings(beside.run.trace, timeS);
  return (
    <dl className="readouts">
      {READINGS.map((row) => (
        <Reading key={row.name} row={row} value={row.get(own)} beside={others && row.get(others)} />
      ))}
    </dl>
  );
}

function Reading({ row, value, beside }: { row: ReadingRow; value: number; beside: number | null }) {
  const { language } = usePanel();
  const { t } = language;
  const imperial = useSettings((state) => state.units === 'imperial');
  const { name, reading } = row;
  // a unit in words is shown smaller than its figure
  const [, figure, unit] = /^(\P{L}*)(.*)$/su.exec(row.show(value, language, imperial))!;
  return (
    <div className={`reading reading-${name}`} data-alert={row.isAlert?.(value) || undefined}>
      <dt>
        <Term name={TERMS[name]}>{t(`reading.${name}` satisfies Key)}</Term>{' '}
        <small>{t(`reading.${name}.hint` satisfies Key)}</small>
      </dt>
      <dd data-reading={reading} data-value={value}>
        {figure}
        {unit && <span className="unit">{unit}</span>}
      </dd>
      {beside !== null && (
        <dd className="beside" data-reading={`twin-${reading}`} data-value={beside}>
          <span className="unseen">{t('comparison.beside')} </span>
          <span aria-hidden="true">⇄ </span>
          {row.show(beside, language, imperial)}
        </dd>
      )}
    </div>
  );
}
