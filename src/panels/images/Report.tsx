import type { Scenario } from '../../core/simulation/scenario.ts';
import type { ExamAnswer, Reading } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { CtReport } from './CtReport.tsx';
import { DxaReport } from './DxaReport.tsx';
import { Table } from './Table.tsx';
import { useRoomTexts } from './texts.ts';

export interface ReportProps {
  readonly answer: ExamAnswer;
  /** Image beside it. */
  readonly other: ExamAnswer | null;
  readonly scenario: Scenario;
}

/** What the examination says, in plain words and in figures: those of `npm run image`. */
export function Report({ answer, other, scenario }: ReportProps) {
  const t = useRoomTexts();
  const { reading } = answer;
  return (
    <section className="room-report" data-report={reading.kind}>
      <h3>{t('report')}</h3>
      {reading.kind === 'dxa' && (
        <DxaReport reading={reading} other={pick(other, 'dxa')} ageYears={scenario.patient.ageYears} />
      )}
      {reading.kind === 'lateral' && <LateralReport reading={reading} other={pick(other, 'lateral')} />}
      {reading.kind === 'frontal' && <FrontalReport reading={reading} />}
      {reading.kind === 'ct' && <CtReport reading={reading} />}
      {reading.kind === 'mri' && <MriReport reading={reading} />}
    </section>
  );
}

function pick<K extends Reading['kind']>(
  answer: ExamAnswer | null,
  kind: K,
): Extract<Reading, { kind: K }> | null {
  return answer?.reading.kind === kind ? (answer.reading as Extract<Reading, { kind: K }>) : null;
}

type Lateral = Extract<Reading, { kind: 'lateral' }>;

/** Difference of front heights from which two films show something, mm (as the mobility law does). */
const MOVED_MM = 1;

function LateralReport({ reading, other }: { readonly reading: Lateral; readonly other: Lateral | null }) {
  const t = useRoomTexts();
  const { number, unit, list } = usePanel().language;
  const rows = Object.entries(reading.levels);
  const broken = rows.filter(([, { genantGrade }]) => genantGrade > 0);
  const moved = rows.filter(
    ([level, { anteriorMm }]) => other && Math.abs(other.levels[level]!.anteriorMm - anteriorMm) >= MOVED_MM,
  );
  return (
    <>
      <p className="lead">
        {broken.length === 0
          ? t('film.none')
          : list(
              broken.map(([level, { genantGrade }]) =>
                t('film.broken', { level, grade: number(genantGrade) }),
              ),
            )}
      </p>
      <p>{t('film.cobb', { angle: unit(reading.cobbDeg, 'degree', 1) })}</p>
      {moved.map(([level, { anteriorMm }]) => (
        <p key={level}>
          {t('film.moved', {
            level,
            here: unit(anteriorMm, 'millimeter', 1),
            there: unit(other!.levels[level]!.anteriorMm, 'millimeter', 1),
          })}
        </p>
      ))}
      <Table
        caption={t('film.heights')}
        columns={['height.anteriorMm', 'height.middleMm', 'height.posteriorMm', 'wedge', 'grade'] as const}
        rows={rows.map(([level, row]) => [
          level,
          [
            number(row.anteriorMm, 1),
            number(row.middleMm, 1),
            number(row.posteriorMm, 1),
            unit(row.wedgeDeg, 'degree', 1),
            number(row.genantGrade),
          ],
          row.genantGrade > 0,
        ])}
      />
    </>
  );
}

function FrontalReport({ reading }: { readonly reading: Extract<Reading, { kind: 'frontal' }> }) {
  const t = useRoomTexts();
  const { number, unit } = usePanel().language;
  return (
    <>
      <p className="lead">{t('film.side', { angle: unit(reading.cobbDeg, 'degree', 1) })}</p>
      <Table
        caption={t('film.heights')}
        columns={['height.leftMm', 'height.middleMm', 'height.rightMm'] as const}
        rows={Object.entries(reading.levels).map(([level, { leftMm, middleMm, rightMm }]) => [
          level,
          [leftMm, middleMm, rightMm].map((value) => number(value, 1)),
          false,
        ])}
      />
    </>
  );
}

function MriReport({ reading }: { readonly reading: Extract<Reading, { kind: 'mri' }> }) {
  const t = useRoomTexts();
  const { number, unit } = usePanel().language;
  const rows = Object.entries(reading.levels);
  const fresh = rows.filter(([, { oedemaShare }]) => oedemaShare > 0);
  return (
    <>
      {fresh.length === 0 && <p className="lead">{t('mri.none')}</p>}
      {fresh.map(([level, { oedemaShare, fluid }]) => (
        <p key={level} className="lead">
          {t(fluid ? 'mri.fluid' : 'mri.oedema', { level, share: unit(100 * oedemaShare, 'percent') })}
        </p>
      ))}
      <Table
        caption={t('mri.signals')}
        columns={['mri.signal', 'mri.share', 'mri.cleft'] as const}
        rows={rows.map(([level, { marrowSignal, oedemaShare, fluid }]) => [
          level,
          [number(marrowSignal, 2), unit(100 * oedemaShare, 'percent'), t(fluid ? 'yes' : 'no')],
          oedemaShare > 0,
        ])}
      />
    </>
  );
}
