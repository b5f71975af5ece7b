import type { Corpus } from '../../corpus/read-corpus.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import type { ReadPassages } from '../clauses/read-clauses.ts';
import { pointsOf } from '../port/points.ts';
import type { PlainPoints, Term } from '../port/rewording.ts';
import type { BuyerSaid } from './buyer-said.ts';
import { saidPoints } from './plain-points.ts';
import { createFindJargon, termOf } from './plain-terms.ts';
import { plainText } from './plain-text.ts';

const names = rewordingFr.points;

export interface PrescriberRewording {
  /** What is asked, as lines; empty where nothing can be told of it. */
  readonly told: string;
  /** The message with at most two remarks a sentence, then its other words explained. */
  readonly message: string;
  readonly words: string;
  readonly terms: readonly Term[];
  readonly points: PlainPoints;
  /** The same without our remarks. */
  readonly bare: PlainPoints;
}

/**
 * A buyer's message or clause for the department that must act on it: what it asks first, then the message word for word.
 */
export function createToPrescriber(corpus: Pick<Corpus, 'lexicon'>, readActs: ReadPassages<BuyerSaid>) {
  const findJargon = createFindJargon(corpus.lexicon);
  const entries = new Map(corpus.lexicon.map((entry) => [entry.id, entry]));

  return (source: string): PrescriberRewording => {
    const said = saidPoints(source, readActs);
    const { asked, notToDo, otherwise, buyerDoes } = said;
    const told = [...asked, ...notToDo, otherwise ?? '', buyerDoes ?? ''];
    const { lines, message, words, explained } = plainText(source, told, findJargon);
    const points: PlainPoints = {
      ...said,
      asked: lines.slice(0, asked.length),
      notToDo: lines.slice(asked.length, -2),
      otherwise: lines.at(-2) || undefined,
      buyerDoes: lines.at(-1) || undefined,
      byWhen: said.byWhen.map((due) => ({ ...due, what: lines[asked.indexOf(due.what ?? '')] ?? due.what ?? '' })),
      why: undefined,
    };
    const terms = explained.map((jargon) => termOf(jargon, source, entries));
    return { told: tellPoints(points), message, words, terms, points, bare: { ...said, why: undefined } };
  };
}

/** Lines to be read at a glance: what to do, what not, by when, otherwise what. */
export function tellPoints(points: PlainPoints): string {
  const lines: string[] = points.asks === 'nothing' ? [names.nothing] : [];
  const told = pointsOf(points);
  for (const name of new Set(told.map(({ point }) => point))) {
    const said = told.filter(({ point }) => point === name).map(({ text }) => text);
    lines.push(
      ...(said.length === 1
        ? [`${names[name]}\u00a0: ${said[0] ?? ''}`]
        : [`${names[name]}\u00a0:`, ...said.map((one) => `– ${one}`)]),
    );
  }
  return lines.join('\n');
}
