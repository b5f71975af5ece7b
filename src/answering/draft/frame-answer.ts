import { frenchTypography } from '../../french/typography.ts';
import { indexTerms } from '../../french/words.ts';
import type { Judged } from '../../retrieval/pair/judge.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { articleOf, createSay, sourceOf } from '../compose.ts';
import type { Decision } from '../decide.ts';
import { withOwn } from '../own-lines.ts';
import type { Answer, Outcome, Short } from '../port/outcome.ts';
import { countWords, MOST_WORDS } from '../port/short.ts';
import { answer, type SettleParts, type SettleSetting, settle } from '../settle.ts';
import type { Chosen } from './answer-shape.ts';
import type { Offered } from './gather-passages.ts';
import type { Framed } from './word-answer.ts';

/** What the rules made of a question, and what stands for their calculation where a model chooses that. */
export interface Framing {
  readonly base: Outcome;
  readonly worked: Outcome | undefined;
  readonly decision: Decision;
  readonly parts: SettleParts;
  readonly setting: SettleSetting;
}

/** The answer around the words: title, sources, next step and folds are those of what was chosen. */
export interface AnswerFrame extends Framed {
  readonly answer: Answer;
  /** The question of the corpus that was chosen, as it is shown. */
  readonly asked: { readonly question: string; readonly answer: string } | undefined;
  /** The rules' own reply, which is what was chosen: they ask for the one fact that decides. */
  readonly instead: Outcome | undefined;
}

/** What a question chosen by a model is believed, where its search believes it less. */
const CHOSEN = 0.5;
/** Words of what stands under an answer: where it is written, for which day, and who worded it. */
const UNDER = 32;
/** Words that an answer may always take. */
const LEAST_ROOM = 40;

export function frameAnswer(framing: Framing, chosen: Offered, verdict: Chosen['verdict']): AnswerFrame {
  const { setting, parts } = framing;
  const { role } = setting;
  const { of } = chosen;
  const worked = framing.worked ?? framing.base;
  const instead = of.kind === 'computed' && worked.kind === 'clarification' ? worked : undefined;
  const framed = decorated(answerOf(framing, chosen), framing.base);
  const question = of.kind === 'question' ? of.fiche.questions[of.question] : undefined;
  const isSame = question?.verdict === verdict;
  const say = createSay(parts.corpus, setting.at);
  const above = [framed.computed?.said ?? '', framed.premise ?? '', framed.about ?? '', ...(framed.own ?? [])];
  return {
    instead,
    // A verdict is the corpus's, where the model has the same: never its own.
    answer: { ...framed, verdict: isSame ? question?.verdict : undefined },
    asked: question && {
      question: say(question.ask),
      answer: say(question.answer[role === 'buyer' ? 'achat' : 'service']),
    },
    opening: isSame && framed.computed === undefined ? verdictTexts.openings[verdict] : undefined,
    room: instead !== undefined ? 0 : Math.max(LEAST_ROOM, MOST_WORDS - UNDER - countWords(above.join(' '))),
  };
}

/** As the rules would answer, had they chosen the same. */
function answerOf({ base, worked, decision, parts, setting }: Framing, { of }: Offered): Answer {
  const own = base.kind === 'answer' ? base : undefined;
  const limits =
    decision.kind === 'answer'
      ? { limit: decision.limit, inDoubt: decision.inDoubt === true }
      : { limit: undefined, inDoubt: false };
  switch (of.kind) {
    case 'question':
      return answer(parts, of.fiche, undefined, believed(setting, of), setting, {
        ...limits,
        question: of.question,
        options: [],
      });
    case 'fiche':
      return answer(parts, of.fiche, undefined, believed(setting, of), setting, {
        ...limits,
        question: undefined,
        options: [],
      });
    case 'document': {
      const told = settle(parts, { kind: 'document', passage: of.own, also: undefined, confidence: CHOSEN }, setting);
      if (told.kind === 'answer') return told;
      break;
    }
    case 'computed':
    case 'figures':
      break;
  }
  const told =
    worked?.kind === 'answer'
      ? worked
      : worked?.kind === 'clarification' && worked.reason === 'fact'
        ? worked.known
        : own;
  const [likeliest] = setting.retrieval.judged;
  if (told !== undefined) return told;
  if (likeliest === undefined) throw new Error('nothing was found that could stand under an answer');
  return answer(parts, likeliest.fiche, undefined, CHOSEN, setting);
}

