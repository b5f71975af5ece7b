import { type ArticleIndex, backingRow, type IndexedArticle, knownAbsent } from '../corpus/article-index.ts';
import { fillFigures } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { referencesIn } from '../corpus/references.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { OfficialQuote, QuoteOf } from '../law/create-quotes.ts';
import type { LeaningIndex } from '../law/leaning.ts';
import type { OpenChange, OpenChanges } from '../law/open-changes.ts';
import { err, ok, type Result } from '../result.ts';
import { articleTexts as texts } from '../text/article-texts.ts';
import { articleChanged } from '../text/law-texts.ts';

/** The copy of the code that `articles.jsonl` was read in applied on this day (knowledge/articles.README.md). */
const READ_ON: IsoDate = '2026-08-23';
/** Questions told under an article, and names told where there is none. */
const MOST = 5;

/** An article asked for by its number. French, typeset. */
export interface ArticleAtHand {
  readonly article: string;
  readonly cited: string;
  /** In our words, with the day from which the version read holds: no figure of it without its date. */
  readonly says: string;
  readonly since: IsoDate | null;
  readonly readOn: IsoDate;
  readonly source: string;
  /** What was not read of it. */
  readonly caution?: string;
  readonly url?: string;
  /** Questions of the corpus that its words answer. */
  readonly questions: readonly { readonly fiche: string; readonly question: string; readonly answer: string }[];
  /** All that leans on it: to be read again when it changes. */
  readonly leaning: {
    readonly fiches: readonly { readonly id: string; readonly title: string }[];
    readonly figures: readonly string[];
    readonly concepts: readonly string[];
    readonly lint: readonly string[];
    readonly rules: readonly string[];
    readonly quizzes: readonly string[];
  };
  /** Word for word, where it could be fetched. */
  readonly official?: OfficialQuote;
}

/** Why there is none, in words, and the articles nearest to what was asked. */
export interface NoArticle {
  readonly kind: 'unreadable' | 'unknown' | 'absent' | 'repealed' | 'before';
  readonly message: string;
  readonly nearest: readonly string[];
}

export type ArticleOn = (
  named: string,
  at: IsoDate | undefined,
  today: IsoDate,
) => Promise<Result<ArticleAtHand, NoArticle>>;

/** @param load read at the first article asked for */
export function createArticleOn(
  corpus: Corpus,
  load: () => { readonly index: ArticleIndex; readonly leaning: Pick<LeaningIndex, 'on'> },
  {
    changes,
    quote,
  }: { readonly changes?: Pick<OpenChanges, 'onArticles'> | undefined; readonly quote?: QuoteOf | undefined } = {},
): ArticleOn {
  let read: (ReturnType<typeof load> & { readonly first: IsoDate }) | undefined;
  return async (named, at, today) => {
    read ??= withFirst(load());
    const { index, leaning, first } = read;
    const names = referencesIn(named, index.otherTexts).map(({ name }) => name);
    const [name] = names;
    if (name === undefined || names.length > 1)
      return none('unreadable', texts.unreadable, names.length > 1 ? names : guesses(named, index));
    const row = backingRow(name, index);
    if (row === undefined) return noRow(name, index);
    if (at !== undefined && at < first) return none('before', texts.before(frenchDate(at), frenchDate(first)), []);
    const told = tell(row, { corpus, leaning }, at, today, changes?.onArticles([row.article]) ?? []);
    const official = await quote?.(row.article);
    return ok(official === undefined ? told : { ...told, official });
  };
}

function withFirst<T extends { readonly index: ArticleIndex }>(law: T) {
  const days = [...law.index.articles.values()].flatMap(({ since }) => since ?? []);
  return { ...law, first: days.toSorted()[0] ?? READ_ON };
}

function noRow(name: string, index: ArticleIndex): Result<never, NoArticle> {
  const nearest = nearestTo(name, index);
  const absent = knownAbsent(name, index);
  const cited = citeArticle(name);
  if (absent === undefined) return none('unknown', texts.unknown(cited), nearest);
  return absent.repealed === undefined
    ? none('absent', texts.absent(cited, absent.reason), nearest)
    : none('repealed', texts.repealed(cited, frenchDate(absent.repealed), absent.reason), nearest);
}

