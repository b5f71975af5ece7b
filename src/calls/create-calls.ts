import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ArticleOn } from '../answering/article-at-hand.ts';
import { figureAtHand } from '../answering/figure-at-hand.ts';
import type { Conversing } from '../answering/port/conversing.ts';
import { type Fiche, SECTION_NAMES, SECTIONS } from '../corpus/fiche.ts';
import type { Figure } from '../corpus/figures.ts';
import { fillFigures } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchDate, type IsoDate, parisDay } from '../days/iso-date.ts';
import { checkFidelity } from '../fidelity/check-fidelity.ts';
import { citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { fold } from '../french/words.ts';
import { changesBetween } from '../law/figure-changes.ts';
import type { OpenChanges } from '../law/open-changes.ts';
import type { ConceptFinder } from '../lexicon/find-concepts.ts';
import type { LintFinding } from '../rewording/port/rewording.ts';
import type { Reworder } from '../rewording/reword.ts';
import type { AnswerOn } from '../rules/answer.ts';
import type { Conclusion } from '../rules/compute.ts';
import { articleTexts, figureTexts } from '../text/article-texts.ts';
import { articleChanged } from '../text/law-texts.ts';
import { answerAsk } from './answer-ask.ts';
import type { AskHouse } from './answer-house.ts';
import { reportRewording } from './answer-reword.ts';
import { answerRules } from './answer-rules.ts';
import { findConcepts } from './find-concepts.ts';
import type { Answered, Caller, CallFault, Calls, FieldsOf, GivenBy, OperationName } from './port/calls.ts';
import { OPERATIONS } from './port/calls.ts';

export interface CallParts {
  readonly corpus: Corpus;
  /** Without what is of a body alone, and with it. */
  readonly respond: Readonly<Record<'all' | 'body', Conversing['respond']>>;
  /** What the body itself has; left out where none is configured. */
  readonly house?: AskHouse | undefined;
  readonly reworder: Pick<Reworder, 'reword'>;
  readonly lint: (text: string) => readonly LintFinding[];
  /** Read when they are first asked for. */
  readonly rules: () => AnswerOn;
  readonly concepts: () => Pick<ConceptFinder, 'find'>;
  readonly article: ArticleOn;
  /** What of the law changed and nobody has read yet. */
  readonly changes?: Pick<OpenChanges, 'onArticles'> | undefined;
  readonly now: () => Date;
}

type Does = {
  readonly [Name in OperationName]: (fields: FieldsOf<Name>, caller: Caller) => Promise<Answered<GivenBy<Name>>>;
};

/** Everything that a program may ask, by the same code as the commands. */
export function createCalls(parts: CallParts): Calls {
  const does = createDoes(parts);
  const { corpus, now } = parts;
  return {
    call: async (name, given, caller) => {
      const parsed = OPERATIONS[name].fields.strict().safeParse(given);
      return parsed.success ? does[name](parsed.data as never, caller) : invalid(parsed.error);
    },
    fiches: () => corpus.fiches.map(({ id, title }) => ({ id, title: frenchTypography(title) })),
    fiche: (id, role) => {
      const fiche = corpus.fiches.find((one) => one.id === id);
      return fiche && tellFiche(fiche, role, corpus, parisDay(now()));
    },
    figureKeys: () => [...corpus.figures.values()].map(({ key, label }) => ({ key, label: frenchTypography(label) })),
  };
}

function createDoes({
  corpus,
  respond,
  house,
  reworder,
  lint,
  rules,
  concepts,
  article,
  changes,
  now,
}: CallParts): Does {
  const today = (): IsoDate => parisDay(now());
  const conclude = (fields: FieldsOf<'rules'>): Answered<Conclusion> => {
    const concluded = answerRules(rules(), fields, today());
    return concluded.ok
      ? done({ ...concluded.value, ...cautionOn(concluded.value.articles) })
      : { ok: false, error: { kind: 'invalid', errors: [concluded.error] } };
  };
  const cautionOn = (articles: readonly string[]) => {
    const said = (changes?.onArticles(articles) ?? []).map(({ kind, article: one, since }) =>
      frenchTypography(articleChanged.fr(kind, citeArticle(one), frenchDate(since), since > today())),
    );
    return said.length === 0 ? {} : { caution: said.join(' ') };
  };
  const tellFigure = (figure: Figure, at: IsoDate) => {
    const told = figureAtHand(figure, at);
    return { ...told, ...cautionOn(told.article === null ? [] : [told.article]) };
  };
  const figureOf = (key: string) => corpus.figures.get(key);
  return {
    ask: async (fields, { id, ofBody }) =>
      done(
        await answerAsk(respond[ofBody ? 'body' : 'all'], fields, {
          id: randomUUID(),
          dialogue: `${id} `,
          house: ofBody ? house : undefined,
        }),
      ),
    reword: async ({ text, direction }) => done(reportRewording(await reworder.reword(text, direction, 'fr'))),
    lint: async ({ text }) => done({ findings: lint(text) }),
    fidelity: async ({ source, target }) => done(checkFidelity(source, target)),
    rules: async (fields) => conclude(fields),
    nextQuestion: async (fields) => {
      const concluded = conclude(fields);
      if (!concluded.ok) return concluded;
      const { goal, missing } = concluded.value;
      return done({ goal, next: missing[0] ?? null, missing: missing.length });
    },
    lexicon: async ({ text, from }) => done(await findConcepts(concepts(), { text, from })),
    article: async ({ article: named, at }) => {
      const told = await article(named, at, today());
      return told.ok ? told : { ok: false, error: { ...told.error, kind: 'unknown', field: 'article' } };
    },
    figures: async ({ at = today(), about = '' }) => {
      const words = fold(about)
        .split(/\s+/)
        .filter((word) => word !== '');
      const figures = [...corpus.figures.values()]
        .filter(({ key, label }) => words.every((word) => fold(`${key} ${label}`).includes(word)))
        .map((figure) => tellFigure(figure, at));
      return done({ at, figures });
    },
    figure: async ({ key, at = today() }) => {
      const figure = figureOf(key);
      return figure === undefined ? noFigure(key, corpus) : done(tellFigure(figure, at));
    },
    changes: async ({ from, to = today() }) =>
      to < from
        ? { ok: false, error: { kind: 'invalid', errors: [{ field: 'to', message: figureTexts.backwards }] } }
        : done({ from, to, changes: changesBetween(corpus.figures, from, to) }),
  };
}

function done<T>(value: T): Answered<T> {
  return { ok: true, value };
}

function invalid({ issues }: z.ZodError): { readonly ok: false; readonly error: CallFault } {
  const [first, ...others] = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, message: issue.message }))
      : [{ field: issue.path.join('.') || 'body', message: issue.message }],
  );
  if (first === undefined) throw new Error('refused without a reason');
  return { ok: false, error: { kind: 'invalid', errors: [first, ...others] } };
}

