import { findLanguage, type LANGUAGES } from '../../i18n/languages.ts';
import type { Lesson } from '../../runtime/session/lesson.ts';
import { getPolicy, type ModeName } from '../../runtime/session/modePolicy.ts';
import { openCmi5 } from './cmi5.ts';
import type { Launch, Platform } from './platform.ts';
import { LESSONS, type Place, readPlace, writePlace } from './resume.ts';
import { openScorm } from './scorm.ts';

// the page that a learning platform launches: Columna in a frame, and what it tells passed on to the platform

/** Sentences by language, from `course.json`; put in by the build. */
declare const TEXTS: Readonly<Record<keyof typeof LANGUAGES, Readonly<Record<Text, string>>>>;
type Text = 'alone' | 'afresh' | 'refused' | 'close';

const query = new URLSearchParams(location.search);
const lesson: ModeName = LESSONS.find((name) => name === query.get('lesson')) ?? LESSONS[0]!;
const pass = query.has('pass') ? Number(query.get('pass')) / 100 : null;
const said = document.querySelector<HTMLElement>('#said')!;
const close = document.querySelector<HTMLElement>('#close')!;
let lang = findLanguage(query.get('lang'), navigator.languages) as keyof typeof LANGUAGES;

function say(text: Text): void {
  said.textContent = TEXTS[lang][text];
  said.hidden = false;
}

/** Address of Columna in the frame: the lesson at its place. */
function calcAddress(place: Place | null): string {
  const values = new URLSearchParams({ mode: lesson, lang, embed: location.origin });
  for (const name of [...getPolicy(lesson).progress, 'register', 'units']) {
    const value = query.get(name);
    if (value !== null) values.set(name, value);
  }
  for (const [name, value] of Object.entries(place?.address ?? {})) values.set(name, value);
  return `./index.html?${values}`;
}

const isLesson = (data: unknown): data is Lesson => {
  const { columna, tells, mode } = (data ?? {}) as Record<string, unknown>;
  return columna === 1 && tells === 'lesson' && mode === lesson;
};

function follow(platform: Platform | null, kept: Place | null): void {
  const frame = document.createElement('iframe');
  frame.allow = 'fullscreen; clipboard-write';
  frame.title = 'Columna';
  frame.src = calcAddress(kept);
  document.body.append(frame);
  document.documentElement.lang = lang;
  let furthest = kept?.done ?? 0;
  // the round that is finished first counts; later ones are for practice
  let isOver = kept !== null && kept.done === kept.of;
  addEventListener('message', ({ data, source, origin }) => {
    if (source !== frame.contentWindow || origin !== location.origin || !isLesson(data) || isOver) return;
    const { answered, address, done, of, right } = data;
    if (answered) platform?.record(answered);
    // a story is read to and fro; another round begins anew
    furthest = getPolicy(lesson).lesson === 'tells' ? Math.max(furthest, done) : done;
    isOver = furthest === of;
    const score = isOver && right !== null ? right / of : null;
    const suspended = writePlace(lesson, { address, done: furthest, of });
    platform?.save({ suspended, done: furthest, of, score });
  });
}

/** Ends the launch once: by the button, or with the page. */
function bindEnd(platform: Platform): void {
  let isOpen = true;
  const end = async () => {
    if (!isOpen) return;
    isOpen = false;
    await platform.end();
  };
  addEventListener('pagehide', end);
  if (platform.returnUrl === null) return;
  close.textContent = TEXTS[lang].close;
  close.hidden = false;
  close.addEventListener('click', () => {
    void end().then(() => location.assign(platform.returnUrl!));
  });
}

async function start(): Promise<void> {
  const launch: Launch = {
    pass,
    onRefused(reason) {
      console.warn(`Columna: ${reason}`);
      say('refused');
    },
  };
  const standard = query.get('standard');
  const platform =
    standard === 'cmi5'
      ? await openCmi5(launch)
      : openScorm(standard === 'scorm12' ? 'scorm12' : 'scorm2004', launch);
  if (platform?.lang && !query.has('lang'))
    lang = findLanguage(platform.lang, navigator.languages) as keyof typeof LANGUAGES;
  const kept = platform?.suspended ? readPlace(lesson, platform.suspended) : null;
  if (!platform) say('alone');
  else if (platform.suspended && !kept) say('afresh');
  follow(platform, kept);
  if (platform) bindEnd(platform);
}

void start();
