import { fold } from '../../french/words.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';

/** Words that turn a sentence: two of one class may stand for each other, none may come or go. */
const TURNS: readonly (readonly [turn: string, fault: Ungrounded, RegExp])[] = [
  [
    'denies',
    'negation',
    /^(?:ne|pas|jamais|rien|aucune?s?|sans|interdi\w*|exclu\w*|refus\w*|impossib\w*|hors|dispens\w*|inutile\w*)$/,
  ],
  [
    'must',
    'obligation',
    /^(?:doi[ts]|doivent|devez|devons|devra\w*|oblig\w*|impos\w*|exig\w*|requi\w*|faut|faudra|tenue?s?|imperati\w*)$/,
  ],
  [
    'may',
    'obligation',
    /^(?:peu[txs]|peuvent|pouvez|pouvons|pourr\w*|faculta\w*|possib\w*|libres?|librement|permi\w*|permet\w*|autoris\w*)$/,
  ],
  ['advised', 'obligation', /^(?:devrai\w*|recommand\w*|conseill\w*|souhait\w*|prefer\w*)$/],
  ['condition', 'condition', /^(?:si|sauf|conditions?|reserves?|lorsqu\w*|quand|selon)$/],
  ['only', 'condition', /^(?:uniquement|seul\w*|exclusivement|toujours|tous|toutes|chaque)$/],
  ['most', 'figure_context', /^(?:sous|moinsde|auplus|maxim\w*|plafon\w*|inferieur\w*|avant|jusqu\w*)$/],
  ['least', 'figure_context', /^(?:partir|plusde|aumoins|minim\w*|superieur\w*|apres|depuis|dela|atteint)$/],
  ['works', 'scope', /^travaux$/],
  ['supplies', 'scope', /^(?:fournitures?|services?)$/],
  ['state', 'scope', /^(?:etat|central\w*|centraux|minister\w*)$/],
  ['local', 'scope', /^(?:collectivites?|communes?|departements?|regions?)$/],
  ['networks', 'scope', /^(?:adjudicatrices?)$/],
  ['defence', 'scope', /^(?:defense|securite)$/],
  ['number', 'figure', /^\d+$/],
];

/** Those that a rule does not go without, wherever they stand in its sentence. */
const LIMITS = new Set(['denies', 'condition', 'only', 'most', 'least']);

/** From this share of a claim's words found in the support in the same order, it is the same sentence, retouched. */
export const RETOUCHED = 0.7;

export interface Edits {
  /** Share of its words found in the support in the same order; those of the title are never counted as new. */
  readonly copied: number;
  /** The same share, but of the title only words that say for whom a rule stands are left aside. */
  readonly followed: number;
  /** A part that the claim leaves out whole holds a limit, a condition or a denial. */
  readonly leaves: boolean;
  readonly fault: Ungrounded | undefined;
}

/**
 * A claim that follows its support word for word is compared with it word by word: what was changed, left out between the
 * words kept, or put in, must not turn it. A claim that goes its own way is for the other checks.
 * @param title of the fiche: for whom a rule stands may be told in its words
 */
export function readEdits(claim: string, support: string, title: string): Edits {
  const said = tokensOf(claim).filter((token) => !MARK.test(token));
  const held = tokensOf(support);
  const pairs = alignment(said, held);
  const keptSaid = new Set(pairs.map(([at]) => at));
  const named = new Set(tokensOf(title));
  const own = said.filter((word, at) => keptSaid.has(at) || !named.has(word));
  const isNamed = (word: string, at: number) => !keptSaid.has(at) && named.has(word) && isScope(word);
  const copied = pairs.length / Math.max(1, own.length);
  const followed = pairs.length / Math.max(1, said.length - said.filter(isNamed).length);
  if (copied < RETOUCHED) return { copied, followed, leaves: false, fault: undefined };
  const keptHeld = new Set(pairs.map(([, at]) => at));
  const balance = new Map<string, number>();
  for (const [at, word] of said.entries()) if (!keptSaid.has(at) && !named.has(word)) count(balance, word, 1);
  const left = segmentsOf(held, keptHeld);
  for (const { words, untouched } of left) for (const word of words) count(balance, word, -1, untouched);
  const limits = (word: string) => TURNS.some(([turn, , pattern]) => LIMITS.has(turn) && pattern.test(word));
  const leaves = left.some(({ words, untouched }) => untouched && words.some(limits));
  return { copied, followed, leaves, fault: TURNS.find(([turn]) => (balance.get(turn) ?? 0) !== 0)?.[1] };
}

const isScope = (word: string) => TURNS.some(([, fault, pattern]) => fault === 'scope' && pattern.test(word));

/** @param untouched the words stand in a part of the support that the claim leaves out whole: only a condition is missed there */
function count(balance: Map<string, number>, word: string, by: number, untouched = false): void {
  for (const [turn, fault, pattern] of TURNS)
    if (pattern.test(word) && (!untouched || fault === 'condition')) balance.set(turn, (balance.get(turn) ?? 0) + by);
}

/**
 * The words of the support that the claim lacks, part by part as commas and the like cut them, from where the claim begins in
 * it to where it ends; beyond, only as far as the next strong mark.
 */
function segmentsOf(held: readonly string[], kept: ReadonlySet<number>) {
  const places = [...kept];
  const first = strongBefore(held, Math.min(...places));
  const last = strongAfter(held, Math.max(...places));
  const segments: { words: string[]; untouched: boolean }[] = [];
  let words: string[] = [];
  let untouched = true;
  const end = () => {
    segments.push({ words, untouched });
    words = [];
    untouched = true;
  };
  for (let at = first; at <= last; at++) {
    const word = held[at] ?? '';
    if (MARK.test(word)) end();
    else if (kept.has(at)) untouched = false;
    else words.push(word);
  }
  end();
  return segments;
}

const MARK = /^[,;:.?!()]$/;
const STRONG = /^[;:.?!]$/;

function strongBefore(held: readonly string[], from: number): number {
  let at = from;
  while (at > 0 && !STRONG.test(held[at - 1] ?? '')) at--;
  return at;
}

function strongAfter(held: readonly string[], from: number): number {
  let at = from;
  while (at < held.length - 1 && !STRONG.test(held[at + 1] ?? '')) at++;
  return at;
}

/** Words as they stand, elisions apart, and the marks between them; what is said in two words («au plus») is one. */
function tokensOf(text: string): readonly string[] {
  const joined = fold(
    text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(/(?<!\p{L})dès(?!\p{L})/giu, 'partir'),
  )
    .replace(/\bhors tax\w+/g, 'ht')
    .replace(/\bau (plus|moins)\b/g, 'au$1')
    .replace(/\b(plus|moins) d[e']/g, '$1de ')
    // «ne … pas» denies once.
    .replace(/\b(?:ne |n')((?:[a-z']{1,30} ){0,4}?[a-z']{1,30} )(?=(?:pas|jamais|plus|rien|aucune?s?)\b)/g, '$1')
    .replace(/\b(aucune?s?|nulle?|personne|rien|jamais|ni)((?: [a-z']{1,30}){0,8}? )(?:ne |n')/g, '$1$2')
    .replace(/\bn'/g, 'ne ');
  return joined.match(/[a-z]+|\d+|[,;:.?!()]/g) ?? [];
}

/** The longest run of words that both hold in the same order, as pairs of positions. */
function alignment(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
