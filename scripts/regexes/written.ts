import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokensOf } from './tokens.ts';
import type { Placed } from './verdicts.ts';

/** A place that builds patterns when it runs: the lines of its `new RegExp(…)`. */
export interface Site {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly patterns: readonly Placed[];
  readonly sites: readonly Site[];
}

/** Every pattern written out in these files, and every place that builds one. */
export function writtenPatterns(files: readonly string[]): Found {
  const found = files.map((file) => patternsIn(file, readFileSync(file, 'utf8')));
  return { patterns: found.flatMap(({ patterns }) => patterns), sites: found.flatMap(({ sites }) => sites) };
}

function patternsIn(file: string, text: string): Found {
  const patterns: Placed[] = [];
  const sites: Site[] = [];
  /** Of each round bracket that is open, the line of the `RegExp` that it follows. */
  const open: (number | undefined)[] = [];
  let [line, ends] = [1, text.indexOf('\n')];
  let called: number | undefined;
  let dotted = false;
  for (const { kind, at, text: said } of tokensOf(text)) {
    for (; ends !== -1 && ends < at; ends = text.indexOf('\n', ends + 1)) line += 1;
    if (kind === 'pattern') {
      const end = said.lastIndexOf('/');
      patterns.push({ source: said.slice(1, end), flags: said.slice(end + 1), file, line });
    } else if (said === '(') open.push(called);
    else if (said === ')') {
      const start = open.pop();
      if (start !== undefined) sites.push({ file, from: start, to: line });
    }
    called = kind === 'word' && said === 'RegExp' && !dotted ? line : undefined;
    dotted = said === '.';
  }
  return { patterns, sites };
}

/** Scripts that only read our own questions, texts and files, to measure the product. */
const MEASURING = /^scripts\/(?:regexes|evaluate|golden|fit|rewording-sets|train-)/;

export function productFiles(): readonly string[] {
  return ['src', 'adapters', 'scripts']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name).replaceAll('\\', '/'),
      ),
    )
    .filter((name) => /\.[jt]s$/.test(name) && !MEASURING.test(name))
    .sort();
}
