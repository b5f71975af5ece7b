import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import type { LocalEmbedder } from '../../src/model/local-embedder.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';
import { retrieverOver } from './retriever-over.ts';

/** Shares of 1, and the mean of 1 / rank. */
export interface Ranks {
  readonly hit1: number;
  readonly hit5: number;
  readonly mrr: number;
}

const LIMIT = 10;

/** Where the first fiche that states an expected fact comes, by the vectors alone and by the project's own search. */
export async function goldenRanks(
  questions: readonly { readonly text: string; readonly facts: readonly string[] }[],
  corpus: Corpus,
  at: IsoDate,
  embedder: LocalEmbedder,
  settings: RetrievalSettings,
): Promise<{ readonly dense: Ranks; readonly hybrid: Ranks }> {
  const retrieverAt = await retrieverOver(corpus, at, embedder, settings);
  const ranksAt = async (denseWeight: number): Promise<Ranks> => {
    const retriever = retrieverAt(denseWeight);
    const ranks: number[] = [];
    for (const { text, facts } of questions) {
      const { hits } = await retriever.retrieve({ text }, LIMIT);
      const holders = new Set(
        corpus.fiches.filter((fiche) => fiche.facts.some((fact) => facts.includes(fact))).map((fiche) => fiche.id),
      );
      ranks.push(hits.findIndex((hit) => holders.has(hit.document.id)) + 1);
    }
    return summary(ranks);
  };
  return { dense: await ranksAt(1), hybrid: await ranksAt(settings.denseWeight) };
}

/** @param ranks 1 for the first, 0 for not found */
function summary(ranks: readonly number[]): Ranks {
  const share = (k: number) => ranks.filter((rank) => rank > 0 && rank <= k).length / ranks.length;
  return {
    hit1: share(1),
    hit5: share(5),
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
  };
}
