import { Embeddings } from '@langchain/core/embeddings';
import { expect, test } from 'vitest';
import { embedFromLangChain } from '../../../src/model/langchain-embed.ts';
import { buildHybridIndex } from '../../../src/retrieval/build-index.ts';
import type { IndexDocument } from '../../../src/retrieval/document.ts';
import { createLexiconMatcher } from '../../../src/retrieval/expand.ts';
import { asLangChainRetriever } from '../../../src/retrieval/langchain-retriever.ts';
import { createRetriever } from '../../../src/retrieval/retrieve.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { createSpelling } from '../../../src/retrieval/spelling.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A LangChain embedder of three lines: how often each letter stands in the text, far from unit length. */
class LetterCounts extends Embeddings {
  constructor() {
    super({});
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(
      texts.map((text) => [...LETTERS].map((letter) => text.toLowerCase().split(letter).length - 1)),
    );
  }
  override async embedQuery(text: string): Promise<number[]> {
    return (await this.embedDocuments([text]))[0] ?? [];
  }
}

const documents: readonly IndexDocument[] = [
  { id: 'zebre', title: 'zzz', questions: [], articles: [], parts: [{ name: 'brief', text: 'zzzz zzzz' }] },
  {
    id: 'avance',
    title: 'avance',
    questions: [],
    articles: [],
    parts: [{ name: 'brief', text: 'une avance au titulaire' }],
  },
];

test('a LangChain embedder plugs in and a LangChain retriever comes out', async () => {
  const embed = embedFromLangChain(new LetterCounts(), 'letters-1', LETTERS.length);
  const [vector] = await embed.embed(['avance']);
  expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 6);

  const retriever = createRetriever({
    index: await buildHybridIndex(documents, embed, fittedSettings.fields),
    embed,
    spelling: createSpelling(new Set(), () => true),
    lexicon: createLexiconMatcher([]),
    settings: fittedSettings,
  });
  const found = await asLangChainRetriever(retriever).invoke('avance au titulaire');
  expect(found[0]?.metadata).toMatchObject({ id: 'avance', part: 'brief' });
  expect(found[0]?.pageContent).toBe('une avance au titulaire');
});

test('a LangChain embedder with other dimensions than said is refused by name', async () => {
  const embed = embedFromLangChain(new LetterCounts(), 'letters-1', 7);
  await expect(embed.embed(['avance'])).rejects.toThrow('letters-1 gave 26 dimensions for text 1, 7 expected');
});
