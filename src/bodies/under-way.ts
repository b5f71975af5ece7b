import { indexTerms, termOf, words } from '../french/words.ts';
import type { Reading } from './find-rows.ts';
import type { UnderWay } from './port/house.ts';
import { SURE } from './read-needs.ts';

/** How many at most are told of at once. */
const MOST = 2;
/** What a purchase shares with a message: from here it is meant; from there where somebody may ask where something stands. */
const MEANT = 3;
const MEANT_BY_WHERE = 2;
const OF = { person: 2, need: 2, name: 2, word: 0.7, why: 1, followed: 1 };

export interface Asks {
  /** It may ask where something stands. */
  readonly where: boolean;
  /** It speaks of something that goes on, or does not. */
  readonly follows: boolean;
}

/** The purchases that a message means: by what they are about, by who asked for them or is waited for. */
export function meantIn(text: string, rows: readonly UnderWay[], asks: Asks, reading: Reading): readonly UnderWay[] {
  const said = { terms: new Set(indexTerms(text)), words: new Set(words(text)), needs: reading.needs.said(text) };
  const isLaw = reading.needs.asksLaw(text);
  const says = (term: string) => said.terms.has(term) && !reading.empty.has(term);
  const scored = rows.map((row) => {
    const titled = words(row.title).filter((word) => !/\d/.test(word) && says(termOf(word) ?? ''));
    // «la halle» names one purchase, «salle» many a one.
    const names = titled.filter((word) => !reading.needs.knows(word)).length;
    const needed = [...reading.needs.said(row.title).keys()].some((need) => (said.needs.get(need) ?? 0) >= SURE);
    const people = [...row.prescribers, ...namesIn(row.why ?? '')].flatMap(words);
    const isOfPerson = people.some((word) => word.length > 2 && said.words.has(word) && !reading.isFrench(word));
    const about = OF.name * names + OF.word * (titled.length - names) + (needed ? OF.need : 0);
    const isWhy = isOfPerson && indexTerms(row.why ?? '').some(says);
    // Where nobody asks where anything stands, its kind alone is any purchase of that kind.
    const isMeant = isOfPerson ? about > 0 || isWhy : about > 0 && !isLaw && (asks.where || names > 0);
    const more = (isOfPerson ? OF.person : 0) + (isWhy ? OF.why : 0);
    const followed = asks.follows && (names > 0 || isOfPerson) ? OF.followed : 0;
    return { row, score: isMeant ? about + more + followed : 0 };
  });
  const least = asks.where && !isLaw ? MEANT_BY_WHERE : MEANT;
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < least ? [] : scored.flatMap(({ row, score }) => (score === best ? [row] : [])).slice(0, MOST);
}

/** Words that begin with a capital inside a sentence: «la signature de Mme Tixier». */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?/gu)].map(([name]) => name);
}
