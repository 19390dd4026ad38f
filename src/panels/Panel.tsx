import { lazy, Suspense } from 'react';
import { Acts } from './Acts.tsx';
import { Cement } from './Cement.tsx';
import { Compare } from './Compare.tsx';
import { usePanel, useSettings } from './context.ts';
import { Density } from './Density.tsx';
import { HistoryButtons, Timeline } from './History.tsx';
import { LanguageChoice, Manner } from './LanguageChoice.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Months } from './Months.tsx';
import { More } from './More.tsx';
import { Notices } from './Notices.tsx';
import { PatientButton } from './PatientButton.tsx';
import { Readouts } from './Readouts.tsx';

const Why = lazy(() => import('./why/Why.tsx'));

/** The touch panel: what the bones are, what is done to them, and what came of it. */
export function Panel() {
  const { t, review } = usePanel().language;
  const selected = useSettings((state) => state.selected);
  return (
    <aside className="panel">
      <header className="masthead">
        <h1>{t('title')}</h1>
        <LanguageChoice />
        <p>{t('tagline')}</p>
        <ModeSwitch />
        <PatientButton />
      </header>
      <Notices />
      <Readouts />
      {selected && (
        <Suspense>
          <Why level={selected} />
        </Suspense>
      )}
      <Density />
      <Acts />
      <Cement />
      <Months />
      <HistoryButtons />
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
