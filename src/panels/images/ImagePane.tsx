import type { ExamName } from '../../core/imaging/exams/names.ts';
import type { Point } from '../../core/imaging/exams/sixPoints.ts';
import type { ExamQuestion } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Overlay } from './Overlay.tsx';
import { useRoomTexts } from './texts.ts';
import type { Exam } from './useExam.ts';
import type { MeasureDesk } from './useMeasures.ts';
import { type Tool, Viewer } from './Viewer.tsx';
import type { Window } from './windowing.ts';

export interface ImagePaneProps {
  readonly exam: Exam;
  readonly question: ExamQuestion;
  readonly desk: MeasureDesk;
  readonly tool: Tool;
  /** Null: that in which the image opened. */
  readonly window: Window | null;
  readonly onWindow: (window: Window) => void;
  readonly onStep: ((steps: number) => void) | undefined;
  readonly showsTruth: boolean;
  /** Whether it shows her before any fracture. */
  readonly isBefore?: boolean;
  readonly line?: readonly [Point, Point] | null;
}

const isFromFront = (exam: ExamName): boolean => exam === 'film-ap' || exam === 'dxa';

/** One image with what is measured on it, and the words that belong on every one. */
export function ImagePane(props: ImagePaneProps) {
  const { exam, question, desk, tool, window, onWindow, onStep, showsTruth, isBefore, line } = props;
  const { unit } = usePanel().language;
  const t = useRoomTexts();
  const { answer, progress, failed } = exam;
  const about = [
    t(`exam.${question.exam}`),
    t(`posture.${question.posture!}`),
    ...(question.level ? [question.level] : []),
    ...(question.offsetMm ? [unit(question.offsetMm, 'millimeter')] : []),
    ...(isBefore ? [t('beside.before')] : []),
  ].join(' · ');
  return (
    <figure
      className="room-pane"
      data-exam={question.exam}
      data-ready={(answer && progress === null) || undefined}
    >
      {answer ? (
        <Viewer
          image={answer.image}
          label={t('image.label', { about })}
          tool={tool}
          window={window ?? answer.image}
          onWindow={onWindow}
          onPoint={desk.add}
          handles={desk.measures.flatMap(({ points }, measure) =>
            points.map((at, index) => ({ measure, index, at })),
          )}
          onHandle={({ measure, index }, to, isFurther) => desk.move(measure, index, to, isFurther)}
          onStep={onStep}
        >
          {(placement) => (
            <Overlay
              placement={placement}
              pixelMm={answer.image.columnMm}
              nameMm={isFromFront(answer.exam) ? 42 : 26}
              marks={answer.marks}
              desk={desk}
              showsTruth={showsTruth}
              line={line ?? null}
            />
          )}
        </Viewer>
      ) : (
        <div className="room-view" />
      )}
      <p className="room-about" aria-hidden="true">
        {about}
      </p>
      {progress !== null && (
        <div className="room-progress">
          <progress value={progress} aria-label={t('taking')} />
          {progress > 0 && !answer && (
            <Press className="quiet" onPress={exam.cancel}>
              {t('cancel')}
            </Press>
          )}
        </div>
      )}
      {progress === null && !answer && (
        <div className="room-progress">
          <p>{t(failed ? 'failed' : 'cancelled')}</p>
          <Press onPress={exam.again}>{t('again')}</Press>
        </div>
      )}
      <figcaption>{t('warning')}</figcaption>
    </figure>
  );
}
