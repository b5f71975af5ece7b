// chrono-node was tried and left out: it always resolves to a full day (so it guesses the year of «en mars» and the day of
// «fin 2027»), does not know «la rentrée», «avant Noël», «T2 2027» or «semaine 12», and costs about 1 ms a line.

import type { Token } from '../tokens.ts';
import { type Core, readDayMonth, readMonth, readNumericDate, readWeekday, skipArticles } from './calendar-days.ts';
import { readIn, readNamedPeriod, readOrdinalPeriod, readPart, readYears } from './periods.ts';
import { NOT_COUNTED } from './units.ts';

type Edge = 'on' | 'before' | 'after' | 'start' | 'end';

interface ReadDate {
  readonly iso: string | undefined;
  readonly head: string;
  readonly edge: Edge;
  /** Index of the first token, which may stand after the index asked when an article is left out. */
  readonly from: number;
  readonly next: number;
}

/** Longest prefixes first: each says on which side of the day the thing stands. */
const PREFIXES: readonly (readonly [words: readonly string[], edge: Edge])[] = [
  [['au', 'plus', 'tard', 'avant'], 'before'],
  [['au', 'plus', 'tard'], 'before'],
  [['au', 'plus', 'tot'], 'after'],
  [['a', 'partir', 'd', "'"], 'after'],
  [['a', 'partir', 'de'], 'after'],
  [['a', 'partir', 'du'], 'after'],
  [['a', 'compter', 'de'], 'after'],
  [['a', 'compter', 'du'], 'after'],
  [['d', "'", 'ici', 'a'], 'before'],
  [['d', "'", 'ici'], 'before'],
  [['dici'], 'before'],
  [['jusqu', "'", 'en'], 'before'],
  [['jusqu', "'", 'au'], 'before'],
  [['jusqu', "'", 'a'], 'before'],
  [['jusqu', 'au'], 'before'],
  [['jusqu', 'a'], 'before'],
  [['avant'], 'before'],
  [['apres'], 'after'],
  [['depuis'], 'after'],
  [['des'], 'after'],
  [['pour'], 'on'],
  [['pr'], 'on'],
  [['courant'], 'on'],
  [['vers'], 'on'],
];

/** A date said at token `at`, with its preposition when it has one; `inDate` tells that a bare year is wanted there. */
export function readDate(tokens: readonly Token[], at: number): ReadDate | undefined {
  const prefix = readPrefix(tokens, at);
  if (prefix !== undefined) {
    const from = skipArticles(tokens, prefix.next);
    const core = readCore(tokens, from, true, from > prefix.next);
    if (core !== undefined)
      return {
        iso: core.iso,
        head: core.head,
        edge: prefix.edge === 'on' ? (core.part ?? 'on') : prefix.edge,
        from: at,
        next: core.next,
      };
    const day = prefix.next < from ? readBareDay(tokens, from) : undefined;
    if (day !== undefined) return { iso: undefined, head: day.head, edge: prefix.edge, from: at, next: day.next };
  }
  const before = tokens[at - 1]?.text ?? '';
  const core = readCore(
    tokens,
    at,
    YEAR_AFTER.has(before),
    ARTICLES.has(before) || (before === "'" && /^[ld]$/.test(tokens[at - 2]?.text ?? '')),
  );
  return core === undefined
    ? undefined
    : { iso: core.iso, head: core.head, edge: core.part ?? 'on', from: at, next: core.next };
}

/** «avant le 15», «pour le 3»: a day of a month left unsaid. Not «pour les 12 agents». */
function readBareDay(tokens: readonly Token[], at: number): Core | undefined {
  const day = tokens[at];
  const after = tokens[at + 1];
  if (day?.kind !== 'digits' || Number(day.text) < 1 || Number(day.text) > 31 || tokens[at - 1]?.text !== 'le')
    return undefined;
  const ends = after === undefined || after.newLine || /^[,;.!?)]$/.test(after.text) || NOT_COUNTED.has(after.text);
  return ends ? { head: String(Number(day.text)), next: at + 1 } : undefined;
}

const ARTICLES = new Set([
  'le',
  'la',
  'les',
  'l',
  'au',
  'aux',
  'du',
  'des',
  'cet',
  'cette',
  'ce',
  'en',
  'a',
  'de',
  'd',
  'prochain',
  'prochaine',
  'ou',
]);

const YEAR_AFTER = new Set(
  'en annee annees exercice budget campagne saison depuis de du pour avant apres courant fin debut mi ici an rentree session edition millesime et a'.split(
    ' ',
  ),
);

function readPrefix(tokens: readonly Token[], at: number): { readonly edge: Edge; readonly next: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  for (const [words, edge] of PREFIXES) {
    if (words[0] === first.text && words.every((word, index) => tokens[at + index]?.text === word))
      return { edge, next: at + words.length };
  }
  return undefined;
}

function readCore(tokens: readonly Token[], at: number, yearWanted: boolean, article: boolean): Core | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') {
    return (
      readNumericDate(tokens, at, yearWanted || article) ??
      readDayMonth(tokens, at, at) ??
      readOrdinalPeriod(tokens, at) ??
      readYears(tokens, at, yearWanted)
    );
  }
  if (token.kind !== 'word') return undefined;
  return (
    readPart(tokens, at) ??
    readDayMonth(tokens, at, at) ??
    readWeekday(tokens, at) ??
    readMonth(tokens, at, yearWanted || article) ??
    readOrdinalPeriod(tokens, at) ??
    readNamedPeriod(tokens, at, yearWanted, article) ??
    readIn(tokens, at)
  );
}
