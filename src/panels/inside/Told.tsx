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

function sayVerdict(
  { body, end }: Pressing,
  force: (newtons: number) => string,
  t: Translate<'inside'>,
  number: Language['number'],
): string {
  const { level, actPeakN, actBroke } = body;
  const values = { level, strength: force(end!.strengthN), load: force(actPeakN ?? 0) };
  if (actPeakN === null) return t('verdict.alone', values);
  if (actBroke) return t('verdict.broke', values);
  return actPeakN >= end!.strengthN
    ? t('verdict.more', values)
    : t('verdict.holds', { ...values, percent: number((100 * actPeakN) / end!.strengthN, 0) });
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
            {sayVerdict(own, force, t, number)} {t(`mode.${findFailure(own)}`)}
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
