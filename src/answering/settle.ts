import type { Fiche } from '../corpus/fiche.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { citeArticle } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { OpenChange, OpenChanges } from '../law/open-changes.ts';
import { assertNever } from '../result.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { composeAnswer, createSay, linesOf, sourceOf } from './compose.ts';
import { composeExcerpt } from './compose-excerpt.ts';
import type { Decision, Known, Option, ToldCases } from './decide.ts';
import { examples, refusal } from './early.ts';
import { ownLines } from './own-lines.ts';
import type { Answer, Choice, NearQuestion, Outcome } from './port/outcome.ts';
import { countWords, firstLine, MOST_WORDS, oneLine } from './port/short.ts';

/** For whom and for when a decision is said. */
export interface SettleSetting {
  readonly retrieval: Retrieval;
  /** Of the questions shown, the case that is told. */
  readonly cases: ToldCases;
  readonly facts: Given;
  readonly role: Role;
  readonly at: IsoDate;
  readonly today: IsoDate;
  readonly catalogue: Catalogue;
}

export interface SettleParts {
  readonly corpus: Corpus;
  /** What of the law changed and nobody has read yet; without it nothing is watched. */
  readonly changes?: Pick<OpenChanges, 'on' | 'onArticles'> | undefined;
}

/** What was decided, said. */
export function settle(parts: SettleParts, decision: Decision, setting: SettleSetting): Outcome {
  const { retrieval, catalogue } = setting;
  switch (decision.kind) {
    case 'answer':
      return answer(parts, decision.fiche, decision.also, decision.confidence, setting, decision);
    case 'document': {
      const request = {
        also: decision.also,
        role: setting.role,
        at: setting.at,
        today: setting.today,
        confidence: decision.confidence,
        quoted: ownLines(retrieval, catalogue),
        rule: decision.also?.questions[positionsIn(decision.also, setting)[0] ?? 0],
      };
      return composeExcerpt(decision.passage, request, parts.corpus, setting.catalogue);
    }
    case 'handoff':
      return {
        kind: 'handoff',
        reason: decision.reason,
        why:
          decision.boundary === undefined
            ? catalogue.handoffWhy[decision.reason]
            : frenchTypography(`${decision.boundary.say} ${decision.boundary.next}`),
        turnTo:
          decision.boundary?.turn_to === undefined
            ? catalogue.turnTo.buyer
            : frenchTypography(decision.boundary.turn_to),
        known: decision.known && knownIn(parts, decision.known, setting),
        near: choicesOf(parts, decision.near, setting),
      };
    case 'refuse':
      return refusal(
        decision.reason,
        catalogue,
        decision.boundary && `${decision.boundary.say} ${decision.boundary.next}`,
        decision.near.map((fiche) => fiche.questions[positionsIn(fiche, setting)[0] ?? 0]?.ask ?? fiche.title),
      );
    case 'nothing':
      return { kind: 'smalltalk', text: catalogue.line.noise, suggestions: examples(setting.role, catalogue) };
    case 'choices':
      return offer(parts, decision, setting);
    default:
      return assertNever(decision);
  }
}

/** Words of what stands around the questions. */
const AROUND = 20;

/** Questions, each once, with its rule in one line: a whole sentence where there is room for it, the likeliest first. */
export function choicesOf({ corpus }: SettleParts, options: readonly Option[], { role, at, cases }: SettleSetting) {
  const say = createSay(corpus, at);
  const side = role === 'buyer' ? 'achat' : 'service';
  const saidWith = (lineOf: (answer: string) => string) => {
    const choices = options.flatMap((option) =>
      linesOf([option], side, cases, say, lineOf).map((one): Choice => ({ ...one, fiche: option.fiche.id })),
    );
    return [...new Map(choices.map((choice) => [choice.question, choice])).values()];
  };
  const [cut, whole] = [saidWith(oneLine), saidWith(firstLine)];
  let left = MOST_WORDS - AROUND - cut.reduce((sum, one) => sum + wordsIn(one), 0);
  return cut.map((line, index) => {
    const sentence = whole[index] ?? line;
    const more = wordsIn(sentence) - wordsIn(line);
    if (more > left) return line;
    left -= more;
    return sentence;
  });
}

