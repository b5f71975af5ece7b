import type { Corpus } from '../../corpus/read-corpus.ts';
import type { Given } from '../../dialogue/given.ts';
import type { Turned } from '../../dialogue/talked.ts';
import type { Understand, Understood } from '../../dialogue/understand.ts';
import { frenchTypography } from '../../french/typography.ts';
import type { Masker } from '../../masking/finding.ts';
import { createMasking, NO_MASKING } from '../../masking/model-masking.ts';
import { type Deadline, startDeadline } from '../../model/deadline.ts';
import type { Retrieval } from '../../retrieval/retrieve.ts';
import { refusal } from '../early.ts';
import { toldIn } from '../memory.ts';
import type { Exchanged } from '../port/conversing.ts';
import type { Answer, Outcome } from '../port/outcome.ts';
import { firstSentences } from '../port/short.ts';
import { type AnswerFrame, type Framing, frameAnswer, withWords } from './frame-answer.ts';
import { gatherPassages, type Offered, type ToGather } from './gather-passages.ts';
import { type NotWorded, type WordingParts, wordAnswer } from './word-answer.ts';

/** A model's part in a dialogue. Without one there is none of this, and nothing else changes. */
export interface Voice {
  /** A question as a model read, chose and worded its answer; undefined where the rules' own reply is settled. Never rejects, never outlasts the deadline. */
  speak(asked: ToSpeak): Promise<Spoken | undefined>;
}

interface ToSpeak {
  readonly text: string;
  /** The dialogue so far, the oldest first. */
  readonly turns: readonly Exchanged[];
  /** What was retained of the purchase, in words. */
  readonly facts: readonly string[];
  readonly framing: Framing;
  readonly search: (text: string) => Promise<Retrieval>;
  /** What the rules work out of the question as a model put it. */
  readonly work: (alone: string) => Promise<Outcome | undefined>;
  /** Aborted when the person takes the question back. */
  readonly signal: AbortSignal | undefined;
  readonly onSentence: ((sentence: string) => void) | undefined;
}

interface Spoken {
  readonly outcome: Outcome;
  /** The question standing alone, for what is said next. */
  readonly alone: string | undefined;
  readonly given: Given | undefined;
}

interface WordSetting extends Omit<ToSpeak, 'turns' | 'work'> {
  readonly turns: readonly Turned[];
  readonly understood: Understood | undefined;
  readonly deadline: Deadline;
}

export interface VoiceParts extends WordingParts {
  readonly corpus: Pick<Corpus, 'figures'>;
  readonly understand: Understand;
  readonly deadlineMs: number;
  readonly organisation: string;
  /** Undefined where the endpoint is the organisation's own: nothing is hidden from it. */
  readonly masker: Masker | undefined;
}

/** What a model may say more of: what was answered, what is in doubt, what nothing was found for. The rest the rules have settled. */
function isForVoice(outcome: Outcome): boolean {
  return (
    outcome.kind === 'answer' ||
    outcome.kind === 'clarification' ||
    (outcome.kind === 'refusal' && (outcome.reason === 'no_source' || outcome.reason === 'no_body'))
  );
}

const TURNS = 3;

export function createVoice(parts: VoiceParts): Voice {
  const { deadlineMs, understand } = parts;
  return {
    speak: async (asked) => {
      const { text, framing, facts, work, signal } = asked;
      if (!isForVoice(framing.base)) return undefined;
      const { role, today, catalogue } = framing.setting;
      const deadline = startDeadline(deadlineMs, signal);
      const turns = asked.turns.slice(-TURNS).map(turnOf);
      const understood = await understand({ text, turns, facts, role, today, signal: deadline.signal });
      const alone = understood?.question;
      const worked = alone === undefined || alone === text ? undefined : await work(alone);
      const outcome = await word(parts, { ...asked, turns, understood, deadline, framing: { ...framing, worked } });
      deadline.end();
      const human = understood?.wantsHuman === true && outcome.kind === 'answer';
      return {
        outcome: human ? { ...outcome, limit: outcome.limit ?? catalogue.model.human, human } : outcome,
        alone,
        given: understood?.given,
      };
    },
  };
}

/** Words of a reply that the next question may lean on. */
const RECALLED = 60;

function turnOf({ text, reply: { outcome, role } }: Exchanged): Turned {
  const told = toldIn(outcome);
  return { question: text, answer: told && `${told.title} : ${firstSentences(told.short[role].answer, RECALLED)}` };
}

