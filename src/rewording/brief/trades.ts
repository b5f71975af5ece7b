import type { ConceptTrade, LexiconEntry } from '../../corpus/lexicon.ts';
import { allMatches } from '../../french/all-matches.ts';
import type { AskedKind } from '../../text/rewording-questions.ts';

export interface Trade {
  /** Trades of one family are sold by the same firms: bought together they are one need and one lot. */
  readonly family: string;
  /** In French, to name a lot. */
  readonly label: string;
  readonly kind: AskedKind;
  /** Undefined when no figure sizes the need (a study, a single building work). */
  readonly counted: ConceptTrade['counted_in'];
  /** The user changes the specification. */
  readonly users: boolean;
  /** Delivered or done somewhere. */
  readonly placed: boolean;
  /** Lasts by nature: a contract of several months or years. */
  readonly lasting: boolean;
  /** What decides such a purchase, and folded words that answer it. */
  readonly ask: ConceptTrade['ask'];
  readonly unless: readonly string[];
}

/** Of a thing that no trade knows: it is counted and nothing more is asked of it. */
export const UNKNOWN_TRADE: Trade = {
  family: 'unknown',
  label: '',
  kind: 'goods',
  counted: 'items',
  users: false,
  placed: false,
  lasting: false,
  ask: undefined,
  unless: [],
};

/** A trade's word met in the text, as folded positions. */
export interface TradeWord {
  readonly start: number;
  readonly end: number;
  readonly trade: Trade;
}

/** Words of trades in a folded text, the longest name at each place, in order. */
export type FindTradeWords = (folded: string) => readonly TradeWord[];

interface Name {
  readonly words: readonly string[];
  readonly trade: Trade;
}

/** Of two trades that have a name in common, the first holds. */
export function createFindTradeWords(lexicon: readonly LexiconEntry[]): FindTradeWords {
  const byFirstWord = new Map<string, Name[]>();
  for (const { trade: said } of lexicon) {
    if (said === undefined) continue;
    const trade = tradeOf(said);
    for (const phrase of said.names) {
      const words = key(phrase);
      const [first] = words;
      if (first === undefined) continue;
      const known = byFirstWord.get(first);
      if (known === undefined) byFirstWord.set(first, [{ words, trade }]);
      else known.push({ words, trade });
    }
  }
  for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
  return (folded) => tradeWordsIn(folded, byFirstWord);
}

function tradeOf({ nature, counted_in, names: _names, ...trade }: ConceptTrade): Trade {
  return { ...trade, ask: trade.ask, kind: KINDS[nature], counted: counted_in };
}

const KINDS: Readonly<Record<ConceptTrade['nature'], AskedKind>> = {
  fournitures: 'goods',
  services: 'service',
  travaux: 'works',
};

/** «ordinateurs» → «ordinateur», «vœux» → «voeu»: enough for both sides of a comparison to agree. */
const singular = (word: string): string => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);

const WORD = /[a-z0-9]+/g;
const key = (phrase: string): readonly string[] => (phrase.match(WORD) ?? []).map(singular);

function tradeWordsIn(folded: string, byFirstWord: ReadonlyMap<string, readonly Name[]>): readonly TradeWord[] {
  const tokens = [...allMatches(WORD, folded)].map((match) => ({
    word: singular(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const out: TradeWord[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const name = byFirstWord
      .get(token.word)
      ?.find(({ words }) => words.every((word, k) => tokens[index + k]?.word === word));
    if (name === undefined) continue;
    const end = tokens[index + name.words.length - 1]?.end ?? token.end;
    out.push({ start: token.start, end, trade: name.trade });
    index += name.words.length - 1;
  }
  return out;
}
