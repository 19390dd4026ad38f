import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, call, ROOT, TSX } from './commandLine.ts';

// Reported of comparable tools: PowerShell's files are no JSON, a relative file is looked for in the package, --help is a missing
// file, and a pipe that closes early gives a stack trace.

const SCENARIO = JSON.stringify({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 },
  events: [],
});
const SIMULATE = join(ROOT, COMMANDS.simulate);

let folder: string;
let expected: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'columna-'));
  writeFileSync(join(folder, 'here.json'), SCENARIO);
  expected = (await call(TSX, [SIMULATE, '-'], { input: SCENARIO })).out;
  expect(JSON.parse(expected)).toMatchObject({ version: 1 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
const ENCODED = {
  'with a byte order mark': Buffer.from(`\uFEFF${SCENARIO}`),
  'with the ends of lines of Windows': Buffer.from(
    `${JSON.stringify(JSON.parse(SCENARIO), null, 2)}\n`.replaceAll('\n', '\r\n'),
  ),
  'UTF-16, low byte first': Buffer.from(`\uFEFF${SCENARIO}\r\n`, 'utf16le'),
  'UTF-16, high byte first': swap(Buffer.from(`\uFEFF${SCENARIO}`, 'utf16le')),
  'UTF-16, low byte first, without a mark': Buffer.from(SCENARIO, 'utf16le'),
  'UTF-16, high byte first, without a mark': swap(Buffer.from(SCENARIO, 'utf16le')),
};

describe('simulate', () => {
  // file and standard input have one reader: each by turns
  it.each(
    Object.entries(ENCODED).map(
      ([name, bytes], n) => [name, n % 2 ? 'a file' : 'standard input', bytes] as const,
    ),
  )('reads a scenario %s from %s', async (_, from, bytes) => {
    const file = join(folder, 'encoded.json');
    writeFileSync(file, bytes);
    const answer = await (from === 'a file'
      ? call(TSX, [SIMULATE, file])
      : call(TSX, [SIMULATE, '-'], { input: bytes }));
    expect(answer).toEqual({ code: 0, out: expected, err: '' });
  });

  it('looks for a file where one stands, through npm and without it', async () => {
    const answers = await Promise.all([
      call('npm', ['--prefix', ROOT, 'run', '-s', 'simulate', '--', 'here.json'], { cwd: folder }),
      call(TSX, [SIMULATE, './here.json'], { env: { INIT_CWD: folder } }),
      // called in another folder after all
      call(TSX, [SIMULATE, 'here.json'], { cwd: folder, env: { INIT_CWD: tmpdir() } }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ code: 0, out: expected, err: '' });
    const elsewhere = await call(TSX, [SIMULATE, 'package.json'], { env: { INIT_CWD: folder } });
    expect(elsewhere).toEqual({ code: 2, out: '', err: 'package.json cannot be read.\n' });
  });

  it.each(['', '2>&1'])('ends without a word where nobody reads on %s', async (also) => {
    for (const input of [SCENARIO, 'nonsense']) {
      const line = `set -o pipefail; "${TSX}" "${SIMULATE}" - ${also} | true`;
      const { code, err } = await call('bash', ['-c', line], { input });
      if (input === SCENARIO) expect([code, err]).toEqual([0, '']);
      else expect(err).not.toMatch(/\bat |EPIPE/);
    }
  });
});

it('meshes writes its folder where one stands', async () => {
  const { code } = await call(TSX, [join(ROOT, COMMANDS.meshes), '--obj', 'bones', 'L3'], {
    env: { INIT_CWD: folder },
  });
  expect(code).toBe(0);
  const { out } = await call('ls', [join(folder, 'bones')]);
  expect(out).toBe('L3.obj\n');
});

describe.each(Object.entries(COMMANDS))('%s', (name, file) => {
  it('tells how it is called, and what there is no option for', async () => {
    const [help, unknown, extra] = await Promise.all([
      call(TSX, [file, name === 'simulate' ? '-h' : '--help']),
      call(TSX, [file, '--no-such-thing']),
      call(TSX, [file, 'no-such-thing']),
    ]);
    expect(help.code, help.err).toBe(0);
    expect(help.err).toBe('');
    expect(help.out).toMatch(new RegExp(`^Usage: npm run -s ${name}\\b`));
    expect(help.out).toMatch(/\nOptions:\n(?: {2}--\S.* {2}\S.*\n)+\nExample: npm run -s /);
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toMatch(/^[^\n]*--no-such-thing\b[^\n]*\.\n$/);
    expect([extra.code, extra.out]).toEqual([2, '']);
    expect(extra.err).toMatch(/^[^\n]*no-such-thing[^\n]*\.\n$/);
  });
});
