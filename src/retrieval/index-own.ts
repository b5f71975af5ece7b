import { readLibrary } from '../documents/library.ts';
import type { Embed } from '../model/embed.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { makeDocument, wantedDocuments } from './library-documents.ts';
import type { OwnRecords } from './own-records.ts';

export interface OwnIndexed {
  /** Documents made, of those of the library. */
  readonly made: number;
  readonly dropped: number;
  readonly all: number;
}

/**
 * Brings what is found up to date with the library of a data folder, one document after another: what stands is left alone, so
 * a run cut short goes on where it was, and one file changed costs that file.
 */
export async function indexOwn(
  data: string,
  records: OwnRecords,
  embed: Embed,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Result<OwnIndexed, StoreDown>> {
  // Before the library is read: what another process adds meanwhile is not taken for gone.
  const kept = await records.kept();
  if (!kept.ok) return kept;
  const wanted = wantedDocuments(readLibrary(data), embed.fingerprint);
  const missing = [...wanted].filter(([key, { made }]) => kept.value.get(key) !== made);
  const gone = [...kept.value.keys()].filter((key) => !wanted.has(key));
  for (const [done, [key, one]] of missing.entries()) {
    onProgress(done, missing.length);
    const written = await records.keep(await makeDocument(key, one, embed));
    if (!written.ok) return written;
  }
  if (missing.length > 0) onProgress(missing.length, missing.length);
  for (const key of gone) {
    const dropped = await records.drop(key);
    if (!dropped.ok) return dropped;
  }
  return ok({ made: missing.length, dropped: gone.length, all: wanted.size });
}
