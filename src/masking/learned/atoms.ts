import type { Sighting } from '../finding.ts';
import { opensSentence, type Source, type Token } from '../source.ts';
import { type Phrases, phraseAt, type Words } from '../word-lists.ts';

/** What is seen: `near` at the word itself and at its neighbours, `here` at the word alone. */
interface Atoms {
  readonly near: readonly string[];
  readonly here: readonly string[];
}

/** What is seen at one word of a text. */
export interface WordAtoms extends Atoms {
  /** Of the word wherever it stands: the same object for the same word. */
  readonly word: Atoms;
}

/** Sightings whose name a form settles: what they are is as good as a word to those around them. */
const SETTLED = new Set(['person', 'body', 'place', 'supplier', 'health']);

/** Reads what each word of a text is, as far as the lists and the rules know. Linear in the text. */
export function readAtoms(source: Source, words: Words, sightings: readonly Sighting[]): readonly WordAtoms[] {
  const { tokens } = source;
  const told = readWords(tokens, words);
  const lists = markPhrases(tokens, told, words);
  const rules = markSightings(source, sightings);
  const mode = caseMode(tokens);
  const classes = told.map(({ kind }) => kind);
  const cases = tokens.map((token) => `${caseOf(token)}${mode}`);
  const gaps = tokens.map(({ gap }) => gapOf(gap));
  const near = tokens.map((_, at) => [`c=${cases[at]}`, `g=${gaps[at]}`, ...(lists[at] ?? []), ...(rules[at] ?? [])]);
  return tokens.map((_, at) => {
    const [before, here, after] = [classes[at - 1] ?? '^', classes[at] ?? '', classes[at + 1] ?? '$'];
    const [said, next] = [wordOf(tokens[at - 1]), wordOf(tokens[at + 1])];
    return {
      word: told[at] ?? NOTHING,
      near: near[at] ?? [],
      here: [
        `o=${opensSentence(source, at) ? 1 : 0}${cases[at]}${here}`,
        `a=${said}|${here}`,
        `b=${next}|${here}`,
        `A=${wordOf(tokens[at - 2])}|${said}`,
        `h=${wordOf(tokens[at - 2])}|${here}`,
        `K=${before}|${here}|${after}`,
        `j=${gaps[at]}|${before}|${here}`,
        `J=${gaps[at + 1] ?? 'n'}|${here}|${after}`,
      ],
    };
  });
}

const wordOf = (token: Token | undefined): string =>
  token === undefined
    ? '^'
    : token.digit
      ? token.raw.length > 4
        ? '00000'
        : '0'.repeat(token.raw.length)
      : token.fold;

const caseOf = ({ digit, upper, capital, raw }: Token): string =>
  digit ? '0' : upper ? 'U' : capital ? 'C' : /\d/.test(raw) ? 'm' : raw.toLowerCase() === raw ? 'l' : 'M';

/** «h» in haste: hardly a capital in the whole text, so that one that is missing says nothing. */
function caseMode(tokens: readonly Token[]): string {
  let capitals = 0;
  for (const { capital } of tokens) if (capital) capitals++;
  return capitals * 25 <= tokens.length ? 'h' : capitals * 2 > tokens.length ? 'H' : 'p';
}

