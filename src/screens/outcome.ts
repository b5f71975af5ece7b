// One screen for each kind of outcome: they stand together, so that they read alike.
import type { Computed } from '../answering/port/computed.ts';
import type {
  Answer,
  Clarification,
  Doubt,
  HandoffOffer,
  OutboundMessage,
  Refusal,
  SmallTalk,
} from '../answering/port/outcome.ts';
import { whyAndKnown } from '../answering/port/say.ts';
import { askedLines, countWords, MOST_WORDS } from '../answering/port/short.ts';
import type { Suggestion } from '../message/message.ts';
import { assertNever } from '../result.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { Role } from '../vocabulary/people.ts';
import {
  answerBlocks,
  chosenIn,
  chosenNotice,
  type Depth,
  folded,
  french,
  knownBlocks,
  OTHER,
  offeredBlocks,
  questionRow,
  reasoning,
  sourceBlocks,
} from './answer.ts';
import { recalculateAct } from './calculator.ts';
import { feedbackActs } from './feedback.ts';
import { heading, makeScreen, markdown, notice } from './make.ts';
import { rewordingScreen } from './rewording.ts';
import type { Act, Block, Screen } from './screen.ts';
import { suggestActs } from './suggest.ts';
import { type Words, wordsOf } from './words.ts';

/** How a reply is shown this time. */
export interface Shown {
  readonly reply: OutboundMessage;
  readonly question: string;
  readonly role: Role;
  readonly depth: Depth;
  /** Under which it is kept for its buttons; none where it is not kept. */
  readonly key: string | undefined;
  /** `private`: seen by one person of a channel, who may share it. */
  readonly place: 'dm' | 'channel' | 'private';
  /** A reservist can be asked here. */
  readonly human: boolean;
  /** Its other register can take its place; elsewhere it unfolds. */
  readonly turns: boolean;
  /** The face unfolds by itself what is there on demand; elsewhere a button brings it. */
  readonly folds: boolean;
  /** The platform has no thumbs of its own. */
  readonly thumbs: boolean;
  /** Fields stand on the screen itself. */
  readonly boxes: boolean;
  /** Said above: a suggestion that was pressed is nowhere to be read. */
  readonly above?: string | undefined;
  /** Leads to the lesson that an answer comes from. */
  readonly lesson?: (Suggestion & { readonly href?: string }) | undefined;
  /** It is about a purchase, of which one press takes stock. */
  readonly purchase?: boolean | undefined;
  /** Which of its choices was pressed: there is none to press any more. */
  readonly chosen?: string | undefined;
}

/** Any outcome of a question as a screen. */
export function outcomeScreen(shown: Shown): Screen {
  const { outcome } = shown.reply;
  const words = wordsOf(shown.reply.language);
  switch (outcome.kind) {
    case 'answer':
      return answerScreen(outcome, shown, words);
    case 'handoff':
      return handoffScreen(outcome, shown, words);
    case 'clarification':
      return outcome.reason === 'doubt'
        ? doubtScreen(outcome, shown, words)
        : clarificationScreen(outcome, shown, words);
    case 'refusal':
      return refusalScreen(outcome, shown, words);
    case 'smalltalk':
      return smallTalkScreen(outcome, shown, words);
    case 'rewording': {
      const { key: reply, boxes } = shown;
      const screen = rewordingScreen(outcome.rewording, { language: words.language, reply, boxes });
      return framed(screen, shown, words);
    }
    default:
      return assertNever(outcome);
  }
}

function make(
  view: Screen['ref']['view'],
  shown: Shown,
  words: Words,
  parts: Omit<Parameters<typeof makeScreen>[0], 'ref' | 'language'>,
): Screen {
  const screen = makeScreen({ ref: { view, key: shown.key ?? '' }, language: words.language, ...parts });
  return framed(screen, shown, words);
}

/** With what was asked above, and, where one person sees it, that it can be shared. */
function framed(screen: Screen, shown: Shown, words: Words): Screen {
  const { own, language } = words;
  const isPrivate = shown.place === 'private';
  const share: Act = { verb: 'share', value: shownValue(shown), label: own.share, look: 'plain' };
  const around = makeScreen({
    ref: screen.ref,
    language,
    blocks: notice(shown.above),
    acts: isPrivate ? [share] : [],
  });
  return {
    ...screen,
    blocks: [...around.blocks, ...screen.blocks, ...(isPrivate ? notice(own.onlyYou) : [])],
    acts: [...screen.acts, ...around.acts],
    audience: shown.place === 'channel' ? 'all' : 'one',
  };
}