function believed({ retrieval }: SettleSetting, of: Partial<Pick<Judged, 'question'>> & Pick<Judged, 'fiche'>): number {
  const found = retrieval.judged.find(({ fiche, question }) => fiche === of.fiche && question === of.question);
  return Math.max(CHOSEN, found?.confidence ?? 0);
}

/** What the rules said over the reply that they chose stays over another: what is put right, the body's own words. What they worked out goes where something else was asked. */
function decorated(framed: Answer, base: Outcome): Answer {
  if (base.kind === 'answer') {
    const { premise, about } = base;
    const over = withOwn(framed, base.own ?? []);
    return {
      ...(over.kind === 'answer' ? over : framed),
      ...(premise === undefined ? {} : { premise }),
      ...(about === undefined ? {} : { about }),
    };
  }
  if (base.kind !== 'clarification') return framed;
  const over = withOwn(framed, base.own ?? []);
  return over.kind === 'answer' ? over : framed;
}

interface Words {
  readonly sentences: readonly string[];
  /** Fiches that the sentences rest on. */
  readonly resting: readonly Offered[];
  readonly ask: string | undefined;
  readonly follow: readonly Offered[];
}

const MOST_CITED = 4;
const FOLLOWED = 3;

/** The words put in: first the reader's, the stored answer folded under the question that was chosen. */
export function withWords(
  { answer: framed, asked, opening }: AnswerFrame,
  { sentences, resting, ask, follow }: Words,
  { role, at }: SettleSetting,
  { corpus }: SettleParts,
): Answer {
  const say = createSay(corpus, at);
  const sources = [...framed.sources, ...resting.flatMap(({ of }) => ('fiche' in of ? sourceOf(of.fiche, role) : []))];
  const cited = [...framed.cited, ...resting.flatMap(({ of }) => articlesOf(of).map(articleOf))];
  const suggestions = follow.flatMap(({ of }) => {
    const question = of.kind === 'question' ? of.fiche.questions[of.question] : undefined;
    return question === undefined ? [] : [{ label: say(question.ask), text: question.ask }];
  });
  const [first, ...more] = [...new Map(sources.map((source) => [source.fiche, source])).values()];
  const shared = {
    sources: first === undefined ? framed.sources : ([first, ...more] as const),
    cited: [...new Map(cited.map((one) => [one.cited, one])).values()].slice(0, MOST_CITED),
    suggestions: suggestions.length === 0 ? framed.suggestions : suggestions.slice(0, FOLLOWED),
    asks: ask && frenchTypography(ask),
  };
  if (sentences.length === 0) return { ...framed, ...shared, ...unworded(framed, asked, role) };
  const said = [...(opening === undefined ? [] : [opening]), ...sentences].join(' ');
  const { but, ...short } = framed.short[role];
  const words: Short = {
    ...short,
    near: undefined,
    others: [],
    answer: said,
    but: isSaid(but, said) ? undefined : but,
  };
  return {
    ...framed,
    ...shared,
    short: { ...framed.short, [role]: words },
    nearby: asked === undefined ? framed.nearby : [asked, ...framed.nearby],
    wordedBy: 'model',
  };
}

/** From this share of its words a condition was said already. */
const SAID = 0.6;

function isSaid(but: string | undefined, said: string): boolean {
  const told = new Set(indexTerms(said));
  const terms = [...new Set(indexTerms(but ?? ''))];
  return terms.filter((term) => told.has(term)).length >= terms.length * SAID;
}

/** A choice without a word that holds: the stored answer, under its own question. */
function unworded(framed: Answer, asked: AnswerFrame['asked'], role: SettleSetting['role']): Partial<Answer> {
  if (asked === undefined) return {};
  return { verdict: undefined, short: { ...framed.short, [role]: { ...framed.short[role], near: asked.question } } };
}

function articlesOf(of: Offered['of']): readonly string[] {
  return of.kind === 'question' ? (of.fiche.questions[of.question]?.articles ?? []) : [];
}
