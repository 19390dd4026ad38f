import { type CSSProperties, useRef } from 'react';
import { LEVEL_COUNT, LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { BoneTable } from '../../core/simulation/boneTable.ts';
import { getFrame } from '../../runtime/session/moment.ts';
import { calcStrengthChange } from '../../runtime/session/preview.ts';
import type { SessionState, Shown } from '../../runtime/session/session.ts';
import { calcLoadCss } from '../../scales/loadScale.ts';
import { useComparison, usePanel, usePlayhead, useSession, useSettings } from '../context.ts';
import { Term } from '../glossary/Term.tsx';
import { useAlignment } from './useAlignment.ts';

interface Row {
  readonly level: string;
  readonly loadN: number;
  readonly strengthN: number;
  readonly ratio: number;
}

function calcRows(state: SessionState, shown: Shown, timeS: number): Row[] {
  const first = getFrame(shown.run.trace, timeS) * LEVEL_COUNT;
  return LEVELS.map((level, i) => {
    const preview = calcStrengthChange(state, i);
    const loadN = shown.peaks.compressionN[first + i]!;
    const ratio = shown.peaks.loadOverStrength[first + i]!;
    return { level, loadN, strengthN: (loadN / Math.max(ratio, 1e-6)) * preview, ratio: ratio / preview };
  });
}

/** Strength over the median strength (a cemented body's) from which it runs off the axis, so that the others stay readable. */
const OUTLIER = 2.5;

const roundUp = (newtons: number): number => Math.ceil(newtons / 500) * 500;

/** Length of the axis that all loads and strengths of an act need, N, in multiples of half a kilonewton. */
function calcNeededN({ peaks }: Shown): number {
  const loads = [...peaks.compressionN.subarray(-LEVEL_COUNT)];
  const ratios = peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  const strengths = loads.map((loadN, i) => loadN / Math.max(ratios[i]!, 1e-6)).sort((a, b) => a - b);
  const middle = strengths[LEVEL_COUNT >> 1]!;
  return roundUp(1.05 * Math.max(...loads, ...strengths.filter((strength) => strength <= OUTLIER * middle)));
}

/** Strength of the strongest body that this patient had at a T-score of 0, N. */
function calcHealthyN({ tScores, centralStrengthN }: BoneTable): number {
  const row = tScores.indexOf(0) * LEVEL_COUNT;
  return Math.max(...centralStrengthN.subarray(row, row + LEVEL_COUNT));
}

/**
 * Length of the axis, N: one for a patient whatever her T-score, so that halved strength looks halved; longer only where a load
 * would leave it.
 */
function useAxisN({ bones }: SessionState, shown: Shown | null): number {
  const kept = useRef({ who: '', axisN: 0 });
  if (!shown) return 0;
  const { tScore: _, knownFractures: __, ...person } = shown.scenario.patient;
  const who = JSON.stringify(person);
  // the table of other T-scores is computed anew after each event, and what has been found stays
  if (bones && kept.current.who !== who) kept.current = { who, axisN: roundUp(calcHealthyN(bones)) };
  return Math.max(calcNeededN(shown), kept.current.who === who ? kept.current.axisN : 0);
}

/** The level that is nearest to its strength, and its load over that. */
export function Highest() {
  const { number } = usePanel().language;
  const state = useSession((all) => all);
  const timeS = usePlayhead((playhead) => playhead.timeS);
  if (!state.shown) return null;
  const most = calcRows(state, state.shown, timeS).reduce((a, b) => (b.ratio > a.ratio ? b : a));
  return (
    <strong data-over={most.ratio >= 1 || undefined}>
      {most.level} {number(most.ratio, 2)}
    </strong>
  );
}

/** Style that moves a row from its place in the table to beside its vertebra. */
const move = (shiftPx: number | undefined) =>
  shiftPx === undefined ? undefined : { transform: `translateY(${shiftPx.toFixed(1)}px)` };

/** Chart of load against strength, T1 to L5 from the top down, like the bones beside it. */
export function LoadChart() {
  const { settings, language } = usePanel();
  const { t, number } = language;
  const selected = useSettings((all) => all.selected);
  const state = useSession((all) => all);
  const timeS = usePlayhead((playhead) => playhead.timeS);
  const { shown } = state;
  const beside = useComparison((all) => all);
  const table = useRef<HTMLTableElement>(null);
  const shiftsPx = useAlignment(table);
  const besideRows = beside?.shown && calcRows(beside, beside.shown, timeS);
  const axisN = useAxisN(state, shown);
  if (!shown) return <div className="chart" />;
  const toWidth = (newtons: number) => `${Math.min(100, (newtons / axisN) * 100).toFixed(2)}%`;
  return (
    <div className="chart" data-aligned={shiftsPx !== null || undefined}>
      <table ref={table}>
        <caption style={move(shiftsPx?.[0])}>
          <Term name="load-over-strength">{t('chart.title')}</Term>
          <span className="unseen"> {t('chart.caption')}</span>
        </caption>
        <tbody
          onPointerUp={({ target }) => {
            const row = (target as Element).closest('tr')?.dataset.level;
            if (row) settings.setState({ selected: row as Level });
          }}
        >
          {calcRows(state, shown, timeS).map(({ level, loadN, strengthN, ratio }, i) => (
            <tr
              key={level}
              style={move(shiftsPx?.[i])}
              data-level={level}
              data-over={ratio >= 1 || undefined}
              data-selected={level === selected || undefined}
            >
              <th scope="row">{level}</th>
              <td className="bar" aria-hidden="true">
                <span
                  className="bar-load"
                  style={{ width: toWidth(loadN), '--load': calcLoadCss(ratio) } as CSSProperties}
                />
                {besideRows && (
                  <span className="bar-beside" style={{ width: toWidth(besideRows[i]!.loadN) }} />
                )}
                <span
                  className="bar-strength"
                  data-beyond={strengthN > axisN || undefined}
                  style={{ insetInlineStart: toWidth(strengthN) }}
                />
              </td>
              <td className="ratio">
                <span aria-hidden="true">{number(ratio, 2)}</span>
                <span className="unseen">
                  {t('chart.row', {
                    level,
                    load: number(loadN),
                    strength: number(strengthN),
                    percent: number(ratio * 100),
                  })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="chart-axis" style={move(shiftsPx?.at(-1))} aria-hidden="true">
        <span className="key-load">{t('chart.load')}</span>
        <span className="key-strength">{t('chart.strength')}</span>
        <span>{t('unit.kN', { n: number(axisN / 1000, 1) })}</span>
      </div>
    </div>
  );
}
