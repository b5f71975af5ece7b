import { z } from 'zod';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { articlesIn } from '../french/articles.ts';
import { words } from '../french/words.ts';
import type { Masking } from '../masking/model-masking.ts';
import type { Complete, JsonShape } from '../model/complete.ts';
import { joinSignals, leftMs } from '../model/deadline.ts';
import type { ModelMetrics } from '../model/model-metrics.ts';
import { createMark, type PromptText, renderData, renderPrompt } from '../model/prompts.ts';
import { createLeakCheck, shapeFault } from '../model/shape-holds.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Given, readGiven } from './given.ts';
import { readSignals } from './signals.ts';
import type { Turned } from './talked.ts';

/** A question as a model understood it, each part checked by rule and dropped where the check fails. */
export interface Understood {
  /** Complete in itself: what was said before is in it. Undefined where it gives a figure, a day or an article that nobody said. */
  readonly question: string | undefined;
  /** What would find its answer: a bad one costs a search. */
  readonly searches: readonly string[];
  readonly wantsHuman: boolean;
  /** Facts in the person's own words that the rules read a value in. */
  readonly given: Given;
}

interface ToUnderstand {
  readonly text: string;
  /** The last exchanges, the oldest first. */
  readonly turns: readonly Turned[];
  /** What was retained of the purchase, in words. */
  readonly facts: readonly string[];
  readonly role: Role;
  readonly today: IsoDate;
  readonly signal: AbortSignal;
}

/** Undefined when no model could be asked, it had not answered in time, or what it said was no such description. Never rejects. */
export type Understand = (asked: ToUnderstand) => Promise<Understood | undefined>;

export interface UnderstandParts {
  readonly complete: Complete;
  readonly metrics: ModelMetrics;
  readonly prompt: PromptText;
  readonly masking: () => Masking;
  readonly organisation: string;
}

const INTENTS = ['question', 'reword', 'human', 'other'] as const;
const KINDS = ['objet', 'acheteur', 'montant', 'duree', 'date'] as const;

const understoodSchema = z.strictObject({
  question: z.string().max(600),
  searches: z.array(z.string().max(300)),
  intent: z.enum(INTENTS),
  facts: z.array(z.strictObject({ kind: z.enum(KINDS), said: z.string().min(1).max(200) })).max(12),
});

const SHAPE: JsonShape = { name: 'comprehension', schema: strictSchema() };
const MAX_TOKENS = 400;
const MOST_SEARCHES = 3;
/** What it brings is worth no longer wait, nor more than this part of the time there is. */
const PATIENCE_MS = 1_500;
const PART = 1 / 3;

export function createUnderstand({ complete, metrics, prompt, masking, organisation }: UnderstandParts): Understand {
  return async ({ text, turns, facts: retained, role: reader, today, signal }) => {
    const mark = createMark();
    const { hide, show } = masking();
    const system = renderPrompt(prompt, { repere: mark });
    const user = renderData({
      jour: frenchDate(today),
      lecteur: reader === 'buyer' ? 'achat' : 'service',
      ...(turns.length === 0
        ? {}
        : {
            dialogue: turns.map(({ question, answer }) => ({ question: hide(question), reponse: hide(answer ?? '') })),
          }),
      ...(retained.length === 0 ? {} : { cas: retained.map(hide) }),
      question: hide(text),
    });
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), Math.min(PATIENCE_MS, leftMs(signal) * PART));
    const given = await complete(
      { purpose: 'understand', system, user, shape: SHAPE, maxTokens: MAX_TOKENS },
      { signal: joinSignals(signal, late.signal), organisation },
    );
    clearTimeout(timer);
    if (!given.ok) {
      metrics.finished('understand', late.signal.aborted ? 'timeout' : given.error.kind);
      return undefined;
    }
    const parsed = understoodSchema.safeParse(given.value.value);
    if (!parsed.success) {
      metrics.finished('understand', 'malformed');
      return undefined;
    }
    const { question, searches, intent, facts } = parsed.data;
    const dialogue = [text, ...turns.flatMap((turn) => [turn.question, turn.answer ?? '']), ...retained].join('\n');
    const leaks = createLeakCheck(system, mark);
    const plain = (said: string) => show(said).replace(/\s+/g, ' ').trim();
    const holds = (said: string) =>
      said !== '' &&
      shapeFault(said, { forbidden: [], leaks }) === undefined &&
      readSignals(said).kind === 'question' &&
      givesNoMore(said, dialogue);
    const alone = plain(question);
    metrics.finished('understand', holds(alone) ? 'worded' : 'hostile');
    const said = facts.map((fact) => show(fact.said)).filter((words) => dialogue.includes(words));
    return {
      question: holds(alone) ? alone : undefined,
      searches: searches.map(plain).filter(holds).slice(0, MOST_SEARCHES),
      wantsHuman: intent === 'human',
      given: readGiven(said.join(' ; '), today),
    };
  };
}

/** No figure, in digits or in words, and no article that the dialogue does not hold. */
function givesNoMore(said: string, dialogue: string): boolean {
  const held = (of: (text: string) => readonly string[]) => {
    const known = new Set(of(dialogue));
    return of(said).every((one) => known.has(one));
  };
  return (
    held((text) => text.match(/\d+/g) ?? []) &&
    held(articlesIn) &&
    held((text) => words(text).filter((word) => NUMBER_WORDS.has(word)))
  );
}

const NUMBER_WORDS = new Set(
  'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille million millions'.split(
    ' ',
  ),
);

function strictSchema(): JsonShape['schema'] {
  const text = { type: 'string' };
  const fact = {
    type: 'object',
    properties: { kind: { type: 'string', enum: KINDS }, said: text },
    required: ['kind', 'said'],
    additionalProperties: false,
  };
  return {
    type: 'object',
    properties: {
      question: text,
      searches: { type: 'array', items: text },
      intent: { type: 'string', enum: INTENTS },
      facts: { type: 'array', items: fact },
    },
    required: ['question', 'searches', 'intent', 'facts'],
    additionalProperties: false,
  };
}
