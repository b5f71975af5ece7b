import { readLibrary } from '../documents/library.ts';
import type { Embed } from '../model/embed.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { makeDocument, wantedDocuments } from './library-documents.ts';
import type { OwnDocument, OwnRecords } from './own-records.ts';

/** Enough for what a transaction costs to be shared, few enough to be made anew. */
const BATCH = 500;

export interface OwnIndexed {
  /** Documents made, of those of the library. */
  readonly made: number;
  readonly dropped: number;
  readonly all: number;
}

/**
 * Brings what is found up to date with the library of a data folder, some hundreds of passages after others: what stands is left
 * alone, so a run cut short goes on where it was, and one file changed costs that file.
 * @param batchSize passages that are written in one go
 */
export async function indexOwn(
  data: string,
  records: OwnRecords,
  embed: Embed,
  onProgress: (done: number, total: number) => void = () => undefined,
  batchSize = BATCH,
): Promise<Result<OwnIndexed, StoreDown>> {
  // Before the library is read: what another process adds meanwhile is not taken for gone.
  const kept = await records.kept();
  if (!kept.ok) return kept;
  const wanted = wantedDocuments(readLibrary(data), embed.fingerprint);
  const missing = [...wanted].filter(([key, { made }]) => kept.value.get(key) !== made);
  const gone = [...kept.value.keys()].filter((key) => !wanted.has(key));
  const written = await keepDocuments(records, { all: missing, count: missing.length }, embed, onProgress, batchSize);
  if (!written.ok) return written;
  for (const key of gone) {
    const dropped = await records.drop(key);
    if (!dropped.ok) return dropped;
  }
  return ok({ made: missing.length, dropped: gone.length, all: wanted.size });
}

type Wanting = readonly [key: string, one: Parameters<typeof makeDocument>[1]];

/** Makes documents and keeps them: one batch is made while the one before is written. */
export async function keepDocuments(
  records: Pick<OwnRecords, 'filling' | 'keep'>,
  { all, count }: { readonly all: Iterable<Wanting>; readonly count: number },
  embed: Embed,
  onProgress: (done: number, total: number) => void = () => undefined,
  batchSize = BATCH,
): Promise<Result<undefined, StoreDown>> {
  return records.filling(count, async () => {
    let writing: ReturnType<OwnRecords['keep']> = Promise.resolve(ok(undefined));
    let done = 0;
    for await (const batch of batches(all, embed, batchSize)) {
      const before = await writing;
      if (!before.ok) return before;
      writing = records.keep(batch);
      done += batch.length;
      onProgress(done, count);
    }
    return writing;
  });
}

/** Documents as they are kept, so many of their passages at a time. */
async function* batches(all: Iterable<Wanting>, embed: Embed, size: number): AsyncGenerator<readonly OwnDocument[]> {
  let batch: OwnDocument[] = [];
  let passages = 0;
  for (const [key, one] of all) {
    const document = await makeDocument(key, one, embed);
    batch.push(document);
    passages += document.pages.reduce((sum, { parts }) => sum + parts.length, 0);
    if (passages < size) continue;
    yield batch;
    [batch, passages] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
