import type { Verdict } from '../../corpus/question.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import type { Address, Suggestion } from '../../message/message.ts';
import type { Rewording } from '../../rewording/port/rewording.ts';
import type { Language, Role } from '../../vocabulary/people.ts';
import type { HandoffReason, RefusalReason } from '../../vocabulary/reasons.ts';
import type { CitedArticle, Computed } from './computed.ts';

/** What backs an answer: a fiche of the corpus, or a document an organisation added. */
export interface Source {
  readonly fiche: string;
  readonly title: string;
  readonly section: string;
  readonly articles: readonly CitedArticle[];
  readonly verifiedOn: IsoDate;
  readonly status: string;
  readonly module: string;
  readonly url?: string;
}

/** A human is offered, never imposed: what must be examined, and what is known meanwhile. */
export interface HandoffOffer {
  readonly kind: 'handoff';
  readonly reason: HandoffReason;
  /** Why a person has to look, in one sentence. */
  readonly why: string;
  /** Who helps now, before any reservist: an office, in the middle of a sentence. */
  readonly turnTo: string;
  /** What the corpus does say: the person leaves with something. */
  readonly known: Answer | undefined;
  /** Where it is not sure what of that is asked: the questions nearest to it, folded. */
  readonly near?: readonly NearQuestion[];
  /** What was asked holds what stands in offers: it is kept nowhere, and goes to nobody. */
  readonly ofOffers?: true;
  /** The questions that were offered in doubt before: whoever helps sees what did not help. */
  readonly offered?: Doubt['choices'] | undefined;
}

/** An answer in a few lines, in one register. French, typeset; Markdown. */
export interface Short {
  /** The question that it answers, where that is only near the one asked: said before it, and no verdict on the other. */
  readonly near: string | undefined;
  /** The others that may have been asked, the likeliest first: each is shown under it with its answer in one line. */
  readonly others?: readonly NearQuestion[];
  /** The verdict or the value first. */
  readonly answer: string;
  /** The one condition that could change it. */
  readonly but: string | undefined;
  /** The one step to take. */
  readonly next: string | undefined;
}

/** A question of the corpus with what it is answered. */
export interface NearQuestion {
  readonly question: string;
  readonly answer: string;
}

/** An answer holds at least one source: without one there is no answer. Texts are Markdown. */
export interface Answer {
  readonly kind: 'answer';
  readonly title: string;
  /** The question of its fiche that is told first, by its name there. */
  readonly told?: string | undefined;
  /** What the rules conclude of the person's own case, where the question can be computed: it goes before all the rest. */
  readonly computed?: Computed;
  /** What the question takes for granted and the code does not say, put right before it is answered. */
  readonly premise?: string;
  /** Beside what was worked out: a question likely asked too, which rests on another rule. */
  readonly beside?: NearQuestion | undefined;
  /** What the rule comes to for the person's own case, or what would have to be known of it: said under it. */
  readonly asks?: string | undefined;
  /** What is shown first in each register. */
  readonly short: Readonly<Record<Role, Short>>;
  /** Of the question that was asked; none where the corpus holds only a near one. */
  readonly verdict: Verdict | undefined;
  /** What the organisation's own documents say nearest to it, quoted, each with its place; French. */
  readonly own?: readonly string[];
  /** Where what is shown first is written, for its source line: articles, or the place in a document. */
  readonly cited: Source['articles'];
  /** The fiche's other questions nearest to the one asked, each with its answer: shown as questions, claimed as no more. */
  readonly nearby: readonly NearQuestion[];
  readonly brief: string;
  readonly registers: Readonly<Record<Role, string>>;
  readonly pitfalls: string;
  readonly example: string;
  readonly next: string;
  readonly sources: readonly [Source, ...Source[]];
  /** The nearest other fiche, when it may be what was meant. */
  readonly also: { readonly title: string; readonly brief: string } | undefined;
  /** What only a person who sees the file can settle. */
  readonly limit: string | undefined;
  /** The case itself calls for a person, or the answer is in doubt: one is offered. Otherwise it is there to be found. */
  readonly human: boolean;
  /** `model`: what is shown first was chosen and worded by a language model, each sentence checked against its sources; the rest is the corpus's own words. */
  readonly wordedBy?: 'model';
  /** What was being said, where the line was read as being about it and could be a question of its own. */
  readonly about?: string;
  /** Said when the fiche is past its review date or its source is weak. */
  readonly caution: string | undefined;
  readonly asOf: IsoDate;
  /** From when the figures it says hold, and what they were before, a sentence each. */
  readonly since?: readonly string[];
  /** How sure it is, in one plain sentence: what of the texts it cites was read. */
  readonly sure: string;
  readonly suggestions: readonly Suggestion[];
  /** Calibrated probability that this is the answer wanted, 0 to 1. */
  readonly confidence: number;
}

/** A question of a fiche as it is offered in doubt: pressed, its words are asked, and it is answered as itself. */
export interface Choice extends NearQuestion {
  /** Its answer is in one line, in the reader's register. */
  readonly fiche: string;
}

/** Which question is asked is not sure enough for one answer: a few, each with its answer in one line. */
export interface Doubt {
  readonly kind: 'clarification';
  readonly reason: 'doubt';
  /** Said before them. */
  readonly question: string;
  readonly choices: readonly [Choice, Choice, ...Choice[]];
  /** What the organisation's own documents say nearest to it, quoted, each with its place; French. */
  readonly own?: readonly string[];
  readonly sources: readonly Source[];
  readonly confidence: number;
}

/** The one fact that decides is asked for. */
export interface Clarification {
  readonly kind: 'clarification';
  readonly reason: 'fact';
  readonly question: string;
  /** What the rules know already, where they ask for the one fact that decides. */
  readonly computed?: Computed;
  /** What is known whatever the fact is: nobody leaves empty-handed. */
  readonly known?: Answer;
  /** What the organisation's own documents say nearest to it, quoted, each with its place; French. */
  readonly own?: readonly string[];
  readonly choices: readonly Suggestion[];
  readonly sources: readonly Source[];
  readonly confidence: number;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  readonly text: string;
  readonly next: string;
  readonly suggestions: readonly Suggestion[];
}

export interface SmallTalk {
  readonly kind: 'smalltalk';
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

/** A text said in the other side's words, at the person's request in the chat. */
interface Reworded {
  readonly kind: 'rewording';
  readonly rewording: Rewording;
  readonly suggestions: readonly Suggestion[];
}

export type Outcome = Answer | Clarification | Doubt | HandoffOffer | Refusal | Reworded | SmallTalk;

export interface OutboundMessage {
  readonly inReplyTo: string;
  readonly address: Address;
  readonly outcome: Outcome;
  readonly role: Role;
  readonly roleIs: 'declared' | 'remembered' | 'inferred';
  readonly language: Language;
  /** A language model worded it, within what its sources say; left out where every word was written by people. */
  readonly wordedBy?: 'model';
  /** The whole outcome as Markdown, in the reader's register: what is shown first, then the rest. */
  readonly text: string;
}
