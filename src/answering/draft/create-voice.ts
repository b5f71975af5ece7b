import type { Fiche } from '../../corpus/fiche.ts';
import type { Corpus } from '../../corpus/read-corpus.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import type { Talked } from '../../dialogue/talked.ts';
import type { Understand } from '../../dialogue/understand.ts';
import type { Masker } from '../../masking/finding.ts';
import { createMasking, NO_MASKING } from '../../masking/model-masking.ts';
import { type Deadline, startDeadline } from '../../model/deadline.ts';
import { assertNever } from '../../result.ts';
import type { Retrieval } from '../../retrieval/retrieve.ts';
import type { Catalogue } from '../../text/catalogues.ts';
import type { Role } from '../../vocabulary/people.ts';
import { sourceOf } from '../compose.ts';
import type { Decision } from '../decide.ts';
import type { Answer, Outcome } from '../port/outcome.ts';
import { gatherPassages } from './gather-passages.ts';
import { type NotWorded, type WordingParts, wordAnswer } from './word-answer.ts';

/** A model's part in a dialogue. Without one there is none of this, and nothing else changes. */
export interface Voice {
  /** The time one exchange may take, from now; ended by the person taking the question back. */
  startDeadline(cancelled: AbortSignal | undefined): Deadline;
  readonly understand: Understand;
  /** The outcome with its answer worded, or as it was. Never rejects, never outlasts the deadline. */
  word(outcome: Outcome, setting: WordSetting): Promise<Outcome>;
}

interface WordSetting {
  readonly decision: Decision;
  readonly retrieval: Retrieval;
  readonly question: string;
  /** What was asked just before, and the title of what was answered. */
  readonly before: Talked | undefined;
  readonly role: Role;
  readonly at: IsoDate;
  readonly catalogue: Catalogue;
  readonly deadline: Deadline;
  readonly onSentence: ((sentence: string) => void) | undefined;
}

export interface VoiceParts extends WordingParts {
  readonly corpus: Corpus;
  readonly understand: Understand;
  readonly deadlineMs: number;
  readonly organisation: string;
  /** Undefined where the endpoint is the organisation's own: nothing is hidden from it. */
  readonly masker: Masker | undefined;
}

export function createVoice(parts: VoiceParts): Voice {
  const { corpus, deadlineMs, organisation, masker, metrics, understand } = parts;
  const byId = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));

  const word: Voice['word'] = async (outcome, setting) => {
    const { decision, role, deadline, onSentence } = setting;
    if (outcome.kind !== 'answer' || (decision.kind !== 'answer' && decision.kind !== 'document')) return outcome;
    const { passages, withheld } = gatherPassages(
      {
        main: decision.kind === 'answer' ? decision.fiche : decision.also,
        judged: setting.retrieval.judged,
        others: othersOf(setting.retrieval, decision, byId),
        document: decision.kind === 'document' ? { passage: decision.passage, title: outcome.title } : undefined,
      },
      { figures: corpus.figures, contrasts: parts.contrasts },
      setting.at,
    );
    for (let i = 0; i < withheld; i++) metrics.passageWithheld();
    if (passages.length === 0) return outcome;
    if (outcome.verdict !== undefined) onSentence?.(outcome.short[role].answer);
    const worded = await wordAnswer(parts, {
      answer: outcome,
      question: setting.question,
      at: setting.at,
      before: setting.before,
      role,
      passages,
      masking: masker === undefined ? NO_MASKING : createMasking(masker),
      organisation,
      signal: deadline.signal,
      sourceOf: ({ from }) => {
        const fiche = byId.get(from.id);
        return from.kind === 'fiche' && fiche !== undefined ? sourceOf(fiche, role) : undefined;
      },
      onSentence,
    });
    metrics.finished('answer', worded.ok ? worded.value.how : worded.error.kind);
    return worded.ok ? worded.value.answer : withNote(outcome, worded.error, setting.catalogue);
  };

  return { startDeadline: (cancelled) => startDeadline(deadlineMs, cancelled), understand, word };
}

/** The fiche shown beside the answer first, then those found next. */
function othersOf({ hits }: Retrieval, decision: Decision, byId: ReadonlyMap<string, Fiche>): readonly Fiche[] {
  const also = decision.kind === 'answer' ? decision.also : undefined;
  const main = decision.kind === 'answer' ? decision.fiche : decision.kind === 'document' ? decision.also : undefined;
  const found = hits.map(({ document }) => byId.get(document.id)).filter((fiche) => fiche !== undefined);
  return [...new Set([...(also === undefined ? [] : [also]), ...found])].filter((fiche) => fiche !== main);
}

/** What a model doubts may add a caution, never take the answer away; a budget that is spent is said. */
function withNote(answer: Answer, why: NotWorded, catalogue: Catalogue): Answer {
  const careful = (note: string): Answer => ({
    ...answer,
    caution: answer.caution === undefined ? note : `${answer.caution} ${note}`,
  });
  if (why.kind === 'budget_spent') return careful(catalogue.model.budgetSpent);
  if (why.kind !== 'abstained') return answer;
  switch (why.action) {
    case 'handoff':
      return { ...answer, limit: answer.limit ?? catalogue.model.human, human: true };
    case 'clarify':
    case 'refuse':
      return careful(catalogue.model.doubt);
    default:
      return assertNever(why.action);
  }
}
