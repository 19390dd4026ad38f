import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The example of the README, as a reader would copy it. */
const EXAMPLE = /### The mechanics as a package\n.*?```js\n(.*?)```/s.exec(
  readFileSync(join(ROOT, 'README.md'), 'utf8'),
)![1]!;

let work: string;
let packed: string;
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8' });

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'columna-core-'));
  const built = join(work, 'built');
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/build/package/core.ts', built], ROOT);
  const [facts] = JSON.parse(run('npm', ['pack', built, '--json', '--pack-destination', work], work));
  packed = join(work, facts.filename);
  writeFileSync(join(work, 'package.json'), '{ "private": true, "type": "module" }');
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(work, 'empty'), packed],
    work,
  );
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

it('installs without a network, alone', () => {
  expect(readdirSync(join(work, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'columna-core',
  ]);
  const facts = JSON.parse(readFileSync(join(work, 'node_modules/columna-core/package.json'), 'utf8'));
  expect(facts.dependencies).toBeUndefined();
  expect(facts.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
});

it('runs the example of the README, with the bits of this program', () => {
  writeFileSync(join(work, 'example.js'), EXAMPLE);
  expect(run(process.execPath, ['example.js'], work)).toMatch(/^T12 lost \d+\.\d % of its height in front/);

  const scenario = {
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 },
    events: [{ type: 'activity', name: 'lift', loadKg: 10, technique: 'stoop', reachCm: 35 }],
  };
  writeFileSync(
    join(work, 'bits.js'),
    `import { checkScenario, finish, runScenario } from 'columna-core';
    const { scenario } = checkScenario(${JSON.stringify(scenario)});
    process.stdout.write(JSON.stringify(finish(runScenario(scenario)).results));`,
  );
  const reading = checkScenario(scenario);
  if (!reading.ok) throw new Error('The scenario is refused.');
  const { results } = finish(runScenario(reading.scenario));
  expect(run(process.execPath, ['bits.js'], work)).toBe(JSON.stringify(results));
});

it('has types that hold in a strict project, without the DOM and with nothing skipped', () => {
  writeFileSync(
    join(work, 'typed.ts'),
    `${EXAMPLE.replace(/console\.log\((.*)\)/, 'said.push($1)').replace('const reading', 'const said: string[] = [];\nconst reading')}
    export const count: number = results.findings.fractureCount;
    // @ts-expect-error a level is no number
    export const level: number = results.findings.levels[0]!.level;
    // @ts-expect-error there is no such patient
    runScenario({ version: 1, patient: { ageYears: 'old' }, events: [] });
    `,
  );
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022'];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  expect(run(process.execPath, [tsc, ...options, '--types', '', 'typed.ts'], work)).toBe('');
});

it('carries no DOM, and every licence of what is in it', () => {
  const folder = join(work, 'node_modules/columna-core');
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).not.toMatch(/\b(document|window)\.\w/);
  const licences = readFileSync(join(folder, 'licences.md'), 'utf8');
  for (const name of ['cannon-es', 'valibot', '@stdlib/math-base-special-pow'])
    expect(licences).toContain(`${name} `);
});

it('gives the web component types that hold too', () => {
  const out = join(work, 'node_modules/columna-spine');
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/build/package/element.ts', out], ROOT);
  writeFileSync(
    join(work, 'element.ts'),
    `import type { ColumnaSpine } from 'columna-spine';
    const spine: ColumnaSpine = document.querySelector('columna-spine')!;
    spine.addEventListener('state', ({ detail }) => detail.fractureCount.toFixed());
    spine.addEventListener('lesson', ({ detail }) => detail.answered?.timeS.toFixed());
    spine.addEventListener('click', () => {});
    const answer = await spine.read();
    export const said: string = answer.ok ? answer.results!.findings.levels[0]!.level : answer.problems.join();
    spine.scenario = { version: 1 };
    // @ts-expect-error there is no such method
    spine.fly();
    `,
  );
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const libraries = ['--lib', 'es2022,dom', '--types', '', 'element.ts'];
  expect(run(process.execPath, [tsc, ...options, ...libraries], work)).toBe('');
});
