import { lazy, Suspense, useState } from 'react';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { ModeHead } from '../../panels/page/ModeHead.tsx';
import { PatientForm } from '../../panels/sheets/PatientForm.tsx';
import { Views } from '../../panels/view/Views.tsx';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { type Mode, useMode } from '../mode.ts';
import { PrintPage } from '../narrative/PrintPage.tsx';
import { Steps } from '../narrative/Steps.tsx';
import { useStory, useStoryState, useStoryTexts } from '../narrative/useStory.ts';
import { isSample, Who } from '../narrative/Who.tsx';
import { openStoryMode } from './storyMode.ts';
import '../narrative/story.css';

/** Story mode: bones explained to a patient, step by step. */
export const story: Mode = { name: 'story', open: openStoryMode, OverStage, Beside };

const Helps = lazy(() => import('../helps/Helps.tsx'));
const Contents = lazy(() => import('../helps/Contents.tsx'));
const Handout = lazy(() => import('../handout/Handout.tsx'));

function OverStage() {
  const { place, person } = useStoryState();
  return (
    <>
      {place === 'steps' && (
        <div className="stage-top">
          <span />
          <Views />
        </div>
      )}
      <Suspense>
        {place === 'helps' && <Helps />}
        {place === 'handout' && person && (
          <Handout scenario={createScenario(person, [])} filled={!isSample(person)} />
        )}
      </Suspense>
    </>
  );
}

function Beside() {
  const { language } = usePanel();
  const t = useStoryTexts();
  const [isEditing, setEditing] = useState(false);
  const { place } = useStoryState();
  const edit = () => setEditing(true);
  return (
    <aside className="panel story">
      <ModeHead title={t('title')} />
      {isEditing ? (
        <Editing onEnd={() => setEditing(false)} />
      ) : (
        <>
          <Who onChange={edit} />
          {place === 'steps' && <Told onEdit={edit} />}
          {place === 'helps' && <Asked />}
          {place === 'handout' && <Printed />}
        </>
      )}
      <footer>
        {t('note')} {language.review}
      </footer>
    </aside>
  );
}

/** Someone's own figures, filled in. */
function Editing({ onEnd }: { onEnd: () => void }) {
  const t = useStoryTexts();
  const mode = useMode(openStoryMode);
  const { person } = useStoryState();
  if (!person) return null;
  return (
    <>
      <PatientForm
        id="story-patient"
        scenario={createScenario(person, [])}
        onApply={(scenario) => {
          mode.take(scenario);
          onEnd();
        }}
      />
      <div className="story-ways">
        <Press onPress={onEnd}>{t('who.back')}</Press>
        <button type="submit" form="story-patient" className="press main">
          {t('who.apply')}
        </button>
      </div>
    </>
  );
}

/** The steps, and from the last one the ways on. */
function Told({ onEdit }: { onEdit: () => void }) {
  const story = useStory();
  const t = useStoryTexts();
  const ask = () => {
    story.look('visit');
    story.visit('helps');
  };
  return (
    <Steps
      after={
        <Press className="main" onPress={() => story.visit('helps')}>
          {t('on.helps')}
        </Press>
      }
      ways={
        <>
          <li>
            <Press onPress={() => story.visit('handout')}>{t('on.paper')}</Press>
          </li>
          <li>
            <Press onPress={ask}>{t('on.ask')}</Press>
          </li>
          <li>
            <Press onPress={onEdit}>{t('on.own')}</Press>
          </li>
          <li>
            <Press onPress={() => story.go(0)}>{t('again')}</Press>
          </li>
        </>
      }
    />
  );
}

/** The questions, and the ways on from them. */
function Asked() {
  const story = useStory();
  const t = useStoryTexts();
  return (
    <Suspense>
      <Contents>
        <Press onPress={() => story.visit('steps')}>{t('paper.back')}</Press>
        <Press onPress={() => story.visit('handout')}>{t('on.paper')}</Press>
      </Contents>
    </Suspense>
  );
}

/** The page to take home: how to print it. */
function Printed() {
  const story = useStory();
  const t = useStoryTexts();
  return (
    <>
      <PrintPage about={t('paper.about')} busy={t('paper.busy')} print={t('paper.print')} />
      <Press onPress={() => story.visit('steps')}>{t('paper.back')}</Press>
      <Press onPress={() => story.visit('helps')}>{t('on.helps')}</Press>
    </>
  );
}
