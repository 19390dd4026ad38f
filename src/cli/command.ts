import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly default?: string;
  /** What stands for the value in the usage. */
  readonly value?: string;
  readonly about: string;
}

/** A command of `npm run`: what it takes, and what it tells of itself. */
export interface Command<O extends Readonly<Record<string, Option>>> {
  /** As `npm run` knows it. */
  readonly name: string;
  readonly about: string;
  /** What it takes beside options, `FILE.json` say. */
  readonly operands?: string;
  readonly options: O;
  /** What stands behind `--` in an example. */
  readonly example: string;
}

type Value<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O extends { readonly default: string }
    ? string
    : string | undefined;

interface Call<O extends Readonly<Record<string, Option>>> {
  readonly values: { readonly [K in keyof O]: Value<O[K]> };
  readonly operands: readonly string[];
}

const PACKAGE = resolve(import.meta.dirname, '../..');

/** Ends with one sentence a problem on standard error, exit 2. */
export function refuse(...problems: readonly string[]): never {
  try {
    writeSync(2, `${problems.join('\n')}\n`);
  } catch {
    // nobody reads it
  }
  process.exit(2);
}

/** A reader that has seen enough (`| head -1`) ends the command, without a word. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
}

const describe = (name: string, { value }: Option): string =>
  `--${name}${value === undefined ? '' : ` ${value}`}`;

/** How it is called, its options a line each, and an example. */
export function writeUsage<O extends Readonly<Record<string, Option>>>(command: Command<O>): string {
  const { name, about, operands, options, example } = command;
  const rows = [
    ...Object.entries(options).map(([option, facts]) => [
      describe(option, facts),
      `${facts.about}${facts.default === undefined ? '' : ` (${facts.default})`}`,
    ]),
    ['--help', 'this text'],
  ];
  const width = Math.max(...rows.map(([left]) => left!.length)) + 2;
  return [
    `Usage: npm run -s ${name} -- ${operands ? `${operands} ` : ''}[options]`,
    about,
    '',
    'Options:',
    ...rows.map(([left, right]) => `  ${left!.padEnd(width)}${right}`),
    '',
    `Example: npm run -s ${name}${example ? ` -- ${example}` : ''}`,
    '',
  ].join('\n');
}

/** What is wrong with the words of a call, in a sentence. */
function sayWrongCall(error: NodeJS.ErrnoException, name: string): string {
  const [, option] = /'(?:-\w, )?(--?[^\s'=]*)/.exec(error.message) ?? [];
  const help = `npm run -s ${name} -- --help tells what there is.`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}; ${help}`;
  return /does not take an argument/.test(error.message)
    ? `${option} takes no value; ${help}`
    : `${option} needs a value (one that begins with a dash as ${option}=-1); ${help}`;
}

/** Reads how the command was called; answers `--help` and what there is no option for itself. */
export function readCommand<const O extends Readonly<Record<string, Option>>>(command: Command<O>): Call<O> {
  endWithReader();
  const args = process.argv.slice(2);
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  if (own.includes('--help') || own.includes('-h')) {
    process.stdout.write(writeUsage(command));
    process.exit(0);
  }
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, facts]) => [
      name,
      { type: facts.type, ...(facts.default !== undefined && { default: facts.default }) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (!command.operands && positionals.length > 0)
      refuse(
        `${command.name} takes options alone, not ${positionals[0]}; npm run -s ${command.name} -- --help tells which.`,
      );
    const flags = Object.keys(options).filter((name) => options[name]!.type === 'boolean');
    const all = { ...Object.fromEntries(flags.map((name) => [name, false])), ...values };
    return { values: all as Call<O>['values'], operands: positionals };
  } catch (error) {
    return refuse(sayWrongCall(error as NodeJS.ErrnoException, command.name));
  }
}

/** A number out of an option; refused where it is another. */
export function readNumber(name: string, text: string, min: number, max: number, whole = true): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value)))
    refuse(
      `--${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not ${text || 'empty'}.`,
    );
  return value;
}

/** Where a path of the caller's leads: npm goes into the package first, and says where it was called. */
export const findPath = (path: string): string =>
  resolve((process.cwd() === PACKAGE && process.env.INIT_CWD) || process.cwd(), path);
