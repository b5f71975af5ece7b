// A question's way, from what was typed to what is said: one file, that it may be read from top to bottom.
import { aboutOutcome, isOfAnswer, readLine } from './answering/about.ts';
import type { ArticleOn } from './answering/article-at-hand.ts';
import { articleOutcome } from './answering/article-line.ts';
import { changesOutcome } from './answering/changes-line.ts';
import type { Voice } from './answering/draft/create-voice.ts';
import { earlyOutcome, isOfOffers, LONGEST_QUESTION, offersOutcome, refusal } from './answering/early.ts';
import { createFind } from './answering/find.ts';
import { createHear, type Heard } from './answering/hear.ts';
import type { Leads } from './answering/leads.ts';
import { type Asked, createLook, type Found, mergeGiven, type Searches } from './answering/look.ts';
import { type Memory, offeredIn, type Remembered, toldIn } from './answering/memory.ts';
import type { ModeModel } from './answering/mode.ts';
import { createNextSight } from './answering/next-sight.ts';
import { ownLines, withOwn } from './answering/own-lines.ts';
import type { FindFiches, RespondOptions } from './answering/port/conversing.ts';
import type { OutboundMessage, Outcome } from './answering/port/outcome.ts';
import { sayOutcome } from './answering/port/say.ts';
import { createPutRight } from './answering/put-right.ts';
import { readAs } from './answering/read-as.ts';
import { mayReckon, reckonedOutcome, reckonLine } from './answering/reckoned.ts';
import { requestIn, rewordIn } from './answering/reword-line.ts';
import { nextOf, notTwice, wasTold } from './answering/same.ts';
import { likeliestOf, type SettleParts, type SettleSetting, settle } from './answering/settle.ts';
import { searchWords } from './corpus/english.ts';
import type { Corpus } from './corpus/read-corpus.ts';
import { type IsoDate, parisDay } from './days/iso-date.ts';
import { followUp } from './dialogue/follow-up.ts';
import { type Given, readGiven } from './dialogue/given.ts';
import type { RankNext } from './dialogue/next-question.ts';
import { readSignals, type Signals } from './dialogue/signals.ts';
import { isOfBody, type SpeaksOf } from './dialogue/speaks-of.ts';
import type { ReadTurn } from './dialogue/turn.ts';
import { readValues } from './french/values/read-values.ts';
import { visibleText, words } from './french/words.ts';
import type { OpenChanges } from './law/open-changes.ts';
import { readPeriod, whatChanged } from './law/what-changed.ts';
import type { Logger } from './log.ts';
import type { InboundMessage } from './message/message.ts';
import type { ToldCase } from './retrieval/cases/told-case.ts';
import type { Retrieval, Retriever } from './retrieval/retrieve.ts';
import type { Reworder } from './rewording/reword.ts';
import type { Reckon, Reckoned } from './rules/reckon.ts';
import { type Catalogue, catalogues } from './text/catalogues.ts';
import type { Language, Role } from './vocabulary/people.ts';
import { readWithinTime } from './within-time.ts';

export interface Assistant {
  /** One inbound message in, the reply out. Never throws for what a person may type. */
  respond(message: InboundMessage, options?: RespondOptions): Promise<OutboundMessage>;
  /** The last search as data, for `:explain`. */
  explain(text: string): Promise<Retrieval>;
  readonly find: FindFiches;
}

export interface AssistantParts {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly memory: Memory;
  /** What a message wants, as it was learnt; read when the first is looked up. */
  readonly modes: () => ModeModel;
  readonly reworder: Reworder;
  readonly now: () => Date;
  /** The case of an answer that a line tells; without it none is. */
  readonly toldCase?: ToldCase | undefined;
  /** What a line of a dialogue is; without it each is a question of its own. */
  readonly readTurn?: ReadTurn | undefined;
  /** Which question a line asks that leans on what was said; without it, the one found after what was said. */
  readonly rankNext?: RankNext | undefined;
  /** Whether a message is about what stands in offers, or of a bidder; without it none is. */
  readonly speaks?: ((text: string) => SpeaksOf) | undefined;
  /** Works out what the law lets one compute; without it every question is looked up. */
  readonly reckon?: Reckon | undefined;
  /** Whether what was worked out leads, or the rule found; without it, what was worked out does. */
  readonly leads?: Leads | undefined;
  /** Tells an article by its number; without it such a line is looked up as any other. */
  readonly article?: ArticleOn | undefined;
  /** A model's part, where one is configured; without it everything here works the same. */
  readonly voice?: Voice | undefined;
  /** What of the law changed and nobody has read yet; without it nothing is watched. */
  readonly changes?: (SettleParts['changes'] & Partial<Pick<OpenChanges, 'kept'>>) | undefined;
  readonly log?: Pick<Logger, 'warn'> | undefined;
}

