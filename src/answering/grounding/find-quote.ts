import { fold } from '../../french/words.ts';
import type { Passage, PassageSentence } from './passage.ts';
import { namesOf, type Reading } from './reading.ts';

/** A sentence of a passage, as it is shown where the claim that leans on it is not. */
export interface Quote {
  readonly text: string;
  readonly passage: Passage;
}

/** Shorter than this a quote is found anywhere. */
const LEAST = 8;

/**
 * The sentences of the passages that a quote stands in, whole, so that no condition at their end is cut off; typography, case
 * and accents do not count. Undefined where it stands nowhere. Linear in the passages.
 */
export function findQuote(said: string, passages: readonly Passage[]): Quote | undefined {
  const sought = plainOf(said);
  if (sought.length < LEAST) return undefined;
  for (const passage of passages) {
    const texts = passage.sentences.map(({ text }) => plainOf(text));
    const whole = texts.join(' ');
    const at = whole.indexOf(sought);
    if (at < 0) continue;
    const found: PassageSentence[] = [];
    let from = 0;
    for (const [index, sentence] of passage.sentences.entries()) {
      const to = from + (texts[index]?.length ?? 0);
      if (from < at + sought.length && to > at) found.push(sentence);
      from = to + 1;
    }
    return { text: found.map(({ text }) => text).join(' '), passage };
  }
  return undefined;
}

const plainOf = (text: string): string => (fold(text).match(/[a-z0-9€%]+/g) ?? []).join(' ');

/** Share of a claim's words that the sentence to be shown in its place holds, at least. */
const SPEAKS_OF_IT = 0.1;

/** The sentence that holds most of a claim's words; undefined where none speaks of it. */
export function bestSentence(names: readonly (readonly string[])[], passages: readonly Passage[]): Quote | undefined {
  let best: Quote | undefined;
  let most = SPEAKS_OF_IT;
  for (const passage of passages)
    for (const { text, says } of passage.sentences) {
      const held = names.filter((own) => own.some((name) => says.says.has(name))).length / Math.max(1, names.length);
      if (held <= most) continue;
      most = held;
      best = { text, passage };
    }
  return best;
}

/** Sentences that a claim is held against. */
const NEAREST = 4;

/** The sentences that hold most of a claim's words, that of the quote first, each with the one after it where it goes on. */
export function nearest(claim: Reading, passages: readonly Passage[], quote: Quote): readonly PassageSentence[] {
  const names = claim.words.filter(({ term }) => term !== undefined).map(namesOf);
  const all = passages.flatMap(({ sentences }) => sentences);
  const held = ({ says }: PassageSentence) => names.filter((own) => own.some((name) => says.says.has(name))).length;
  const ranked = all.map((sentence) => ({ sentence, held: held(sentence) })).sort((a, b) => b.held - a.held);
  const own = quote.passage.sentences.filter(({ text }) => quote.text.includes(text));
  const near = ranked
    .filter(({ held: many }) => many > 0)
    .slice(0, NEAREST)
    .map(({ sentence }) => sentence);
  return [...new Set([...own, ...near])];
}
