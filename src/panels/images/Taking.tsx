import imaging from '../../../models/imaging.json';
import { LEVELS } from '../../core/anatomy/levels.ts';
import type { Sequence } from '../../core/imaging/exams/mri.ts';
import { ALLOWED } from '../../core/imaging/exams/names.ts';
import type { ExamAnswer } from '../../runtime/imaging/examAnswer.ts';
import { usePanel } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { Range } from '../controls/Range.tsx';
import { useRoomTexts } from './texts.ts';
import { CROSSING, isFilm, isMri, isSlice, type RoomState } from './useRoom.ts';
import type { Window } from './windowing.ts';

/** Windows of CT, HU. */
const CT_WINDOWS = { bone: [-500, 1300], soft: [-160, 240], lung: [-1350, 150] } as const;
/** Times that an MRI has where none are chosen, ms. */
const TIMES: Readonly<Record<`mri-${keyof typeof imaging.mri.sequences}`, Sequence>> = {
  'mri-t1': imaging.mri.sequences.t1,
  'mri-t2': imaging.mri.sequences.t2,
  'mri-stir': imaging.mri.sequences.stir,
};
const KVPS = ['70', '85', '100'] as const;

export interface TakingProps {
  readonly room: RoomState;
  readonly answer: ExamAnswer | null;
  readonly window: Window | null;
  readonly onWindow: (window: Window | null) => void;
  /** Farthest slice, mm. */
  readonly most: number;
}

/** How the image is taken and shown: posture, level, slice, window, and what is beside it. */
export function Taking({ room, answer, window, onWindow, most }: TakingProps) {
  const t = useRoomTexts();
  const { number, unit } = usePanel().language;
  const { settings, set } = room;
  const { exam, posture, level, offsetMm, beside, otherPosture } = settings;
  const postures = ALLOWED[exam].map((one) => [one, t(`posture.${one}`)] as const);
  const besides = [
    ['nothing', t('beside.nothing')] as const,
    ...(room.hasBefore ? [['before', t('beside.before')] as const] : []),
    ...(postures.length > 1 ? [['posture', t('beside.posture')] as const] : []),
    ...(CROSSING[exam] ? [['crossing', t('beside.crossing')] as const] : []),
  ];
  const usual = answer?.image;
  const shown = window ?? usual;
  return (
    <section className="room-taking" aria-label={t('taken')}>
      <div className="room-row">
        {postures.length > 1 && (
          <Choice
            showLabel
            label={t('posture')}
            value={posture}
            options={postures}
            onChange={(next) => set({ posture: next })}
          />
        )}
        {(exam === 'ct-axial' || room.second?.exam === 'ct-axial') && (
          <Choice
            showLabel
            label={t('level')}
            value={level}
            options={LEVELS.map((one) => [one, one] as const)}
            onChange={(next) => set({ level: next })}
          />
        )}
        {besides.length > 1 && (
          <Choice
            showLabel
            label={t('beside')}
            value={beside}
            options={besides}
            onChange={(next) => set({ beside: next })}
          />
        )}
        {beside === 'posture' && postures.length > 1 && (
          <Choice
            showLabel
            label={t('beside.posture')}
            value={otherPosture}
            options={postures}
            onChange={(next) => set({ otherPosture: next })}
          />
        )}
      </div>
      {isSlice(exam) && (
        <Range
          label={t('slice')}
          value={offsetMm}
          min={-most}
          max={most}
          step={1}
          shownValue={unit(offsetMm, 'millimeter')}
          onChange={(next) => set({ offsetMm: next })}
        />
      )}
      {usual && shown && (
        <div className="room-row">
          {exam.startsWith('ct') &&
            Object.entries(CT_WINDOWS).map(([name, [low, high]]) => (
              <Press
                key={name}
                className="quiet"
                aria-pressed={shown.low === low && shown.high === high}
                onPress={() => onWindow({ low, high })}
              >
                {t(`window.${name as keyof typeof CT_WINDOWS}`)}
              </Press>
            ))}
          {!exam.startsWith('ct') && (
            <Press className="quiet" aria-pressed={window === null} onPress={() => onWindow(null)}>
              {t('window.usual')}
            </Press>
          )}
          <p className="room-window" data-reading="window">
            {t('window.is', {
              width: sayValue(shown.high - shown.low, exam),
              level: sayValue((shown.high + shown.low) / 2, exam),
            })}
          </p>
        </div>
      )}
      {(isFilm(exam) || isMri(exam)) && (
        <details className="room-try">
          <summary>{t('try')}</summary>
          {isFilm(exam) && (
            <>
              <Choice
                showLabel
                label={t('try.kVp')}
                value={settings.kVp}
                options={KVPS.map((one) => [one, `${one} kV`] as const)}
                onChange={(kVp) => set({ kVp })}
              />
              {(['grid', 'noise'] as const).map((name) => (
                <label key={name} className="check">
                  <input
                    type="checkbox"
                    checked={settings[name]}
                    onChange={(event) => set({ [name]: event.target.checked })}
                  />
                  {t(`try.${name}`)}
                </label>
              ))}
            </>
          )}
          {isMri(exam) && <Times exam={exam as keyof typeof TIMES} room={room} />}
        </details>
      )}
    </section>
  );

  function sayValue(value: number, of: typeof exam): string {
    if (of.startsWith('ct')) return `${number(value)} HU`;
    return number(value, 2);
  }
}

const RANGES = { trMs: [200, 6000, 50], teMs: [5, 150, 5], tiMs: [50, 2500, 5] } as const;

/** Repetition, echo and inversion time. */
function Times({ exam, room }: { readonly exam: keyof typeof TIMES; readonly room: RoomState }) {
  const t = useRoomTexts();
  const { number } = usePanel().language;
  const times = room.settings.sequence ?? TIMES[exam];
  return Object.entries(times).map(([name, value]) => {
    const [min, max, step] = RANGES[name as keyof typeof RANGES];
    return (
      <Range
        key={name}
        label={t(`try.${name as keyof typeof RANGES}`)}
        value={value}
        min={min}
        max={max}
        step={step}
        shownValue={`${number(value)} ms`}
        onChange={(next) => room.set({ sequence: { ...times, [name]: next } })}
      />
    );
  });
}
