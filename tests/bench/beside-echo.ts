import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One program that is put under the load. */
export interface App {
  readonly name: 'echo' | 'assistant';
  readonly script: string;
  readonly flags: readonly string[];
}

/** The bare echo of a platform, then the assistant with the flags of `npm start`. */
export function appsBeside(echo: string): readonly App[] {
  return [
    { name: 'echo', script: echo, flags: [] },
    { name: 'assistant', script: 'scripts/start.ts', flags: ['--max-semi-space-size=64'] },
  ];
}

/**
 * A folder of data in which all that a first start makes is made: no part of what an answer costs. @throws when it cannot be made
 */
export function makeReady(data: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts'], {
    env: { ...process.env, TRUCHEMENT_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`ingest ended with ${status}`);
}

export function goldenQuestions(): readonly string[] {
  return readFileSync('tests/golden/own.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => String((JSON.parse(line) as { readonly text: unknown }).text));
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

interface Row {
  readonly name: string;
  /** Milliseconds of processor. */
  readonly cpuPerAnswer: number;
}

/** A column for each program and, where both ran, how many times the echo's processor the assistant takes. */
export function printBeside<T extends Row>(
  rows: readonly T[],
  lines: readonly (readonly [string, (row: T) => string])[],
): void {
  const print = (label: string, cells: readonly string[]) =>
    process.stdout.write(`${label.padEnd(18)}${cells.map((cell) => cell.padStart(24)).join('')}\n`);
  print(
    '',
    rows.map(({ name }) => name),
  );
  for (const [label, tell] of lines) print(label, rows.map(tell));
  const [echo, assistant] = rows;
  if (echo !== undefined && assistant !== undefined)
    print('CPU, times echo', [(assistant.cpuPerAnswer / echo.cpuPerAnswer).toFixed(2)]);
}
