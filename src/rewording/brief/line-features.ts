import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import { overlaps } from './spans.ts';

/** Words that may stand on a line of the form, in folded positions. */
export interface LineCandidate {
  readonly span: Span;
  /** Who proposes it: the reader of a slot, or the value itself that no reader claims. */
  readonly by: Slot | 'value';
  readonly value: SaidValue | undefined;
  /** First of its slot in its need. */
  readonly first: boolean;
}

/** The folded message that candidates stand in. */
export interface LineText {
  readonly folded: string;
  /** Words of a trade. */
  readonly things: readonly Span[];
  readonly objects: readonly Span[];
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[a-z]+|\d+(?:[ .,]\d+)*|[^\sa-z\d]|\n/g;
/** Characters of a word that are looked at: its ending says less. */
const STEM = 7;
const BEFORE = 7;
const AFTER = 5;
/** Tokens of a sentence either way. */
const SENTENCE = 24;
const ENDS = /^[.;!?\n]$/;

let lately: { readonly folded: string; readonly tokens: readonly Token[] } | undefined;

function tokensOf(folded: string): readonly Token[] {
  if (lately?.folded !== folded) {
    const tokens: Token[] = [];
    for (const match of folded.matchAll(TOKEN))
      tokens.push({ text: seen(match[0]), start: match.index, end: match.index + match[0].length });
    lately = { folded, tokens };
  }
  return lately.tokens;
}

/** No figure is learnt. */
const seen = (text: string): string => (/^\d/.test(text) ? '#' : text.slice(0, STEM));

/** The first token that starts at a place or after it. */
function indexAt(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is seen of words that may stand on a line: what they are, what is around them, where they stand, who proposes them. */
export function lineFeatures(candidate: LineCandidate, text: LineText): readonly string[] {
  const tokens = tokensOf(text.folded);
  const from = indexAt(tokens, candidate.span[0]);
  const to = Math.max(from + 1, indexAt(tokens, candidate.span[1]));
  const at = (index: number): string => tokens[index]?.text ?? '^';
  const about = [
    ...valueFeatures(candidate.value),
    ...around(at, from, to),
    ...inside(tokens, from, to),
    ...layout(at, from, to, tokens.length),
  ];
  if (overlaps(candidate.span, text.objects)) about.push('object');
  if (overlaps(candidate.span, text.things)) about.push('thing');
  if (text.things.some(([start]) => start >= candidate.span[1] && start - candidate.span[1] < 3))
    about.push('thing next');
  if (text.objects.some(([start]) => counts(candidate, start, text.folded))) about.push('counts it');
  about.push(...besideObject(tokens, from, to, text.objects));
  const by = candidate.by;
  return [...new Set([`by ${by}`, `by ${by} ${candidate.first}`, ...about, ...about.map((one) => `${by}~${one}`)])];
}

/** «14 lits médicalisés»: the thing that starts there follows its number, with nothing but a word between. */
export function counts({ span: [from, to], value }: LineCandidate, start: number, folded: string): boolean {
  if (value?.kind !== 'quantity' || start < from || start > to + 12) return false;
  return /^(?:(?:environ |de )?[\d .,]{1,12}|[a-z-]{2,12} )(?:d'|de |[a-z]{3,9} )?$/.test(folded.slice(from, start));
}

/** Whether the words name what is bought, and how far from it they stand. */
function besideObject(tokens: readonly Token[], from: number, to: number, objects: readonly Span[]): readonly string[] {
  const [first] = objects;
  if (first === undefined) return ['no object'];
  const words = new Set(
    objects.flatMap(([start, end]) =>
      tokens.slice(indexAt(tokens, start), indexAt(tokens, end)).map(({ text }) => text.slice(0, LIKE)),
    ),
  );
  const named = tokens.slice(from, to).some(({ text }) => text.length >= LIKE && words.has(text.slice(0, LIKE)));
  const away = from - indexAt(tokens, first[0]);
  const far = Math.min(6, Math.floor(Math.log2(Math.abs(away) + 1)));
  return [`names it ${named}`, `away ${Math.sign(away)} ${far}`];
}
/** Letters that the singular and the plural of a thing have in common. */
const LIKE = 5;

function valueFeatures(value: SaidValue | undefined): readonly string[] {
  if (value === undefined) return ['k words'];
  const out = [`k ${value.kind}`];
  if ('low' in value) {
    out.push(`k ${value.kind} size ${Math.min(7, Math.ceil(Math.log10(Math.max(1, value.low))))}`);
    if (value.low !== value.high) out.push(`k ${value.kind} range`);
    if (value.low % 1 !== 0) out.push(`k ${value.kind} fraction`);
    if (value.per !== undefined) out.push(`k ${value.kind} per`, `per ${value.per.slice(0, STEM)}`);
  }
  if ('unit' in value) out.push(`unit ${value.unit?.slice(0, STEM) ?? '-'}`);
  if (value.kind === 'amount') out.push(`tax ${value.tax ?? '-'}`);
  if (value.kind === 'date') out.push(`edge ${value.edge}`, `iso ${value.iso?.length ?? 0}`);
  return out;
}

function around(at: (index: number) => string, from: number, to: number): readonly string[] {
  const out = [`b2 ${at(from - 2)} ${at(from - 1)}`, `a2 ${at(to)} ${at(to + 1)}`];
  for (let step = 1; step <= 3; step++) out.push(`b${step} ${at(from - step)}`, `a${step} ${at(to + step - 1)}`);
  for (let step = 1; step <= BEFORE && at(from - step) !== '\n'; step++) out.push(`B ${at(from - step)}`);
  for (let step = 0; step < AFTER && at(to + step) !== '\n'; step++) out.push(`A ${at(to + step)}`);
  for (let step = 1; step <= SENTENCE && !ENDS.test(at(from - step)) && at(from - step) !== '^'; step++)
    out.push(`S ${at(from - step)}`);
  for (let step = 0; step < SENTENCE && !ENDS.test(at(to + step)) && at(to + step) !== '^'; step++)
    out.push(`S ${at(to + step)}`);
  return out;
}

function inside(tokens: readonly Token[], from: number, to: number): readonly string[] {
  const own = tokens.slice(from, to).map(({ text }) => text);
  return [
    `i1 ${own[0]}`,
    `i2 ${own[0]} ${own[1]}`,
    `il ${own.at(-1)}`,
    `n ${Math.min(8, own.length)}`,
    ...own.map((one) => `I ${one}`),
  ];
}

/** Its line: a table, a list, a label before a colon; how far down the message it stands. */
function layout(at: (index: number) => string, from: number, to: number, count: number): readonly string[] {
  const out = [`down ${Math.floor((4 * from) / Math.max(1, count))}`];
  let start = from;
  while (start > 0 && from - start < 60 && at(start - 1) !== '\n') start--;
  let end = to;
  while (end < count && end - to < 60 && at(end) !== '\n') end++;
  let cells = 0;
  for (let index = start; index < end; index++) if (at(index) === '|' || at(index) === ';') cells++;
  if (cells > 1) out.push('table', `cell of ${at(start)}`);
  if (start === from) out.push('line start');
  if (end === to) out.push('line end');
  if (/^[-•*>]$/.test(at(start))) out.push(`list ${at(start)}`);
  for (let index = start; index < from && index < start + 8; index++)
    if (at(index) === ':') {
      for (let label = start; label < index; label++) out.push(`label ${at(label)}`);
      break;
    }
  return out;
}
