import { ChartAside } from '../../panels/chart/ChartAside.tsx';
import { Said } from '../../panels/findings/Said.tsx';
import { Playback } from '../../panels/Playback.tsx';
import { Views } from '../../panels/view/Views.tsx';
import type { Mode } from '../mode.ts';
import { LevelMark } from './LevelMark.tsx';
import { QuizPanel } from './QuizPanel.tsx';
import { isAnswered } from './quizStore.ts';
import { Radiograph } from './Radiograph.tsx';
import { openQuiz, useQuizState } from './useQuiz.ts';
import './quiz.css';

/** Quiz with questions that the model itself answers. */
export const quiz: Mode = { name: 'quiz', open: openQuiz, OverStage, Beside };

function OverStage() {
  const { screen, posed, given } = useQuizState();
  const isOver = isAnswered(screen) && posed?.truth !== posed?.asked;
  const level = screen === 'asked' && posed?.answer.type === 'level' ? given : null;
  return (
    <>
      {posed?.radiograph && <Radiograph posed={posed} radiograph={posed.radiograph} />}
      {level !== null && <LevelMark level={level as Parameters<typeof LevelMark>[0]['level']} />}
      {!posed?.radiograph && (
        <div className="stage-top">
          {/* why is asked in the panel, of the vertebra that the question is about */}
          {isOver ? <Said asks={false} /> : <span />}
          <Views />
        </div>
      )}
      {isOver && <Playback />}
    </>
  );
}

function Beside() {
  const { screen, posed } = useQuizState();
  const hasChart = posed && !posed.radiograph && (posed.chart || isAnswered(screen));
  return (
    <>
      <QuizPanel />
      {hasChart && <ChartAside />}
    </>
  );
}
