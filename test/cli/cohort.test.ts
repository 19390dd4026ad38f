import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TSX = join(ROOT, 'node_modules/.bin/tsx');
const CLI = join(ROOT, 'src/cli/cohort.ts');

const run = (...options: string[]): string =>
  execFileSync(TSX, [CLI, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const PEOPLE = ['--people', '3', '--years', '0.2', '--seed', '5'];

describe('npm run cohort', () => {
  it('gives the same answer on one core and on two', () => {
    const one = run(...PEOPLE, '--workers', '1', '--json');
    expect(run(...PEOPLE, '--workers', '2', '--json')).toBe(one);
    const tally = JSON.parse(one);
    expect(tally).toMatchObject({ people: 3, years: 0.2, seed: 5 });
    expect(tally.personYears).toBeCloseTo(0.6, 9);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(tally.byLevel)).toBe(tally.fractures);
    expect(sum(tally.byShape)).toBe(tally.fractures);
    expect(sum(tally.byAct)).toBe(tally.fractures);
    for (const groups of [tally.byPriorFractures, tally.byTScore])
      expect(groups.reduce((total: number, group: { fractures: number }) => total + group.fractures, 0)).toBe(
        tally.fractures,
      );
  });

  it('prints tables for people', () => {
    const text = run('--people', '1', '--years', '0');
    expect(text).toMatch(/^1 people, 0\.0 person-years, 0 fractures/);
    for (const word of ['T12', 'wedge', 'prior fractures', 'T-score']) expect(text).toContain(word);
  });

  it.each([
    [['--people', 'many'], /--people must be a whole number from 1 to/],
    [['--years', '-1'], /--years/],
    [['--seed', '1.5'], /--seed must be a whole number/],
    [['--sex', 'other'], /--sex must be female or male/],
    [['--from-age', '80', '--to-age', '70'], /--to-age must be a number from 80 to 100/],
    [['--workers', '0'], /--workers/],
    [['--treatment', 'prayer'], /--treatment must be none or one of alendronate/],
    [['--shard', '3/2', '--out', 'x'], /--shard must be like/],
    [['--shard', '1/2'], /--shard needs --out/],
    [['--merge'], /--merge needs the files/],
    [['--nonsense'], /nonsense/],
  ])('refuses %j in a sentence', (options, sentence) => {
    const { status, stdout, stderr } = spawnSync(TSX, [CLI, ...options], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
  });
});
