import { words } from '../french/words.ts';
import type { Fiche } from './fiche.ts';
import type { Question, Turned } from './question.ts';

/** One way of asking, and the position in its fiche of the question it asks. */
export interface Phrasing {
  readonly text: string;
  readonly question: number;
}

const flattened = new WeakMap<readonly Question[], readonly Phrasing[]>();

/**
 * Every way of asking the questions of a fiche, in the order of the file, `ask` before `said`: by these it is found. The index
 * numbers its parts by their position here.
 */
export function phrasingsOf({ questions }: { readonly questions: readonly Question[] }): readonly Phrasing[] {
  const known = flattened.get(questions);
  if (known !== undefined) return known;
  const all = questions.flatMap(({ ask, said }, question) => [ask, ...said].map((text) => ({ text, question })));
  flattened.set(questions, all);
  return all;
}

/** The same with some phrasings only; a question that keeps none is no longer there. */
export function withPhrasings<T extends { readonly questions: readonly Question[] }>(
  fiche: T,
  keep: (text: string) => boolean,
): T {
  const questions = fiche.questions.flatMap((question) => {
    const [ask, ...said] = [question.ask, ...question.said].filter(keep);
    return ask === undefined ? [] : [{ ...question, ask, said }];
  });
  return { ...fiche, questions };
}

/** What the fiche answers to a question, whatever is told, in each case of it and turned round: both registers where they differ. */
export function answersTo({ answer, cases, turned }: Question): readonly string[] {
  return [...new Set([answer, ...cases, ...turned].flatMap(({ service, achat }) => [service, achat]))];
}

/** A question of a fiche, by its position there. */
export interface Placed {
  readonly fiche: Fiche;
  readonly question: number;
}

/** … as it is shown, or turned round. */
interface AsWritten extends Placed {
  readonly turned?: Turned;
}

/**
 * Finds the question that was asked in the very words in which it is shown, whatever the marks and accents: as a button says
 * it, or whoever copies it.
 */
export function createAsWritten(fiches: readonly Fiche[]): (text: string) => AsWritten | undefined {
  let byWords: ReadonlyMap<string, AsWritten> | undefined;
  return (text) => {
    byWords ??= new Map(
      fiches.flatMap((fiche) =>
        fiche.questions.flatMap(({ ask, turned }, question): readonly (readonly [string, AsWritten])[] => [
          ...turned.map((one) => [keyOf(one.ask), { fiche, question, turned: one }] as const),
          [keyOf(ask), { fiche, question }],
        ]),
      ),
    );
    return byWords.get(keyOf(text));
  };
}

function keyOf(text: string): string {
  return words(text).join(' ');
}
