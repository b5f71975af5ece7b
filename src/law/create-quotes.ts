import { type IsoDate, parisDay } from '../days/iso-date.ts';
import { type OfficialSource, versionAt } from './official-source.ts';
import type { WatchedArticle } from './watched-articles.ts';

/** The official text of an article as it stands, quoted: never ours. */
export interface OfficialQuote {
  /** Paragraphs parted by line ends. */
  readonly text: string;
  /** The first day of the version in force. */
  readonly since: IsoDate;
  readonly readOn: IsoDate;
}

/** Undefined where the source has none, or does not say it in time. */
export type QuoteOf = (article: string) => Promise<OfficialQuote | undefined>;

const KEPT_MS = 24 * 3_600_000;
/** After a refusal the source is left in peace. */
const AGAIN_MS = 10 * 60_000;
/** What a person waits for it; what comes later is there the next time. */
const PATIENCE_MS = 800;
const MOST = 500;

interface Kept {
  readonly until: number;
  readonly quote: Promise<OfficialQuote | undefined>;
}

/** @param where an article stands officially; undefined where the source does not give it */
export function createQuotes(
  source: OfficialSource,
  where: (article: string) => WatchedArticle | undefined,
  now: () => Date,
  patienceMs = PATIENCE_MS,
): QuoteOf {
  const kept = new Map<string, Kept>();
  const fetchOne = async (article: string): Promise<OfficialQuote | undefined> => {
    const found = where(article);
    const versions = found && (await source.versionsOf(found.legitext, found.number));
    const readOn = parisDay(now());
    const version = versions?.ok === true ? versionAt(versions.value, readOn) : undefined;
    const text = version && (await source.textOf(version.id));
    const quote =
      version !== undefined && text?.ok === true ? { text: text.value, since: version.since, readOn } : undefined;
    if (quote === undefined) keep(article, AGAIN_MS, Promise.resolve(undefined));
    return quote;
  };
  const keep = (article: string, ms: number, quote: Kept['quote']) => {
    kept.delete(article);
    kept.set(article, { until: now().getTime() + ms, quote });
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  };
  return (article) => {
    const known = kept.get(article);
    if (known === undefined || known.until <= now().getTime())
      keep(
        article,
        KEPT_MS,
        fetchOne(article).catch(() => undefined),
      );
    return Promise.race([
      kept.get(article)?.quote,
      new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined).unref()),
    ]);
  };
}
