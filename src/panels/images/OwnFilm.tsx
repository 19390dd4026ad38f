import { useRef, useState } from 'react';
import { LEVELS, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { gradeOwnFilm } from '../../core/imaging/exams/ownFilm.ts';
import type { PageImage } from '../../runtime/imaging/examAnswer.ts';
import { usePanel, useSession } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { asSix, isComplete, type Measure } from './measures.ts';
import { nameNext, Overlay } from './Overlay.tsx';
import { OwnTable } from './OwnTable.tsx';
import { type FilmProblem, readOwnFilm } from './readOwnFilm.ts';
import { useRoomTexts } from './texts.ts';
import { useMeasures } from './useMeasures.ts';
import { type Tool, Viewer } from './Viewer.tsx';
import type { Window } from './windowing.ts';

interface Film {
  readonly image: PageImage;
  readonly knowsMm: boolean;
  readonly name: string;
}

/** Mean row of a measurement's points. */
const heightOf = ({ points }: Measure): number =>
  points.reduce((sum, [, row]) => sum + row, 0) / points.length;

/** Weeks since the fractures happened; null: healed long ago. */
const AGES = { old: null, months: 13, fresh: 1 } as const;
type Age = keyof typeof AGES;

const TOOLS = ['six', 'move', 'window'] as const satisfies readonly Tool[];

/** A film of the reader's own, on which she marks vertebrae; it never leaves the device. */
export function OwnFilm({ onDone }: { readonly onDone: () => void }) {
  const { session, language } = usePanel();
  const { number } = language;
  const t = useRoomTexts();
  const scenario = useSession((state) => state.scenario);
  const picker = useRef<HTMLInputElement>(null);
  const [film, setFilm] = useState<Film | null>(null);
  const [problem, setProblem] = useState<FilmProblem | null>(null);
  const [tool, setTool] = useState<Tool>('six');
  const [window, setWindow] = useState<Window | null>(null);
  const [top, setTop] = useState<Level>('T10');
  const [age, setAge] = useState<Age>('old');
  const desk = useMeasures(film?.name ?? '');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const reading = await readOwnFilm(file);
    setProblem(reading.ok ? null : reading.problem);
    if (!reading.ok) return;
    desk.clear();
    setWindow(null);
    setFilm({
      image: reading.image,
      knowsMm: reading.knowsMm,
      name: `${file.name} ${file.size} ${Date.now()}`,
    });
  };
  const sorted = desk.measures.filter(isComplete).sort((a, b) => heightOf(a) - heightOf(b));
  const graded = film
    ? gradeOwnFilm(
        sorted.map(({ points }) => asSix(points)),
        top,
        film.image,
      )
    : [];
  const broken = graded.filter(({ genantGrade }) => genantGrade > 0);
  const apply = () => {
    const weeks = AGES[age];
    const kept = (scenario.patient.knownFractures ?? []).filter(({ level }) =>
      graded.every((body) => body.level !== level),
    );
    const found = broken.map(({ level, shape, genantGrade }) => ({
      level,
      shape,
      genantGrade: genantGrade as 1 | 2 | 3,
      ...(weeks !== null && { ageWeeks: weeks }),
    }));
    const knownFractures = [...kept, ...found].sort((a, b) => levelIndex(a.level) - levelIndex(b.level));
    session.replace({ ...scenario, patient: { ...scenario.patient, knownFractures } });
    onDone();
  };
  return (
    <div className="room-body room-own">
      <div className="room-panes">
        {film ? (
          <figure className="room-pane" data-ready>
            <Viewer
              image={film.image}
              label={t('own.image')}
              tool={tool}
              window={window ?? film.image}
              onWindow={setWindow}
              onPoint={desk.add}
              handles={desk.measures.flatMap(({ points }, measure) =>
                points.map((at, index) => ({ measure, index, at })),
              )}
              onHandle={({ measure, index }, to, isFurther) => desk.move(measure, index, to, isFurther)}
            >
              {(placement) => (
                <Overlay
                  placement={placement}
                  pixelMm={film.image.columnMm}
                  nameMm={0}
                  marks={{
                    names: graded.map(({ level }, n) => ({
                      level,
                      at: [
                        sorted[n]!.points.reduce((sum, [column]) => sum + column, 0) / 6,
                        heightOf(sorted[n]!),
                      ],
                    })),
                    points: {},
                    borderRows: [],
                  }}
                  desk={desk}
                  showsTruth={false}
                />
              )}
            </Viewer>
            <figcaption>{t('own.private')}</figcaption>
          </figure>
        ) : (
          <div className="room-pane room-empty">
            <p className="lead">{t('own.what')}</p>
            <p>{t('own.private')}</p>
          </div>
        )}
      </div>
      {film && (
        <div className="room-tools" role="toolbar" aria-label={t('tools')}>
          {TOOLS.map((one) => (
            <Press key={one} className="quiet" aria-pressed={tool === one} onPress={() => setTool(one)}>
              {t(`tool.${one}`)}
            </Press>
          ))}
          <Press className="quiet" disabled={!desk.canUndo} onPress={desk.undo}>
            {t('undo')}
          </Press>
          <p className="room-hint" role="status">
            {tool === 'six' ? nameNext(t, 'six', desk.measures) : t(`hint.${tool as 'move' | 'window'}`)}
          </p>
        </div>
      )}
      <aside className="room-side">
        <div className="room-row">
          <Press className="main" onPress={() => picker.current?.click()}>
            {t(film ? 'own.another' : 'own.open')}
          </Press>
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,.png,.jpg,.jpeg,.dcm,.dicom,application/dicom"
            hidden
            aria-label={t('own.open')}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        {problem && (
          <p className="problem" role="alert">
            {t(`own.problem.${problem}`)}
          </p>
        )}
        {film && (
          <>
            <Choice
              showLabel
              label={t('own.top')}
              value={top}
              options={LEVELS.map((one) => [one, one] as const)}
              onChange={setTop}
            />
            <p className="note">{t('own.how')}</p>
            {graded.length > 0 && <OwnTable graded={graded} knowsMm={film.knowsMm} />}
            {broken.length > 0 && (
              <Choice
                showLabel
                label={t('own.age')}
                value={age}
                options={(Object.keys(AGES) as Age[]).map((one) => [one, t(`own.age.${one}`)] as const)}
                onChange={setAge}
              />
            )}
            {graded.length > 0 && (
              <Press className="main" onPress={apply}>
                {t('own.apply', { n: broken.length, count: number(broken.length) })}
              </Press>
            )}
          </>
        )}
      </aside>
    </div>
  );
}
