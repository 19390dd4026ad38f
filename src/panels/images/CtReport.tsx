import type { Reading } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { Source } from '../sheets/Source.tsx';
import { Table } from './Table.tsx';
import { useRoomTexts } from './texts.ts';

/** HU of L1 at or below which osteoporosis is likely, and above which it is unlikely (source pickhardt-2013). */
const LIKELY_HU = 110;
const UNLIKELY_HU = 160;
/** Points of the score above which surgery is advised, and below which not (source of-card). */
const EITHER = 6;

const nameBone = (hu: number) =>
  hu <= LIKELY_HU ? 'ct.likely' : hu <= UNLIKELY_HU ? 'ct.between' : 'ct.unlikely';
const nameAdvice = (points: number) =>
  points > EITHER ? 'of.surgery' : points === EITHER ? 'of.either' : 'of.without';

const PARTS = ['type', 'bone', 'pain', 'progress', 'neurology', 'mobilised', 'health'] as const;

/** HU that can be read, and kind and score of the fractures. */
export function CtReport({ reading }: { readonly reading: Extract<Reading, { kind: 'ct' }> }) {
  const t = useRoomTexts();
  const { number } = usePanel().language;
  const { levels, ofScore } = reading;
  const l1 = levels.L1!.trabecularHU;
  return (
    <>
      <p className="room-figure">
        <strong data-reading="ct-l1-hu" data-value={l1}>
          L1 {number(l1)} HU
        </strong>
      </p>
      <p className="lead">{t(levels.L1!.of ? 'ct.broken' : nameBone(l1))}</p>
      {ofScore && (
        <>
          <p className="lead">
            {t('of.score', { level: ofScore.level, type: number(levels[ofScore.level]!.of!) })}{' '}
            {t(`of.${levels[ofScore.level]!.of!}`)}
          </p>
          <p>
            {t('of.points', { points: number(ofScore.points) })} {t(nameAdvice(ofScore.points))}
          </p>
          <ul className="room-parts">
            {PARTS.map((part) => {
              const points = ofScore.parts[part];
              return (
                <li key={part}>
                  <span>{t(`of.part.${part}`)}</span>
                  <span>{points === null ? t('of.unknown') : number(points)}</span>
                </li>
              );
            })}
          </ul>
          <p className="note">{t('of.five')}</p>
          <Source source="of-card" />
        </>
      )}
      <Table
        caption={t('ct.levels')}
        columns={['ct.hu', 'ct.of'] as const}
        rows={Object.entries(levels).map(([level, { trabecularHU, of }]) => [
          level,
          [number(trabecularHU), of === null ? '–' : number(of)],
          of !== null,
        ])}
      />
      <Source source="pickhardt-2013" />
    </>
  );
}