function answerScreen(answer: Answer, shown: Shown, words: Words): Screen {
  const { role, key, turns, depth } = shown;
  const [human] = humanAct(shown, words);
  // Where nobody has to look at it, the way to someone is there to be found, and no more.
  const quiet = shown.folds && !answer.human;
  return make('answer', shown, words, {
    blocks: answerBlocks(
      answer,
      {
        role,
        depth,
        turns,
        lesson: lessonAct(shown),
        human: quiet ? human : undefined,
        under: key,
        chosen: shown.chosen,
      },
      words,
    ),
    acts: [
      ...stockAct(shown, words),
      ...figuresAct(answer.computed, words),
      ...unfoldAct(shown, words),
      ...turnAct(answer, shown, words),
      ...(human === undefined || quiet ? [] : [answer.human ? human : { ...human, label: words.own.notThat }]),
      ...(key === undefined || !shown.thumbs ? [] : feedbackActs(key, words.language)),
    ],
    ...(depth === 'rest' ? { said: answer.short[role].answer } : {}),
  });
}

function lessonAct({ lesson }: Shown): Act | undefined {
  if (lesson === undefined) return undefined;
  const { label, text, href } = lesson;
  return { verb: 'say', value: { text }, label, look: 'plain', ...(href === undefined ? {} : { href }) };
}

function turnAct({ registers }: Answer, shown: Shown, { own }: Words): readonly Act[] {
  if (shown.key === undefined || !shown.turns || registers.prescriber === '' || registers.buyer === '') return [];
  const other = OTHER[shown.role];
  const value = { ...shownValue(shown), role: other };
  return [{ verb: 'register', value, label: own.to[other], spoken: own.toSpoken[other], look: 'plain' }];
}

function stockAct({ purchase, question: text, key: reply }: Shown, { language }: Words): readonly Act[] {
  if (purchase !== true) return [];
  return [{ verb: 'interview', value: { text, reply }, label: interviewTexts[language].takeStock, look: 'plain' }];
}

function figuresAct(computed: Computed | undefined, { language }: Words): readonly Act[] {
  return computed?.of === undefined ? [] : [recalculateAct(computed.of, language)];
}

function unfoldAct(shown: Shown, { own }: Words): readonly Act[] {
  if (shown.key === undefined || shown.folds) return [];
  const full = shown.depth === 'full';
  const value = { ...shownValue(shown), full: !full };
  return [{ verb: 'more', value, label: full ? own.readLess : own.readAll, look: 'plain' }];
}

function handoffScreen(offer: HandoffOffer, shown: Shown, words: Words): Screen {
  const { known, near = [], offered, why } = offer;
  const { all } = words;
  const turnTo = all.turnTo.said(offer.turnTo);
  const { role, depth } = shown;
  const view = {
    role,
    // All of it is the screen's own here: nothing was said before it.
    depth: depth === 'rest' ? 'full' : depth,
    turns: false,
    most: MOST_WORDS - countWords(`${all.web.handoffTitle} ${why} ${turnTo}`),
  } as const;
  const { key: under, chosen } = shown;
  const rows = near.map((one) => questionRow(one, { under, chosen }, all));
  const rule = known && { ...known, limit: undefined };
  const meanwhile: readonly Block[] =
    rule !== undefined
      ? view.depth === 'short'
        ? []
        : answerBlocks(rule, { ...view, depth: 'rest' }, words)
      : rows.length === 0 || view.depth === 'short'
        ? []
        : [...folded('nearby', all.nearby, [{ kind: 'rows', rows }]), ...chosenNotice(shown, words)];
  return make('handoff', shown, words, {
    title: all.web.handoffTitle,
    blocks: [
      ...whyAndKnown(
        offer,
        role,
        [...own(why, Object.values(all.handoffWhy)), ...own(turnTo, [all.turnTo.said(all.turnTo.buyer)])],
        rule === undefined ? [] : answerBlocks(rule, { ...view, depth: 'short' }, words),
        all,
      ),
      ...meanwhile,
      ...offeredBlocks(offered, words),
    ],
    acts: [
      ...humanAct(shown, words, 'primary'),
      ...(known === undefined && rows.length === 0 ? [] : unfoldAct(shown, words)),
    ],
    said: why,
  });
}

