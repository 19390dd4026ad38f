import { useEffect, useRef, useState } from 'react';
import { EXAMS } from '../../core/imaging/exams/names.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { ExamAnswer } from '../../runtime/imaging/examAnswer.ts';
import { Press } from '../controls/Control.tsx';
import { calcCrossLine } from './crossLine.ts';
import { ImagePane } from './ImagePane.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { nameNext } from './Overlay.tsx';
import { Report } from './Report.tsx';
import { Taking } from './Taking.tsx';
import { useRoomTexts } from './texts.ts';
import { useExam } from './useExam.ts';
import { useMeasures } from './useMeasures.ts';
import { isSlice, type RoomState } from './useRoom.ts';
import type { Tool } from './Viewer.tsx';
import type { Window } from './windowing.ts';

/** Tools that an image can bear. */
const listTools = (answer: ExamAnswer | null): readonly Tool[] => [
  'move',
  'window',
  ...(answer && Object.keys(answer.marks.points).length > 0 ? (['six', 'angle'] as const) : []),
  'length',
  ...(answer && !answer.exam.startsWith('film') && answer.exam !== 'vfa' ? (['probe'] as const) : []),
];

/** Step from slice to slice, mm. */
const STEP_MM = 1;
const SLICE_RANGE = { sagittal: 25, axial: 20 } as const;

/** Where another slice cuts an image. */
const lineOn = (image: ExamAnswer | null, cutting: ExamAnswer | null) =>
  image && cutting?.plane ? calcCrossLine(cutting.plane, image) : null;

/** One image, or two side by side, with what is read on it. */
export function Room({ room, scenario }: { readonly room: RoomState; readonly scenario: Scenario }) {
  const t = useRoomTexts();
  const { settings, imager } = room;
  const { exam } = settings;
  const [tool, setTool] = useState<Tool>('move');
  const [window, setWindow] = useState<Window | null>(null);
  const [showsTruth, setShowsTruth] = useState(false);
  const first = useExam(imager, 'first', room.first);
  const second = useExam(imager, 'second', room.second);
  const desk = useMeasures(JSON.stringify(room.first));
  const otherDesk = useMeasures(JSON.stringify(room.second));
  const [windowOf, setWindowOf] = useState(exam);
  if (windowOf !== exam) {
    setWindowOf(exam);
    setWindow(null);
  }
  const answer = first.answer;
  const tools = listTools(answer);
  const held = tools.includes(tool) ? tool : 'move';
  const most = SLICE_RANGE[exam === 'ct-axial' ? 'axial' : 'sagittal'];
  const step = isSlice(exam)
    ? (steps: number) =>
        room.set({ offsetMm: Math.min(most, Math.max(-most, settings.offsetMm + steps * STEP_MM)) })
    : undefined;
  const shared = {
    tool: held,
    window,
    onWindow: setWindow,
    onStep: step,
    showsTruth,
  };
  const exams = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one is another then
  useEffect(() => {
    exams.current
      ?.querySelector('[aria-pressed="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [exam]);
  const isMeasuring = held !== 'move' && held !== 'window';
  return (
    <div className="room-body">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics */}
      <div ref={exams} className="room-exams" role="group" aria-label={t('exams')}>
        {EXAMS.map((one) => (
          <Press key={one} className="quiet" aria-pressed={one === exam} onPress={() => room.choose(one)}>
            {t(`exam.${one}`)}
          </Press>
        ))}
      </div>
      <div className="room-panes">
        <ImagePane
          {...shared}
          exam={first}
          question={room.first}
          desk={desk}
          line={lineOn(first.answer, second.answer)}
        />
        {room.second && (
          <ImagePane
            {...shared}
            exam={second}
            question={room.second}
            desk={otherDesk}
            isBefore={settings.beside === 'before'}
            line={lineOn(second.answer, first.answer)}
          />
        )}
      </div>
      <div className="room-tools" role="toolbar" aria-label={t('tools')}>
        {tools.map((one) => (
          <Press key={one} className="quiet" aria-pressed={one === held} onPress={() => setTool(one)}>
            {t(`tool.${one}`)}
          </Press>
        ))}
        <Press
          className="quiet"
          disabled={!desk.canUndo && !otherDesk.canUndo}
          onPress={desk.canUndo ? desk.undo : otherDesk.undo}
        >
          {t('undo')}
        </Press>
        {tools.includes('six') && (
          <Press className="quiet" aria-pressed={showsTruth} onPress={() => setShowsTruth(!showsTruth)}>
            {t('truth')}
          </Press>
        )}
        <p className="room-hint" role="status">
          {isMeasuring ? nameNext(t, held, desk.measures) : t(`hint.${held}`)}
        </p>
      </div>
      <aside className="room-side">
        <Taking room={room} answer={answer} window={window} onWindow={setWindow} most={most} />
        {answer && (
          <>
            <MeasureTable answer={answer} desk={desk} />
            <Report answer={answer} other={room.second ? second.answer : null} scenario={scenario} />
          </>
        )}
      </aside>
    </div>
  );
}
