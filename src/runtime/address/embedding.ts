import type { Problem } from '../../core/simulation/problem.ts';
import { readScenario } from '../../core/simulation/scenario.ts';
import { COMPARISONS, type Settings, type SettingsStore, VIEWS } from '../device/settings.ts';
import { getPolicy, MODES } from '../session/modePolicy.ts';
import type { Session } from '../session/session.ts';

/**
 * Messages by which a page that embeds Columna in a frame controls it. The frame's address names the origin to listen to:
 * `?embed=https://school.example`; messages of any other origin, or of any window but the frame's parent, are ignored.
 *
 * A message is `{ columna: 1, id, command, … }`, and its answer `{ columna: 1, id, ok: true, … }` or
 * `{ columna: 1, id, ok: false, problems: ['one sentence each'] }`. Commands: `open` (`scenario`, an object or its JSON), `act`
 * (`event`), `undo`, `redo`, `reset`, `play`, `pause`, `seek` (`timeS`), `show` (`settings`: any of mode, theme, lang, register,
 * units, view, twin) and `read`, which answers with `state`, `timeS`, `scenario` and `results`. When the state changes the frame
 * sends `{ columna: 1, tells: 'state', state, timeS, fractureCount }`, and as a learner goes on in a quiz or a story
 * `{ columna: 1, tells: 'lesson', mode, address, done, of, right, answered }` (`session/lesson.ts`). A clinic's patient stays in the frame: in that mode
 * messages are only answered with a refusal, and nothing is sent.
 */
export interface Message {
  readonly columna: 1;
  readonly id?: unknown;
  readonly command: string;
  readonly [more: string]: unknown;
}

export type Answer = { readonly ok: true; readonly [more: string]: unknown } | Refusal;
interface Refusal {
  readonly ok: false;
  readonly problems: readonly string[];
}

/** Settings that a message may change, by their names in an address, with their allowed values; an unknown language is English. */
const SHOWN: Readonly<Record<string, readonly (string | null)[] | 'text'>> = {
  mode: MODES.filter((mode) => getPolicy(mode).frame === 'open'),
  theme: ['dark', 'light'],
  lang: 'text',
  register: ['plain', 'clinical'],
  units: ['metric', 'imperial'],
  view: VIEWS,
  twin: [...COMPARISONS, null],
};

const refuse = (...problems: string[]): Refusal => ({ ok: false, problems });
/** Sentence about a problem for the developer of the other page, in English. */
export type SayProblem = (problem: Problem) => string;
/** Value as quoted in a sentence. */
const quote = (value: unknown): string => String(JSON.stringify(value) ?? typeof value).slice(0, 60);

export const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  (data as Message).columna === 1 &&
  typeof (data as Message).command === 'string';

function readSettings(wanted: unknown): { readonly settings: Partial<Settings> } | Refusal {
  if (typeof wanted !== 'object' || wanted === null) return refuse('settings must be an object.');
  for (const [name, value] of Object.entries(wanted)) {
    const allowed = Object.hasOwn(SHOWN, name) ? SHOWN[name]! : null;
    if (!allowed)
      return refuse(`settings.${name.slice(0, 40)} is not a setting: ${Object.keys(SHOWN).join(', ')}.`);
    if (allowed === 'text' ? typeof value !== 'string' : !allowed.includes(value as string | null))
      return refuse(
        `settings.${name} must be ${allowed === 'text' ? 'a text' : allowed.join(', ')}, not ${quote(value)}.`,
      );
  }
  const { twin, ...others } = wanted as { readonly twin?: Settings['comparison'] };
  return { settings: { ...others, ...(twin !== undefined && { comparison: twin }) } };
}

/** Carries out a message's command and returns the answer. */
export function answerMessage(
  message: Message,
  session: Session,
  settings: SettingsStore,
  say: SayProblem,
): Answer {
  const { clock, store } = session;
  const { mode } = settings.getState();
  if (getPolicy(mode).frame === 'closed') return refuse(`A ${mode} visit keeps its patient to itself.`);
  const { command } = message;
  switch (command) {
    case 'undo':
    case 'redo':
    case 'reset':
      session[command]();
      return { ok: true };
    case 'play':
    case 'pause':
      clock[command]();
      return { ok: true };
    case 'seek':
      if (typeof message.timeS !== 'number' || !Number.isFinite(message.timeS))
        return refuse(`timeS must be a number, not ${quote(message.timeS)}.`);
      clock.pause();
      clock.seek(message.timeS);
      return { ok: true };
    case 'open':
    case 'act': {
      const { scenario } = store.getState();
      const wanted =
        command === 'open' ? message.scenario : { ...scenario, events: [...scenario.events, message.event] };
      const reading = readScenario(typeof wanted === 'string' ? wanted : (JSON.stringify(wanted) ?? ''));
      if (!reading.ok) return refuse(...reading.problems.map(say));
      if (command === 'open') session.open(reading.scenario);
      else session.act(reading.scenario.events.at(-1)!);
      return { ok: true };
    }
    case 'show': {
      const reading = readSettings(message.settings);
      if (!('settings' in reading)) return reading;
      settings.setState((before) => ({
        ...reading.settings,
        viewAsked: before.viewAsked + (reading.settings.view ? 1 : 0),
      }));
      return { ok: true };
    }
    case 'read': {
      const { scenario, shown } = store.getState();
      const results = shown?.run.results ?? null;
      return { ok: true, state: session.getPhase(), timeS: clock.timeS, scenario, results };
    }
    default:
      return refuse(
        `There is no command ${quote(command)}: open, act, undo, redo, reset, play, pause, seek, show, read.`,
      );
  }
}

/** Listens to the page that embeds this one. */
export function bindEmbedding(
  origin: string,
  session: Session,
  settings: SettingsStore,
  say: SayProblem,
): void {
  const { parent } = window;
  const tell = (what: object) => parent.postMessage({ columna: 1, ...what }, origin);
  addEventListener('message', ({ data, origin: from, source }) => {
    if (from !== origin || source !== parent || !isMessage(data)) return;
    tell({ id: data.id, ...answerMessage(data, session, settings, say) });
  });
  let told = '';
  const tellState = () => {
    const state = session.getPhase();
    if (state === told || getPolicy(settings.getState().mode).frame === 'closed') return;
    told = state;
    const fractureCount = session.store.getState().shown?.run.results.findings.fractureCount ?? 0;
    tell({ tells: 'state', state, timeS: session.clock.timeS, fractureCount });
  };
  const tellLesson = () => {
    const { lesson } = session.lesson.getState();
    if (lesson && getPolicy(settings.getState().mode).frame !== 'closed')
      tell({ tells: 'lesson', ...lesson });
  };
  session.lesson.subscribe(tellLesson);
  tellLesson();
  session.store.subscribe(tellState);
  session.clock.subscribe(tellState);
  tellState();
}
