import { lazy, useState } from 'react';
import { Press } from '../../panels/controls/Control.tsx';
import { OnDemand } from '../../panels/sheets/OnDemand.tsx';
import { useNamespace } from '../../panels/useNamespace.ts';
import { type Counts, writeCountsCsv } from './counts.ts';

const Qr = lazy(() => import('../../panels/assignment/Qr.tsx'));

/** Days in the code: more are no longer easily read from a screen. */
const DAYS = 31;

/** Visits of the last days as a QR code: a locked kiosk saves no files, but a telephone can read its screen. */
export function CountsCode({ counts }: { counts: Counts }) {
  const t = useNamespace('visits');
  const [isShown, setIsShown] = useState(false);
  const days = Object.fromEntries(Object.entries(counts.days).slice(-DAYS));
  return (
    <>
      <Press aria-pressed={isShown} onPress={() => setIsShown(!isShown)}>
        {t('code')}
      </Press>
      {isShown && (
        <OnDemand onFail={() => setIsShown(false)}>
          <Qr text={writeCountsCsv({ ...counts, days }, ['visits', 'fractures'])} label={t('code.alt')} />
        </OnDemand>
      )}
    </>
  );
}
