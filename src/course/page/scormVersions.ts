import type { Answered } from '../../runtime/session/lesson.ts';
import { writeDuration } from './platform.ts';

// the two versions of SCORM: the same thoughts under other names

export type ScormApi = Readonly<Record<string, (...given: string[]) => unknown>>;
type Rows = readonly (readonly [element: string, value: string])[];

export interface Version {
  /** Name of the interface's object in the platform's window. */
  readonly api: string;
  readonly calls: Readonly<Record<'begin' | 'get' | 'set' | 'commit' | 'end' | 'error', string>>;
  readonly elements: {
    readonly status: string;
    readonly exit: string;
    readonly sessionTime: string;
    readonly language: string;
    /** Share of the lesson that is done, 0 to 1; null where the version has none. */
    readonly progress: string | null;
  };
  readonly writeTime: (timeS: number) => string;
  /** Rows of an answer below `cmi.interactions.n.`; the type comes before what depends on it. */
  readonly writeAnswer: (answered: Answered) => Rows;
  readonly writeScore: (percent: number, share: number) => Rows;
  /** Rows of the end of a lesson; null where nothing passes or fails. */
  readonly writeEnd: (passed: boolean | null) => Rows;
}

const TWO = new Intl.NumberFormat('en', { minimumIntegerDigits: 2, useGrouping: false });
const SECONDS = new Intl.NumberFormat('en', {
  minimumIntegerDigits: 2,
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** CMITimespan of SCORM 1.2, HHHH:MM:SS.SS. */
export function writeTimespan(timeS: number): string {
  const hundredths = Math.round(100 * Math.max(0, timeS));
  const minutes = Math.floor(hundredths / 6000);
  const hours = Math.min(9999, Math.floor(minutes / 60));
  return `${TWO.format(hours)}:${TWO.format(minutes % 60)}:${SECONDS.format((hundredths % 6000) / 100)}`;
}

/** Clock time, HH:MM:SS, as SCORM 1.2 dates an answer. */
const writeClock = (date: Date): string =>
  [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => TWO.format(part)).join(':');

/** Time of SCORM 2004: a zone may only follow a part of a second. */
const writeTimestamp = (date: Date): string => `${date.toISOString().slice(0, 21)}Z`;

const expectText = (expected: Answered['expected']): string | null =>
  expected === null ? null : typeof expected === 'string' ? expected : expected[0].toFixed(2);

/** SCORM 1.2 has single letters for choices, so a choice is a text that was filled in. */
const TYPES_12 = { choice: 'fill-in', level: 'fill-in', angle: 'numeric', read: 'performance' } as const;
const TYPES_2004 = { choice: 'choice', level: 'fill-in', angle: 'numeric', read: 'other' } as const;

export const SCORM_12: Version = {
  api: 'API',
  calls: {
    begin: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
    error: 'LMSGetLastError',
  },
  elements: {
    status: 'cmi.core.lesson_status',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    language: 'cmi.student_preference.language',
    progress: null,
  },
  writeTime: writeTimespan,
  writeAnswer({ name, type, given, expected, right, timeS }) {
    const pattern = expectText(expected);
    return [
      ['id', name],
      ['time', writeClock(new Date())],
      ['type', TYPES_12[type]],
      ...(pattern === null ? [] : [['correct_responses.0.pattern', pattern] as const]),
      ...(given === null ? [] : [['student_response', given] as const]),
      ['result', right === null ? 'neutral' : right ? 'correct' : 'wrong'],
      ['latency', writeTimespan(timeS)],
    ];
  },
  writeScore: (percent) => [
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
    ['cmi.core.score.raw', String(percent)],
  ],
  writeEnd: (passed) => [
    ['cmi.core.lesson_status', passed === null ? 'completed' : passed ? 'passed' : 'failed'],
    ['cmi.core.exit', ''],
  ],
};

export const SCORM_2004: Version = {
  api: 'API_1484_11',
  calls: {
    begin: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    end: 'Terminate',
    error: 'GetLastError',
  },
  elements: {
    status: 'cmi.completion_status',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    language: 'cmi.learner_preference.language',
    progress: 'cmi.progress_measure',
  },
  writeTime: writeDuration,
  writeAnswer({ name, type, given, expected, right, timeS }) {
    const pattern =
      typeof expected === 'string' || expected === null
        ? expected
        : `${(expected[0] - expected[1]).toFixed(2)}[:]${(expected[0] + expected[1]).toFixed(2)}`;
    return [
      ['id', name],
      ['type', TYPES_2004[type]],
      ['timestamp', writeTimestamp(new Date())],
      ...(pattern === null ? [] : [['correct_responses.0.pattern', pattern] as const]),
      ...(given === null ? [] : [['learner_response', given] as const]),
      ['result', right === null ? 'neutral' : right ? 'correct' : 'incorrect'],
      ['latency', writeDuration(timeS)],
    ];
  },
  writeScore: (percent, share) => [
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
    ['cmi.score.raw', String(percent)],
    ['cmi.score.scaled', share.toFixed(4)],
  ],
  writeEnd: (passed) => [
    ['cmi.completion_status', 'completed'],
    ...(passed === null ? [] : [['cmi.success_status', passed ? 'passed' : 'failed'] as const]),
    ['cmi.exit', 'normal'],
  ],
};
