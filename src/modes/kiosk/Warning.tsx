import { usePanel } from '../../panels/context.ts';
import { WARNING_S } from './idle.ts';
import { useIdle, useKioskTexts } from './useKiosk.ts';

/** Last seconds, each of which is announced, s. */
const LAST_S = 3;

/** Countdown to the end of a visit; any touch continues it. */
export function Warning() {
  const { language } = usePanel();
  const t = useKioskTexts();
  const { phase, leftS } = useIdle();
  const isWarning = phase === 'warning';
  const spokenS = leftS > LAST_S ? WARNING_S : LAST_S;
  const count = (seconds: number) => t('warning.text', { seconds: language.unit(seconds, 'second') });
  return (
    <>
      <div className="kiosk-warning" data-gone={!isWarning || undefined}>
        <div className="kiosk-count" aria-hidden="true" style={{ '--left': leftS / WARNING_S } as object}>
          {language.number(leftS)}
        </div>
        <p className="kiosk-title" aria-hidden="true">
          {t('warning.title')}
        </p>
        <button type="button" className="press main">
          {t('warning.go')}
        </button>
      </div>
      <p role="alert" className="unseen">
        {isWarning && `${t('warning.title')} ${count(spokenS)} ${t('warning.go')}.`}
      </p>
    </>
  );
}
