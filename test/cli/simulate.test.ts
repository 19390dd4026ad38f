import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOUR_ACTS, run, STAND, scenario, WOMAN } from '../core/support.ts';
import { type Answer, COMMANDS, call, ROOT, TSX } from '../repro/commandLine.ts';

// The command itself, in a process of its own: compared with the README's contract (exit codes, streams, one line a problem) and
// against the simulator called in process.

const simulate = (args: readonly string[], input = '') =>
  call(TSX, [join(ROOT, COMMANDS.simulate), ...args], { input });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'columna-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const patient = { ...WOMAN, tScore: -3.5 };
const text = (events: readonly unknown[]) => JSON.stringify({ version: 1, patient, events });

describe('simulate', () => {
  it('prints the results of a file, and the same from standard input', async () => {
    const [fromFile, fromInput] = await Promise.all([
      simulate([write('good.json', text(FOUR_ACTS))]),
      simulate(['-'], text(FOUR_ACTS)),
    ]);
    expect(fromFile.err).toBe('');
    expect(fromFile.code).toBe(0);
    expect(fromInput).toEqual(fromFile);
    expect(JSON.parse(fromFile.out)).toEqual(
      JSON.parse(JSON.stringify(run(scenario(-3.5, FOUR_ACTS)).results)),
    );
  });

  it('prints what the README promises', async () => {
    const { out } = await simulate(['-'], text([STAND]));
    const results = JSON.parse(out);
    expect(Object.keys(results)).toEqual(['version', 'modelVersion', 'events', 'findings']);
    expect(results.events[0]).toMatchObject({ index: 0, type: 'activity', name: 'stand', feasible: true });
    expect(results.events[0].levels).toHaveLength(17);
    expect(Object.keys(results.events[0].levels[0]).sort()).toEqual([
      'centralStrengthN',
      'flexionMomentAtPeakNm',
      'level',
      'loadOverStrength',
      'peakCompressionN',
      'shearAtPeakN',
      'strengthN',
    ]);
    expect(Object.keys(results.events[0].discPressureMPa)).toHaveLength(17);
    expect(results.findings).toMatchObject({
      kyphosisDeg: expect.any(Number),
      lordosisDeg: expect.any(Number),
      heightLossMm: expect.any(Number),
      fractureCount: 0,
    });
    expect(results.findings.levels).toHaveLength(17);
  });

  it('runs acts of all kinds, and says of one that cannot be done why', async () => {
    const events = [
      { type: 'activity', name: 'twist', twistDeg: -20 },
      { type: 'activity', name: 'sit-down-hard', speedMPerS: 0.8 },
      { type: 'activity', name: 'lift', loadKg: 50, reachCm: 60 },
    ];
    const { code, out, err } = await simulate(['-'], text(events).replace('-3.5', '0'));
    expect([code, err]).toEqual([0, '']);
    const results = JSON.parse(out);
    // the terminal says the reason besides, in a sentence
    const computed = JSON.parse(JSON.stringify(run(scenario(0, events)).results));
    computed.events[2].reason = results.events[2].reason;
    expect(results).toEqual(computed);
    expect(results.events.map((event: { feasible: boolean }) => event.feasible)).toEqual([true, true, false]);
    expect(results.events[2].reason).toMatch(/^The [^.]*\.$/);
    expect(results.events[0]).not.toHaveProperty('reason');
  });

  const bad: readonly (readonly [string, string, number | null, RegExp])[] = [
    ['fields that are missing', '{"version":1,"events":[]}', 1, /^patient .*missing/],
    ['a T-score in words', text([]).replace('-3.5', '"low"'), 1, /tScore/],
    ['NaN', text([]).replace('-3.5', 'NaN'), 1, /JSON/],
    ['5 MB of nonsense', 'nonsense '.repeat(600_000), 1, /too long/],
    [
      'three faults',
      text([{ type: 'cement', level: 'X1' }])
        .replace('-3.5', '-35')
        .replace('60,', '600,'),
      3,
      /level/,
    ],
    ['101 events', text(Array(101).fill(STAND)), 1, /100/],
    ['a load of a million kilograms', text([{ type: 'activity', name: 'lift', loadKg: 1e6 }]), 1, /loadKg/],
    [
      'a turn all round',
      text([{ type: 'activity', name: 'twist', twistDeg: 360 }]),
      1,
      /twistDeg.*-45 to 45/,
    ],
    ['lines in a value', text([]).replace('female', 'a\\nb\\nc'), 1, /sex/],
  ];
  it('refuses what is wrong: exit 2, one line a problem, nothing on standard output', async () => {
    const answers: Answer[] = [];
    // two at a time: as many as there are processors here
    for (let n = 0; n < bad.length; n += 2)
      answers.push(
        ...(await Promise.all(
          bad.slice(n, n + 2).map(([, input], i) => simulate([write(`bad${n + i}.json`, input)])),
        )),
      );
    bad.forEach(([name, , problems, fragment], n) => {
      const { code, out, err } = answers[n]!;
      expect(code, name).toBe(2);
      expect(out, name).toBe('');
      const lines = err.trimEnd().split('\n');
      expect(lines.length, `${name}: ${err}`).toBe(problems);
      expect(err, name).toMatch(fragment);
      for (const line of lines) expect(line, name).toMatch(/\.$/);
    });
  });

  it('says how it is called, and which file it cannot read', async () => {
    const [nothing, many, missing, directory] = await Promise.all([
      simulate([]),
      simulate(['a', 'b']),
      simulate([join(folder, 'none.json')]),
      simulate([folder]),
    ]);
    for (const answer of [nothing, many, missing, directory]) {
      expect(answer.code).toBe(2);
      expect(answer.out).toBe('');
      expect(answer.err).toMatch(/^[^\n]+\.\n$/);
    }
    expect(nothing.err).toContain('Usage');
    expect(missing.err).toContain('none.json');
  });
});
