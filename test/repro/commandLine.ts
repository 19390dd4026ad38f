import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const TSX = join(ROOT, 'node_modules/.bin/tsx');

/** What `npm run` calls, by the names of the README. */
export const COMMANDS = {
  simulate: 'src/cli/simulate.ts',
  elements: 'src/cli/elements.ts',
  cohort: 'src/cli/cohort.ts',
  overloads: 'src/cli/overloads.ts',
  meshes: 'src/meshing/main.ts',
  shape: 'src/meshing/shape.ts',
  validate: 'test/published/report/main.ts',
  bench: 'test/bench/main.ts',
  gallery: 'test/gallery/main.ts',
  shell: 'test/gallery/writeShell.ts',
  fuzz: 'test/fuzz/main.ts',
  soak: 'test/soak/main.ts',
  monkey: 'test/monkey/main.ts',
} as const;

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Call {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Calls a program and waits for its end. */
export function call(
  program: string,
  args: readonly string[],
  { input = '', cwd = ROOT, env = {} }: Call = {},
) {
  return new Promise<Answer>((done, fail) => {
    const { INIT_CWD: _, ...inherited } = process.env;
    const child = spawn(program, args, { cwd, env: { ...inherited, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
    // a program that has seen enough may close its end
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
