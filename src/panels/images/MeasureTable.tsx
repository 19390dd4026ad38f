import type { ExamAnswer } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Source } from '../sheets/Source.tsx';
import {
  findAngleTruth,
  isComplete,
  type Measure,
  measureAngle,
  measureLength,
  measureSix,
  probe,
} from './measures.ts';
import { useRoomTexts } from './texts.ts';
import type { MeasureDesk } from './useMeasures.ts';

/** Line of the table: what was measured, by the reader and by the model. */
interface Row {
  readonly name: string;
  readonly own: string;
  readonly truth: string | null;
  readonly difference: string | null;
}

/** All measurements as a table, each beside the model's own and beside how far readers differ. */
export function MeasureTable({ answer, desk }: { readonly answer: ExamAnswer; readonly desk: MeasureDesk }) {
  const t = useRoomTexts();
  const describe = useDescribe(answer);
  const complete = desk.measures.flatMap((measure, n) => (isComplete(measure) ? [{ measure, n }] : []));
  const has = (kind: Measure['kind']) => complete.some(({ measure }) => measure.kind === kind);
  return (
    <section className="room-measures" aria-live="polite">
      <h3>{t('measures')}</h3>
      {complete.length === 0 && <p className="note">{t('measures.none')}</p>}
      {complete.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('column.what')}</th>
              <th scope="col">{t('column.you')}</th>
              <th scope="col">{t('column.model')}</th>
              <th scope="col">{t('column.difference')}</th>
            </tr>
          </thead>
          {complete.map(({ measure, n }) => (
            <tbody key={n} data-measure={measure.kind}>
              {describe(measure).map(({ name, own, truth, difference }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{own}</td>
                  <td>{truth ?? '–'}</td>
                  <td>{difference ?? '–'}</td>
                </tr>
              ))}
              <tr>
                <td colSpan={4}>
                  <Press className="quiet" onPress={() => desk.remove(n)}>
                    {t('measures.remove')}
                  </Press>
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {has('six') && (
        <>
          <p>{t('experts.six')}</p>
          <Source source="buckens-2013" />
        </>
      )}
      {has('angle') && (
        <>
          <p>{t('experts.angle')}</p>
          <Source source="carman-1990" />
        </>
      )}
      {complete.length > 1 && (
        <Press className="quiet" onPress={desk.clear}>
          {t('measures.clear')}
        </Press>
      )}
    </section>
  );
}

const HEIGHTS = ['anteriorMm', 'middleMm', 'posteriorMm'] as const;

/** Puts a measurement into words. */
function useDescribe(answer: ExamAnswer): (measure: Measure) => readonly Row[] {
  const t = useRoomTexts();
  const { number, unit } = usePanel().language;
  const mm = (value: number) => unit(value, 'millimeter', 1);
  const deg = (value: number) => unit(value, 'degree', 1);
  return ({ kind, points }) => {
    switch (kind) {
      case 'six': {
        const result = measureSix(points, answer);
        if (!result) return [];
        const { level, own, true: truth } = result;
        return [
          ...HEIGHTS.map((name) => ({
            name: `${level}, ${t(`height.${name}`)}`,
            own: number(own[name], 1),
            truth: number(truth[name], 1),
            difference: number(own[name] - truth[name], 1),
          })),
          {
            name: `${level}, ${t('wedge')}`,
            own: deg(own.wedgeDeg),
            truth: deg(truth.wedgeDeg),
            difference: deg(own.wedgeDeg - truth.wedgeDeg),
          },
          {
            name: `${level}, ${t('grade')}`,
            own: number(own.genantGrade),
            truth: number(truth.genantGrade),
            difference: null,
          },
        ];
      }
      case 'angle': {
        const own = measureAngle(points, answer.image);
        const truth = findAngleTruth(points, answer);
        const name = truth
          ? truth.plates.map(({ level, side }) => t(`plate.${side}`, { level })).join(' – ')
          : t('tool.angle');
        return [
          {
            name,
            own: deg(own),
            truth: truth && deg(truth.deg),
            difference: truth && deg(own - truth.deg),
          },
        ];
      }
      case 'length':
        return [
          {
            name: t('tool.length'),
            own: mm(measureLength(points, answer.image)),
            truth: null,
            difference: null,
          },
        ];
      case 'probe': {
        const found = probe(points, answer.image);
        return found
          ? [{ name: t('tool.probe'), own: sayProbe(found.mean, found.sd), truth: null, difference: null }]
          : [];
      }
    }
  };

  function sayProbe(mean: number, sd: number): string {
    if (answer.reading.kind === 'ct') return `${number(mean)} ± ${number(sd)} HU`;
    if (answer.reading.kind === 'dxa') return `${number(mean, 2)} ± ${number(sd, 2)} g/cm²`;
    return `${number(mean, 2)} ± ${number(sd, 2)}`;
  }
}