/** Names told beside one that there is not. */
const MOST_NEAR = 5;

function noFigure(key: string, { figures }: Corpus): { readonly ok: false; readonly error: CallFault } {
  const parts = key.split('.');
  const shared = (other: string) => other.split('.').filter((part) => parts.includes(part)).length;
  const nearest = [...figures.keys()]
    .filter((other) => shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, MOST_NEAR);
  return {
    ok: false,
    error: { kind: 'unknown', field: 'key', message: frenchTypography(figureTexts.unknown(key.slice(0, 80))), nearest },
  };
}

/** A fiche as Markdown in one register; every figure is filled in for the day, which is said first. */
function tellFiche(fiche: Fiche, role: 'prescripteur' | 'acheteur', { figures }: Corpus, at: IsoDate): string {
  const say = (text: string) => frenchTypography(fillFigures(text, figures, at));
  const [other, side] = role === 'acheteur' ? (['service', 'achat'] as const) : (['buyer', 'service'] as const);
  return [
    `# ${say(fiche.title)}`,
    frenchTypography(articleTexts.figuresAt(frenchDate(at), frenchDate(fiche.verified_on), fiche.articles.join(', '))),
    ...SECTION_NAMES.filter((name) => name !== other).map(
      (name) => `## ${SECTIONS[name]}\n\n${say(fiche.sections[name])}`,
    ),
    `## ${articleTexts.questions}`,
    ...fiche.questions.map(({ ask, answer }) => `**${say(ask)}** ${say(answer[side])}`),
  ].join('\n\n');
}