/** Three are offered where they can be read at a glance. */
function isShort(choices: readonly Choice[]): boolean {
  return choices.reduce((sum, one) => sum + wordsIn(one), 0) <= MOST_WORDS - AROUND;
}

function wordsIn({ question, answer: said }: NearQuestion): number {
  return countWords(`${question} ${said}`);
}

/** As it would be answered: by the question asked, or introduced by the one that it may be. */
function knownIn(parts: SettleParts, { fiche, question, isSure, others }: Known, setting: SettleSetting): Answer {
  const asked = {
    limit: undefined,
    ...(isSure ? { question, options: [] } : { question: undefined, options: [{ fiche, question }, ...others] }),
  };
  return answer(parts, fiche, undefined, setting.retrieval.confidence, setting, asked);
}

/** In doubt: two or three questions, each with its answer in one line. */
function offer(
  parts: SettleParts,
  { options, confidence }: Extract<Decision, { kind: 'choices' }>,
  setting: SettleSetting,
): Outcome {
  const { role, catalogue } = setting;
  const [first, second, third] = choicesOf(parts, options, setting);
  const [only] = options;
  if (first === undefined || second === undefined)
    return only === undefined
      ? refusal('no_source', catalogue)
      : answer(parts, only.fiche, undefined, confidence, setting);
  const fiches = new Set(options.map(({ fiche }) => fiche));
  return {
    kind: 'clarification',
    reason: 'doubt',
    question: catalogue.doubt,
    choices: [first, second, ...(third !== undefined && isShort([first, second, third]) ? [third] : [])],
    sources: [...fiches].map((fiche) => sourceOf(fiche, role)),
    confidence,
  };
}

/** What answers the likeliest of the questions that are offered, in doubt or beside a human. */
export function likeliestOf(parts: SettleParts, decision: Decision, setting: SettleSetting): Answer | undefined {
  const [first] = decision.kind === 'choices' ? decision.options : decision.kind === 'handoff' ? decision.near : [];
  return first && answer(parts, first.fiche, undefined, setting.retrieval.confidence, setting);
}

/** Positions of the questions of a fiche, the likeliest first; none where the fiche was not among those judged. */
function positionsIn(fiche: Fiche, { retrieval }: SettleSetting): readonly number[] {
  return retrieval.judged.filter((one) => one.fiche.id === fiche.id).map(({ question }) => question);
}

const NEARBY = 3;

/** The answer that one fiche gives. */
export function answer(
  { corpus, changes }: SettleParts,
  fiche: Fiche,
  also: Fiche | undefined,
  confidence: number,
  setting: SettleSetting,
  decided: Pick<Extract<Decision, { kind: 'answer' }>, 'limit' | 'inDoubt' | 'question' | 'options'> = {
    limit: undefined,
    question: undefined,
    options: [],
  },
): Answer {
  const asked = decided.question;
  const [lead, ...others] = decided.options;
  const near = positionsIn(fiche, setting).filter((position) => position !== asked && position !== lead?.question);
  const request = {
    text: setting.retrieval.corrected,
    fiche,
    also,
    limit: decided.limit?.say ?? (decided.inDoubt ? setting.catalogue.handoffWhy.individual_decision : undefined),
    asked,
    nearby: [...(lead === undefined ? [] : [lead.question]), ...near].slice(0, NEARBY),
    others,
    stands: lead?.stands,
    cases: setting.cases,
    confidence,
    given: setting.facts,
    role: setting.role,
    at: setting.at,
    today: setting.today,
  };
  const shown = fiche.questions[asked ?? request.nearby[0] ?? -1];
  return cautioned(composeAnswer(request, corpus, setting.catalogue), changes?.on(fiche.id, shown?.id) ?? [], setting);
}

/** The answer, with what changed under it and nobody has read yet. */
export function cautioned(
  answer: Answer,
  changes: readonly OpenChange[],
  { today, catalogue }: Pick<SettleSetting, 'today' | 'catalogue'>,
): Answer {
  const said = changes.map(({ kind, article, since }) =>
    frenchTypography(catalogue.articleChanged(kind, citeArticle(article), frenchDate(since), since > today)),
  );
  const notes = [answer.caution ?? '', ...said.filter((one) => answer.caution?.includes(one) !== true)];
  return said.length === 0 ? answer : { ...answer, caution: notes.filter((note) => note !== '').join(' ') };
}
