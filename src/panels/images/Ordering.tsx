import type { ExamName } from '../../core/imaging/exams/names.ts';
import { Press } from '../controls/Control.tsx';
import { Source } from '../sheets/Source.tsx';
import { useRoomTexts } from './texts.ts';

/** Which image belongs to which question; null: it is not simulated. */
const ROWS = [
  ['risk', 'dxa'],
  ['vfa', 'vfa'],
  ['pain', 'film-lateral'],
  ['normalFilm', 'mri-stir'],
  ['age', 'mri-stir'],
  ['wall', 'ct-sagittal'],
  ['noMri', 'ct-sagittal'],
  ['follow', 'film-lateral'],
  ['incidental', 'ct-axial'],
] as const satisfies readonly (readonly [string, ExamName])[];

const SOURCES = ['iscd-2019', 'acr-fractures', 'of-card'] as const;

const FLAGS = ['deficit', 'cancer', 'infection', 'trauma', 'steroids'] as const;

/** Which image when, with the red flags, on one screen. */
export function Ordering({ onShow }: { readonly onShow: (exam: ExamName) => void }) {
  const t = useRoomTexts();
  return (
    <div className="room-order">
      <section className="room-flags">
        <h3>{t('flags')}</h3>
        <ul>
          {FLAGS.map((flag) => (
            <li key={flag}>{t(`flag.${flag}`)}</li>
          ))}
        </ul>
        <p>{t('flags.what')}</p>
      </section>
      <table>
        <caption>{t('order')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('order.question')}</th>
            <th scope="col">{t('order.image')}</th>
            <th scope="col">{t('order.show')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([row, exam]) => (
            <tr key={row}>
              <th scope="row">{t(`order.${row}`)}</th>
              <td>{t(`order.${row}.image`)}</td>
              <td>
                <Press
                  className="quiet"
                  aria-label={t('order.show.one', { exam: t(`exam.${exam}`) })}
                  onPress={() => onShow(exam)}
                >
                  {t(`exam.${exam}`)}
                </Press>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('order.note')}</p>
      {SOURCES.map((source) => (
        <Source key={source} source={source} />
      ))}
    </div>
  );
}
