import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { type Embed, unitVector } from './embed.ts';

/**
 * Any LangChain embedder as the project's `Embed`: vectors are brought to unit length, since the index compares by inner product.
 * @param fingerprint names the model and its version: a change makes the stored index stale
 */
export function embedFromLangChain(embeddings: EmbeddingsInterface, fingerprint: string, dimensions: number): Embed {
  return {
    fingerprint,
    dimensions,
    embed: async (texts) => {
      const vectors = await embeddings.embedDocuments([...texts]);
      return vectors.map((vector, i) => {
        if (vector.length !== dimensions)
          throw new Error(`${fingerprint} gave ${vector.length} dimensions for text ${i + 1}, ${dimensions} expected`);
        return unitVector(vector);
      });
    },
  };
}
