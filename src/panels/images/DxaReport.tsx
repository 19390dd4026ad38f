import type { Reading } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { Source } from '../sheets/Source.tsx';
import { Table } from './Table.tsx';
import { useRoomTexts } from './texts.ts';

type Dxa = Extract<Reading, { kind: 'dxa' }>;

/** Limits of the WHO's groups. */
const LOW = -1;
const OSTEOPOROSIS = -2.5;
/** Age from which T-scores are read, years (source iscd-2019: after the menopause, and men from 50). */
const T_FROM_YEARS = 50;

const nameGroup = (tScore: number) =>
  tScore <= OSTEOPOROSIS ? 'dxa.osteoporosis' : tScore < LOW ? 'dxa.low' : 'dxa.normal';

/** Density of the lower back, level by level, with what is left out and why. */
export function DxaReport({
  reading,
  other,
  ageYears,
}: {
  readonly reading: Dxa;
  readonly other: Dxa | null;
  readonly ageYears: number;
}) {
  const t = useRoomTexts();
  const { number, list } = usePanel().language;
  const { total, levels, leastSignificantChangeGPerCm2: least } = reading;
  const excluded = Object.entries(levels).filter(([, level]) => level.excluded);
  const change = total && other?.total ? total.bmdGPerCm2 - other.total.bmdGPerCm2 : null;
  return (
    <>
      {total ? (
        <>
          <p className="room-figure">
            <strong data-reading="dxa-t" data-value={total.tScore}>
              T {number(total.tScore, 1)}
            </strong>
            <span>Z {number(total.zScore, 1)}</span>
            <span>{number(total.bmdGPerCm2, 3)} g/cm²</span>
          </p>
          <p className="lead">
            {t(ageYears < T_FROM_YEARS ? 'dxa.young' : nameGroup(total.tScore), {
              levels: list(total.levels),
            })}
          </p>
        </>
      ) : (
        <p className="lead">{t('dxa.few')}</p>
      )}
      {excluded.map(([level, { excluded: reason }]) => (
        <p key={level}>{t(`dxa.excluded.${reason!}`, { level })}</p>
      ))}
      {change !== null && (
        <p>
          {t(Math.abs(change) > least ? 'dxa.changed' : 'dxa.noise', {
            change: number(change, 3),
            least: number(least, 3),
          })}
        </p>
      )}
      <Table
        caption={t('dxa.levels')}
        columns={['dxa.area', 'dxa.mineral', 'dxa.density', 'dxa.t', 'dxa.z'] as const}
        rows={Object.entries(levels).map(([level, row]) => [
          level,
          [
            number(row.areaCm2, 1),
            number(row.bmcG, 1),
            number(row.bmdGPerCm2, 3),
            number(row.tScore, 1),
            number(row.zScore, 1),
          ],
          row.excluded !== null,
        ])}
      />
      <p className="note">{t('dxa.least', { least: number(least, 3) })}</p>
      <p className="note">{t('dxa.wedge')}</p>
      <p className="note">{t('dxa.hip')}</p>
      <Source source="iscd-2019" />
    </>
  );
}
