import type { Span } from '../french/span.ts';
import { fold, indexTerms } from '../french/words.ts';

/** A word with its place in the text as written. */
export interface PlacedTerm {
  /** Its stem, as `indexTerms` gives it; empty for a stop word. */
  readonly term: string;
  /** As written, folded: tells «offres» from «offrir», which share a stem. */
  readonly word: string;
  /** As written. */
  readonly said: string;
  readonly span: Span;
  /** Its number among all the words of the text. */
  readonly position: number;
  /** Number of its clause: two words with a mark of punctuation between them are never of one term. */
  readonly clause: number;
}

const ELIDED = /^(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])$/;
const PIECE = /([\p{L}\p{M}\p{N}]+)|([.,;:!?()«»"\n…/|•])/gu;
const APOSTROPHE = /['’ʼ`´]/;

/** Stop words are forgotten, so the map stays as small as the language that people use. */
const remembered = new Map<string, string>();

/** The words of a text in order, each with its span in the text itself (not in a folded copy, whose lengths differ). */
export function placedWords(text: string): readonly PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  let clause = 0;
  for (const match of text.matchAll(PIECE)) {
    const said = match[1];
    const start = match.index;
    if (said === undefined) {
      // «R.C.» and «n°4.2» hold a point without ending a clause.
      if (match[2] !== '.' || !/[\p{L}\p{N}]/u.test(text[start + 1] ?? '')) clause++;
      continue;
    }
    const word = fold(said);
    if (ELIDED.test(word) && APOSTROPHE.test(text[start + said.length] ?? '')) continue;
    placed.push({
      term: termOf(word),
      word,
      said,
      span: [start, start + said.length],
      position: placed.length,
      clause,
    });
  }
  return placed;
}

function termOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const term = indexTerms(word).at(-1) ?? '';
  if (remembered.size < 100_000) remembered.set(word, term);
  return term;
}

/** Without the marks of number and gender: «acomptes», «acompte»; short words and acronyms stay whole. */
export function bareWord(word: string): string {
  return word.length <= 3 ? word : word.replace(/(?:e?s|x)$/, '').replace(/e$/, '');
}
