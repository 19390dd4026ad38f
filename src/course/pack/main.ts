import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPath, readCommand, readNumber, refuse } from '../../cli/command.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { LESSONS } from '../page/resume.ts';
import { packCourse } from './pack.ts';

/** Seeds and lengths of a round, as the quiz has them (`modes/quiz/round.ts`). */
const SEED_COUNT = 100_000;
const LENGTHS = ['6', '22'];

const { values } = readCommand({
  name: 'build:course',
  about: 'Writes the page as packages for learning platforms: SCORM 1.2, SCORM 2004 and cmi5, a .zip each.',
  options: {
    out: { type: 'string', value: 'DIR', default: 'dist-course', about: 'folder to write to' },
    lesson: { type: 'string', value: 'NAME', about: 'only this one, quiz or story; otherwise both' },
    lang: { type: 'string', value: 'TAG', about: "language; otherwise the platform's or the browser's" },
    round: {
      type: 'string',
      value: 'SEED',
      about: 'round of the quiz that everybody gets; otherwise each learner draws one',
    },
    questions: { type: 'string', value: 'N', about: 'number of its questions, 6 or all 22; with --round' },
    pass: { type: 'string', value: 'PERCENT', about: 'right answers that pass the quiz; otherwise none' },
    page: { type: 'string', value: 'DIR', about: 'folder of a page that is built already' },
  },
  example: '--lesson quiz --round 4711 --questions 6 --pass 60 --lang de',
});

const lessons = LESSONS.filter((name) => values.lesson === undefined || name === values.lesson);
if (lessons.length === 0) refuse(`--lesson must be ${LESSONS.join(' or ')}, not ${values.lesson}.`);
if (values.lang !== undefined && !Object.hasOwn(LANGUAGES, values.lang))
  refuse(`--lang must be one of ${Object.keys(LANGUAGES).join(', ')}, not ${values.lang || 'empty'}.`);
if (values.questions !== undefined && values.round === undefined)
  refuse('--questions goes with --round SEED.');
const length = values.questions ?? '6';
if (!LENGTHS.includes(length))
  refuse(`--questions must be ${LENGTHS.join(' or ')}, not ${length || 'empty'}.`);

/** Page built for this, into a folder of its own. */
function buildPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'columna-course-'));
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', folder];
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, vite, { env, stdio: 'inherit' });
  return folder;
}

const order = {
  lessons,
  lang: (values.lang ?? 'en') as keyof typeof LANGUAGES,
  isLangFixed: values.lang !== undefined,
  round:
    values.round === undefined
      ? null
      : { quiz: String(readNumber('round', values.round, 0, SEED_COUNT - 1)), questions: length },
  passPercent: values.pass === undefined ? null : readNumber('pass', values.pass, 1, 100),
};
const folder = values.page === undefined ? buildPage() : findPath(values.page);
const out = findPath(values.out);
mkdirSync(out, { recursive: true });
try {
  for (const [standard, bytes] of Object.entries(await packCourse(folder, order))) {
    const file = join(out, `columna-${standard}.zip`);
    writeFileSync(file, bytes);
    process.stdout.write(`${file}  ${(bytes.length / 1e6).toFixed(1)} MB\n`);
  }
} catch (error) {
  refuse((error as Error).message);
} finally {
  if (values.page === undefined) rmSync(folder, { recursive: true });
}
