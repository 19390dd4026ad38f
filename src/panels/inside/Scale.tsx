import type { Translate } from '../../i18n/translate.ts';
import { calcPlaceOnScale, MEASURES, type Measure, STRESS_GRADIENT } from '../../scales/stressScale.ts';
import { usePanel } from '../context.ts';

interface ScaleProps {
  readonly measure: Measure;
  readonly hasCement: boolean;
  readonly t: Translate<'inside'>;
}

/** What the colours, stripes and struts of the picture say. */
export function Scale({ measure, hasCement, t }: ScaleProps) {
  const { number } = usePanel().language;
  return (
    <div className="inside-scale">
      <p id="inside-scale">{t(`scale.${measure}`)}</p>
      <div className="inside-bar" style={{ background: STRESS_GRADIENT }} aria-hidden="true" dir="ltr" />
      <div className="inside-ticks" dir="ltr">
        {MEASURES[measure].ticks.map((value, n, { length }) => (
          <span
            key={value}
            data-end={n === 0 ? 'low' : n === length - 1 ? 'high' : undefined}
            style={{ left: `${100 * calcPlaceOnScale(measure, value)}%` }}
          >
            {number(measure === 'stress' ? value : 100 * value)}
            {n === length - 1 && '+'}
          </span>
        ))}
      </div>
      <div className="inside-words" dir="ltr" aria-hidden="true">
        <span>{t('scale.little')}</span>
        <span>{t('scale.much')}</span>
      </div>
      <p className="inside-mark">
        <i data-mark="yielded" aria-hidden="true" /> <span>{t('scale.yielded')}</span>
      </p>
      <p className="inside-mark">
        <i data-mark="struts" aria-hidden="true" /> <span>{t('scale.struts')}</span>
      </p>
      {hasCement && (
        <p className="inside-mark">
          <i data-mark="cement" aria-hidden="true" /> <span>{t('scale.cement')}</span>
        </p>
      )}
    </div>
  );
}
