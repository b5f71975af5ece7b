import { type ArticleIndex, backingRow, knownAbsent } from '../corpus/article-index.ts';
import { articlesNamed, unlisted } from '../corpus/backing.ts';
import type { Fiche, FicheSource } from '../corpus/fiche.ts';
import { phrasingsOf } from '../corpus/phrasings.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { placeholders } from '../corpus/prose.ts';
import { wordCount } from '../corpus/quality.ts';
import { openingVerdict, type Question, type Reading } from '../corpus/question.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { fold } from '../french/words.ts';
import { wellParted, wellTurned } from './check-openings.ts';
import { type Defect, type Evidence, type Rule, SHOWN_AS, SIDES, wellAsked } from './question-rule.ts';

/** What a fiche and its questions keep to; words as a reader counts them. */
const QUESTION_LIMITS = {
  /** Questions of a fiche. */
  questions: { min: 5, max: 32 },
  said: 6,
  answer: 60,
  but: 25,
  next: 20,
  /** Article numbers in an answer to a service. */
  serviceArticles: 2,
} as const;

/** Everything that can be checked by rule in the questions of the fiches, all at once. */
export function checkQuestions(
  { fiches }: Pick<Corpus, 'fiches'>,
  sources: ReadonlyMap<string, FicheSource>,
  index: ArticleIndex,
): readonly CorpusProblem[] {
  const claimed = new Map<string, string>();
  return fiches.flatMap((fiche) => {
    const evidence = { fiche, index };
    const defects = [
      ...ficheDefects(evidence),
      ...fiche.questions.flatMap((question) => [
        ...QUESTION_RULES.flatMap((rule) => rule(question, evidence).map((one) => ({ ...one, question }))),
        ...claimedTwice(question, fiche, claimed),
      ]),
    ];
    return defects.map((defect) => place(fiche, sources.get(fiche.file), defect));
  });
}

function place({ file }: Fiche, source: FicheSource | undefined, { question, field, message }: Defect): CorpusProblem {
  if (question === undefined) return { file, line: source?.lineOf(field) ?? 1, field: field.join('.'), message };
  return { file, line: 1, field: question.id, ...source?.placeOf(question, field), message };
}

function ficheDefects({ fiche, index }: Evidence): readonly Defect[] {
  const { questions } = fiche;
  const defects: Defect[] = [];
  const { min, max } = QUESTION_LIMITS.questions;
  if (questions.length < min || questions.length > max) {
    const advice =
      questions.length < min
        ? 'write what people ask and nothing answers'
        : 'join those that have one answer, or cut the fiche in two';
    defects.push({
      question: undefined,
      field: ['questions'],
      message: `${questions.length} questions, ${min} to ${max} expected: ${advice}`,
    });
  }
  for (const [at, question] of questions.entries())
    if (questions.findIndex(({ id }) => id === question.id) < at)
      defects.push({
        question,
        field: ['id'],
        message: `the id ${question.id} is already that of a question above: give another`,
      });
  for (const article of articlesNamed(fiche.articles, index)) {
    const message = whyUnread(article, fiche.read, index);
    if (message !== undefined) defects.push({ question: undefined, field: ['read'], message });
  }
  for (const [at, { article, version }] of fiche.read.entries()) {
    const since = backingRow(article, index)?.since;
    if (since !== undefined && since !== null && version < since)
      defects.push({
        question: undefined,
        field: ['read', at, 'version'],
        message: `${article} was read in its version of ${version}; the one of ${since} prevails: read that one`,
      });
  }
  return defects;
}

/** Every article has its row, however it was read: what leans on a part is checked question by question. An annex is a table as long as a book. */
function whyUnread(article: string, read: readonly Reading[], index: ArticleIndex): string | undefined {
  if (/^Annexe /.test(article) || knownAbsent(article, index) !== undefined) return undefined;
  if (readingOf(article, read) !== undefined) return undefined;
  return `${article} has no row: add - { article: ${article}, as: whole, version: …, on: …, from: "…" }`;
}

/** How an article was read: its own row, or that of the article of standard terms it is a part of. */
function readingOf(article: string, read: readonly Reading[]): Reading | undefined {
  const own = read.find((reading) => reading.article === article);
  if (own !== undefined || !/^CCAG-\S+ \d+\.\d/.test(article)) return own;
  return readingOf(article.slice(0, article.lastIndexOf('.')), read);
}

const QUESTION_RULES: readonly Rule[] = [
  wellAsked,
  lengths,
  fewArticles,
  sameFigures,
  firstWords,
  enoughPhrasings,
  listedArticles,
  leansOnWhole,
  wellParted,
  wellTurned,
  neighbours,
];

function lengths({ answer, but, next }: Question): ReturnType<Rule> {
  const parts = [
    ...SIDES.map((side) => ({ field: ['answer', side], text: answer[side], most: QUESTION_LIMITS.answer })),
    { field: ['but'], text: but ?? '', most: QUESTION_LIMITS.but },
    { field: ['next'], text: next ?? '', most: QUESTION_LIMITS.next },
  ];
  return parts.flatMap(({ field, text, most }) => {
    const count = wordCount(text);
    if (count <= most) return [];
    return [
      {
        field,
        message: `${count} words, at most ${most}: keep the rule and its conditions; if they do not hold, the verdict is depend`,
      },
    ];
  });
}

