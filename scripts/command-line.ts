import { parseArgs } from 'node:util';
import { frenchTypography } from '../src/french/typography.ts';
import { type CommandHelp, commandHelps, type OptionHelp } from '../src/text/command-helps.ts';
import { commandTexts } from '../src/text/command-texts.ts';

type CommandName = keyof typeof commandHelps;
type OptionName<Name extends CommandName> = (typeof commandHelps)[Name] extends { readonly options: infer Options }
  ? keyof Options & string
  : never;

/** What was asked of a command: the options of its table alone. */
export interface CommandLine<Option extends string = string> {
  /** What follows an option; undefined where it is not there. */
  value(option: Option): string | undefined;
  /** The same as a number, which was checked. */
  number(option: Option, otherwise: number): number;
  has(option: Option): boolean;
  /** What stands beside the options, in order. */
  readonly rest: readonly string[];
}

const WRONG = 2;
const { line: texts } = commandTexts;

/** Reads the command line by the command's table: `--help` prints it and ends; what is not in it is named, and ends with 2. */
export function readCommandLine<Name extends CommandName>(name: Name): CommandLine<OptionName<Name>> {
  const read = parseCommandLine(name, process.argv.slice(2));
  if ('line' in read) return read.line;
  if ('help' in read) process.stdout.write(read.help);
  else process.stderr.write(`${frenchTypography(read.wrong)}\n`);
  process.exit('help' in read ? 0 : WRONG);
}

export function parseCommandLine(
  name: CommandName,
  args: readonly string[],
): { readonly line: CommandLine } | { readonly help: string } | { readonly wrong: string } {
  const command: CommandHelp = commandHelps[name];
  const options = new Map(Object.entries(command.options ?? {}));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...options].map(
        ([option, { value }]) => [option, { type: value === undefined ? 'boolean' : 'string' }] as const,
      ),
    ),
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const rest = new Map<number, string>();
  for (const token of tokens) {
    const written = args[token.index] ?? '';
    if (token.kind === 'option-terminator') continue;
    // «-10 % sur…» is a text, and «-RÔLE» a word of a command: an option has two dashes, but for the one that everybody tries.
    if (written === '-h' || (token.kind === 'option' && token.rawName === '--help')) return { help: sayHelp(name) };
    if (token.kind === 'positional' || !token.rawName.startsWith('--')) {
      if (command.rest === undefined) return { wrong: texts.unexpected(written) };
      rest.set(token.index, written);
      continue;
    }
    const option = options.get(token.name);
    if (option === undefined) return { wrong: texts.unknown(token.rawName) };
    const wrong = faultOf(token.rawName, option, token.value);
    if (wrong !== undefined) return { wrong };
    values.set(token.name, token.value ?? '');
  }
  return { line: lineOf(values, [...rest.values()]) };
}

function faultOf(written: string, { value, takes }: OptionHelp, given: string | undefined): string | undefined {
  if (value === undefined) return given === undefined ? undefined : texts.noValue(written);
  if (given === undefined || given.startsWith('--')) return texts.missing(written, value);
  if (takes === 'number') return /^[1-9]\d{0,8}$/.test(given) ? undefined : texts.notNumber(written, given);
  return takes === undefined || takes.includes(given) ? undefined : texts.notOneOf(written, given, value);
}

function lineOf(values: ReadonlyMap<string, string>, rest: readonly string[]): CommandLine {
  return {
    value: (option) => values.get(option),
    number: (option, otherwise) => Number(values.get(option) ?? otherwise),
    has: (option) => values.has(option),
    rest,
  };
}

/** The table of a command, in French, as `--help` prints it. */
function sayHelp(name: CommandName): string {
  const { about, rest, options = {} }: CommandHelp = commandHelps[name];
  const rows = [
    ...(rest === undefined ? [] : [rest]),
    ...Object.entries(options).map(([option, { value, about: told }]) => [nameOf(option, value), told] as const),
    ['--help', texts.help] as const,
  ];
  const width = Math.max(...rows.map(([written]) => written.length));
  const run = name === 'start' ? 'npm start' : `npm run ${name}`;
  const usage = [`${run} --`, ...(rest === undefined ? [] : [rest[0]]), '[options]'].join(' ');
  const lines = [
    about,
    '',
    texts.usage(usage),
    '',
    ...rows.map(([written, told]) => `  ${written.padEnd(width)}  ${told}`),
  ];
  return `${lines.map(frenchTypography).join('\n')}\n`;
}

function nameOf(option: string, value: string | undefined): string {
  return value === undefined ? `--${option}` : `--${option} ${value}`;
}
