import { readFileSync } from 'node:fs';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { TOLD } from '../../src/modes/helps/sections.ts';
import { STEP_SOURCES } from '../../src/modes/narrative/sources.ts';
import { QUIZ_SOURCES } from '../../src/modes/quiz/sources.ts';
import { SOURCES } from './figures.ts';

export type Written = keyof typeof LANGUAGES;
type Texts = Readonly<Record<string, string>>;
const FILES = [
  'story',
  'helps',
  'handout',
  'moment',
  'inside',
  'kiosk',
  'clinic',
  'quiz',
  'glossary',
  'base',
  'clinical',
  'sheets',
  'problems',
  'course',
  'assignment',
  'images',
  'take',
  'visits',
  'hearing',
] as const;
/** Fewest texts of a topic of its own; smaller ones share a page. */
const FEWEST = 6;

interface Claim {
  readonly citation: string;
  readonly isChecked: boolean;
}
/** Texts of one subject, for one page. */
export interface Topic {
  readonly name: string;
  readonly rows: readonly { readonly key: string; readonly english: string; readonly text: string }[];
  readonly claims: readonly Claim[];
}

const readTexts = (lang: string, file: string): Texts =>
  JSON.parse(readFileSync(`src/i18n/${lang}/${file}.json`, 'utf8'));

type Cited = { readonly source?: string; readonly paper?: string; readonly checked?: boolean };
const cite = ({ source, paper, checked }: Cited): Claim =>
  source === undefined
    ? { citation: paper ?? '', isChecked: checked ?? false }
    : { citation: SOURCES[source]!.citation, isChecked: SOURCES[source]!.verified };

/** Sources of what a topic claims, as the page itself names them. */
function findClaims(file: string, prefix: string): readonly Claim[] {
  if (file === 'story')
    return (Object.entries(STEP_SOURCES).find(([step]) => step === prefix)?.[1] ?? []).map(cite);
  if (file === 'helps')
    return (Object.entries(TOLD).find(([section]) => section === prefix)?.[1] ?? [])
      .flatMap((block) => (block.type === 'sources' ? block.sources : []))
      .filter((source, n, all) => SOURCES[source] && all.indexOf(source) === n)
      .map((source) => cite({ source }));
  return file === 'quiz' && prefix === 'lesson' ? Object.values<Cited>(QUIZ_SOURCES).map(cite) : [];
}

/** A language's texts by topic, with English beside them. */
export function listTopics(lang: Written): readonly Topic[] {
  return FILES.flatMap((file) => {
    const [texts, english] = [readTexts(lang, file), readTexts('en', file)];
    const byPrefix = new Map<string, string[]>();
    // in the clinical register a language has only what it says otherwise, and perhaps what English does not
    for (const key of new Set([...Object.keys(english), ...Object.keys(texts)])) {
      if (file === 'clinical' && texts[key] === undefined) continue;
      const [prefix = ''] = key.split('.');
      byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), key]);
    }
    const topic = (prefix: string, keys: readonly string[]): Topic => ({
      name: `${file}: ${prefix}`,
      rows: keys.map((key) => ({
        key,
        english: english[key] ?? readTexts('en', 'base')[key] ?? '',
        text: texts[key] ?? '',
      })),
      claims: findClaims(file, prefix),
    });
    const isOwn = (keys: readonly string[], prefix: string) =>
      keys.length >= FEWEST || findClaims(file, prefix).length > 0;
    const own = [...byPrefix].filter(([prefix, keys]) => isOwn(keys, prefix));
    const rest = [...byPrefix].filter(([prefix, keys]) => !isOwn(keys, prefix)).flatMap(([, keys]) => keys);
    return [
      ...own.map(([prefix, keys]) => topic(prefix, keys)),
      ...(rest.length > 0 ? [topic('all else', rest)] : []),
    ];
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const toHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);

const STYLE = `
  body { font: 11pt/1.4 system-ui, sans-serif; margin: 2em; color: #000; background: #fff; }
  section { break-after: page; }
  table { width: 100%; border-collapse: collapse; }
  td, th { border: 1px solid #999; padding: 4pt; vertical-align: top; text-align: start; width: 38%; }
  td:first-child, th:first-child { width: 24%; font: 8pt monospace; word-break: break-all; }
  li.recalled::after { content: ' — recalled, not checked against the paper'; font-weight: bold; }
  .signed { display: grid; grid-template-columns: 3fr 2fr 1fr; gap: 1em; margin-top: 2em; break-inside: avoid; }
  .signed span { border-top: 1px solid #000; padding-top: 2pt; font-size: 9pt; }
  tr { break-inside: avoid; }
`;

/** The sheets as one page to print, a topic on each. */
export function writeSheets(lang: Written): string {
  const { name, dir, reviewed } = LANGUAGES[lang];
  const state = reviewed === null ? 'not reviewed' : 'reviewed';
  const topics = listTopics(lang).map(
    ({ name: title, rows, claims }) => `<section>
<h2>${toHtml(title)}</h2>
<table><thead><tr><th>key</th><th>English</th><th>${toHtml(name)}</th></tr></thead><tbody>
${rows.map(({ key, english, text }) => `<tr><td>${toHtml(key)}</td><td lang="en">${toHtml(english)}</td><td lang="${lang}" dir="${dir}">${toHtml(text)}</td></tr>`).join('\n')}
</tbody></table>
${claims.length > 0 ? `<h3>What it rests on</h3><ul>${claims.map(({ citation, isChecked }) => `<li${isChecked ? '' : ' class="recalled"'}>${toHtml(citation)}</li>`).join('')}</ul>` : ''}
<p>☐ says the same as the English &nbsp; ☐ clinically right &nbsp; ☐ a patient understands it</p>
<p>Changes:</p><br><br>
<div class="signed"><span>Name and profession</span><span>Signature</span><span>Date</span></div>
</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Columna: texts for review, ${toHtml(name)}</title><style>${STYLE}</style></head>
<body><h1>Columna: texts for review, ${toHtml(name)} (${lang})</h1>
<p>State: ${state}. ${topics.length} topics, a page or more each. Names in braces are filled in by the program.</p>
${topics.join('\n')}
</body></html>
`;
}
