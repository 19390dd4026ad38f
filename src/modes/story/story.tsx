import { useState } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { ModeHead } from '../../panels/page/ModeHead.tsx';
import { PatientForm } from '../../panels/sheets/PatientForm.tsx';
import { Views } from '../../panels/view/Views.tsx';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { type Mode, useMode } from '../mode.ts';
import { Steps } from '../narrative/Steps.tsx';
import { useStory, useStoryState, useStoryTexts } from '../narrative/useStory.ts';
import { Who } from '../narrative/Who.tsx';
import { openStoryMode } from './storyMode.ts';
import '../narrative/story.css';

/** Story mode: bones explained to a patient, step by step. */
export const story: Mode = { name: 'story', open: openStoryMode, OverStage, Beside };

function OverStage() {
  return (
    <div className="stage-top">
      <span />
      <Views />
    </div>
  );
}

function Beside() {
  const { language } = usePanel();
  const told = useStory();
  const t = useStoryTexts();
  const mode = useMode(openStoryMode);
  const [isEditing, setEditing] = useState(false);
  const person = useStoryState().person;
  return (
    <aside className="panel story">
      <ModeHead title={t('title')} />
      {isEditing && person ? (
        <>
          <PatientForm
            id="story-patient"
            scenario={createScenario(person, [])}
            onApply={(scenario) => {
              mode.take(scenario);
              setEditing(false);
            }}
          />
          <div className="story-ways">
            <Press onPress={() => setEditing(false)}>{t('who.back')}</Press>
            <button type="submit" form="story-patient" className="press main">
              {t('who.apply')}
            </button>
          </div>
        </>
      ) : (
        <>
          <Who onChange={() => setEditing(true)} />
          <Steps
            after={
              <Press className="main" onPress={() => told.go(0)}>
                {t('again')}
              </Press>
            }
          />
        </>
      )}
      <footer>
        {t('note')} {language.review}
      </footer>
    </aside>
  );
}
