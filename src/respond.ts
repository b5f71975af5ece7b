import { composeAnswer, composeExcerpt } from './answering/compose.ts';
import { type Candidate, type Decision, decide } from './answering/decide.ts';
import { earlyOutcome, LONGEST_QUESTION, refusal } from './answering/early.ts';
import { sayOutcome } from './answering/say.ts';
import { searchWords } from './corpus/english.ts';
import type { Fiche } from './corpus/fiche.ts';
import { type IsoDate, parisDay } from './corpus/iso-date.ts';
import type { Corpus } from './corpus/read-corpus.ts';
import { followUp } from './dialogue/follow-up.ts';
import { type Given, readGiven } from './dialogue/given.ts';
import type { Memory, Remembered } from './dialogue/memory.ts';
import { readRewordRequest } from './dialogue/reword-request.ts';
import { readSignals, type Signals, speaksOfOwnCase, speaksOfPurchase } from './dialogue/signals.ts';
import { type DocumentSource, documentSource, isLibraryDocument } from './documents/library-documents.ts';
import type { Answer, InboundMessage, Language, OutboundMessage, Outcome, Role } from './message.ts';
import type { FindFiches, RespondOptions } from './platform.ts';
import { assertNever } from './result.ts';
import { directQuestion, nearbyQuestions } from './retrieval/asked.ts';
import { boundaryIdOf } from './retrieval/corpus-documents.ts';
import type { Retrieval, Retriever } from './retrieval/retrieve.ts';
import type { Reworder } from './rewording/reword.ts';
import type { Catalogue } from './text/catalogue.ts';
import { catalogues } from './text/catalogues.ts';
import { frenchTypography } from './text/typography.ts';
import { indexTerms, visibleText } from './text/words.ts';

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
  readonly reworder: Reworder;
  /** Where the organisation's own documents come from, by id. */
  readonly documents: ReadonlyMap<string, DocumentSource>;
  readonly now: () => Date;
}

