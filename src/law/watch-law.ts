import type { IsoDate } from '../days/iso-date.ts';
import { ok, type Result } from '../result.ts';
import { diffSentences, officialSentences, printOf, type SentenceDiff } from './fingerprint.ts';
import {
  applying,
  type OfficialSource,
  type OfficialVersion,
  repealOf,
  type SourceFault,
  versionAt,
} from './official-source.ts';
import type { Reading } from './readings.ts';
import type { WatchedArticle } from './watched-articles.ts';

/** An article whose text is no longer, or will no longer be, what was read. */
export interface LawChange {
  /** Of this change alone, the same at each watch. */
  readonly id: string;
  readonly article: string;
  /** `corrected`: the same version, with other words; `repealed`: nothing applies from that day. */
  readonly kind: 'changed' | 'corrected' | 'repealed';
  /** The day it takes effect: past, or to come. */
  readonly since: IsoDate;
  /** The first day of the version read; undefined where nothing of it was. */
  readonly was: IsoDate | undefined;
  /** Undefined where the former text is not at hand. */
  readonly diff: SentenceDiff | undefined;
  /** Prints of the sentences to be read: what closing the change takes as read. None of a repealed article. */
  readonly sentences: readonly string[];
}

export interface WatchReport {
  readonly changes: readonly LawChange[];
  /** Versions taken as read for the first time: no print of them was kept yet. */
  readonly recorded: readonly Reading[];
  /** Not in the official source under that number. */
  readonly unknown: readonly string[];
  /** Not asked, or not answered: why. */
  readonly failed: { readonly articles: readonly string[]; readonly fault: SourceFault } | undefined;
  readonly watched: number;
}

/** Compares what the source says of every article with what was read of it. A source that stops answering ends the round there. */
export async function watchLaw({
  source,
  articles,
  readings,
  today,
}: {
  readonly source: OfficialSource;
  readonly articles: readonly WatchedArticle[];
  readonly readings: readonly Reading[];
  readonly today: IsoDate;
}): Promise<WatchReport> {
  const changes: LawChange[] = [];
  const recorded: Reading[] = [];
  const unknown: string[] = [];
  for (const [at, watched] of articles.entries()) {
    const own = readings.filter(({ article }) => article === watched.article);
    const compared = await compare(source, watched, own, today);
    if (compared.ok) {
      changes.push(...compared.value.changes);
      recorded.push(...compared.value.recorded);
    } else if (compared.error.kind === 'unknown_article') unknown.push(watched.article);
    else {
      const failed = { articles: articles.slice(at).map(({ article }) => article), fault: compared.error };
      return { changes, recorded, unknown, failed, watched: at - unknown.length };
    }
  }
  return { changes, recorded, unknown, failed: undefined, watched: articles.length - unknown.length };
}

type Compared = Pick<WatchReport, 'changes' | 'recorded'>;

async function compare(
  source: OfficialSource,
  watched: WatchedArticle,
  readings: readonly Reading[],
  today: IsoDate,
): Promise<Result<Compared, SourceFault>> {
  const found = await source.versionsOf(watched.legitext, watched.number);
  if (!found.ok) return found;
  const versions = applying(found.value);
  const first = readings.length === 0 ? await firstReading(source, watched, versions, today) : undefined;
  if (first?.ok === false) return first;
  const recorded = first?.value === undefined ? [] : [first.value];
  const known = [...readings, ...recorded];

  const changes: LawChange[] = [];
  const lastRead = known.toSorted((a, b) => a.since.localeCompare(b.since)).at(-1);
  const { article } = watched;
  let before = versions.find(({ since }) => since === lastRead?.since);
  for (const version of versions.filter(({ since, until }) => since > today || until === undefined || until > today)) {
    const text = await source.textOf(version.id);
    if (!text.ok) return text;
    const after = officialSentences(text.value);
    const sentences = after.map(printOf);
    const print = printOf(sentences);
    if (known.some((reading) => printOf(reading.sentences) === print)) {
      before = version;
      continue;
    }
    const isSame = version.since === lastRead?.since;
    const former = before === undefined || isSame ? undefined : await source.textOf(before.id);
    if (former?.ok === false) return former;
    changes.push({
      id: `${article}@${version.since}#${print}`,
      article,
      kind: isSame ? 'corrected' : 'changed',
      since: version.since,
      was: before?.since,
      diff: former && diffSentences(officialSentences(former.value), after),
      sentences,
    });
    before = version;
  }
  const gone = repealOf(found.value);
  const isReadAsGone = known.some(({ since, sentences }) => since === gone && sentences.length === 0);
  if (gone !== undefined && !isReadAsGone)
    changes.push({
      id: `${article}@${gone}#abroge`,
      article,
      kind: 'repealed',
      since: gone,
      was: versions.at(-1)?.since,
      diff: undefined,
      sentences: [],
    });
  return ok({ changes, recorded });
}

/** What the index says was read: the version of its day, or the one that applied to the copy read, or, of neither known, today's. */
async function firstReading(
  source: OfficialSource,
  { article, since, readOn }: WatchedArticle,
  versions: readonly OfficialVersion[],
  today: IsoDate,
): Promise<Result<Reading | undefined, SourceFault>> {
  const read = versions.find((version) => version.since === since) ?? versionAt(versions, readOn ?? today);
  if (read === undefined) return ok(undefined);
  const text = await source.textOf(read.id);
  if (!text.ok) return text;
  const sentences = officialSentences(text.value).map(printOf);
  return ok({ article, since: read.since, read_on: readOn ?? today, sentences });
}
