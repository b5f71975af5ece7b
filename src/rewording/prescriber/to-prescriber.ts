import type { Corpus } from '../../corpus/read-corpus.ts';
import { fidelityTo } from '../../fidelity/check-fidelity.ts';
import type { Fidelity } from '../../fidelity/port/defect.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import type { ReadPassages } from '../clauses/read-clauses.ts';
import { pointsAbove } from '../port/points.ts';
import type { PlainPoints, Term } from '../port/rewording.ts';
import type { BuyerSaid } from './buyer-said.ts';
import { saidPoints } from './plain-points.ts';
import { createFindJargon, termOf } from './plain-terms.ts';
import { explainWords } from './words-explained.ts';

interface ForPrescriber {
  /** What is asked, as lines; the message word for word; its words of art explained. */
  readonly text: string;
  readonly message: string;
  readonly terms: readonly Term[];
  readonly points: PlainPoints;
  readonly fidelity: Fidelity;
}

/**
 * A buyer's message or clause for the department that must act on it: what it asks first, whole sentences of it, then the message
 * word for word, then what its words mean. Words whose explanation fails the guard are not explained.
 */
export function createToPrescriber(corpus: Pick<Corpus, 'lexicon'>, readActs: ReadPassages<BuyerSaid>) {
  const findJargon = createFindJargon(corpus.lexicon);
  const entries = new Map(corpus.lexicon.map((entry) => [entry.id, entry]));

  return (source: string): ForPrescriber => {
    const points = saidPoints(source, readActs);
    const { line, explained } = explainWords(source, findJargon);
    const terms = explained.map((jargon) => termOf(jargon, source, entries));
    const told = tellPoints(points, source);
    const above = told === '' ? '' : `${told}\n\n`;
    const check = fidelityTo(source);
    const fidelity = check(line === '' ? source : `${source}\n${line}`);
    if (line !== '' && fidelity.faithful)
      return { text: `${above}${source}\n${line}`, message: source, terms, points, fidelity };
    return { text: `${above}${source}`, message: source, terms: [], points, fidelity: check(source) };
  };
}

/** Lines to be read at a glance: what to do, what not, otherwise what. */
function tellPoints(points: PlainPoints, source: string): string {
  const { points: names } = rewordingFr;
  const lines: string[] = points.asks === 'nothing' ? [names.nothing] : [];
  const above = pointsAbove(points, source);
  for (const name of new Set(above.points.map(({ point }) => point))) {
    const said = above.points.filter(({ point }) => point === name).map(({ text }) => text);
    const title = names[name === 'asked' ? above.title : name];
    lines.push(
      ...(said.length === 1
        ? [`${title}\u00a0: ${said[0] ?? ''}`]
        : [`${title}\u00a0:`, ...said.map((one) => `– ${one}`)]),
    );
  }
  return lines.join('\n');
}