type Said = SettleParts & Pick<AssistantParts, 'leads'>;

/** The whole flow of an answer, top to bottom: clean, read signals, join a follow-up, retrieve, decide, compose, remember. */
export function createAssistant(parts: AssistantParts): Assistant {
  const { corpus, retriever, memory, changes, leads } = parts;
  const said = { corpus, changes, leads };
  const respond = createRespond(parts, said);
  return {
    respond: async (message, options) => {
      const reply = await respond(message, options);
      // What offers hold is not kept, not even for the page that is opened again.
      const text = isOfOffers(reply) ? '…' : message.text;
      if (options?.signal?.aborted !== true) memory.keep(message.address.conversation, { text, reply });
      return reply;
    },
    explain: (text) => retriever.retrieve({ text: visibleText(text.slice(0, LONGEST_QUESTION)) }),
    find: createFind(parts, said),
  };
}

function createRespond(parts: AssistantParts, said: Said): Assistant['respond'] {
  const { corpus, retriever, memory, modes, reworder, now, voice, toldCase, readTurn, rankNext } = parts;
  const { reckon, article, speaks, log } = parts;
  const looking = createLook(corpus, retriever, modes, toldCase);
  const hear = createHear(looking, readTurn, rankNext && { rank: rankNext, sight: createNextSight(corpus, retriever) });
  const putRight = createPutRight(corpus);

  const respond: Assistant['respond'] = async (message, options = {}) => {
    const { signal, onSentence } = options;
    const remember = (what: Remembered): void => {
      if (signal?.aborted !== true) memory.remember(message.address.conversation, what, message.id);
    };
    const text = visibleText(message.text.slice(0, LONGEST_QUESTION + 1));
    const { after, address } = message;
    const before = memory.recall(address.conversation) ?? (after && memory.recall(after.conversation, after.message));
    const today = parisDay(now());
    const read = readWithinTime(message.text.length, () => {
      const signals = readSignals(text);
      const spoken = isSequel(text, before) ? speaks?.(`${before?.question} ${text}`) : speaks?.(text);
      const hasValue = readValues(text).length > 0;
      return {
        signals,
        spoken: spoken ?? 'none',
        hasValue,
        given: readGiven(text, today),
        request: requestIn(message.text, signals),
      };
    });
    if (!read.ok) return sayStopped(log, 'signals', message, before, message.language ?? 'fr');
    const { signals, given, request, spoken, hasValue } = read.value;
    const language = message.language ?? signals.language;
    const catalogue = catalogues[language];
    const { role, roleIs } = roleFor(message, signals, before);
    // Said of a question that is not answered yet: it is asked again, by that side.
    if (signals.kind === 'declares_role' && before?.question !== undefined && before.answer === undefined)
      return respond({ ...message, text: before.question, role }, options);

    // Nothing of it is remembered, nor read any further.
    if (spoken === 'offers' && request === undefined && signals.kind === 'question')
      return reply(message, offersOutcome(catalogue), role, roleIs, language);
    const isBidder = spoken === 'bidder';
    const ofBody = isOfBody(spoken);
    const rewording = rewordIn(reworder, request, before, language);
    if (rewording?.ok === false) return sayStopped(log, 'rewording', message, before, language);
    const saidLine = readLine(corpus.dialogue, message.text, signals);
    const named = saidLine === 'article' ? await article?.(text, message.at, today) : undefined;
    const changed = saidLine === 'changes' ? changedIn(parts, text, today) : undefined;
    const line = saidLine === 'article' || saidLine === 'changes' ? undefined : saidLine;
    const asked = { ...readAsked(text, signals, given, before, corpus, today), ofBody };
    const hearing = hear(asked, signals, before, saidLine === undefined && rewording === undefined);
    if (!hearing.ok) return sayStopped(log, 'search', message, before, language);
    const heard = await hearing.value;
    const { about } = heard;
    const mayBe =
      rewording === undefined &&
      about === undefined &&
      named === undefined &&
      changed === undefined &&
      mayReckon(text, signals, line, before, modes());
    // A question of its own changes no case that was worked out.
    const bearing = before && heard.isApart ? { ...before, reckoned: undefined } : before;
    const isEnglish = signals.language === 'en';
    const toReckon = {
      text: heard.restated ?? text,
      isEnglish,
      at: message.at ?? given.at ?? today,
      role,
      // What was asked anew stands by itself, with all that was told.
      before: heard.restated === undefined ? bearing : undefined,
      after: heard.restated === undefined ? heard.after : undefined,
      siret: isBidder ? undefined : message.siret,
    };
    const reckoned = mayBe ? notAgain(await reckonLine(reckon, log, toReckon), heard, before, hasValue) : undefined;
    const early =
      reckoned === undefined
        ? ((await rewording?.value) ??
          (named && articleOutcome(named, catalogue)) ??
          changed ??
          saidAtOnce(text, line, about, signals, before, role, catalogue))
        : undefined;
    if (early !== undefined) {
      remember({ ...(before ?? NOTHING), role: signals.role ?? before?.role ?? message.role });
      return reply(message, early, role, roleIs, language);
    }

    const sought = readWithinTime(text.length + (before?.question?.length ?? 0), () =>
      looking.look(...lookFor(asked, heard, reckoned, before)),
    );
    if (!sought.ok) return sayStopped(log, 'search', message, before, language);
    const toReader = (retrieval: Retrieval): Retrieval => (isBidder ? { ...retrieval, own: [] } : retrieval);
    const looked = await sought.value;
    const found = { ...looked, retrieval: toReader(looked.retrieval) };
    const { retrieval, decision, facts } = found;
    const at = message.at ?? facts.at ?? today;
    const settling = { retrieval, cases: found.cases, facts, role, at, today, catalogue };
    const told = saidOf(found, reckoned, heard, before, said, settling);
    const base = putRight(isBidder ? toBidder(told, catalogue) : told, text, at, role, catalogue);
    const mayWork = reckoned === undefined && mayBe;
    const voiced = looking.isWritten(text)
      ? undefined
      : await voice?.speak({
          text,
          turns: memory.exchanged(address.conversation),
          facts: before?.answer?.computed?.facts ?? [],
          framing: { base, worked: undefined, decision, parts: said, setting: settling },
          search: async (words) => toReader(await retriever.retrieve({ text: words })),
          work: async (alone) => {
            const line = { ...toReckon, text: alone, isEnglish: false, before: undefined, after: undefined };
            const again = mayWork ? await reckonLine(reckon, log, line) : undefined;
            return again && reckonedOutcome(again, base, said, settling);
          },
          signal,
          onSentence,
        });
    const worded = voiced?.outcome ?? base;
    const outcome = isBidder ? toBidder(worded, catalogue) : worded;
    remember({
      role: message.role ?? before?.role,
      question: voiced?.alone ?? askedIn(found, heard, reckoned, text, before),
      given: mergeGiven(facts, voiced?.given),
      answer: toldIn(outcome),
      offered: offeredIn(outcome),
      likeliest: likeliestOf(said, decision, settling),
      // Another question between leaves the case as it was, and what was asked of it unanswered.
      reckoned: retainedOf(reckoned, outcome) ?? (before?.reckoned && { ...before.reckoned, asked: undefined }),
    });
    return reply(message, outcome, role, roleIs, language);
  };
  return respond;
}

