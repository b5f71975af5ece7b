import { parisDay } from '../days/iso-date.ts';
import type { Logger } from '../log.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { ChangeRecords } from './law-records.ts';
import type { OfficialSource } from './official-source.ts';
import type { Reading } from './readings.ts';
import { type WatchReport, watchLaw } from './watch-law.ts';
import type { WatchedArticle } from './watched-articles.ts';

export interface WatchParts {
  readonly records: ChangeRecords;
  readonly articles: readonly WatchedArticle[];
  /** Read beside the index. */
  readonly readings: readonly Reading[];
  /** Opened anew at each round. */
  readonly open: () => OfficialSource;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/** One round of the watch, kept: a change is found once, whoever watches and however often. */
export async function roundOfWatch({
  records,
  articles,
  readings,
  open,
  now,
  log,
}: WatchParts): Promise<Result<WatchReport & { readonly added: readonly string[] }, StoreDown>> {
  const [kept, changes] = [await records.readings(), await records.all()];
  if (!kept.ok) return kept;
  if (!changes.ok) return changes;
  const read = changes.value.flatMap(({ article, since, sentences, closed }) =>
    closed === undefined ? [] : [{ article, since, sentences, read_on: closed.readOn }],
  );
  const at = now();
  const report = await watchLaw({
    source: open(),
    articles,
    readings: [...readings, ...kept.value, ...read],
    today: parisDay(at),
  });
  const recorded = await records.record(report.recorded);
  if (!recorded.ok) return recorded;
  const added = await records.add(report.changes, at.toISOString());
  if (!added.ok) return added;
  for (const id of added.value) log.info({ change: id }, 'law: a change was found');
  if (report.failed !== undefined)
    log.warn({ fault: report.failed.fault.kind, left: report.failed.articles.length }, 'law: not all was compared');
  return ok({ ...report, added: added.value });
}
