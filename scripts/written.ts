import { z } from 'zod';
import type { Turned } from '../src/corpus/question.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { readCases } from './read-cases.ts';

/** Ways of asking written beside the corpus, which no index ever holds: asked as a stranger's question is. */
const FILE = 'knowledge/modele/tournures.jsonl';
const schema = z.strictObject({ fiche: z.string(), question: z.string(), said: z.array(z.string()).min(1) });

/** A way of asking, by the position of its question among those of the fiche. */
export interface Written {
  readonly fiche: string;
  readonly question: number;
  readonly text: string;
}

/** … asked the other way round, with the yes or the no that it wants. */
export interface WrittenTurned extends Written {
  readonly verdict: Turned['verdict'];
}

/** Of questions that are still there. */
export function readWritten(corpus: Pick<Corpus, 'fiches'>): readonly Written[] {
  const byId = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
  return readCases(FILE, schema).flatMap(({ fiche, question: named, said }) => {
    const question = byId.get(fiche)?.questions.findIndex(({ id }) => id === named) ?? -1;
    return question < 0 ? [] : said.map((text) => ({ fiche, question, text }));
  });
}

export function readWrittenTurned({ fiches }: Pick<Corpus, 'fiches'>): readonly WrittenTurned[] {
  return fiches.flatMap(({ id: fiche, questions }) =>
    questions.flatMap(({ turned }, question) =>
      turned.flatMap(({ ask, told, verdict }) => [ask, ...told].map((text) => ({ fiche, question, text, verdict }))),
    ),
  );
}
