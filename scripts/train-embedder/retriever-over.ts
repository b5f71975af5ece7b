import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { words } from '../../src/french/words.ts';
import type { LocalEmbedder } from '../../src/model/local-embedder.ts';
import { buildHybridIndex } from '../../src/retrieval/build-index.ts';
import { corpusDocuments } from '../../src/retrieval/corpus-documents.ts';
import { createLexiconMatcher } from '../../src/retrieval/expand.ts';
import { createRetriever, type Retriever } from '../../src/retrieval/retrieve.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';
import { createSpelling } from '../../src/retrieval/spelling.ts';

/** The project's own search over a corpus, as the start composes it, with any vectors: one for each weight of their list. */
export async function retrieverOver(
  corpus: Corpus,
  at: IsoDate,
  embedder: LocalEmbedder,
  settings: RetrievalSettings,
): Promise<(denseWeight: number) => Retriever> {
  const documents = corpusDocuments(corpus, at);
  const texts = documents.flatMap((d) => [d.title, ...d.questions, ...d.parts.map((part) => part.text)]);
  const parts = {
    index: await buildHybridIndex(documents, embedder, settings.fields),
    embed: embedder,
    spelling: createSpelling(new Set(texts.flatMap(words)), embedder.knows),
    lexicon: createLexiconMatcher(corpus.lexicon),
  };
  return (denseWeight) => createRetriever({ ...parts, settings: { ...settings, denseWeight } });
}
