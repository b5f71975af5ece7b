import type { Corpus } from '../corpus/read-corpus.ts';
import type { NextSight } from '../dialogue/next-question.ts';
import type { Query, Retriever } from '../retrieval/retrieve.ts';
import type { Remembered } from './memory.ts';

/** What a line that leans on what was said is held against; undefined where no fiche was being spoken of. */
export function createNextSight({ fiches }: Pick<Corpus, 'fiches'>, retriever: Pick<Retriever, 'retrieve'>) {
  const byId = new Map(fiches.map((fiche) => [fiche.id, fiche]));
  return async (
    text: string,
    before: Pick<Remembered, 'question' | 'answer' | 'likeliest'> | undefined,
    joined: Query = { text, context: before?.question ?? '' },
  ): Promise<NextSight | undefined> => {
    const answer = before?.answer ?? before?.likeliest;
    const topic = byId.get(answer?.sources[0].fiche ?? '');
    if (before?.question === undefined || topic === undefined) return undefined;
    const place = topic.questions.findIndex(({ id }) => id === answer?.told);
    const about = [topic.id, ...topic.related];
    const judged = async (query: Query) => (await retriever.retrieve({ ...query, about })).judged;
    return {
      text,
      question: before.question,
      topic,
      told: place < 0 ? undefined : place,
      readings: {
        alone: await judged({ text }),
        joined: await judged(joined),
        told: await judged({ text, context: topic.questions[place]?.ask ?? topic.title }),
      },
    };
  };
}

export type SightOfNext = ReturnType<typeof createNextSight>;
