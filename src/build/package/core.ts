import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { writeTypes } from './types.ts';

// npm run build:core writes dist-core/: the mechanics without the page, as a package for npm

const OUT = process.argv[2] ?? 'dist-core';
const ENTRY = 'src/core/simulation/api.ts';
const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Licences of the packages that are part of the file: other versions of them would give other bits. */
function joinLicences(inputs: readonly string[]): string {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  const texts = new Map<string, string[]>();
  for (const folder of [...new Set(folders)].sort()) {
    const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = ['LICENSE', 'LICENSE.md', 'NOTICE'].map((file) => join(folder, file)).filter(existsSync);
    const text = files.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
    if (!text) throw new Error(`${folder} has no licence to pass on.`);
    texts.set(text, [...(texts.get(text) ?? []), `${facts.name} ${facts.version} (${facts.license})`]);
  }
  return [...texts].map(([text, names]) => `## ${names.join(', ')}\n\n${text}\n`).join('\n');
}

/** Section of the main README that is this package's own. */
function findReadme(): string {
  const [, text] =
    /\n### (The mechanics as a package\n.*?)(?=\n##)/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (!text) throw new Error('README.md has no section on the package.');
  return `# ${text}`;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const { metafile } = await build({
  entryPoints: [ENTRY],
  outfile: join(OUT, 'index.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
});
const types = writeTypes(ENTRY, join(OUT, 'types'), {
  valibot: resolve('node_modules/valibot/dist/index.d.mts'),
});
const facts = {
  name: 'columna-core',
  version,
  description: `The mechanics of Columna, a spine that breaks for reasons you can check (model ${MODEL_VERSION}).`,
  license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  exports: { '.': { types: `./types/${types}`, default: './index.js' } },
  files: ['index.js', 'types', 'licences.md'],
};
writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(facts, null, 2)}\n`);
writeFileSync(join(OUT, 'licences.md'), joinLicences(Object.keys(metafile.inputs)));
writeFileSync(join(OUT, 'README.md'), findReadme());
copyFileSync('LICENSE', join(OUT, 'LICENSE'));
process.stdout.write(`${OUT}: pack it with npm pack ./${OUT}, or see what that would hold with --dry-run\n`);
