import type { Language, Translate } from '../../i18n/translate.ts';
import type { Pressing } from '../../runtime/inside/pressing.ts';
import { calcYieldedCore, findDifference, findFailure, getPlace } from '../../runtime/inside/readings.ts';
import { useSettings } from '../context.ts';
import { showForce } from '../why/units.ts';

interface ToldProps {
  readonly own: Pressing;
  readonly at: number;
  readonly rival: Pressing | null;
  readonly rivalName: string | null;
  readonly t: Translate<'inside'>;
  readonly language: Language;
}

/** What the picture shows, in words: what the body bears, what goes first, and where the quick model differs and why. */
export function Told({ own, at, rival, rivalName, t, language }: ToldProps) {
  const { number } = language;
  const imperial = useSettings((state) => state.units === 'imperial');
  const force = (newtons: number) => showForce(newtons, language, imperial);
  const { body, end } = own;
  const { frame } = getPlace(own, at);
  const difference = findDifference(own);
  return (
    <div className="inside-told">
      <div aria-live="polite">
        {end && (
          <p className="lead" data-strength={end.strengthN} data-failure={findFailure(own)}>
            {body.actPeakN === null
              ? t('verdict.alone', { level: body.level, strength: force(end.strengthN) })
              : t('verdict.act', {
                  level: body.level,
                  strength: force(end.strengthN),
                  load: force(body.actPeakN),
                })}{' '}
            {body.actPeakN !== null &&
              (body.actPeakN >= end.strengthN
                ? t('verdict.breaks')
                : t('verdict.holds', { percent: number((100 * body.actPeakN) / end.strengthN, 0) }))}{' '}
            {t(`mode.${findFailure(own)}`)}
          </p>
        )}
        {end && rival?.end && rivalName && (
          <p className="lead">
            {t('against', {
              name: rivalName,
              strength: force(rival.end.strengthN),
              times: number(rival.end.strengthN / end.strengthN, 2),
            })}
          </p>
        )}
      </div>
      <p>{t('now', { percent: number(100 * calcYieldedCore(frame), 0) })}</p>
      {difference && (
        <p data-difference={difference.percent}>
          {t(
            difference.why === null
              ? 'section.agree'
              : difference.percent < 0
                ? 'section.low'
                : 'section.high',
            {
              force: force(body.section.strengthN),
              percent: number(Math.max(1, Math.abs(difference.percent)), 0),
            },
          )}{' '}
          {difference.why && t(`why.${difference.why}`)}
        </p>
      )}
    </div>
  );
}