/** Words of a line that hardly says what it speaks of. */
const SEQUEL = 8;

/** «et si c’est l’offre qui est incomplète ?»: so short, with no sum nor name, a line speaks of what was being asked. */
function isSequel(text: string, before: Remembered | undefined): boolean {
  const isPlain = !/\d|(?<=[\p{L},;:] )\p{Lu}/u.test(text);
  return before?.question !== undefined && isPlain && words(text).length <= SEQUEL;
}

/** What changed in the period that a line names. */
function changedIn(
  { corpus, changes }: Pick<AssistantParts, 'corpus' | 'changes'>,
  text: string,
  today: IsoDate,
): Outcome {
  const period = readPeriod(text, today);
  return changesOutcome(whatChanged(corpus.figures, changes?.kept?.() ?? [], period, today), period, today);
}

/** Whoever bids is told the law that everybody may read, and that it is all they are told here. */
function toBidder(outcome: Outcome, catalogue: Catalogue): Outcome {
  return outcome.kind === 'answer' ? { ...outcome, limit: catalogue.toBidder } : outcome;
}

const SAME_AS = { thanks: 'thanks', human: 'asks_human' } as const;

/** What needs no search: something asked of the last reply, small talk, what is turned away. */
function saidAtOnce(
  text: string,
  line: ReturnType<typeof readLine>,
  about: Heard['about'],
  signals: Signals,
  before: Remembered | undefined,
  role: Role,
  catalogue: Catalogue,
): Outcome | undefined {
  const heard = about === 'thanks' || about === 'human' ? { ...signals, kind: SAME_AS[about] } : signals;
  return (
    aboutOutcome(
      about !== undefined && isOfAnswer(about) ? about : line,
      before?.answer ?? before?.likeliest,
      role,
      catalogue,
    ) ?? earlyOutcome(text, heard, before, role, catalogue)
  );
}

