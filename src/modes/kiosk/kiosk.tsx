import { lazy, Suspense } from 'react';
import { usePanel } from '../../panels/context.ts';
import { LoadScale } from '../../panels/view/Legend.tsx';
import type { Mode } from '../mode.ts';
import { Exhibit } from './Exhibit.tsx';
import { Launch } from './Launch.tsx';
import { Loss } from './Loss.tsx';
import { openKiosk, useIdle, useKioskState } from './useKiosk.ts';
import './kiosk.css';

// not needed by visitors
const StaffSheet = lazy(() => import('./StaffSheet.tsx'));

/** Kiosk for a museum: a visitor breaks a bone in two touches, and the next one finds the page reset. */
export const kiosk: Mode = { name: 'kiosk', open: openKiosk, OverStage, Beside };

function OverStage() {
  const { t } = usePanel().language;
  const isFresh = useIdle().phase === 'fresh';
  if (useKioskState().screen !== 'run') return null;
  return (
    <>
      <Loss />
      {!isFresh && (
        <div className="kiosk-scale">
          {t('legend.title')}
          <LoadScale />
        </div>
      )}
    </>
  );
}

function Beside() {
  const { screen, isStaff } = useKioskState();
  if (screen === 'launch') return <Launch />;
  return (
    <>
      <Exhibit />
      <Suspense>{isStaff && <StaffSheet />}</Suspense>
    </>
  );
}