function gapOf(gap: string): string {
  if (gap === ' ') return 's';
  if (gap === '') return '^';
  if (gap.includes('\n') || gap.includes('\r')) return 'n';
  const mark = gap.trim().charAt(0);
  return mark === '' ? 's' : /[«"“(]/.test(mark) ? '(' : mark;
}

/** What kind of word it is, in one letter for each thing that the lists know of it. */
function classOf({ fold, digit, raw }: Token, words: Words): string {
  if (digit) return `0${Math.min(raw.length, 5)}`;
  if (words.particles.has(fold) || words.common.has(fold)) return fold.length < 4 ? `-${fold}` : 'common';
  const first = words.firstNames.has(fold) ? 'p' : words.firstNamesAlsoWords.has(fold) ? 'q' : '';
  const last = words.surnames.has(fold) ? 's' : '';
  const town = words.inhabitants.has(fold) || words.places.byWords.has(fold) ? 't' : '';
  const plain = words.isWord(fold) ? 'w' : isMistyped(fold, words) ? 'y' : /[aeiouy]/.test(fold) ? 'x' : 'z';
  const form = words.legalForms.has(fold) ? 'L' : words.firmParts.has(fold) ? 'T' : '';
  return `${first}${last}${town}${plain}${form}${fold.length < 3 ? '1' : ''}`;
}

function familyOf(fold: string, words: Words): readonly string[] {
  const [family, rank] = words.families.get(fold)?.split('.') ?? [];
  return family === undefined || rank === undefined ? ['q=4'] : [`v=${family}`, `q=${rank}`];
}

/** «rapelle», «jtombe», «concurrrence»: a word of French but for a letter doubled or not, left out or swapped, or a «je» in haste. */
function isMistyped(fold: string, words: Words): boolean {
  const { length } = fold;
  if (length < 4 || length > 24) return false;
  if (/^[jctlmdnsq]/.test(fold) && words.isWord(fold.slice(1))) return true;
  for (let at = 0; at < length; at++) {
    const [head, letter, tail] = [fold.slice(0, at), fold.charAt(at), fold.slice(at + 1)];
    const next = tail.charAt(0);
    if (letter !== next && words.isWord(head + letter + letter + tail)) return true;
    if (letter === next && words.isWord(head + tail)) return true;
    if (length > 5 && letter !== next && words.isWord(head + next + letter + tail.slice(1))) return true;
  }
  return false;
}

/** What a word is by itself: the same wherever it stands in the text. */
interface ToldWord extends Atoms {
  readonly kind: string;
  /** The lists that have a phrase that starts with it. */
  readonly starts: Starts;
}

const NOTHING: Atoms = { near: [], here: [] };

function readWords(tokens: readonly Token[], words: Words): readonly ToldWord[] {
  const lists = listsOf(words);
  const phrases = phrasesOf(words);
  const known = new Map<string, ToldWord>();
  return tokens.map((token) => {
    const word = wordOf(token);
    const key = token.digit ? `${word}${token.fold}` : word;
    let told = known.get(key);
    if (told === undefined) {
      const kind = classOf(token, words);
      const { fold } = token;
      const member = lists.filter(([, list]) => list.has(fold)).map(([name]) => name);
      told = {
        kind,
        starts: [
          ...phrases.filter(([, list]) => list.heads.has(fold)),
          ...(words.townHeads.has(fold) ? [['town', undefined] as const] : []),
        ],
        near: [`w=${word}`, `k=${kind}`, `e=${fold.slice(-3)}`, ...familyOf(fold, words), ...member],
        here: [
          'bias',
          `f=${fold.slice(0, 3)}`,
          `F=${fold.slice(0, 4)}`,
          `E=${fold.slice(-4)}`,
          `x=${fold.slice(-2)}`,
          `n=${Math.min(fold.length, 8)}`,
        ],
      };
      known.set(key, told);
    }
    return told;
  });
}

const listsOf = (words: Words): readonly (readonly [string, { readonly has: (word: string) => boolean }])[] => [
  ['l=first', words.firstNames],
  ['l=first?', words.firstNamesAlsoWords],
  ['l=last', words.surnames],
  ['l=legal', words.legalForms],
  ['l=part', words.firmParts],
  ['l=end', words.firmEnds],
  ['l=civil', words.civilities],
  ['l=title', words.titles],
  ['l=particle', words.particles],
  ['l=common', words.common],
  ['l=qualifier', words.qualifiers],
  ['l=sake', words.namesakes],
  ['l=kin', words.health.kin],
  ['l=need', words.health.needs],
  ['l=head', words.communeHeads],
];

/** Which phrases of the lists a word opens («[») or goes on with («]»). */
function markPhrases(
  tokens: readonly Token[],
  told: readonly ToldWord[],
  words: Words,
): readonly (readonly string[])[] {
  const marks: string[][] = tokens.map(() => []);
  const past = new Map<string, number>();
  const mark = (name: string, at: number, length: number): void => {
    for (let more = 0; more < length; more++) marks[at + more]?.push(`${more === 0 ? '[' : ']'}${name}`);
    past.set(name, at + length);
  };
  for (const [at, { starts }] of told.entries())
    for (const [name, list] of starts) {
      if (at < (past.get(name) ?? 0)) continue;
      const length = list === undefined ? townAt(tokens, at, words) : (phraseAt(list, tokens, at)?.length ?? 0);
      mark(list === undefined && length > 1 ? 'towns' : name, at, length);
      past.set(name, at + length);
    }
  return marks;
}

/** Undefined: the communes, which are no list of phrases. */
type Starts = readonly (readonly [name: string, list: Phrases<unknown> | undefined])[];

const phrasesOf = (words: Words): readonly (readonly [string, Phrases<unknown>])[] => [
  ['place', words.places],
  ['body', words.bodies],
  ['court', words.courts],
  ['known', words.known],
  ['brand', words.brands],
  ['firm', words.firmWords],
  ['bidder', words.firms],
  ['function', words.functions],
  ['label', words.labels],
  ['turn', words.turns],
  ['building', words.buildings],
  ['way', words.ways],
  ['closing', words.closings],
  ['state', words.health.states],
  ['ill', words.health.ills],
  ['contract', words.contracts],
];

/** How many words the commune has that starts here: any of France, whatever else its words may be. */
function townAt(tokens: readonly Token[], at: number, words: Words): number {
  const longest = words.townHeads.get(tokens[at]?.fold ?? '') ?? 0;
  let name = '';
  let found = 0;
  for (let length = 1; length <= longest; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || (length > 1 && !/^[ '-]$/.test(token.gap))) break;
    name = length === 1 ? token.fold : `${name} ${token.fold}`;
    if (words.inhabitants.has(name)) found = length;
  }
  return found;
}

function markSightings({ tokens, tokenAt }: Source, sightings: readonly Sighting[]): readonly (readonly string[])[] {
  const marks: string[][] = tokens.map(() => []);
  for (const { kind, start, end, confidence } of sightings) {
    const from = tokenAt(start);
    for (let at = from; at < tokenAt(end); at++) {
      if (!SETTLED.has(kind)) marks[at]?.push('r=settled', `r=${kind}`);
      else marks[at]?.push(`R${at === from ? '[' : ']'}${kind}`, `S${kind}${(confidence ?? 1) < 0.6 ? '?' : '!'}`);
    }
  }
  return marks;
}
