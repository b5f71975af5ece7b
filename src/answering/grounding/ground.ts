import type { Passage, PassageSentence } from './passage.ts';
import { type Clause, type Counted, namesOf, type Reading, type Word } from './reading.ts';

/** What a claim is held against: the statements of its passages, and the sentence it leans on. */
export interface Ground {
  readonly readings: readonly Reading[];
  readonly clauses: readonly Clause[];
  readonly parts: readonly Clause[];
  readonly sentences: readonly Clause[];
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlySet<number>;
  readonly numbers: readonly Counted[];
  readonly flat: string;
  readonly sentenceReadings: readonly Reading[];
  /** Texts of law that they name, or rest on. */
  readonly articles: ReadonlySet<string>;
  /** Verdicts that the passages open with. */
  readonly verdicts: ReadonlySet<'oui' | 'non'>;
}

/** Says no without a negation: one way of saying it may stand for the other. */
const SOFT =
  /^(?:refus|interdi|evit|exclu|ecart|echapp|dispens|ferm|confidenti|absten|irregul|illegal|manqu|seul|uniquement|impossib|inutil|hors|facultati|libre|recus|gratuit)/;

/** Says no by itself, where the passages say nothing of the kind. */
const STRONG = /^(?:refus|interdi|echapp|dispens|irregul|illegal|impossib|inutil|recus)/;

export const isHard = ({ words }: Pick<Clause, 'words'>) =>
  words.some(({ denied, term }) => denied && term !== undefined);

/** «ne … que» limits, as «seul» does. */
export const isSoft = ({ words }: Pick<Clause, 'words'>) =>
  words.some(({ text, denied }) => SOFT.test(text) || ((text === 'ne' || text === 'n') && !denied));

/** Share of the words that a clause holds, whatever their polarity, and with the same. */
export function overlap(words: readonly Word[], { says }: Clause): readonly [any: number, same: number] {
  let any = 0;
  let same = 0;
  let all = 0;
  for (const word of words) {
    if (word.term === undefined) continue;
    all++;
    let found: { plain: boolean; denied: boolean } | undefined;
    for (const name of namesOf(word)) found ??= says.get(name);
    if (found === undefined) continue;
    any++;
    if (word.denied ? found.denied : found.plain) same++;
  }
  return all === 0 ? [0, 0] : [any / all, same / all];
}

export const content = (words: readonly Word[]) => words.filter(({ term }) => term !== undefined);

export function most<T>(list: readonly T[], of: (one: T) => number): number {
  let best = 0;
  for (const one of list) best = Math.max(best, of(one));
  return best;
}

/** @param sentences those of the passages that speak of the claim: the rest must not lend it words */
export function groundOf(passages: readonly Passage[], sentences: readonly PassageSentence[]): Ground {
  const readings = sentences.map(({ reading }) => reading);
  const own = passages.filter((passage) => passage.sentences.some((sentence) => sentences.includes(sentence)));
  const answered = own.flatMap(({ answered: one }) => one ?? []);
  const clauses = [...readings.flatMap((one) => one.clauses), ...answered];
  const numbers = readings.flatMap((one) => one.numbers);
  const articles = numbers.filter(({ unit }) => unit === 'article').map(({ value }) => value);
  return {
    readings,
    clauses,
    parts: [...readings.flatMap((one) => one.parts), ...answered],
    sentences: [...sentences.map(({ says }) => says), ...answered],
    sentenceReadings: sentences.map(({ reading }) => reading),
    names: new Set(clauses.flatMap((clause) => [...clause.says.keys()])),
    members: new Set(clauses.flatMap((clause) => [...clause.members])),
    numbers,
    flat: readings.map(({ flat }) => flat).join(' '),
    articles: new Set([...articles, ...own.flatMap((passage) => passage.articles)]),
    verdicts: new Set(own.flatMap(({ verdict }) => verdict ?? [])),
  };
}

/** «refusé», «échappe»: a word that denies by itself and that no passage has. */
export function saysNoAnew(claim: Reading, ground: Ground): boolean {
  return claim.words.some(({ text, key }) => STRONG.test(text) && !(key !== undefined && ground.names.has(`=${key}`)));
}
