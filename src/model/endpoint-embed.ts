import type { ModelFault } from './complete.ts';
import { type Embed, type EmbedTexts, unitVector } from './embed.ts';
import type { VectorCache } from './vector-cache.ts';

export interface EndpointEmbedParts {
  readonly embedTexts: EmbedTexts;
  readonly cache: VectorCache;
  readonly fingerprint: string;
  readonly dimensions: number;
}

const PATIENCE = { timeoutMs: 30_000, attempts: 4 };

/** An endpoint as the index's embedder: only what the cache does not hold is asked for. Rejects with what failed, by its kind. */
export function createEndpointEmbed({ embedTexts, cache, fingerprint, dimensions }: EndpointEmbedParts): Embed {
  return {
    fingerprint,
    dimensions,
    embed: async (texts) => {
      const missing = [...new Set(texts.filter((text) => cache.get(text) === undefined))];
      if (missing.length > 0) {
        const given = await embedTexts(missing, PATIENCE);
        if (!given.ok) throw new Error(`the embedding endpoint failed: ${given.error.kind}`);
        const wrong = given.value.find((vector) => vector.length !== dimensions);
        if (wrong !== undefined)
          throw new Error(`the embedding endpoint gave ${wrong.length} dimensions, ${dimensions} expected`);
        cache.add(missing, given.value.map(unitVector));
      }
      return texts.map((text) => cache.get(text) ?? new Float32Array(dimensions));
    },
  };
}

export interface QueryEmbedParts extends Pick<EndpointEmbedParts, 'embedTexts' | 'dimensions'> {
  /** What is sent in place of a question: names hidden. */
  readonly hide: (text: string) => string;
  /** Milliseconds, steady. */
  readonly now: () => number;
  readonly onFailure: (fault: ModelFault['kind'] | 'resting') => void;
}

/** A question has no time for more: the local list serves as well. The second try is for a connection that was closed while it lay idle. */
const QUERY_PATIENCE = { timeoutMs: 2_000, attempts: 2 };
/** How long an endpoint that failed is left alone. */
const REST_MS = 30_000;

/** One question's vector, or undefined at once where the endpoint has failed a moment ago. Never rejects; nothing is kept. */
export function createQueryEmbed({ embedTexts, dimensions, hide, now, onFailure }: QueryEmbedParts) {
  let restUntil = Number.NEGATIVE_INFINITY;
  return async (text: string): Promise<Float32Array | undefined> => {
    if (now() < restUntil) {
      onFailure('resting');
      return undefined;
    }
    const given = await embedTexts([hide(text)], QUERY_PATIENCE);
    const vector = given.ok ? given.value[0] : undefined;
    if (vector?.length === dimensions) return unitVector(vector);
    restUntil = now() + REST_MS;
    onFailure(given.ok ? 'malformed' : given.error.kind);
    return undefined;
  };
}
