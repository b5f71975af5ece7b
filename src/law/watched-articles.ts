import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArticleIndex } from '../corpus/article-index.ts';
import { isoDate } from '../corpus/question.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { parseYaml } from '../yaml.ts';

const OFFICIAL_TEXTS_FILE = 'textes-officiels.yaml';

const textsSchema = z.array(
  z.strictObject({
    name: z.string().min(3),
    /** Its number in LEGI and on Légifrance. */
    legitext: z.string().regex(/^LEGITEXT\d{12}$/),
    /** How its articles are named here: this, then the number as in the text. */
    prefix: z.string(),
    /** The day on which the copy that was read applied; absent where the day of the reading is not known. */
    read_on: isoDate.optional(),
  }),
);

/** An article of the corpus and where it stands officially. */
export interface WatchedArticle {
  readonly article: string;
  readonly legitext: string;
  /** As the text numbers it. */
  readonly number: string;
  /** The first day of the version read, where the index says it. */
  readonly since: IsoDate | null;
  /** The day on which the copy that was read applied. */
  readonly readOn: IsoDate | undefined;
}

export interface Watched {
  readonly articles: readonly WatchedArticle[];
  readonly legitexts: readonly string[];
  /** Cited by the corpus, in texts whose articles the official source does not give one by one. */
  readonly left: readonly string[];
}

const ARTICLE = /^[LRD]\d+(?:-\d+)*$/;

/** Every article that the corpus cites, among those whose text is in `textes-officiels.yaml`. @throws where the file is not as it should be */
export function watchedArticles(knowledge: string, index: ArticleIndex, cited: ReadonlySet<string>): Watched {
  const texts = textsSchema.parse(parseYaml(readFileSync(join(knowledge, OFFICIAL_TEXTS_FILE), 'utf8')));
  const articles: WatchedArticle[] = [];
  const left: string[] = [];
  for (const article of [...cited].sort()) {
    const text = texts.find(({ prefix }) => article.startsWith(prefix) && ARTICLE.test(article.slice(prefix.length)));
    if (text === undefined) left.push(article);
    else
      articles.push({
        article,
        legitext: text.legitext,
        number: article.slice(text.prefix.length),
        since: index.articles.get(article)?.since ?? null,
        readOn: text.read_on,
      });
  }
  return { articles, legitexts: texts.map(({ legitext }) => legitext), left };
}
