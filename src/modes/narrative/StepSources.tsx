import { usePanel } from '../../panels/context.ts';
import { SheetButton } from '../../panels/sheets/SheetButton.tsx';
import { Source } from '../../panels/sheets/Source.tsx';
import { useTexts } from '../../panels/sheets/texts.ts';
import { STEP_SOURCES } from './sources.ts';
import type { StepName } from './steps.ts';
import { useStoryTexts } from './useStory.ts';
import '../../panels/sheets/sheets.css';

/** Sources of a step: this page's own computation, and papers. */
export function StepSources({ step }: { step: StepName }) {
  const { language } = usePanel();
  const t = useStoryTexts();
  const sheet = useTexts();
  return (
    // closed at first in every step
    <details key={step} className="story-sources">
      <summary>{t('sources')}</summary>
      <p>{t('sources.model')}</p>
      <SheetButton sheet="published">{t('sources.model.held')}</SheetButton>
      {STEP_SOURCES[step].map(({ source, paper, checked }) => (
        <div key={source ?? paper} lang={language.lang === 'en' ? undefined : 'en'}>
          <Source {...(source ? { source } : { paper: paper! })} />
          {paper && (
            <small className="note">{sheet(checked ? 'sources.verified' : 'sources.unverified')}</small>
          )}
        </div>
      ))}
    </details>
  );
}
