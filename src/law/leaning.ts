import { placeholders } from '../corpus/prose.ts';
import type { QuizQuestion } from '../corpus/quiz/quiz.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { referencesIn } from '../corpus/references.ts';
import type { Rulebook } from '../rules/rulebook.ts';

/** What there is of the corpus under a name, and what it leans on. */
export interface Leaning {
  readonly kind: 'fiche' | 'question' | 'figure' | 'rule' | 'quiz' | 'concept' | 'belief' | 'lint';
  /** Told apart from the others of its kind: an id, `fiche/question` for a question. */
  readonly id: string;
  /** What a coordinator reads; figures as `{{key}}` left in it. */
  readonly title: string;
}

export interface LeaningIndex {
  /** All that has to be read again when an article changes. @param article as the index names it */
  on(article: string): readonly Leaning[];
  /** Every article that something leans on. */
  readonly articles: ReadonlySet<string>;
}

interface Entry extends Leaning {
  readonly named: readonly string[];
  /** Its words: what they name and the figures they say count too. */
  readonly words: readonly (string | undefined)[];
}

/**
 * Who leans on which article: by naming it, in a list or in words, or by saying a figure that it sets. A finer reference
 * (`CCAG-FCS 14.1`) leans on its article. What is under a fiche (questions) is told apart from it.
 */
export function createLeaningIndex(
  corpus: Corpus,
  rulebook: Pick<Rulebook, 'rules' | 'objects'>,
  otherTexts: Parameters<typeof referencesIn>[1],
): LeaningIndex {
  const byArticle = new Map<string, Leaning[]>();
  const setting = new Map([...corpus.figures].map(([key, { values }]) => [key, values.map(({ article }) => article)]));
  for (const { kind, id, title, named, words } of entriesOf(corpus, rulebook)) {
    const text = words.filter((one) => one !== undefined).join('\n');
    const articles = [
      ...named,
      ...text.split('\n').flatMap((line) => referencesIn(line, otherTexts).map(({ name }) => name)),
      ...placeholders(text).flatMap(({ key }) => setting.get(key) ?? []),
    ];
    for (const article of new Set(articles.map(wholeArticle))) {
      const leaning = byArticle.get(article) ?? [];
      byArticle.set(article, leaning);
      leaning.push({ kind, id, title });
    }
  }
  return { on: (article) => byArticle.get(wholeArticle(article)) ?? [], articles: new Set(byArticle.keys()) };
}

/** `CCAG-FCS 14.1` is read in article 14. */
function wholeArticle(name: string): string {
  return /^CCAG-\S+ \d+\.\d/.test(name) ? name.slice(0, name.indexOf('.')) : name;
}

function entriesOf(corpus: Corpus, { rules, objects }: Pick<Rulebook, 'rules' | 'objects'>): readonly Entry[] {
  const questions = corpus.fiches.flatMap((fiche) =>
    fiche.questions.map(
      ({ id, ask, answer, but, next, articles }): Entry => ({
        kind: 'question',
        id: `${fiche.id}/${id}`,
        title: ask,
        named: articles,
        words: [ask, answer.service, answer.achat, but, next],
      }),
    ),
  );
  const fiches = corpus.fiches.map(
    ({ id, title, articles, sections, limit, conflict }): Entry => ({
      kind: 'fiche',
      id,
      title,
      named: articles,
      words: [title, limit, conflict, ...Object.values(sections)],
    }),
  );
  const figures = [...corpus.figures.values()].map(
    ({ key, label, values }): Entry => ({
      kind: 'figure',
      id: key,
      title: label,
      named: values.map(({ article }) => article),
      words: [],
    }),
  );
  const ruled = [...rules].map(
    ([id, { titre, question, références = {} }]): Entry => ({
      kind: 'rule',
      id,
      title: titre,
      named: Object.keys(références),
      words: [question?.service, question?.achat],
    }),
  );
  const decided = objects.map(
    ({ donne, mots, article }): Entry => ({
      kind: 'rule',
      id: `${donne}: ${mots[0] ?? ''}`,
      title: mots.slice(0, 3).join(', '),
      named: [article],
      words: [],
    }),
  );
  return [...fiches, ...questions, ...figures, ...ruled, ...decided, ...taughtIn(corpus)];
}

/** What teaches it, words for it, and checks it. */
function taughtIn(corpus: Corpus): readonly Entry[] {
  const quizzes = corpus.quizzes.flatMap(({ questions: asked }) =>
    asked.map(
      (one): Entry => ({
        kind: 'quiz',
        id: one.id,
        title: titleOf(one),
        named: [],
        words: textsIn(one),
      }),
    ),
  );
  const concepts = corpus.lexicon.map(
    ({ id, service, achat, explain, false_friend, articles }): Entry => ({
      kind: 'concept',
      id,
      title: achat.preferred ?? service.preferred,
      named: articles,
      words: [explain.service, explain.achat, false_friend],
    }),
  );
  const beliefs = corpus.beliefs.map(
    ({ id, vrai, articles }): Entry => ({ kind: 'belief', id, title: vrai, named: articles, words: [vrai] }),
  );
  const lint = corpus.lint.rules.map(
    ({ id, message, suggestion, articles }): Entry => ({
      kind: 'lint',
      id,
      title: message,
      named: articles,
      words: [message, suggestion],
    }),
  );
  return [...quizzes, ...concepts, ...beliefs, ...lint];
}

function titleOf(one: QuizQuestion): string {
  if ('ask' in one) return one.ask;
  return 'need' in one ? one.need : one.sentence;
}

/** Every text of a quiz question, whatever its kind. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
