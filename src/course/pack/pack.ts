import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { type Zippable, zipSync } from 'fflate';
import { LANGUAGES } from '../../i18n/languages.ts';
import { getPolicy, type ModeName } from '../../runtime/session/modePolicy.ts';
import {
  type Course,
  STANDARDS,
  type Standard,
  writeCmi5,
  writeScorm12,
  writeScorm2004,
} from './manifests.ts';

const PAGE = 'src/course/page';
/** Files of the build that a platform has no use for; a service worker would keep pages that the platform replaces. */
const LEFT_OUT = /(^sw\.js|^columna\.jpg|^columna-spine\.js|\.map)$/;
/** The same files give the same package: a zip's earliest date. */
const DATE = new Date(1980, 0, 2);

export interface Order {
  readonly lessons: readonly ModeName[];
  readonly lang: keyof typeof LANGUAGES;
  /** Whether the learner's own language is taken where the platform names one. */
  readonly isLangFixed: boolean;
  /** Round of questions that everybody gets, as values of an address; null where each learner draws one. */
  readonly round: Readonly<Record<string, string>> | null;
  readonly passPercent: number | null;
}

type Texts = Readonly<Record<string, string>>;
const readTexts = (lang: string, file: string): Texts =>
  JSON.parse(readFileSync(`src/i18n/${lang}/${file}.json`, 'utf8'));

/** Script of the launched page, with its sentences in every language. */
async function bundlePage(): Promise<string> {
  const texts = Object.fromEntries(Object.keys(LANGUAGES).map((lang) => [lang, readTexts(lang, 'course')]));
  const { outputFiles } = await build({
    entryPoints: [`${PAGE}/course.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    define: { TEXTS: JSON.stringify(texts) },
  });
  return outputFiles[0]!.text;
}

/** What a manifest says of the lessons, for one standard. */
export function describeCourse(order: Order, standard: Standard): Course {
  const { lessons, lang, isLangFixed, round, passPercent } = order;
  const t = readTexts(lang, 'base');
  const about = t.tagline!;
  const items = lessons.map((lesson) => {
    const asks = getPolicy(lesson).lesson === 'asks';
    const query = new URLSearchParams({ lesson, standard });
    if (isLangFixed) query.set('lang', lang);
    for (const [name, value] of Object.entries((asks && round) || {})) query.set(name, value);
    if (asks && passPercent !== null) query.set('pass', String(passPercent));
    return { lesson, title: `${t.title}: ${t[`mode.${lesson}`]}`, about, query: String(query) };
  });
  return { title: t.title!, about, lang, passPercent, items };
}

/** Packages of the page in a folder, as bytes of a zip by standard. */
export async function packCourse(folder: string, order: Order): Promise<Record<Standard, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (entry.isFile() && !LEFT_OUT.test(name)) files[name] = readFileSync(path);
  }
  if (!files['index.html']) throw new Error(`There is no index.html in ${folder}: npm run build makes one.`);
  for (const name of ['course.html', 'course.css']) files[name] = readFileSync(join(PAGE, name));
  files['course.js'] = new TextEncoder().encode(await bundlePage());

  const names = Object.keys(files).sort();
  const pack = (standard: Standard): Uint8Array => {
    const course = describeCourse(order, standard);
    const [name, manifest] =
      standard === 'cmi5'
        ? ['cmi5.xml', writeCmi5(course)]
        : [
            'imsmanifest.xml',
            standard === 'scorm12' ? writeScorm12(course, names) : writeScorm2004(course, names),
          ];
    // the manifest first, where some platforms look for it
    const zipped: Zippable = { [name]: [new TextEncoder().encode(manifest), { mtime: DATE }] };
    for (const file of names) zipped[file] = [files[file]!, { mtime: DATE }];
    return zipSync(zipped, { level: 9 });
  };
  return Object.fromEntries(STANDARDS.map((standard) => [standard, pack(standard)])) as Record<
    Standard,
    Uint8Array
  >;
}
