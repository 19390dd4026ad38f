import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TSX = join(ROOT, 'node_modules/.bin/tsx');
const CLI = join(ROOT, 'src/cli/cohort.ts');

const run = (...options: string[]): string =>
  execFileSync(TSX, [CLI, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const PEOPLE = ['--people', '3', '--years', '0.2', '--seed', '5'];

it('npm run cohort gives the same answer in parts as at once, with a treatment too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-'));
  const parts = [1, 2].map((part) => join(folder, `${part}.jsonl`));
  const asked = [...PEOPLE, '--treatment', 'denosumab'];
  parts.forEach((file, n) => {
    run(...asked, '--shard', `${n + 1}/2`, '--out', file);
  });
  const merged = run('--merge', ...[...parts].reverse(), '--json');
  expect(merged).toBe(run(...asked, '--json'));
  const trial = JSON.parse(merged);
  expect(trial).toMatchObject({ treatment: 'denosumab', people: 3 });
  expect(trial.expectedRatio.value).toBeLessThan(1);
  for (const [files, sentence] of [
    [[parts[0]!], /of the 3 people are in none of these files/],
    [[parts[0]!, parts[0]!], /people that another file has too/],
  ] as const) {
    const { status, stderr } = spawnSync(TSX, [CLI, '--merge', ...files], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  }
  rmSync(folder, { recursive: true });
});