function fewArticles({ answer }: Question, { index }: Evidence): ReturnType<Rule> {
  const named = articlesNamed([answer.service], index);
  if (named.length <= QUESTION_LIMITS.serviceArticles) return [];
  const message = `names ${named.join(', ')}: at most ${QUESTION_LIMITS.serviceArticles} article numbers for a service, the others in answer.achat`;
  return [{ field: ['answer', 'service'], message }];
}

function sameFigures({ answer }: Question): ReturnType<Rule> {
  const keys = (text: string) => [
    ...new Set(placeholders(text).map(({ key, at }) => `{{${key}${at === undefined ? '' : `@${at}`}}}`)),
  ];
  const [service, achat] = [keys(answer.service), keys(answer.achat)];
  return [...missing(achat, service, 'service', 'achat'), ...missing(service, achat, 'achat', 'service')];
}

function missing(wanted: readonly string[], held: readonly string[], side: string, other: string): ReturnType<Rule> {
  const lost = wanted.filter((key) => !held.includes(key));
  if (lost.length === 0) return [];
  return [
    {
      field: ['answer', side],
      message: `does not say ${lost.join(', ')}, which answer.${other} does: both say the same figures`,
    },
  ];
}

function firstWords({ answer, verdict }: Question): ReturnType<Rule> {
  return SIDES.flatMap((side) => {
    const opening = openingVerdict(answer[side]);
    if (opening === (verdict === 'valeur' || verdict === 'etape' ? undefined : verdict)) return [];
    const [first = ''] = answer[side].split(/[\s,.:;]/u);
    return [
      {
        field: ['answer', side],
        message: `opens with «${first}» under verdict ${verdict}: ${SHOWN_AS[verdict]}, or change the verdict`,
      },
    ];
  });
}

function enoughPhrasings({ said }: Question): ReturnType<Rule> {
  if (said.length >= QUESTION_LIMITS.said) return [];
  return [
    {
      field: ['said'],
      message: `${said.length} ways of asking, at least ${QUESTION_LIMITS.said}: write it in a hurry, aloud, as a story, in technical words, from the other side`,
    },
  ];
}

/** Cases part what depends, and say the exceptions of a yes or a no: each by what is told of it, in a sentence that stands by itself. */
function listedArticles(
  { answer, cases, turned, but, next, articles }: Question,
  { fiche, index }: Evidence,
): ReturnType<Rule> {
  const texts = [
    ...[answer, ...cases, ...turned].flatMap(({ service, achat }) => [service, achat]),
    but ?? '',
    next ?? '',
  ];
  const absent = unlisted(texts, articles, index);
  const strange = unlisted([...texts, ...articles], fiche.articles, index);
  return [
    ...(absent.length === 0
      ? []
      : [{ field: ['articles'], message: `add ${absent.join(', ')}, which the answer cites` }]),
    ...(strange.length === 0
      ? []
      : [{ field: ['articles'], message: `${strange.join(', ')} must stand in the fiche's own articles too` }]),
  ];
}

/** How an answer says that its text is to be checked. */
const STATUS_SAID = /(?<!\p{L})(?:à vérifier|vérifiez|à confirmer|faites confirmer|d[’']après)(?!\p{L})/iu;

/** A yes or a no is taken at its word: it leans on texts read whole, or says that it does not. */
function leansOnWhole({ verdict, articles, answer, cases }: Question, { fiche }: Evidence): ReturnType<Rule> {
  const saysSo = verdict === 'oui' || verdict === 'non' || cases.some((one) => one.verdict !== undefined);
  if (!saysSo) return [];
  const weak = articles.filter((article) => readingOf(article, fiche.read)?.as !== 'whole');
  if (weak.length === 0 || SIDES.every((side) => STATUS_SAID.test(answer[side]))) return [];
  const message = `${verdict} leans on ${weak.join(', ')}, not read whole: read it whole, write verdict: depend, or say «à vérifier» in both answers`;
  return [{ field: ['verdict'], message }];
}

/** Two questions that look alike and differ in their answer are how a wrong yes is caught. */
function neighbours(question: Question, { fiche }: Evidence): ReturnType<Rule> {
  const { verdict, not_this } = question;
  if (verdict !== 'oui' && verdict !== 'non') return [];
  if (not_this.length > 0 || fiche.questions.some((other) => other !== question && other.verdict !== verdict))
    return [];
  return [
    { field: ['not_this'], message: `a ${verdict} needs a neighbour: write a near question whose answer differs` },
  ];
}

/** A way of asking belongs to one question of the whole corpus, whatever its accents, case and marks. */
function claimedTwice(question: Question, fiche: Fiche, claimed: Map<string, string>): readonly Defect[] {
  return phrasingsOf({ questions: [question] }).flatMap(({ text }, at): readonly Defect[] => {
    const key = (fold(text).match(/[a-z0-9]+/g) ?? []).join(' ');
    const other = claimed.get(key);
    claimed.set(key, other ?? `${question.id} in ${fiche.file}`);
    if (other === undefined) return [];
    const field = at === 0 ? ['ask'] : ['said', at - 1];
    return [{ question, field, message: `«${text}» is already a way of asking ${other}: leave it to one of them` }];
  });
}