/** What is looked up, with what was found of it already: a line that changes a fact, as the question that it belongs to. */
function lookFor(
  asked: Asked,
  { leans, searches, restated, after }: Heard,
  reckoned: Reckoned | undefined,
  before: Remembered | undefined,
): readonly [Asked, Searches | undefined] {
  const again = restated ?? reckoned?.retained.text ?? asked.text;
  // Facts told where one was asked for, and not of that case, are of another: the line stands by itself.
  const tells = after?.states === true && !asked.text.includes('?');
  const isOther = reckoned === undefined && before?.reckoned?.asked !== undefined && tells;
  const joins = leans && !isOther;
  if (again === asked.text) return [{ ...asked, leans: joins, offered: joins ? before?.offered : undefined }, searches];
  const { facts, today } = asked;
  return [{ text: again, query: { text: again }, facts: mergeGiven(facts, before?.given), today }, undefined];
}

/** What was found, said: what was worked out over it, and never the reply before again. */
function saidOf(
  found: Found,
  reckoned: Reckoned | undefined,
  heard: Heard,
  before: Remembered | undefined,
  said: Said,
  setting: SettleSetting,
): Outcome {
  const looked = settledAnew(found, heard, before, said, setting);
  const plain = reckoned === undefined ? looked : reckonedOutcome(reckoned, looked, said, setting);
  const { role, catalogue } = setting;
  const own = ownLines(setting.retrieval, catalogue);
  if (plain.kind !== 'answer') return withOwn(plain, own);
  const fresh =
    before === undefined || !heard.leans ? plain : notTwice(plain, found.text, heard, before, role, catalogue);
  return withOwn(readAs(fresh, heard, before, said, setting), own);
}

/** What was decided, said; where that was just told, the question that the line finds by itself too, of those that it may be. */
function settledAnew(
  { text, decision }: Found,
  { leans, searches }: Heard,
  before: Remembered | undefined,
  said: SettleParts,
  setting: SettleSetting,
): Outcome {
  const looked = settle(said, decision, setting);
  if (!leans || !wasTold(looked, before, setting.role) || decision.kind !== 'answer') return looked;
  const next = nextOf(text, searches, {
    fiche: decision.fiche,
    question: decision.question ?? decision.options[0]?.question,
  });
  if (next === undefined) return looked;
  return settle(said, { ...decision, fiche: next.fiche, question: undefined, options: [next] }, setting);
}

