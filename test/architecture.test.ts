import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODES } from '../src/runtime/session/modePolicy.ts';

/** The import table of src/README.md, kept by reading the real imports. */

interface Import {
  readonly from: string;
  /** Path from the root for our own files, else the package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const ROOT = resolve(import.meta.dirname, '..');
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.tsx?$/.test(file));

function readImports(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s*)?'([^']+)'|import\(\s*'([^']+)'\s*\)|new URL\(\s*'([^']+)'\s*,\s*import\.meta\.url/g;
  return [...text.matchAll(statements)].map(([, type, plain, lazy, url]) => {
    const target = (plain ?? lazy ?? url)!;
    const to = target.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), target.replace(/\?.*$/, '')))
      : packageOf(target);
    return { from: file, to, typeOnly: type !== undefined };
  });
}

const packageOf = (target: string): string =>
  target.startsWith('node:')
    ? 'node'
    : target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');

/** Room of a file: `core/bone`, `panels/lab`, `scene`, … */
function roomOf(path: string): string {
  if (path.startsWith('models/')) return 'models';
  const [, first, second, third] = path.split('/');
  if (first === 'core') return `core/${second}`;
  if (first === 'panels' && second === 'lab' && third) return 'panels/lab';
  return second ? first! : path;
}

const imports = files.flatMap(readImports);
const STDLIB = /^@stdlib\/math-base-special-/;
const CORE = [
  'quantity',
  'math',
  'anatomy',
  'bone',
  'elements',
  'muscle',
  'column',
  'activity',
  'treatment',
  'simulation',
].map((room) => `core/${room}`);
const BASE = ['core/quantity', 'core/math', 'core/anatomy', 'models'];
const REACT = ['react', 'react-dom'];

/** Rooms and packages that a room may import, besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  'core/quantity': [],
  'core/math': ['core/quantity'],
  'core/anatomy': ['core/quantity', 'core/math', 'models'],
  'core/bone': BASE,
  'core/elements': ['core/quantity', 'core/math', 'core/anatomy', 'core/bone'],
  'core/muscle': BASE,
  'core/column': [...BASE, 'cannon-es'],
  'core/activity': BASE,
  'core/treatment': BASE,
  'core/simulation': [...CORE, 'models', 'valibot'],
  'core/imaging': [...CORE, 'models'],
  cli: ['runtime', 'i18n', ...CORE, 'core/imaging', 'models', 'node', 'cli-progress', 'dcmjs', 'esbuild'],
  meshing: [
    'cli',
    ...CORE,
    'models',
    'node',
    'esbuild',
    'manifold-3d',
    'meshoptimizer',
    '@gltf-transform/core',
    '@gltf-transform/extensions',
    '@gltf-transform/functions',
  ],
  jsx: ['react'],
  server: ['node'],
  installation: ['cli', 'node', 'esbuild'],
  element: ['runtime', 'core/simulation'],
  course: ['cli', 'runtime', 'i18n', 'node', 'esbuild', 'fflate'],
  build: ['core/simulation', 'i18n', 'node', 'vite', '@vitejs/plugin-react', 'esbuild'],
  i18n: ['icu-minify'],
  shell: ['runtime', 'i18n'],
  scales: ['core/quantity', 'core/anatomy'],
  runtime: [
    'scales',
    ...CORE,
    'core/imaging',
    'models',
    'zustand',
    'comlink',
    'fflate',
    'workbox-precaching',
    'meshoptimizer',
    'mediabunny',
    'gifenc',
  ],
  scene: [
    'runtime',
    'scales',
    'i18n',
    ...CORE,
    'models',
    'three',
    'react',
    '@react-three/drei',
    '@react-three/fiber',
    'meshoptimizer',
  ],
  panels: [
    'runtime',
    'scales',
    'i18n',
    ...CORE,
    'core/imaging',
    'models',
    ...REACT,
    'react-aria-components',
    'uqr',
    'dicom-parser',
    'panels/lab',
  ],
  'panels/lab': ['panels', 'runtime', 'scales', 'i18n', ...CORE, ...REACT, 'leva'],
  modes: ['runtime', 'scales', 'scene', 'panels', 'i18n', ...CORE, 'models', 'react', 'zustand'],
};

describe('imports', () => {
  it.each(Object.keys(ALLOWED))('of %s keep to the table', (room) => {
    const allowed = ALLOWED[room]!;
    const strays = imports.filter(({ from, to }) => {
      if (roomOf(from) !== room) return false;
      const target = /^(src|models)\//.test(to) ? roomOf(to) : to;
      const stdlib = STDLIB.test(to) && room === 'core/math';
      return target !== room && !stdlib && !allowed.includes(target);
    });
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('leave no room without a row', () => {
    const rooms = [...new Set(files.filter((file) => file !== 'src/main.tsx').map(roomOf))];
    expect(rooms.filter((room) => !Object.hasOwn(ALLOWED, room))).toEqual([]);
  });

  it('reach a mode from main alone', () => {
    const strays = imports.filter(
      ({ from, to }) => to.startsWith('src/modes/') && !/^src\/(main\.tsx|modes\/)/.test(from),
    );
    expect(strays).toEqual([]);
  });

  it('leave what a mode may do to its row: nothing but the modes themselves and their table names one', () => {
    const others = MODES.filter((mode) => mode !== 'explore').join('|');
    const named = new RegExp(`'(${others})'`);
    const strays = files.filter(
      (file) =>
        !/^src\/(modes|i18n)\/|modePolicy\.ts$/.test(file) &&
        named.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  it('keep the mechanics out of the page’s own thread', () => {
    const heavy = ['src/core/simulation/run.ts'];
    const strays = imports.filter(
      ({ from, to, typeOnly }) =>
        heavy.includes(to) && !typeOnly && /^src\/(scene|panels|modes|main)/.test(from),
    );
    expect(strays).toEqual([]);
  });
});

/** Files that must not be part of a ring of imports. */
const RINGLESS = /^src\//;

/** Files that reach each other by imports, type imports too: the strongly connected components of more than one (Tarjan 1972). */
function findRings(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (path.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const ring = path.splice(path.indexOf(file));
    if (ring.length > 1 || edges.get(file)?.includes(file)) rings.push(ring);
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return rings;
}

/** The imports that hold a ring together, a line each. */
const tellRing = (ring: readonly string[]): string =>
  imports
    .filter(({ from, to }) => ring.includes(from) && ring.includes(to))
    .map(({ from, to }) => `${from} → ${to}`)
    .join('\n');

describe('rings of imports', () => {
  const edges = new Map(
    files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
  );

  it('are found where there are some', () => {
    const made = { a: ['b'], b: ['c', 'e'], c: ['a', 'd'], d: ['d'], e: [] };
    const rings = findRings(new Map(Object.entries(made))).map((ring) => ring.sort().join(''));
    expect(rings.sort()).toEqual(['abc', 'd']);
  });

  it('are nowhere, type imports included', () => {
    const rings = findRings(edges).filter((ring) => ring.some((file) => RINGLESS.test(file)));
    expect(rings.map(tellRing)).toEqual([]);
  });

  it('hold no two modes together: no mode imports another', () => {
    const modeOf = (path: string) =>
      MODES.find((mode) => new RegExp(`^src/modes/${mode}(/|\\.tsx?$)`).test(path));
    const strays = imports.filter(({ from, to }) => {
      const [own, other] = [modeOf(from), modeOf(to)];
      return own && other && own !== other;
    });
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

describe('the core', () => {
  // engines differ in these: a softening section amplifies the last bit
  const banned =
    /\bMath\.(random|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot)\b|\*\*|\bDate\b|\bperformance\.now\b|\bsetTimeout\b|\b(window|document)\./;

  it.each(files.filter((file) => file.startsWith('src/core/')))(
    '%s has no chance, no clock and no engine’s own curves',
    (file) => {
      const code = readFileSync(join(ROOT, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/'[^'\n]*'|`[^`]*`/g, "''");
      const lines = code.split('\n').filter((line) => banned.test(line));
      expect(lines).toEqual([]);
    },
  );
});
