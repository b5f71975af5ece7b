import type { Config, LawConfig } from '../src/config/config.ts';
import { type ArticleIndex, loadArticleIndex } from '../src/corpus/article-index.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createQuotes, type QuoteOf } from '../src/law/create-quotes.ts';
import { roundOfWatch } from '../src/law/create-watch.ts';
import type { LawRecords } from '../src/law/law-records.ts';
import { createLeaningIndex, type LeaningIndex } from '../src/law/leaning.ts';
import { createLegiSource } from '../src/law/legi-source.ts';
import type { OfficialSource } from '../src/law/official-source.ts';
import { createOpenChanges, type OpenChanges } from '../src/law/open-changes.ts';
import { createPisteSource, PISTE } from '../src/law/piste-source.ts';
import { loadReadings } from '../src/law/readings.ts';
import { type Watched, watchedArticles } from '../src/law/watched-articles.ts';
import type { Logger } from '../src/log.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { repeat } from './repeat.ts';

export interface WatchedLaw {
  readonly index: ArticleIndex;
  readonly leaning: LeaningIndex;
  readonly watched: Watched;
}

/** What of the law the corpus leans on. */
export function composeLeaning(knowledge: string, corpus: Corpus): WatchedLaw {
  const known = read.get(corpus);
  if (known !== undefined) return known;
  const index = loadArticleIndex(knowledge);
  const leaning = createLeaningIndex(corpus, readRulebook(knowledge), index.otherTexts);
  const law = { index, leaning, watched: watchedArticles(knowledge, index, leaning.articles) };
  read.set(corpus, law);
  return law;
}

/** Two seconds of a processor: read once a corpus, whoever asks first. */
const read = new WeakMap<Corpus, WatchedLaw>();

/** The source that is configured, opened anew at each watch: archives are put in the folder between two. */
export function openSource(law: LawConfig, { legitexts }: Pick<Watched, 'legitexts'>): OfficialSource {
  if (law.kind === 'legi') return createLegiSource(law.folder, legitexts);
  const { clientId, clientSecret } = law;
  return createPisteSource({ ...PISTE, clientId, clientSecret, now: () => new Date() });
}

/** The official text of an article by its number, where the API is configured: archives take minutes to read. */
export function composeQuotes(
  { knowledge, law }: Pick<Config, 'knowledge' | 'law'>,
  corpus: Corpus,
  now: () => Date,
): QuoteOf | undefined {
  if (law?.kind !== 'piste') return undefined;
  const source = openSource(law, { legitexts: [] });
  const where = (article: string) =>
    watchedArticles(knowledge, composeLeaning(knowledge, corpus).index, new Set([article])).articles[0];
  return createQuotes(source, where, now);
}

/** Daily: LEGI's archives are. */
const WATCH_EVERY_MS = 24 * 3_600_000;
/** How long an answer may lack a caution, or bear one too many, after another process found or closed a change. */
const REFRESH_EVERY_MS = 60_000;

export interface ComposedLaw {
  readonly changes: OpenChanges;
  /** Read when it is first asked for. */
  readonly leaningOn: LeaningIndex['on'];
  /** The schedule: what is open is read again each minute; the law is watched each day, where a source is configured. */
  start(): { readonly stop: () => Promise<void> };
}

/** @param corpus read when something is open, or at the first watch */
export function composeLaw(
  { knowledge, law }: Pick<Config, 'knowledge' | 'law'>,
  { records, corpus, log }: { readonly records: LawRecords; readonly corpus: () => Corpus; readonly log: Logger },
): ComposedLaw {
  const leant = () => composeLeaning(knowledge, corpus());
  const changes = createOpenChanges(records, (article) => leant().leaning.on(article));
  const watch = async (configured: LawConfig) => {
    const { watched } = leant();
    const open = () => openSource(configured, watched);
    const readings = loadReadings(knowledge);
    const round = { records, articles: watched.articles, readings, open, now: () => new Date(), log };
    const report = await roundOfWatch(round);
    if (!report.ok) log.warn({}, 'law: the watch waits, the store is down');
    await changes.refresh();
  };
  return {
    changes,
    leaningOn: (article) => leant().leaning.on(article),
    start: () => {
      const fail = (error: unknown) => log.error({ err: error }, 'law: a round failed');
      const loops = [
        repeat(changes.refresh, REFRESH_EVERY_MS, fail),
        ...(law === undefined ? [] : [repeat(() => watch(law), WATCH_EVERY_MS, fail)]),
      ];
      return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
    },
  };
}
