import { join } from 'node:path';
import { digestFiles, digestRooms } from '../digest-files.ts';
import { keep, readKept } from '../kept.ts';
import { openKeptYaml } from '../yaml.ts';
import type { CorpusProblem } from './problem.ts';
import { type Corpus, readCorpus } from './read-corpus.ts';

export interface OpenedCorpus {
  readonly corpus: Corpus;
  /** As `readCorpus` found them; a corpus that has some is never kept. */
  readonly problems: readonly CorpusProblem[];
  /** Set when what was read could not be kept (a full disk): the next start reads it again. */
  readonly notKept: string | undefined;
}

/** What reads the corpus: these rooms, and the libraries. */
const READERS = ['corpus', 'days', 'french', 'vocabulary'];
const FILE = 'corpus.bin';
/** What is read of the folder besides, when it is first needed. */
const YAML_FILE = 'yaml.bin';

/**
 * The corpus of a folder, checked: three seconds of reading the first time, then what was kept of it in the data folder, as
 * long as every one of its files, and the code that reads them, are what they were.
 */
export function openCorpus(root: string, data: string): OpenedCorpus {
  const path = join(data, FILE);
  const fingerprint = fingerprintOf(root);
  const kept = fingerprint === undefined ? undefined : readKept<Corpus>(path, fingerprint);
  const { corpus, problems } = kept === undefined ? readCorpus(root) : { corpus: kept, problems: [] };
  if (fingerprint !== undefined) openKeptYaml(join(data, YAML_FILE), fingerprint);
  if (kept !== undefined) return { corpus, problems, notKept: undefined };
  if (problems.length > 0 || fingerprint === undefined) return { corpus, problems, notKept: undefined };
  return { corpus, problems, notKept: keep(path, fingerprint, corpus) };
}

/** Undefined where the folder cannot be read: `readCorpus` says so in words. */
function fingerprintOf(root: string): string | undefined {
  try {
    return `${digestRooms(READERS)} ${digestFiles([root], /\.(?:md|yaml)$/)}`;
  } catch {
    return undefined;
  }
}
