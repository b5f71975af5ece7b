import type { Corpus } from '../corpus/read-corpus.ts';
import { parisDay } from '../days/iso-date.ts';
import { readGiven } from '../dialogue/given.ts';
import { visibleText } from '../french/words.ts';
import type { Retriever } from '../retrieval/retrieve.ts';
import { catalogues } from '../text/catalogues.ts';
import { LONGEST_QUESTION } from './early.ts';
import type { FindFiches } from './port/conversing.ts';
import { answer, type SettleParts, type SettleSetting } from './settle.ts';

/** Cosine similarity from which a fiche without a word in common is still what was looked for. */
const SAME_MEANING = 0.6;

/** The fiches nearest to some words, each with its answer. */
export function createFind(
  { corpus, retriever, now }: { corpus: Corpus; retriever: Retriever; now: () => Date },
  said: SettleParts,
): FindFiches {
  const byId = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
  return async (words, language, limit) => {
    const text = visibleText(words.slice(0, LONGEST_QUESTION));
    if (text === '') return [];
    const retrieval = await retriever.retrieve({ text });
    const today = parisDay(now());
    const facts = readGiven(text, today);
    const setting: SettleSetting = {
      retrieval,
      cases: new Map(),
      facts,
      role: 'prescriber',
      at: facts.at ?? today,
      today,
      catalogue: catalogues[language],
    };
    // The nearest of all is something too when nothing is near: a word in common, or much the same meaning.
    const fiches = retrieval.hits
      .filter(({ lexical, dense }) => lexical !== undefined || (dense?.similarity ?? 0) >= SAME_MEANING)
      .map(({ document }) => byId.get(document.id))
      .filter((fiche) => fiche !== undefined);
    return fiches.slice(0, limit).map((fiche) => answer(said, fiche, undefined, retrieval.confidence, setting));
  };
}
