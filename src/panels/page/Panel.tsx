import { lazy } from 'react';
import { HistoryButtons, Timeline } from '../acts/History.tsx';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Density } from '../controls/Density.tsx';
import { More } from '../controls/More.tsx';
import { EVENT_PANELS } from '../events/eventPanels.ts';
import { Readouts } from '../findings/Readouts.tsx';
import { OthersButton } from '../others/OthersButton.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';
import { Compare } from '../view/Compare.tsx';
import { LanguageChoice, Manner } from './LanguageChoice.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Notices } from './Notices.tsx';
import { PatientBones } from './PatientBones.tsx';
import { PatientButton } from './PatientButton.tsx';

const Why = lazy(() => import('../why/Why.tsx'));
const Task = lazy(() => import('../assignment/Task.tsx'));
const CementCard = lazy(() => import('../events/CementCard.tsx'));

/** Touch panel of *Explore*: the bones, the acts and treatments, and the findings. */
export function Panel() {
  const { t, review } = usePanel().language;
  const selected = useSettings((state) => state.selected);
  const shown = useSession((state) => state.shown);
  const event = shown?.scenario.events.at(-1);
  return (
    <aside className="panel">
      <header className="masthead">
        <h1>{t('title')}</h1>
        <LanguageChoice />
        <p>{t('tagline')}</p>
        <ModeSwitch />
        <PatientButton />
        <PatientBones />
      </header>
      <Notices />
      {location.search.includes('task=') && (
        <OnDemand>
          <Task />
        </OnDemand>
      )}
      <Readouts />
      {shown && event?.type === 'cement' && (
        <OnDemand>
          <CementCard shown={shown} event={event} />
        </OnDemand>
      )}
      {selected && (
        <OnDemand>
          <Why level={selected} />
        </OnDemand>
      )}
      <Density />
      {Object.entries(EVENT_PANELS).map(([type, { Control }]) => Control && <Control key={type} />)}
      <HistoryButtons />
      <OthersButton />
      <Timeline />
      <Compare />
      <Manner />
      <More />
      <footer>
        {t('footer')} {review}
      </footer>
    </aside>
  );
}
