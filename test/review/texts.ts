import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPath, readCommand, refuse } from '../../src/cli/command.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { listTopics, type Written, writeSheets } from './sheets.ts';

const { values } = readCommand({
  name: 'texts',
  about:
    'Writes the texts of a language as sheets for a clinician to review: English beside it, and sources.',
  options: {
    review: { type: 'string', value: 'TAG', about: 'language, such as de; all of them with “all”' },
    out: { type: 'string', value: 'DIR', default: 'review', about: 'folder to write to' },
  },
  example: '--review de',
});
const known = Object.keys(LANGUAGES) as Written[];
const langs = values.review === 'all' ? known : known.filter((lang) => lang === values.review);
if (langs.length === 0)
  refuse(`--review must be all or one of ${known.join(', ')}, not ${values.review || 'empty'}.`);
const out = findPath(values.out);
mkdirSync(out, { recursive: true });
for (const lang of langs) {
  const file = join(out, `${lang}.html`);
  writeFileSync(file, writeSheets(lang));
  process.stdout.write(`${file}  ${listTopics(lang).length} topics\n`);
}
