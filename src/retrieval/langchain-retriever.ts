import { BaseRetriever } from '@langchain/core/retrievers';
import { Document } from 'langchain';
import type { Retriever } from './retrieve.ts';

/** What a document found carries besides its text. */
export interface FoundMetadata extends Record<string, unknown> {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly score: number;
}

/**
 * The project's search spoken as LangChain's `BaseRetriever`, to plug into any of its chains.
 * A class, against the house's habit, because LangChain asks for a subclass.
 */
class HybridRetriever extends BaseRetriever<FoundMetadata> {
  override lc_namespace = ['truchement', 'retrieval'];
  readonly #retriever: Retriever;

  constructor(retriever: Retriever) {
    super();
    this.#retriever = retriever;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<FoundMetadata>[]> {
    const { hits } = await this.#retriever.retrieve({ text: query });
    return hits.map(({ document, score, parts }) => {
      const part = document.parts[parts[0]?.part ?? -1] ?? document.parts[0];
      return new Document({
        pageContent: part?.text ?? document.title,
        metadata: { id: document.id, title: document.title, part: part?.name ?? 'title', score },
      });
    });
  }
}

export function asLangChainRetriever(retriever: Retriever): BaseRetriever<FoundMetadata> {
  return new HybridRetriever(retriever);
}
