import { join } from 'node:path';
import type { Embed } from '../model/embed.ts';
import { buildHybridIndex } from './build-index.ts';
import type { IndexDocument } from './document.ts';
import type { HybridIndex } from './hybrid.ts';
import { type IndexFault, indexFingerprint, readIndex, writeIndex } from './index-store.ts';
import type { RetrievalSettings } from './settings.ts';

export interface OpenedIndex {
  readonly index: HybridIndex;
  /** Names its documents, the embedder and the code that made it. */
  readonly fingerprint: string;
  /** Why it was built anew; undefined when the stored one was fresh. */
  readonly rebuilt: IndexFault | undefined;
  /** Set when the new index could not be kept (a full disk): it serves from memory all the same. */
  readonly notKept: string | undefined;
}

/** The stored index when it is fresh and whole, else a new one, written for the next start. */
export async function openIndex(options: {
  readonly directory: string;
  readonly documents: readonly IndexDocument[];
  readonly embed: Embed;
  readonly settings: RetrievalSettings;
  readonly force?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<OpenedIndex> {
  const { documents, embed, settings } = options;
  const directory = join(options.directory, 'index');
  const fingerprint = indexFingerprint(documents, embed.fingerprint);
  const stored = readIndex(directory, {
    fingerprint,
    documents,
    dimensions: embed.dimensions,
    settings: settings.fields,
  });
  if (stored.ok && options.force !== true)
    return { index: stored.value, fingerprint, rebuilt: undefined, notKept: undefined };
  const rebuilt: IndexFault = stored.ok ? { kind: 'stale', message: 'a new index was asked for' } : stored.error;
  const index = await buildHybridIndex(documents, embed, settings.fields, options.onProgress);
  try {
    writeIndex(directory, index, fingerprint);
    return { index, fingerprint, rebuilt, notKept: undefined };
  } catch (error) {
    return { index, fingerprint, rebuilt, notKept: error instanceof Error ? error.message : String(error) };
  }
}
