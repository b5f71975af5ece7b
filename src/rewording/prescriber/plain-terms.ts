import type { ConceptGloss, LexiconEntry } from '../../corpus/lexicon.ts';
import { compileExpression } from '../../french/pattern/expression.ts';
import { createMatcher, type Match } from '../../french/pattern/matcher.ts';
import { readTokens, type TokenText } from '../../french/pattern/tokens.ts';
import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';
import type { Term } from '../port/rewording.ts';
import { bareWord, type PlacedTerm, placedWords } from '../term-spans.ts';

/** Of a concept of the lexicon. */
interface Gloss extends ConceptGloss {
  readonly concept: string;
}

/** A buyer's term of the source, where it first stands. */
export interface Jargon {
  readonly gloss: Gloss;
  readonly span: Span;
}

/** Every term of art with its place, the longest at each place, in the order of the text; also those said again. */
export type FindJargon = (text: string) => readonly Jargon[];

interface Saying {
  readonly gloss: Gloss;
  /** Without their marks of number and gender, with their accents. */
  readonly words: readonly string[];
  readonly capitals: boolean;
}

export function createFindJargon(lexicon: readonly LexiconEntry[]): FindJargon {
  const glosses = lexicon.flatMap(({ id, gloss = [] }) => gloss.map((one): Gloss => ({ ...one, concept: id })));
  const sayings = sayingsByFirstWord(glosses);
  const isMeant = createIsMeant(glosses);
  return (text) => jargonIn(text, sayings, isMeant);
}

/** Of glosses that say the same, one in capitals and one with a context come before the others. */
function sayingsByFirstWord(glosses: readonly Gloss[]): ReadonlyMap<string, readonly Saying[]> {
  const byFirst = new Map<string, Saying[]>();
  for (const gloss of glosses)
    for (const text of [...gloss.capitals, ...gloss.says]) {
      const placed = placedWords(text);
      const [head] = placed;
      if (head === undefined) continue;
      const words = placed.map(({ said }) => bareWord(accented(said)));
      const saying = { gloss, words, capitals: gloss.capitals.includes(text) };
      const known = byFirst.get(bareWord(head.word));
      if (known === undefined) byFirst.set(bareWord(head.word), [saying]);
      else known.push(saying);
    }
  const closeness = ({ gloss, capitals }: Saying) => Number(capitals) * 2 + Number(gloss.context.length > 0);
  for (const list of byFirst.values())
    list.sort((a, b) => b.words.length - a.words.length || closeness(b) - closeness(a));
  return byFirst;
}

/** In small letters, with its accents. */
function accented(said: string): string {
  return said.normalize('NFC').toLowerCase().replaceAll('œ', 'oe');
}

/**
 * «mètre» is no «métré». A word typed without accents, in capitals or in a message that has none at all, may be one that has
 * them, but for the last letter: «metre» may be either.
 */
function isWord(here: PlacedTerm, wanted: string, unaccented: boolean): boolean {
  const said = bareWord(accented(here.said));
  if (said === wanted) return true;
  const plain = here.word === accented(here.said) && (unaccented || here.said === here.said.toUpperCase());
  return plain && bareWord(here.word) === bareWord(fold(wanted)) && !(unaccented && /é[es]?$/u.test(wanted));
}

function jargonIn(
  text: string,
  sayings: ReadonlyMap<string, readonly Saying[]>,
  isMeant: ReturnType<typeof createIsMeant>,
): readonly Jargon[] {
  const placed = placedWords(text);
  let tokens: TokenText | undefined;
  const reading: Reading = {
    text,
    placed,
    unaccented: !/[à-öø-ÿ]/iu.test(text.normalize('NFC')),
    tokens: () => {
      tokens ??= readTokens(text);
      return tokens;
    },
  };
  const found: Jargon[] = [];
  for (let i = 0; i < placed.length; i++)
    for (const saying of sayings.get(bareWord(placed[i]?.word ?? '')) ?? []) {
      const span = spanOf(saying, reading, i);
      if (span === undefined || isInCode(text, span) || !isMeant(saying.gloss, reading, span)) continue;
      found.push({ gloss: saying.gloss, span });
      i += saying.words.length - 1;
      break;
    }
  return found;
}

/** «2023-FCS-018»: letters of a reference number are no term. */
const isInCode = (text: string, [start, end]: Span): boolean =>
  /[\d_][-/_.]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[-/_]\d/.test(text.slice(end, end + 2));

interface Reading {
  readonly text: string;
  readonly placed: readonly PlacedTerm[];
  /** No word of the text has an accent. */
  readonly unaccented: boolean;
  readonly tokens: () => TokenText;
}

function spanOf({ words, capitals }: Saying, { placed, unaccented }: Reading, start: number): Span | undefined {
  const first = placed[start];
  const last = placed[start + words.length - 1];
  if (first === undefined || last === undefined || (capitals && first.said !== first.said.toUpperCase()))
    return undefined;
  const said = words.every((word, i) => {
    const here = placed[start + i];
    return here !== undefined && here.clause === first.clause && isWord(here, word, unaccented);
  });
  return said ? [first.span[0], last.span[1]] : undefined;
}

/** What stands around a term of everyday French tells whether it is the buyer's. */
function createIsMeant(glosses: readonly Gloss[]) {
  const expressionsOf = (gloss: Gloss, of: 'context' | 'except') =>
    gloss[of].map((source) => ({ expression: compileExpression(source, new Map()), value: { gloss, of } }));
  const find = createMatcher(
    glosses.flatMap((gloss) => [...expressionsOf(gloss, 'context'), ...expressionsOf(gloss, 'except')]),
  );
  return (gloss: Gloss, { tokens }: Reading, [start, end]: Span): boolean => {
    if (gloss.context.length + gloss.except.length === 0) return true;
    const text = tokens();
    const at = text.tokens.findIndex((token) => token.end > start);
    const sentence = text.sentences.find(({ first, last }) => first <= at && at < last);
    if (sentence === undefined) return gloss.context.length === 0;
    const near = find(text, Math.max(sentence.first, at - REACH), Math.min(sentence.last, at + REACH)).filter(
      ({ value }) => value.gloss === gloss,
    );
    const holds = ({ first, last }: Match) => last > at && (text.tokens[first]?.start ?? 0) < end;
    return (
      (gloss.context.length === 0 || near.some(({ value }) => value.of === 'context')) &&
      !near.some(({ value, match }) => value.of === 'except' && holds(match))
    );
  };
}

/** In words: how far from a term its context still tells what it means. */
const REACH = 12;

/** What the shown rewording says of a term: for hovering, and for the list of terms. */
export function termOf({ gloss, span }: Jargon, source: string, entries: ReadonlyMap<string, LexiconEntry>): Term {
  const entry = entries.get(gloss.concept);
  return {
    from: source.slice(...span),
    span,
    to: gloss.plain,
    concept: gloss.concept,
    sure: gloss.sure.some((said) => bareSaid(said) === bareSaid(source.slice(...span))),
    explanation: entry?.explain.service ?? gloss.plain,
    articles: entry?.articles ?? [],
  };
}

/** However its number, its gender and its capitals. */
const bareSaid = (said: string): string =>
  placedWords(said)
    .map(({ word }) => bareWord(word))
    .join(' ');