/** What the catalogue says is in the reader's language; what is not the catalogue's comes from the corpus. */
function own(text: string, ours: readonly string[]): readonly Block[] {
  return ours.includes(text) ? [markdown(text)] : french(text);
}

function clarificationScreen(asked: Clarification, shown: Shown, words: Words): Screen {
  const { question, choices, computed, known, sources, own: ours = [] } = asked;
  const { role, depth } = shown;
  const labels = choices.map(({ label }) => label);
  const { lines, left } = askedLines(asked, words.all);
  const view = { role, turns: false } as const;
  // What holds already is an answer; the question comes with it.
  const isAnswered = computed !== undefined && computed.said !== question;
  return make('clarification', shown, words, {
    ...(isAnswered ? {} : { title: words.all.web.clarificationTitle }),
    blocks: [
      ...french([...ours, ...lines].join('\n\n')),
      ...(known === undefined ? [] : knownBlocks(known, { ...view, most: left }, depth, words)),
      ...(depth === 'short' ? [] : reasoning(computed, words)),
      ...(depth === 'short' || known === undefined ? [] : answerBlocks(known, { ...view, depth: 'rest' }, words)),
      ...(known === undefined ? sourceBlocks(sources, words) : []),
      ...chosenNotice(shown, words),
    ],
    acts: [
      ...(shown.chosen === undefined ? suggestActs(choices, shown.key) : []),
      ...stockAct(shown, words),
      ...figuresAct(computed, words),
      ...(known === undefined ? [] : unfoldAct(shown, words)),
    ],
    said: chosenIn(shown, words) ?? [...(isAnswered ? [computed.said] : []), question, ...labels].join('\u00a0; '),
  });
}

/** The normal way where two questions may be meant: each is read with its answer before it is pressed. */
function doubtScreen({ question, choices, own: ours = [] }: Doubt, shown: Shown, words: Words): Screen {
  const { doubtElse, frenchSources } = words.all;
  const { chosen } = shown;
  const rows = choices.map((choice) => questionRow(choice, { under: shown.key, chosen }, words.all));
  return make('clarification', shown, words, {
    title: question,
    blocks: [
      ...notice(frenchSources),
      ...french(ours.join('\n\n')),
      { kind: 'rows', rows },
      ...(chosen === undefined ? notice(doubtElse) : chosenNotice(shown, words)),
    ],
    acts: humanAct(shown, words),
    said:
      chosenIn(shown, words) ??
      [...ours, question, ...choices.map(({ question: asked, answer }) => `${asked} ${answer}`)].join('\n'),
  });
}

function refusalScreen({ text, next, suggestions, reason }: Refusal, shown: Shown, words: Words): Screen {
  const ours = words.all.refusal[reason];
  const human = reason === 'no_source' || reason === 'out_of_date' ? humanAct(shown, words) : [];
  return make('refusal', shown, words, {
    title: words.all.web.refusalTitle[reason],
    blocks: [
      ...own(text, [ours.text]),
      ...own(next, [ours.next]),
      ...(suggestions.length === 0 ? [] : [heading(words.all.nearest)]),
    ],
    acts: [...human, ...suggestActs(suggestions.filter(isNoHuman))],
  });
}

function smallTalkScreen({ text, suggestions }: SmallTalk, shown: Shown, words: Words): Screen {
  return make('note', shown, words, { blocks: [markdown(text)], acts: suggestActs(suggestions.filter(isNoHuman)) });
}

/** What asks for a human has a button of its own. */
function isNoHuman({ text }: Suggestion): boolean {
  return !/r[ée]serviste/i.test(text);
}

/** To the brief that would leave; nothing leaves yet. */
function humanAct(shown: Shown, { all }: Words, look: Act['look'] = 'plain'): readonly Act[] {
  if (!shown.human || shown.key === undefined) return [];
  return [{ verb: 'human', value: shownValue(shown), label: all.askReservist, look }];
}

function shownValue({ key = '', role, depth, question, reply }: Shown) {
  return { reply: key, role, full: depth === 'full', question, conversation: reply.address.conversation };
}
