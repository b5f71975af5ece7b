import { Agent } from 'undici';
import type { LawConfig } from '../src/config/config.ts';
import { type ArticleIndex, loadArticleIndex } from '../src/corpus/article-index.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createLeaningIndex, type LeaningIndex } from '../src/law/leaning.ts';
import { createLegiSource } from '../src/law/legi-source.ts';
import type { OfficialSource } from '../src/law/official-source.ts';
import { createPisteSource, PISTE } from '../src/law/piste-source.ts';
import { type Watched, watchedArticles } from '../src/law/watched-articles.ts';
import { readRulebook } from '../src/rules/rulebook.ts';

export interface WatchedLaw {
  readonly index: ArticleIndex;
  readonly leaning: LeaningIndex;
  readonly watched: Watched;
}

/** What of the law the corpus leans on. */
export function composeLeaning(knowledge: string, corpus: Corpus): WatchedLaw {
  const index = loadArticleIndex(knowledge);
  const leaning = createLeaningIndex(corpus, readRulebook(knowledge), index.otherTexts);
  return { index, leaning, watched: watchedArticles(knowledge, index, leaning.articles) };
}

/** The source that is configured, opened anew at each watch: archives are put in the folder between two. */
export function openSource(law: LawConfig, { legitexts }: Watched): OfficialSource {
  if (law.kind === 'legi') return createLegiSource(law.folder, legitexts);
  const { clientId, clientSecret } = law;
  return createPisteSource({ ...PISTE, clientId, clientSecret, dispatcher: new Agent(), now: () => new Date() });
}
