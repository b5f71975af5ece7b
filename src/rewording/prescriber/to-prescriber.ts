import type { LexiconEntry } from '../../corpus/lexicon.ts';
import type { Corpus } from '../../corpus/read-corpus.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { fold } from '../../french/words.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import { pointsOf } from '../port/points.ts';
import type { PlainPoints, Term } from '../port/rewording.ts';
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
}

/**
 * A buyer's message or clause for the department that must act on it: what it asks first, then the message word for word.
 * What the corpus adds (why the rule is there) is held apart from the message.
 */
export function createToPrescriber(corpus: Pick<Corpus, 'lexicon'>) {
  const findJargon = createFindJargon(corpus.lexicon);
  const entries = new Map(corpus.lexicon.map((entry) => [entry.id, entry]));

  return (source: string): PrescriberRewording => {
    const said = saidPoints(source);
    const { asked, notToDo, otherwise } = said;
    const { lines, message, words, explained } = plainText(
      source,
      [...asked, ...notToDo, ...(otherwise === undefined ? [] : [otherwise])],
      findJargon,
    );
    const terms = explained.map((jargon) => termOf(jargon, source, entries));
    const points: PlainPoints = {
      ...said,
      asked: lines.slice(0, asked.length),
      notToDo: lines.slice(asked.length, asked.length + notToDo.length),
      otherwise: lines[asked.length + notToDo.length],
      why: whyOf(asked, terms, entries),
    };
    return { told: tellPoints(points), message, words, terms, points };
  };
}

/** Of the first term in what is asked, in a sentence; nothing of a term that only stands beside it. */
function whyOf(asked: readonly string[], terms: readonly Term[], entries: ReadonlyMap<string, LexiconEntry>) {
  const lines = fold(asked.join('\n'));
  const entry = terms
    .filter(({ from }) => lines.includes(fold(from)))
    .map(({ concept }) => entries.get(concept))
    .find((one) => one !== undefined);
  const [span] = entry === undefined ? [] : sentencesOf(entry.explain.service);
  return span === undefined ? undefined : entry?.explain.service.slice(...span);
}

/** Lines to be read at a glance: what to do, what not, by when, otherwise what. */
function tellPoints(points: PlainPoints): string {
  const lines: string[] = points.asks === 'something' || points.notToDo.length > 0 ? [] : [names[points.asks]];
  const told = pointsOf({ ...points, why: undefined });
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