/** The whole flow of an answer, top to bottom: clean, read signals, join a follow-up, retrieve, decide, compose, remember. */
export function createAssistant({ corpus, retriever, memory, reworder, documents, now }: AssistantParts): Assistant {
  const byId = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
  const boundaries = new Map(corpus.boundaries.map((boundary) => [boundary.id, boundary]));

  const respond = async (message: InboundMessage, { signal }: RespondOptions = {}): Promise<OutboundMessage> => {
    const remember = (what: Remembered): void => {
      if (signal?.aborted !== true) memory.remember(message.address.conversation, what);
    };
    const text = visibleText(message.text.slice(0, LONGEST_QUESTION + 1));
    const before = memory.recall(message.address.conversation);
    const signals = readSignals(text);
    const language = message.language ?? signals.language;
    const catalogue = catalogues[language];
    const { role, roleIs } = roleFor(message, signals, before);
    const today = parisDay(now());
    const given = readGiven(text, today);

    const early =
      (await rewordingAsked(message.text, signals, before, language)) ??
      earlyOutcome(text, signals, before, role, catalogue);
    if (early !== undefined) {
      remember({
        ...(before ?? NOTHING),
        role: signals.role ?? before?.role ?? message.role,
      });
      return reply(message, early, role, roleIs, language);
    }

    const query = followUp(signals.language === 'en' ? searchWords(text, corpus.english) || text : text, given, before);
    const context = query.leansBack && before?.given !== undefined ? before.given : undefined;
    const facts: Given = mergeGiven(given, context);
    const at = message.at ?? facts.at ?? today;
    const retrieval = await retriever.retrieve(query);
    const decision = decide({
      candidates: candidatesOf(retrieval),
      confidence: retrieval.confidence,
      given: facts,
      contentWords: new Set(indexTerms(text)).size,
      inDialogue: query.leansBack,
      ownCase: speaksOfOwnCase(text),
      purchase: speaksOfPurchase(text),
      today,
    });
    const outcome = settle(decision, { retrieval, facts, role, at, today, catalogue });
    remember({
      role: message.role ?? before?.role,
      question: query.leansBack ? `${query.context ?? ''} ${query.text}` : text,
      given: facts,
      answer: outcome.kind === 'answer' ? outcome : outcome.kind === 'handoff' ? outcome.known : undefined,
    });
    return reply(message, outcome, role, roleIs, language);
  };

  /** «reformule pour l'achat : …», or «reformule ça», which means what was last asked. */
  async function rewordingAsked(
    text: string,
    { kind }: Signals,
    before: Remembered | undefined,
    language: Language,
  ): Promise<Outcome | undefined> {
    if (kind === 'injection' || kind === 'abusive' || text.length > LONGEST_QUESTION) return undefined;
    const request = readRewordRequest(text);
    const source = request?.text || before?.question;
    if (request === undefined || source === undefined) return undefined;
    const direction = request.direction ?? reworder.guess(source);
    return { kind: 'rewording', rewording: await reworder.reword(source, direction, language), suggestions: [] };
  }

  interface Setting {
    readonly retrieval: Retrieval;
    readonly facts: Given;
    readonly role: Role;
    readonly at: IsoDate;
    readonly today: IsoDate;
    readonly catalogue: Catalogue;
  }

  function settle(decision: Decision, setting: Setting): Outcome {
    const { retrieval, catalogue } = setting;
    switch (decision.kind) {
      case 'answer':
        return answer(decision.fiche, decision.also, decision.confidence, setting, decision.limit?.say);
      case 'document': {
        const source = documentSource(documents, decision.hit.document.id);
        const request = {
          also: decision.also,
          role: setting.role,
          at: setting.at,
          today: setting.today,
          confidence: decision.confidence,
        };
        return source === undefined
          ? refusal('no_source', catalogue)
          : composeExcerpt(decision.hit, source, request, corpus);
      }
      case 'handoff':
        return {
          kind: 'handoff',
          reason: decision.reason,
          why:
            decision.boundary === undefined
              ? catalogue.handoffWhy[decision.reason]
              : frenchTypography(`${decision.boundary.say} ${decision.boundary.next}`),
          known: decision.known && answer(decision.known, undefined, retrieval.confidence, setting),
        };
      case 'refuse':
        return refusal(
          decision.reason,
          catalogue,
          decision.boundary && `${decision.boundary.say} ${decision.boundary.next}`,
          decision.near,
        );
      case 'clarify': {
        const branches = decision.options.map(({ fiche }) => answer(fiche, undefined, retrieval.confidence, setting));
        return {
          kind: 'clarification',
          question: decision.facet === 'topic' ? catalogue.clarifyTopic : catalogue.clarify[decision.facet],
          choices: decision.options.map(({ facetValue, fiche }) => ({
            label: catalogue.choice[facetValue] ?? facetValue,
            text: fiche.title,
          })),
          branches: branches.map(({ title, brief }) => ({ title, brief })),
          sources: branches.flatMap(({ sources }) => sources),
          confidence: retrieval.confidence,
        };
      }
      default:
        return assertNever(decision);
    }
  }

  function answer(fiche: Fiche, also: Fiche | undefined, confidence: number, setting: Setting, limit?: string): Answer {
    const hit = setting.retrieval.hits.find(({ document }) => document.id === fiche.id);
    const asked = hit && directQuestion(hit, fiche, setting.retrieval.corrected, retriever.lexical);
    const request = {
      text: setting.retrieval.corrected,
      fiche,
      also,
      limit,
      asked,
      nearby: hit === undefined ? [] : nearbyQuestions(hit, fiche, asked),
      confidence,
      given: setting.facts,
      role: setting.role,
      at: setting.at,
      today: setting.today,
    };
    return composeAnswer(request, corpus, setting.catalogue);
  }

  function candidatesOf(retrieval: Retrieval): readonly Candidate[] {
    return retrieval.hits.flatMap((hit): readonly Candidate[] => {
      const seen = { score: hit.score, similarity: hit.dense?.similarity ?? 0 };
      const boundary = boundaries.get(boundaryIdOf(hit.document) ?? '');
      if (boundary !== undefined) return [{ kind: 'boundary', boundary, ...seen }];
      if (isLibraryDocument(hit.document.id)) return [{ kind: 'document', hit, ...seen }];
      const fiche = byId.get(hit.document.id);
      return fiche === undefined ? [] : [{ kind: 'fiche', fiche, ...seen }];
    });
  }

  const find: FindFiches = async (words, language, limit) => {
    const text = visibleText(words.slice(0, LONGEST_QUESTION));
    if (text === '') return [];
    const retrieval = await retriever.retrieve({ text });
    const today = parisDay(now());
    const facts = readGiven(text, today);
    const setting: Setting = {
      retrieval,
      facts,
      role: 'prescriber',
      at: facts.at ?? today,
      today,
      catalogue: catalogues[language],
    };
    // The nearest of all is something too when nothing is near: a word in common, or much the same meaning.
    const fiches = retrieval.hits
      .filter(({ lexical, dense }) => lexical !== undefined || (dense?.similarity ?? 0) >= SAME_MEANING)
      .map(({ document }) => byId.get(document.id))
      .filter((fiche) => fiche !== undefined);
    return fiches.slice(0, limit).map((fiche) => answer(fiche, undefined, retrieval.confidence, setting));
  };

  return {
    respond,
    explain: (text) => retriever.retrieve({ text: visibleText(text.slice(0, LONGEST_QUESTION)) }),
    find,
  };
}

/** Cosine similarity from which a fiche without a word in common is still what was looked for. */
const SAME_MEANING = 0.6;

const NOTHING: Remembered = { role: undefined, question: undefined, given: undefined, answer: undefined };

function roleFor(message: InboundMessage, signals: Signals, before: Remembered | undefined) {
  if (signals.kind === 'declares_role' && signals.role !== undefined)
    return { role: signals.role, roleIs: 'declared' as const };
  if (message.role !== undefined) return { role: message.role, roleIs: 'declared' as const };
  if (before?.role !== undefined) return { role: before.role, roleIs: 'remembered' as const };
  return { role: signals.role ?? ('prescriber' as const), roleIs: 'inferred' as const };
}

function mergeGiven(now: Given, before: Given | undefined): Given {
  if (before === undefined) return now;
  return {
    objet: now.objet ?? before.objet,
    acheteur: now.acheteur ?? before.acheteur,
    amount: now.amount ?? before.amount,
    years: now.years ?? (now.amount === undefined ? before.years : undefined),
    daysLate: now.daysLate,
    at: now.at ?? before.at,
  };
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
    text: sayOutcome(outcome, role, catalogue),
  };
}
