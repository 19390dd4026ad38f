import { lazy, Suspense } from 'react';
import { ChartAside } from '../../panels/chart/ChartAside.tsx';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { Said } from '../../panels/findings/Said.tsx';
import { Playback } from '../../panels/Playback.tsx';
import { ModeHead } from '../../panels/page/ModeHead.tsx';
import { Views } from '../../panels/view/Views.tsx';
import type { Mode } from '../mode.ts';
import { Who } from '../narrative/Who.tsx';
import { ClinicScreen } from './ClinicScreen.tsx';
import { openClinic, useClinic, useClinicState, useClinicTexts } from './useClinic.ts';
import { SCREENS } from './visit.ts';
import '../narrative/story.css';
import './clinic.css';

const Helps = lazy(() => import('../helps/Helps.tsx'));
const Handout = lazy(() => import('../handout/Handout.tsx'));

/** Clinic: a visit with the patient's sheet, the story, what helps, acts, and a page to take home. */
export const clinic: Mode = { name: 'clinic', open: openClinic, OverStage, Beside };

function OverStage() {
  const { visit } = useClinicState();
  const screen = visit?.screen;
  return (
    <>
      {screen !== 'helps' && screen !== 'handout' && (
        <div className="stage-top">
          {screen === 'acts' ? <Said /> : <span />}
          <Views />
        </div>
      )}
      {screen === 'acts' && <Playback />}
      <Suspense>
        {screen === 'helps' && <Helps />}
        {screen === 'handout' && <Handout scenario={visit!.scenario} filled={visit!.filled} />}
      </Suspense>
    </>
  );
}

function Beside() {
  const { language } = usePanel();
  const clinic = useClinic();
  const t = useClinicTexts();
  const { visit, ended } = useClinicState();
  return (
    <>
      <aside className="panel story clinic">
        <ModeHead title={t('title')} />
        {ended && (
          <p className="notice" role="status">
            {t('ended')}
          </p>
        )}
        <nav className="clinic-screens" aria-label={t('screens')}>
          {SCREENS.map((screen) => (
            <Press
              key={screen}
              aria-current={screen === visit?.screen ? 'page' : undefined}
              onPress={() => clinic.show(screen)}
            >
              {t(`screen.${screen}`)}
            </Press>
          ))}
        </nav>
        {visit && visit.screen !== 'patient' && <Who onChange={() => clinic.show('patient')} />}
        {visit && <ClinicScreen screen={visit.screen} />}
        <footer>
          <Press onPress={clinic.end}>{t('end')}</Press>
          <p>
            {t('private')} {language.t('footer')} {language.review}
          </p>
        </footer>
      </aside>
      {visit?.screen === 'acts' && <ChartAside />}
    </>
  );
}
