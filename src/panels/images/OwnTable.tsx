import type { OwnBody } from '../../core/imaging/exams/ownFilm.ts';
import { usePanel } from '../context.ts';
import { Table } from './Table.tsx';
import { useRoomTexts } from './texts.ts';

/** Loss of each height, and the grade, of the bodies marked on a film of one's own. */
export function OwnTable({
  graded,
  knowsMm,
}: {
  readonly graded: readonly OwnBody[];
  readonly knowsMm: boolean;
}) {
  const t = useRoomTexts();
  const { number, unit } = usePanel().language;
  return (
    <>
      <Table
        caption={t('own.losses')}
        columns={['height.anteriorMm', 'height.middleMm', 'height.posteriorMm', 'grade'] as const}
        rows={graded.map(({ level, heights, lossPercent, genantGrade }) => [
          level,
          [
            ...heights.map((height, n) => {
              const loss = unit(Math.max(0, lossPercent[n]!), 'percent');
              return knowsMm ? `${number(height, 1)} (${loss})` : loss;
            }),
            number(genantGrade),
          ],
          genantGrade > 0,
        ])}
      />
      {graded.length === 1 && <p className="note">{t('own.alone')}</p>}
    </>
  );
}