function none(kind: NoArticle['kind'], message: string, nearest: readonly string[]): Result<never, NoArticle> {
  const near = nearest.length === 0 ? [] : [texts.nearest(nearest.map(citeArticle).join(', '))];
  return err({ kind, message: frenchTypography([message, ...near].join(' ')), nearest });
}

function tell(
  row: IndexedArticle,
  { corpus, leaning }: { readonly corpus: Corpus; readonly leaning: Pick<LeaningIndex, 'on'> },
  at: IsoDate | undefined,
  today: IsoDate,
  changed: readonly OpenChange[],
): ArticleAtHand {
  const { article, since, gist, complete } = row;
  const cited = citeArticle(article);
  const day = frenchDate(since ?? READ_ON);
  const cautions = [
    ...changed.map(({ kind, since: from }) => articleChanged.fr(kind, cited, frenchDate(from), from > today)),
    ...(complete ? [] : [texts.partly]),
    ...(at !== undefined && since !== null && at < since ? [texts.otherVersion(frenchDate(at), day)] : []),
  ];
  const url = officialUrl(article);
  const leans = leaning.on(article);
  const idsOf = (wanted: (typeof leans)[number]['kind']) =>
    leans.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  // Those that name it before those that only say a figure it sets.
  const naming = new Set(corpus.fiches.flatMap(({ id, articles }) => (articles.includes(article) ? [id] : [])));
  const fiches = leans.filter(({ kind }) => kind === 'fiche').map((one) => ({ ...one, names: naming.has(one.id) }));
  const typeset = (text: string) => frenchTypography(fillFigures(text, corpus.figures, at ?? today));
  return {
    article,
    cited,
    says: frenchTypography(since === null ? texts.undated(cited, day, gist) : texts.since(cited, day, gist)),
    since,
    readOn: READ_ON,
    source: frenchTypography(texts.source(frenchDate(READ_ON))),
    ...(cautions.length === 0 ? {} : { caution: frenchTypography(cautions.join(' ')) }),
    ...(url === undefined ? {} : { url }),
    questions: corpus.fiches
      .flatMap(({ id, questions }) =>
        questions.filter(({ articles }) => articles.includes(article)).map((question) => ({ ...question, fiche: id })),
      )
      .slice(0, MOST)
      .map(({ fiche, ask, answer }) => ({ fiche, question: typeset(ask), answer: typeset(answer.achat) })),
    leaning: {
      fiches: [...fiches.filter(({ names }) => names), ...fiches.filter(({ names }) => !names)].map(
        ({ id, title }) => ({
          id,
          title: typeset(title),
        }),
      ),
      figures: idsOf('figure'),
      concepts: idsOf('concept'),
      lint: idsOf('lint'),
      rules: idsOf('rule'),
      quizzes: idsOf('quiz'),
    },
  };
}

/** Of the same chapter by number, then the same number under another letter. */
function nearestTo(name: string, { articles }: ArticleIndex): readonly string[] {
  const named = numbersIn(name);
  const near = [...articles.keys()]
    .map((article) => ({ article, numbers: numbersIn(article) }))
    .filter(({ numbers }) => numbers.book === named.book && named.book !== '')
    .map(({ article, numbers }) => ({
      article,
      far: Math.abs(numbers.last - named.last) + (numbers.letter === named.letter ? 0 : 0.5),
    }))
    .sort((a, b) => a.far - b.far || a.article.localeCompare(b.article));
  return near.slice(0, MOST).map(({ article }) => article);
}

function numbersIn(name: string) {
  const code = /^([LRD])(\d{3,4})-(\d{1,4})/.exec(name);
  if (code !== null) return { letter: code[1] ?? '', book: code[2] ?? '', last: Number(code[3]) };
  const terms = /^(.{1,40}) (?:art\. )?(\d{1,3})(?:\.\d{1,3})*$/.exec(name);
  return { letter: '', book: terms?.[1] ?? '', last: Number(terms?.[2] ?? 0) };
}

/** «2122-8»: the letter was left out. */
function guesses(named: string, { articles }: ArticleIndex): readonly string[] {
  const number = /(?<!\d)\d{4}-\d{1,3}(?:-\d{1,2})?(?!\d)/.exec(named)?.[0];
  return number === undefined
    ? []
    : ['L', 'R', 'D'].map((letter) => letter + number).filter((name) => articles.has(name));
}
