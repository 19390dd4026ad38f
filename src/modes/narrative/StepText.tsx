import { Press } from '../../panels/controls/Control.tsx';
import { DailyBars } from './DailyBars.tsx';
import { ProtectionList } from './ProtectionList.tsx';
import { getStep } from './storyStore.ts';
import { tell } from './tell.ts';
import { useManner, useStory, useStoryState } from './useStory.ts';

/** Text of a step, and what is shown beside it. */
export function StepText() {
  const story = useStory();
  const state = useStoryState();
  const manner = useManner();
  const { t } = manner;
  const step = getStep(state);
  const { daily, fracture } = state.figures;
  if (step === 'protect')
    return (
      <>
        <ProtectionList />
        <p>{t('protect.end')}</p>
      </>
    );
  return (
    <>
      {tell(step, state.figures, manner).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {step === 'daily' && daily && <DailyBars acts={daily.acts} />}
      {step === 'fracture' && fracture?.course && (
        <>
          <Press className="story-show" onPress={() => story.show(!state.showing)}>
            {t(state.showing ? 'fracture.hide' : 'fracture.show')}
          </Press>
          {state.showing && fracture.kind === 'known' && <p>{t('fracture.example')}</p>}
        </>
      )}
    </>
  );
}
