import { lazy } from 'react';
import { Timeline } from '../../panels/acts/History.tsx';
import { usePanel, useSession, useSettings } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { EVENT_PANELS } from '../../panels/events/eventPanels.ts';
import { Readouts } from '../../panels/findings/Readouts.tsx';
import { OnDemand } from '../../panels/sheets/OnDemand.tsx';
import { PatientForm } from '../../panels/sheets/PatientForm.tsx';
import { SheetButton } from '../../panels/sheets/SheetButton.tsx';
import { Compare } from '../../panels/view/Compare.tsx';
import { getTraits } from '../../runtime/session/eventTraits.ts';
import { PrintPage } from '../narrative/PrintPage.tsx';
import { Steps } from '../narrative/Steps.tsx';
import { useClinic, useClinicState, useClinicTexts } from './useClinic.ts';
import type { Screen } from './visit.ts';

const Contents = lazy(() => import('../helps/Contents.tsx'));
const Why = lazy(() => import('../../panels/why/Why.tsx'));

/** Events that can be tried with a patient. */
const OFFERED = Object.entries(EVENT_PANELS).filter(([, { inVisit }]) => inVisit);

/** Open screen of the visit. */
export function ClinicScreen({ screen }: { screen: Screen }) {
  const clinic = useClinic();
  const t = useClinicTexts();
  const toHandout = (
    <Press className="main" onPress={() => clinic.show('handout')}>
      {t('handout.go')}
    </Press>
  );
  switch (screen) {
    case 'patient':
      return <PatientScreen />;
    case 'story':
      return (
        <Steps
          after={toHandout}
          ways={
            <li>
              <Press onPress={() => clinic.show('helps')}>{t('screen.helps')}</Press>
            </li>
          }
        />
      );
    case 'helps':
      return (
        <OnDemand>
          <Contents>{toHandout}</Contents>
        </OnDemand>
      );
    case 'acts':
      return <ActsScreen />;
    case 'handout':
      return <PrintPage about={t('handout.about')} busy={t('handout.busy')} print={t('handout.print')} />;
  }
}

function PatientScreen() {
  const clinic = useClinic();
  const t = useClinicTexts();
  const { visit, number } = useClinicState();
  return (
    <>
      <h2>{t('patient.title')}</h2>
      {!visit!.filled && <p>{t('patient.sample')}</p>}
      <PatientForm key={number} id="clinic-patient" scenario={visit!.scenario} onApply={clinic.take} />
      <button type="submit" form="clinic-patient" className="press main clinic-on">
        {t('patient.use')}
      </button>
    </>
  );
}

/** After a break: how the same is done with less strain, and that shown. */
function Instead() {
  const { session } = usePanel();
  const t = useClinicTexts();
  const shown = useSession((state) => state.shown);
  const event = shown?.scenario.events.at(-1);
  if (!shown || !event || shown.run.results.events.at(-1)?.fractures.length === 0) return null;
  const easier = getTraits(event).ease(event);
  const isEasier = easier !== event;
  return (
    <section className="clinic-instead">
      <h3>{t('instead.title')}</h3>
      <p>{t(isEasier ? 'instead.easier' : 'instead.less')}</p>
      {isEasier && (
        <Press
          onPress={() =>
            session.replay({ ...shown.scenario, events: [...shown.scenario.events.slice(0, -1), easier] })
          }
        >
          {t('instead.show')}
        </Press>
      )}
    </section>
  );
}

function ActsScreen() {
  const { session, language } = usePanel();
  const t = useClinicTexts();
  const selected = useSettings((state) => state.selected);
  const done = useSession((state) => state.scenario.events.length);
  return (
    <>
      <h2>{t('acts.title')}</h2>
      <Readouts />
      {selected && (
        <OnDemand>
          <Why level={selected} />
        </OnDemand>
      )}
      <Instead />
      {OFFERED.map(([type, { Control }]) => Control && <Control key={type} />)}
      <Compare />
      <Timeline />
      <SheetButton sheet="images" at="which">
        {t('acts.images')}
      </SheetButton>
      {done === 0 ? (
        <p>{t('acts.none')}</p>
      ) : (
        <Press onPress={session.undo}>{language.t('history.undo')}</Press>
      )}
    </>
  );
}
