import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { STATUSES } from './figures.ts';
import type { CorpusProblem } from './problem.ts';
import { isoDate } from './question.ts';
import { readYaml } from './yaml-source.ts';

/** `toute`: the article says itself that it holds in every procedure. */
const PROCEDURES = ['formalisée', 'adaptée', 'toute'] as const;

const rowSchema = z.strictObject({
  article: z.string().min(1),
  /** Day from which the version read applies; null where the copy read does not say. */
  since: z.string().nullable(),
  gist: z.string().min(1),
  figures: z.array(z.string()),
  topics: z.array(z.string()),
  applies_to: z.string(),
  complete: z.boolean(),
  /** Whom the article binds, where its text or the section it stands in says so; absent where that was not noted. */
  scope: z
    .strictObject({
      procedure: z.enum(PROCEDURES).optional(),
      buyers: z.enum(['pouvoirs adjudicateurs', 'entités adjudicatrices']).optional(),
    })
    .optional(),
  /** What must be met for the article to play: all of it (`et`) or one of it (`ou`). */
  conditions: z.strictObject({ link: z.enum(['et', 'ou']), of: z.array(z.string().min(3)).min(2) }).optional(),
});

const absentSchema = z.strictObject({
  article: z.string().min(1),
  /** The numbers that follow in the same chapter do not exist either. */
  onwards: z.boolean().default(false),
  reason: z.string().min(5),
  /** First day on which it was no longer in force, of an article that there was. */
  repealed: isoDate.optional(),
  /** Fiches that name the article in order to say that it does not exist. */
  named_in: z.array(z.string()).default([]),
});

const otherTextSchema = z.strictObject({
  name: z.string().min(2),
  /** Ways of writing it, compared without case; the shortest unmistakable one is enough. */
  forms: z.array(z.string().min(4)).min(1),
  status: z.enum(STATUSES),
  /** Its text was read: a fiche may cite it with V1 sources only. */
  read: z.boolean().default(false),
  /** Articles, read, that send to this text: a fiche that cites one of them leans on it, not on the text. */
  named_by: z.array(z.string()).default([]),
  note: z.string().min(5),
});

export type IndexedArticle = z.infer<typeof rowSchema>;
type OtherText = z.infer<typeof otherTextSchema>;
export type AbsentArticle = z.infer<typeof absentSchema>;

/** What the project has read of the law: the articles, the numbers known not to exist, the few other texts cited. */
export interface ArticleIndex {
  readonly articles: ReadonlyMap<string, IndexedArticle>;
  readonly absents: readonly AbsentArticle[];
  readonly otherTexts: readonly OtherText[];
}

export interface ArticleIndexSource {
  readonly articlesJsonl: string;
  readonly absentsYaml: string;
  readonly otherTextsYaml: string;
}

export function readArticleIndex(source: ArticleIndexSource): {
  index: ArticleIndex;
  problems: readonly CorpusProblem[];
} {
  const absents = readYaml(source.absentsYaml, z.array(absentSchema), 'articles-absents.yaml');
  const others = readYaml(source.otherTextsYaml, z.array(otherTextSchema), 'other-texts.yaml');
  const { articles, problems } = readRows(source.articlesJsonl);
  const index = { articles, absents: absents.value ?? [], otherTexts: others.value ?? [] };
  const contradictions: CorpusProblem[] = [];
  for (const [at, { article }] of index.absents.entries())
    if (articles.has(article))
      contradictions.push({
        file: 'articles-absents.yaml',
        line: absents.lineOf([at]),
        field: 'article',
        message: `${article} is said not to exist but stands in articles.jsonl`,
      });
  return { index, problems: [...problems, ...absents.problems, ...others.problems, ...contradictions] };
}

function readRows(text: string) {
  const articles = new Map<string, IndexedArticle>();
  const problems: CorpusProblem[] = [];
  for (const [row, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const report = (message: string) =>
      problems.push({ file: 'articles.jsonl', line: row + 1, field: 'article', message });
    const parsed = rowSchema.safeParse(jsonOrUndefined(line));
    if (!parsed.success)
      report(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    else if (articles.has(parsed.data.article)) report(`${parsed.data.article} stands twice`);
    else articles.set(parsed.data.article, parsed.data);
  }
  return { articles, problems };
}

function jsonOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    // A broken row is reported with its line by the schema, which refuses undefined.
    return error instanceof SyntaxError ? undefined : error;
  }
}

/**
 * The row that backs a reference: its own; for a sub-article of standard terms (`CCAG-FCS 14.1`) that of its article;
 * for an annex named as a whole, any of its articles.
 */
export function backingRow(name: string, index: ArticleIndex): IndexedArticle | undefined {
  const own = index.articles.get(name);
  if (own !== undefined) return own;
  if (/^CCAG-\S+ \d+\.\d/.test(name)) return backingRow(name.slice(0, name.lastIndexOf('.')), index);
  if (/^Annexe \d+$/.test(name)) return index.articles.get(`${name} art. 1`);
  return undefined;
}

/** The entry saying that the code holds no such article. */
export function knownAbsent(name: string, index: ArticleIndex): AbsentArticle | undefined {
  return index.absents.find(
    (absent) => absent.article === name || (absent.onwards && followsInChapter(name, absent.article)),
  );
}

function followsInChapter(name: string, first: string): boolean {
  const [chapter, number] = splitArticle(name);
  const [firstChapter, firstNumber] = splitArticle(first);
  return chapter !== '' && chapter === firstChapter && number > firstNumber;
}

function splitArticle(name: string): readonly [chapter: string, number: number] {
  const match = /^([LRD]\d+)-(\d+)/.exec(name);
  return match === null ? ['', 0] : [match[1] ?? '', Number(match[2])];
}

/** The three files of a `knowledge/` folder; a folder without them has read nothing. */
export function loadArticleIndex(root: string): ArticleIndex {
  const read = (name: string): string => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '');
  return readArticleIndex({
    articlesJsonl: read('articles.jsonl'),
    absentsYaml: read('articles-absents.yaml') || '[]',
    otherTextsYaml: read('other-texts.yaml') || '[]',
  }).index;
}
