import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms } from '../french/words.ts';
import { madeOnce, type Sliced } from '../sliced.ts';

/** Finds concepts of the lexicon in a text by their labels, as runs of stemmed words. */
export interface LexiconMatcher {
  (text: string): LexiconReading;
  /** Reads the labels before the first text, while others are answered. */
  ahead(): Promise<unknown>;
}

interface LexiconReading {
  /** Terms of the other side's words for what the text says, that the text does not hold itself. */
  readonly expansion: ReadonlySet<string>;
  /** Fiches that the concepts said in the text point to. */
  readonly fiches: ReadonlySet<string>;
}

/** A label of one word says too little of what is meant («signer», «place»): only longer ones bring words in. */
const EXPANDING_TERMS = 2;
/** Entries read in one go. */
const SLICE = 100;

export function createLexiconMatcher(lexicon: readonly LexiconEntry[]): LexiconMatcher {
  // Cut into terms at the first text: a start does not wait for thousands of labels.
  const known = madeOnce(() => labelsByStart(lexicon));
  return Object.assign((text: string) => readLabels(text, known()), { ahead: known.ahead });
}

/** A label is looked at only where its first terms stand: there are thousands, and a question has a dozen terms. */
function* labelsByStart(lexicon: readonly LexiconEntry[]): Sliced<ReadonlyMap<string, readonly Label[]>> {
  const byStart = new Map<string, Label[]>();
  for (const [place, entry] of lexicon.entries()) {
    if (place % SLICE === 0) yield;
    for (const side of ['service', 'achat'] as const)
      for (const said of labelsOf(entry, side)) {
        const terms = indexTerms(said);
        if (terms.length < EXPANDING_TERMS) continue;
        const others = indexTerms(entry[side === 'service' ? 'achat' : 'service'].preferred);
        const start = startOf(terms, 0);
        const known = byStart.get(start);
        if (known === undefined) byStart.set(start, [{ entry, terms, others }]);
        else known.push({ entry, terms, others });
      }
  }
  return byStart;
}

function readLabels(text: string, byStart: ReadonlyMap<string, readonly Label[]>): LexiconReading {
  const said = indexTerms(text);
  const found = new Set<Label>();
  for (const [at] of said.entries())
    for (const label of byStart.get(startOf(said, at)) ?? [])
      if (label.terms.every((one, index) => said[at + index] === one)) found.add(label);
  const own = new Set(said);
  return {
    expansion: new Set([...found].flatMap(({ others }) => others.filter((term) => !own.has(term)))),
    fiches: new Set([...found].flatMap(({ entry }) => entry.fiche ?? [])),
  };
}

interface Label {
  readonly entry: LexiconEntry;
  readonly terms: readonly string[];
  /** Of what the other side calls it. */
  readonly others: readonly string[];
}

function startOf(terms: readonly string[], at: number): string {
  return terms.slice(at, at + EXPANDING_TERMS).join(' ');
}
