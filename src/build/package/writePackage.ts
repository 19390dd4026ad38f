import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { writeTypes } from './types.ts';

const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Part of this program as a package for npm. */
export interface Package {
  readonly name: string;
  readonly description: string;
  readonly entry: string;
  /** Title of its section in the main README, which is its own README too. */
  readonly section: string;
  readonly sideEffects: boolean;
}

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

function findReadme(section: string): string {
  const text = readFileSync('README.md', 'utf8');
  const start = text.indexOf(`\n### ${section}\n`);
  if (start < 0) throw new Error(`README.md has no section ${section}.`);
  const rest = text.slice(start + 5);
  const end = rest.search(/\n##+ /);
  return `# ${end < 0 ? rest : rest.slice(0, end)}`;
}

/** Writes a package that needs no other into a folder: one ES module, its types, and the licences of what is in it. */
export async function writePackage(
  { name, description, entry, section, sideEffects }: Package,
  out: string,
): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: join(out, 'index.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
  });
  const copied = { valibot: resolve('node_modules/valibot/dist/index.d.mts') };
  const types = writeTypes(entry, join(out, 'types'), copied);
  const facts = {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects,
    exports: { '.': { types: `./types/${types}`, default: './index.js' } },
    files: ['index.js', 'types', 'licences.md'],
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(facts, null, 2)}\n`);
  writeFileSync(
    join(out, 'licences.md'),
    joinLicences([...Object.keys(metafile.inputs), ...Object.values(copied)]),
  );
  writeFileSync(join(out, 'README.md'), findReadme(section));
  copyFileSync('LICENSE', join(out, 'LICENSE'));
  process.stdout.write(
    `${out}: pack it with npm pack ./${out}, or see what that would hold with --dry-run\n`,
  );
}
