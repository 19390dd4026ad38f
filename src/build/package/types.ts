import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const IMPORTED = /(?<=(?:from|import\()\s*(['"]))[^'"]+(?=\1)/g;
/** Types of the DOM that a package's declarations name and the core has no use for. */
const NO_DOM = 'type Blob = object;\ntype File = object;\n';

/** Declarations that the compiler writes for files, in a folder. */
function writeDeclarations(folder: string, files: readonly string[], rootDir: string): void {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    outDir: folder,
    rootDir,
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
  };
  writeFileSync(
    config,
    JSON.stringify({ extends: join(ROOT, 'src/core/tsconfig.json'), compilerOptions, include: [], files }),
  );
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * Writes the declarations that `entry` needs into a folder, and nothing that a reader would have to install: tables become their
 * types, and packages among `copied` lie beside.
 *
 * @param copied path of the declarations of each package that is named in a type
 */
export function writeTypes(entry: string, out: string, copied: Readonly<Record<string, string>>): string {
  const work = mkdtempSync(join(tmpdir(), 'columna-types-'));
  writeDeclarations(work, [join(ROOT, entry)], ROOT);
  const seen = new Set<string>();
  const tables = new Set<string>();
  const write = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const here = dirname(name);
    const follow = (target: string): string => {
      if (!target.startsWith('.')) {
        if (!copied[target]) throw new Error(`${name} names a type of ${target}, which has no copy.`);
        return `${relative(here, `packages/${target}`).replace(/^(?!\.)/, './')}.js`;
      }
      const found = join(here, target);
      if (target.endsWith('.json')) tables.add(found);
      else write(found.replace(/\.[jt]s$/, '.d.ts'));
      return target.replace(/\.(json|ts)$/, '.js');
    };
    const text = readFileSync(join(work, name), 'utf8').replace(IMPORTED, (target) => follow(target));
    mkdirSync(join(out, here), { recursive: true });
    writeFileSync(join(out, name), text);
  };
  const first = entry.replace(/\.ts$/, '.d.ts');
  write(first);
  mkdirSync(join(out, 'packages'), { recursive: true });
  for (const [name, path] of Object.entries(copied))
    writeFileSync(join(out, `packages/${name}.d.ts`), NO_DOM + readFileSync(path, 'utf8'));
  const sources = [...tables].map((table) => {
    const file = join(work, 'tables', table.replace(/\.json$/, '.ts'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `export default ${readFileSync(join(ROOT, table), 'utf8')};\n`);
    return file;
  });
  mkdirSync(join(work, 'written'));
  writeDeclarations(join(work, 'written'), sources, join(work, 'tables'));
  for (const table of tables) {
    const name = table.replace(/\.json$/, '.d.ts');
    mkdirSync(join(out, dirname(name)), { recursive: true });
    cpSync(join(work, 'written', name), join(out, name));
  }
  rmSync(work, { recursive: true });
  return first;
}