/** What a changed fact leaves as it was, or turns into another thing, counts for nothing that was worked out: its rule is looked up. */
function notAgain(
  reckoned: Reckoned | undefined,
  { after, restated, isOther: asksOther }: Heard,
  before: Remembered | undefined,
  hasValue: boolean,
): Reckoned | undefined {
  const known = before?.reckoned;
  if (asksOther === true && !hasValue) return undefined;
  if (reckoned === undefined || known === undefined || restated !== undefined || after?.states !== true)
    return reckoned;
  const isOther = reckoned.retained.goal !== known.goal && hasValue;
  const isSame = reckoned.told.said === before?.answer?.computed?.said;
  return isOther || (isSame && reckoned.isOfCase !== true) ? undefined : reckoned;
}

/** A case that the rule found stood in the place of, and under which nothing of it was said, is none to go on with. */
function retainedOf(reckoned: Reckoned | undefined, outcome: Outcome): Reckoned['retained'] | undefined {
  const isUnsaid = outcome.kind === 'answer' && outcome.computed === undefined && outcome.asks === undefined;
  return isUnsaid ? undefined : reckoned?.retained;
}

/** The words looked up, with those of before that they lean on: what a fact was told of is told with it. */
function askedIn(
  { text, query }: Found,
  { restated, leans }: Heard,
  reckoned: Reckoned | undefined,
  line: string,
  before: Remembered | undefined,
): string {
  if (restated === undefined && reckoned !== undefined && leans && before?.question !== undefined)
    return `${before.question} ${line}`;
  return query.context === undefined ? text : `${query.context} ${query.text}`.trim();
}

/** What is looked for: the words, in French, joined to what they lean back on. */
function readAsked(
  text: string,
  signals: Signals,
  given: Given,
  before: Remembered | undefined,
  corpus: Corpus,
  today: IsoDate,
): Asked {
  const words = signals.language === 'en' ? searchWords(text, corpus.english) || text : text;
  const query = followUp(words, given, before);
  return {
    text,
    query: { text: words },
    joined: query && { query, facts: mergeGiven(given, before?.given) },
    facts: given,
    today,
  };
}

/** A reading that would have kept everybody waiting: told as what it is to the person, a text too long to be read. */
function sayStopped(
  log: AssistantParts['log'],
  reader: string,
  message: InboundMessage,
  before: Remembered | undefined,
  language: Language,
): OutboundMessage {
  log?.warn({ reader, length: message.text.length }, 'a reading was stopped');
  const role = message.role ?? before?.role;
  const roleIs = message.role !== undefined ? 'declared' : role === undefined ? 'inferred' : 'remembered';
  return reply(message, refusal('too_long', catalogues[language]), role ?? 'prescriber', roleIs, language);
}

const NOTHING: Remembered = { role: undefined, question: undefined, given: undefined, answer: undefined };

function roleFor(message: InboundMessage, signals: Signals, before: Remembered | undefined) {
  if (signals.kind === 'declares_role' && signals.role !== undefined)
    return { role: signals.role, roleIs: 'declared' as const };
  if (message.role !== undefined) return { role: message.role, roleIs: 'declared' as const };
  if (before?.role !== undefined) return { role: before.role, roleIs: 'remembered' as const };
  return { role: signals.role ?? ('prescriber' as const), roleIs: 'inferred' as const };
}

function reply(
  message: InboundMessage,
  outcome: Outcome,
  role: Role,
  roleIs: OutboundMessage['roleIs'],
  language: Language,
): OutboundMessage {
  const catalogue = catalogues[language];
  return {
    inReplyTo: message.id,
    address: message.address,
    outcome,
    role,
    roleIs,
    language,
    ...(isWorded(outcome) ? { wordedBy: 'model' as const } : {}),
    text: sayOutcome(outcome, role, catalogue),
  };
}

function isWorded(outcome: Outcome): boolean {
  return (
    (outcome.kind === 'answer' && outcome.wordedBy === 'model') ||
    (outcome.kind === 'rewording' && outcome.rewording.wordedBy === 'model')
  );
}
