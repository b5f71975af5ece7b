import type { Corpus } from '../../corpus/read-corpus.ts';
import { fidelityTo } from '../../fidelity/check-fidelity.ts';
import type { Fidelity } from '../../fidelity/port/defect.ts';
import { rewordingFr } from '../../text/rewording-fr.ts';
import type { ReadPassages } from '../clauses/read-clauses.ts';
import { NO_POINTS, pointsAbove } from '../port/points.ts';
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
 * A buyer's message or clause for the department that must act on it: what it asks first, then the message word for word, then
 * what its words mean. What fails the guard is not shown.
 */
export function createToPrescriber(corpus: Pick<Corpus, 'lexicon'>, readActs: ReadPassages<BuyerSaid>) {
  const findJargon = createFindJargon(corpus.lexicon);
  const entries = new Map(corpus.lexicon.map((entry) => [entry.id, entry]));

  return (source: string): ForPrescriber => {
    const said = saidPoints(source, readActs);
    const { line, explained } = explainWords(source, findJargon);
    const terms = explained.map((jargon) => termOf(jargon, source, entries));
    const check = fidelityTo(source);
    const whole = (points: PlainPoints, words: string) => {
      const message = words === '' ? source : `${source}\n${words}`;
      const told = tellPoints(points, source);
      return told === '' ? message : `${told}\n\n${message}`;
    };
    const fewer = () => passing(said, (told) => check(`${told}\n\n${source}`).faithful, source);
    let before: string | undefined;
    for (const points of [() => said, fewer, () => NO_POINTS]) {
      const told = points();
      const text = whole(told, line);
      // Each reading is of everything.
      if (text === before) continue;
      before = text;
      const fidelity = check(text);
      if (fidelity.faithful) return { text, message: source, terms, points: told, fidelity };
    }
    return { text: source, message: source, terms: [], points: NO_POINTS, fidelity: check(source) };
  };
}

/** In characters: of a longer message no line is tried alone, since each one tried is a reading of everything. */
const LONGEST_TRIED = 4_000;

/** The points whose lines pass alone; then they are no longer all that is asked. */
function passing(points: PlainPoints, passes: (line: string) => boolean, source: string): PlainPoints {
  if (source.length > LONGEST_TRIED) return NO_POINTS;
  return {
    ...points,
    asks: points.asks === 'something' ? 'unsure' : points.asks,
    asked: points.asked.filter(passes),
    notToDo: points.notToDo.filter(passes),
    otherwise: undefined,
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
