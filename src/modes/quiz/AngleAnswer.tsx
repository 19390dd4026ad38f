import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { Range } from '../../panels/controls/Range.tsx';
import { calcAngleDeg, LINE_NAMES, type Line, type LineName, MOST_TILT_DEG } from './lines.ts';
import { FIRST_LINES } from './Radiograph.tsx';
import { useQuiz, useQuizState, useQuizTexts } from './useQuiz.ts';

/** Range of a line's height on the radiograph, mm. */
const LOWEST_MM = -240;
const HIGHEST_MM = 30;
/** Step of a tilt, degrees: a radiograph cannot be read more finely. */
const STEP_DEG = 0.5;

/** Sliders for the two lines over the radiograph, and the angle between them. */
export function AngleAnswer({ tolerance }: { tolerance: number }) {
  const quiz = useQuiz();
  const { unit } = usePanel().language;
  const t = useQuizTexts();
  const laid = useQuizState().lines;
  const lines = laid ?? FIRST_LINES;
  const angleDeg = calcAngleDeg(lines);
  const lay = (name: LineName, change: Partial<Line>) => {
    const next = { ...lines, [name]: { ...lines[name], ...change } };
    quiz.lay(next, calcAngleDeg(next));
  };
  return (
    <>
      <p>{t('radiograph.how')}</p>
      <div className="quiz-lines">
        {LINE_NAMES.map((name) => (
          <fieldset key={name}>
            <legend>{t(`radiograph.${name}`)}</legend>
            <Range
              label={t('radiograph.height')}
              value={lines[name].heightMm}
              min={LOWEST_MM}
              max={HIGHEST_MM}
              step={1}
              shownValue={null}
              onChange={(heightMm) => lay(name, { heightMm })}
            />
            <Range
              label={t('radiograph.tilt')}
              value={lines[name].tiltDeg}
              min={-MOST_TILT_DEG}
              max={MOST_TILT_DEG}
              step={STEP_DEG}
              shownValue={unit(lines[name].tiltDeg, 'degree', 1)}
              spokenValue={unit(lines[name].tiltDeg, 'degree', 1)}
              onChange={(tiltDeg) => lay(name, { tiltDeg })}
            />
          </fieldset>
        ))}
      </div>
      <p className="quiz-angle">
        <span>{t('radiograph.angle')}</span>
        <output data-reading="quiz-angle-deg" data-value={angleDeg}>
          {unit(angleDeg, 'degree', 1)}
        </output>
      </p>
      <p className="quiz-note">{t('radiograph.tolerance', { tolerance: unit(tolerance, 'degree') })}</p>
      <Press className="answer main" disabled={!laid} onPress={() => quiz.check(angleDeg)}>
        {t('check')}
      </Press>
    </>
  );
}
