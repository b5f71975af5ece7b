import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { parisDay } from '../../src/days/iso-date.ts';
import { readLibrary } from '../../src/documents/library.ts';
import type { Logger } from '../../src/log.ts';
import { loadServedEmbedder } from '../../src/model/join-embedders.ts';
import { corpusDocuments } from '../../src/retrieval/corpus-documents.ts';
import { indexFingerprint, readIndex } from '../../src/retrieval/index-store.ts';
import { wantedDocuments } from '../../src/retrieval/library-documents.ts';
import { fittedSettings } from '../../src/retrieval/settings.ts';
import { graphLibrary } from '../../src/retrieval/vector-index.ts';
import { pingStore } from '../../src/store/ping-store.ts';
import { isOpenToOthers } from '../../src/store/private-files.ts';
import { openOwn } from '../own-documents.ts';
import { type Finding, found } from './finding.ts';
import { saySetAside } from './set-aside.ts';

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** What this machine itself holds: disk, corpus, index, store. */
export async function findHere(config: Config, log: Logger): Promise<readonly Finding[]> {
  // Before the store is asked: opening it closes what is open.
  const rightsFound = rights(config);
  return [
    disk(config),
    rightsFound,
    vectors(),
    ...corpusAndIndex(config),
    ...(await documents(config)),
    ...(await store(config, log)),
  ];
}

function disk({ data }: Config): Finding {
  const trial = join(data, `.doctor-${process.pid}`);
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(trial, 'trial');
    rmSync(trial);
    const { bavail, bsize } = statfsSync(data);
    const free = `${Math.round((bavail * bsize) / 1024 ** 2)} MB free`;
    return found('disk', bavail * bsize < LEAST_FREE_BYTES ? 'note' : 'ok', `${data} can be written, ${free}`);
  } catch (error) {
    return found('disk', 'fault', `${data} cannot be written${codeOf(error)}`);
  }
}

/** Names are kept there: nobody else's account has any business with them. */
export function rights({ data }: Pick<Config, 'data'>): Finding {
  const file = join(data, 'truchement.sqlite');
  const open = [data, file, `${file}-wal`, `${file}-shm`].filter(isOpenToOthers);
  if (open.length === 0) return found('rights', 'ok', `${data} is closed to other accounts`);
  return found('rights', 'note', `open to other accounts: ${open.join(', ')}; the next start closes what is its own`);
}

/** Without it answers are the same, a millisecond later; only a large library of one's own documents feels it. */
function vectors(): Finding {
  if (graphLibrary !== null) return found('vectors', 'ok', 'hnswlib-node');
  return found('vectors', 'note', 'hnswlib-node was not compiled here: every vector is looked at');
}

/** Those of the organisation: none, all found, or some that wait for the next look at their folders. */
async function documents(config: Config): Promise<readonly Finding[]> {
  try {
    const { fingerprint, dimensions } = loadServedEmbedder();
    const library = readLibrary(config.data);
    const damaged = library.damaged.map((file) =>
      found('documents', 'note', `damaged, add its document again: ${file}`),
    );
    const wanted = wantedDocuments(library, fingerprint);
    if (wanted.size === 0) return damaged;
    const own = await openOwn(config, dimensions);
    const kept = await own.kept().finally(own.close);
    if (!kept.ok) return [...damaged, found('documents', 'fault', `cannot be read: ${kept.error.reason}`)];
    const ready = [...wanted].filter(([key, { made }]) => kept.value.get(key) === made).length;
    const said = `${ready} of ${wanted.size} are found`;
    return [
      ...damaged,
      found('documents', ready < wanted.size ? 'note' : 'ok', ready < wanted.size ? `${said}: npm run ingest` : said),
    ];
  } catch (error) {
    return [found('documents', 'fault', error instanceof Error ? error.message : String(error))];
  }
}

function corpusAndIndex(config: Config): readonly Finding[] {
  try {
    const { corpus, problems } = readCorpus(config.knowledge);
    const { modules, fiches, figures } = corpus;
    const sizes = `${modules.length} modules, ${fiches.length} fiches, ${figures.size} figures`;
    if (problems.length > 0 || fiches.length === 0)
      return [found('corpus', 'fault', `${sizes}, ${problems.length} problem(s): npm run corpus:check names them`)];
    const documents = corpusDocuments(corpus, parisDay(new Date()));
    const embed = loadServedEmbedder();
    const stored = readIndex(join(config.data, 'index'), {
      fingerprint: indexFingerprint(documents, embed.fingerprint),
      documents,
      dimensions: embed.dimensions,
      settings: fittedSettings.fields,
    });
    const index = stored.ok
      ? found('index', 'ok', `fresh, ${documents.length} documents`)
      : found('index', 'note', `${stored.error.kind}: built at the next start, or now by npm run ingest`);
    return [found('corpus', 'ok', sizes), index];
  } catch (error) {
    return [found('corpus', 'fault', `${config.knowledge} cannot be read${codeOf(error)}`)];
  }
}

async function store({ data, databaseUrl }: Config, log: Logger): Promise<readonly Finding[]> {
  const ping = await pingStore(data, databaseUrl, log);
  switch (ping.kind) {
    case 'reached':
      return [
        found('store', 'ok', ping.place),
        ...ping.setAside.map((one) => found('set aside', 'note', `${saySetAside(one)}: npm run set-aside`)),
      ];
    case 'not_made':
      return [found('store', 'note', `${ping.place} is made at the first start`)];
    case 'down':
      return [found('store', 'fault', `${ping.place}: ${ping.why}`)];
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
}
