import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../src/config/config.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import type { OpenChanges } from '../src/law/open-changes.ts';
import type { Logger } from '../src/log.ts';
import { openStore } from '../src/store/open-store.ts';
import { SQLITE_FILE } from '../src/store/sqlite.ts';
import { composeLaw } from './compose-law.ts';

export interface OpenLaw {
  readonly changes: OpenChanges | undefined;
  /** Reads what is open, and again each minute until it is closed. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What a command says of the law that changed: from the store that a server or the watch keeps, where there is one. */
export async function openLaw(config: Config, corpus: () => Corpus, log: Logger): Promise<OpenLaw> {
  const { knowledge, data, databaseUrl } = config;
  if (databaseUrl === undefined && !existsSync(join(data, SQLITE_FILE)))
    return { changes: undefined, start: async () => undefined, close: async () => undefined };
  const store = await openStore({ data, databaseUrl, log });
  // The watch itself is the server's.
  const law = composeLaw({ knowledge, law: undefined }, { records: store.law, corpus, log });
  let clock: ReturnType<typeof law.start> | undefined;
  return {
    changes: law.changes,
    start: async () => {
      await law.changes.refresh();
      clock = law.start();
    },
    close: async () => {
      await clock?.stop();
      await store.close();
    },
  };
}
