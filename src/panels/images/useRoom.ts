import { useState } from 'react';
import type { Level } from '../../core/anatomy/levels.ts';
import { ALLOWED, type ExamName, type ImagePosture, USUAL } from '../../core/imaging/exams/names.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { ExamQuestion } from '../../runtime/imaging/examAnswer.ts';
import type { Imager } from '../../runtime/imaging/imager.ts';
import { calcComparison } from '../../runtime/session/comparisons.ts';
import { useImager } from './useExam.ts';

/** How an image is taken. */
export interface Settings {
  readonly exam: ExamName;
  readonly posture: ImagePosture;
  readonly level: Level;
  /** Of a slice, mm. */
  readonly offsetMm: number;
  readonly kVp: '70' | '85' | '100';
  readonly grid: boolean;
  readonly noise: boolean;
  /** Times of an MRI, ms; null: those of its name. */
  readonly sequence: { readonly trMs: number; readonly teMs: number; readonly tiMs?: number } | null;
  /** What stands beside it. */
  readonly beside: 'nothing' | 'before' | 'posture' | 'crossing';
  readonly otherPosture: ImagePosture;
}

const FIRST: Settings = {
  exam: 'film-lateral',
  posture: 'standing',
  level: 'L1',
  offsetMm: 0,
  kVp: '85',
  grid: true,
  noise: false,
  sequence: null,
  beside: 'nothing',
  otherPosture: 'supine',
};

export interface RoomState {
  readonly imager: Imager | null;
  readonly settings: Settings;
  readonly first: ExamQuestion;
  readonly second: ExamQuestion | null;
  /** Whether there is a moment before. */
  readonly hasBefore: boolean;
  choose(exam: ExamName): void;
  set(change: Partial<Settings>): void;
}

export const isFilm = (exam: ExamName): boolean => exam === 'vfa' || exam.startsWith('film');
export const isMri = (exam: ExamName): boolean => exam.startsWith('mri');
export const isSlice = (exam: ExamName): boolean => isMri(exam) || exam.startsWith('ct');

/** Slices at right angles to an examination's. */
export const CROSSING: Readonly<Partial<Record<ExamName, ExamName>>> = {
  'ct-sagittal': 'ct-axial',
  'ct-axial': 'ct-sagittal',
};

/** What is asked of an examination, without what does not concern it. */
function ask(scenario: Scenario, settings: Settings, posture: ImagePosture): ExamQuestion {
  const { exam, level, offsetMm, kVp, grid, noise, sequence } = settings;
  return {
    scenario,
    exam,
    posture,
    ...(exam === 'ct-axial' && { level }),
    ...(isSlice(exam) && { offsetMm }),
    ...(isFilm(exam) && { kVp, grid, noise }),
    ...(isMri(exam) && sequence && { sequence }),
  };
}

/** What the reading room shows of a scenario's person. */
export function useRoom(scenario: Scenario): RoomState {
  const imager = useImager();
  const [settings, setSettings] = useState(FIRST);
  const before = calcComparison('before', scenario);
  const { exam, posture, beside, otherPosture } = settings;
  const askBeside = (): ExamQuestion | null => {
    const crossing = CROSSING[exam];
    if (beside === 'before' && before) return ask(before, settings, posture);
    if (beside === 'posture' && ALLOWED[exam].length > 1) return ask(scenario, settings, otherPosture);
    if (beside === 'crossing' && crossing)
      return ask(scenario, { ...settings, exam: crossing, offsetMm: 0 }, posture);
    return null;
  };
  return {
    imager,
    settings,
    first: ask(scenario, settings, posture),
    second: askBeside(),
    hasBefore: before !== null,
    choose(next) {
      const allowed = ALLOWED[next];
      setSettings((old) => ({
        ...old,
        exam: next,
        posture: USUAL[next],
        offsetMm: 0,
        sequence: null,
        otherPosture: allowed.find((one) => one !== USUAL[next] && one === 'supine') ?? allowed.at(-1)!,
        beside:
          (old.beside === 'posture' && allowed.length < 2) || (old.beside === 'crossing' && !CROSSING[next])
            ? 'nothing'
            : old.beside,
      }));
    },
    set: (change) => setSettings((old) => ({ ...old, ...change })),
  };
}
