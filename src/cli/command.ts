import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly default?: string;
  /** Placeholder of the value in the usage. */
  readonly value?: string;
  readonly about: string;
}

/** Command of `npm run`, with its options and its help. */
export interface Command<O extends Readonly<Record<string, Option>>> {
  /** Name for `npm run`. */
  readonly name: string;
  readonly about: string;
  /** Operands beside options, such as `FILE.json`. */
  readonly operands?: string;
  readonly options: O;
  /** Arguments after `--` in an example. */
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

/** Ends with one sentence per problem on standard error, exit 2. */
export function refuse(...problems: readonly string[]): never {
  try {
    writeSync(2, `${problems.join('\n')}\n`);
  } catch {
    // nobody reads it
  }
  process.exit(2);
}

/** Ends the command silently when its reader has seen enough (`| head -1`). */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
}

const describe = (name: string, { value }: Option): string =>
  `--${name}${value === undefined ? '' : ` ${value}`}`;

/** Usage: how it is called, its options in a line each, and an example. */
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

/** Sentence about a wrong call. */
function sayWrongCall(error: NodeJS.ErrnoException, name: string): string {
  const [, option] = /'(?:-\w, )?(--?[^\s'=]*)/.exec(error.message) ?? [];
  const help = `npm run -s ${name} -- --help tells what there is.`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}; ${help}`;
  return /does not take an argument/.test(error.message)
    ? `${option} takes no value; ${help}`
    : `${option} needs a value (one that begins with a dash as ${option}=-1); ${help}`;
}

/** Reads a call's arguments; handles `--help` and refuses unknown options. */
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

/** Number of an option; refuses one outside the range. */
export function readNumber(name: string, text: string, min: number, max: number, whole = true): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value)))
    refuse(
      `--${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not ${text || 'empty'}.`,
    );
  return value;
}

/** Path relative to the caller's folder: npm changes into the package first, and passes on the former one. */
export const findPath = (path: string): string =>
  resolve((process.cwd() === PACKAGE && process.env.INIT_CWD) || process.cwd(), path);