async function word(parts: VoiceParts, asked: WordSetting): Promise<Outcome> {
  const { corpus, metrics, organisation, masker } = parts;
  const { framing, understood, search, deadline } = asked;
  const { base, worked, setting } = framing;
  const { role, at, retrieval } = setting;
  const reading = { figures: corpus.figures, contrasts: parts.contrasts };
  const gather = (searched: ToGather['searched'], given: readonly Offered[]) => {
    const first = given.length === 0;
    const computed = first ? computedIn(worked ?? base) : undefined;
    const document = first ? documentIn(framing) : undefined;
    const { offered, withheld } = gatherPassages({ searched, given, computed, document, role, at }, reading);
    for (let i = 0; i < withheld; i++) metrics.passageWithheld();
    return offered;
  };
  const ask = (offered: readonly Offered[]) =>
    wordAnswer<AnswerFrame>(parts, {
      ...asked,
      question: asked.text,
      alone: understood?.question,
      at,
      role,
      offered,
      masking: masker === undefined ? NO_MASKING : createMasking(masker),
      organisation,
      signal: deadline.signal,
      frame: (chosen, verdict) => frameAnswer(framing, chosen, verdict),
    });
  let offered = gather([retrieval, ...(await Promise.all(searchesOf(understood).map(search)))], []);
  if (offered.length === 0) return base;
  let worded = await ask(offered);
  if (!worded.ok && worded.error.kind === 'abstained' && worded.error.search !== '') {
    const again = gather([await search(worded.error.search)], offered);
    if (again.length > 0) {
      offered = again;
      worded = await ask(again);
    }
  }
  metrics.finished('answer', worded.ok ? worded.value.how : worded.error.kind);
  if (!worded.ok) return unworded(framing, worded.error);
  const { frame, kept, ask: asks, follow } = worded.value;
  if (frame.instead !== undefined) return frame.instead;
  const sentences = kept.sentences();
  // What the rules are sure of needs no model's choice beside it.
  if (sentences.length === 0 && base.kind === 'answer' && base.verdict !== undefined) return base;
  const rests = new Set([...kept.passages()].map(({ id }) => id));
  const resting = offered.filter(({ passage }) => rests.has(passage.id));
  return withWords(frame, { sentences, resting, ask: asks, follow }, setting, framing.parts);
}

function searchesOf(understood: Understood | undefined): readonly string[] {
  const { question, searches = [] } = understood ?? {};
  return [...new Set([...(question === undefined ? [] : [question]), ...searches])];
}

function computedIn(outcome: Outcome) {
  if (outcome.kind === 'answer') return outcome.computed;
  return outcome.kind === 'clarification' && outcome.reason === 'fact' ? outcome.computed : undefined;
}

/** The nearest passage of the organisation's own documents, where the rules found one that says something. */
function documentIn({ decision, setting: { retrieval }, base }: Framing): ToGather['document'] {
  const isBeside = 'own' in base && (base.own ?? []).length > 0;
  const own = decision.kind === 'document' ? decision.passage : isBeside ? retrieval.own[0] : undefined;
  return own && { own, title: own.document.source.title };
}

/** From here what the rules found stands by itself, whatever a model doubts. */
const STANDS = 0.5;

/** What a model doubts adds a caution to what the rules are sure of; what they are not sure of gives way to an honest none. */
function unworded({ base, setting: { catalogue } }: Framing, why: NotWorded): Outcome {
  if (why.kind === 'budget_spent') return base.kind === 'answer' ? careful(base, catalogue.model.budgetSpent) : base;
  if (why.kind !== 'abstained') return base;
  const isDoubt = base.kind === 'clarification' && base.reason === 'doubt';
  if (isDoubt)
    return refusal(
      'no_source',
      catalogue,
      undefined,
      base.choices.map(({ question }) => question),
    );
  if (base.kind !== 'answer') return base;
  const isSure = base.verdict !== undefined || base.computed !== undefined || base.confidence >= STANDS;
  if (isSure) return careful(base, catalogue.model.doubt);
  const near = [base.short.prescriber.near ?? '', ...base.nearby.map(({ question }) => question)];
  return refusal('no_source', catalogue, undefined, near.filter((one) => one !== '').slice(0, 3));
}

function careful(answer: Answer, note: string): Answer {
  const notes = [answer.caution ?? '', frenchTypography(note)].filter((text) => text !== '');
  return { ...answer, caution: notes.join(' ') };
}
