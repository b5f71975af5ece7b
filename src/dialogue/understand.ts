import { z } from 'zod';
import type { IsoDate } from '../days/iso-date.ts';
import { articlesIn } from '../french/articles.ts';
import { indexTerms, words } from '../french/words.ts';
import type { Masking } from '../masking/model-masking.ts';
import type { Complete, JsonShape } from '../model/complete.ts';
import { jsonIn } from '../model/json-in.ts';
import type { ModelMetrics } from '../model/model-metrics.ts';
import { createMark, type PromptText, renderData, renderPrompt } from '../model/prompts.ts';
import { createLeakCheck, shapeFault } from '../model/shape-holds.ts';
import type { Role } from '../vocabulary/people.ts';
import { type Given, readGiven } from './given.ts';
import { readSignals } from './signals.ts';
import type { Talked } from './talked.ts';

/** A question as a model understood it, each part checked by rule and dropped where the check fails. */
interface Understood {
  /** Complete in itself: what was said before is in it. Undefined where it said more than the dialogue does. */
  readonly question: string | undefined;
  readonly intent: 'question' | 'reword' | 'human' | 'other';
  readonly role: Role | undefined;
  /** Facts in the person's own words that the rules read a value in. */
  readonly given: Given;
}

interface ToUnderstand {
  readonly text: string;
  readonly before: Talked | undefined;
  /** Words that the lexicon gives for what was said. */
  readonly expansion: readonly string[];
  readonly today: IsoDate;
  readonly signal: AbortSignal;
}

/** Undefined when no model could be asked or what it said was no such description. Never rejects. */
export type Understand = (asked: ToUnderstand) => Promise<Understood | undefined>;

export interface UnderstandParts {
  readonly complete: Complete;
  readonly metrics: ModelMetrics;
  readonly prompt: PromptText;
  readonly masking: () => Masking;
  readonly organisation: string;
}

const INTENTS = ['question', 'reword', 'human', 'other'] as const;
const ROLES = ['service', 'achat', 'unknown'] as const;
const KINDS = ['objet', 'acheteur', 'montant', 'duree', 'date'] as const;

const understoodSchema = z.strictObject({
  question: z.string().max(600),
  intent: z.enum(INTENTS),
  role: z.enum(ROLES),
  facts: z.array(z.strictObject({ kind: z.enum(KINDS), said: z.string().min(1).max(200) })).max(12),
});

const SHAPE: JsonShape = { name: 'comprehension', schema: strictSchema() };
const MAX_TOKENS = 400;

export function createUnderstand({ complete, metrics, prompt, masking, organisation }: UnderstandParts): Understand {
  return async ({ text, before, expansion, today, signal }) => {
    const mark = createMark();
    const { hide, show } = masking();
    const system = renderPrompt(prompt, { repere: mark });
    const given = await complete(
      {
        purpose: 'understand',
        system,
        user: renderData({
          ...(before?.question === undefined ? {} : { avant: hide(before.question) }),
          ...(before?.answer === undefined ? {} : { reponse_precedente: before.answer.title }),
          question: hide(text),
        }),
        shape: SHAPE,
        maxTokens: MAX_TOKENS,
      },
      { signal, organisation },
    );
    if (!given.ok) {
      metrics.finished('understand', given.error.kind);
      return undefined;
    }
    const parsed = understoodSchema.safeParse(jsonIn(given.value.text));
    if (!parsed.success) {
      metrics.finished('understand', 'malformed');
      return undefined;
    }
    const { question, intent, role, facts } = parsed.data;
    const dialogue = [text, before?.question ?? '', before?.answer?.title ?? ''].join('\n');
    const condensed = show(question).replace(/\s+/g, ' ').trim();
    const leaks = createLeakCheck(system, mark);
    const faithful =
      shapeFault(condensed, { forbidden: [], leaks }) === undefined && saysNoMore(condensed, text, dialogue, expansion);
    metrics.finished('understand', faithful ? 'worded' : 'hostile');
    const said = facts.map((fact) => show(fact.said)).filter((words) => dialogue.includes(words));
    return {
      question: faithful ? condensed : undefined,
      intent,
      role: role === 'unknown' ? undefined : role === 'achat' ? 'buyer' : 'prescriber',
      given: readGiven(said.join(' ; '), today),
    };
  };
}

/** Share of the condensed question's words that the dialogue or the lexicon holds, and of the person's that it keeps. */
const HELD = 0.7;
const KEPT = 0.5;

/** The condensed question adds no figure, no article, and hardly a word; it is still a question about the same thing. */
function saysNoMore(condensed: string, text: string, dialogue: string, expansion: readonly string[]): boolean {
  if (condensed === '' || readSignals(condensed).kind !== 'question') return false;
  const digits = new Set(dialogue.match(/\d+/g) ?? []);
  if ((condensed.match(/\d+/g) ?? []).some((number) => !digits.has(number))) return false;
  const articles = new Set(articlesIn(dialogue));
  if (articlesIn(condensed).some((article) => !articles.has(article))) return false;
  const numbers = new Set(words(dialogue).filter((word) => NUMBER_WORDS.has(word)));
  if (words(condensed).some((word) => NUMBER_WORDS.has(word) && !numbers.has(word))) return false;
  const said = new Set(indexTerms(condensed));
  const held = new Set([...indexTerms(dialogue), ...expansion]);
  const own = new Set(indexTerms(text));
  return share(said, held) >= HELD && share(own, said) >= KEPT;
}

const NUMBER_WORDS = new Set(
  'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille million millions'.split(
    ' ',
  ),
);

function share(terms: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return terms.size === 0 ? 1 : [...terms].filter((term) => held.has(term)).length / terms.size;
}

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
      intent: { type: 'string', enum: INTENTS },
      role: { type: 'string', enum: ROLES },
      facts: { type: 'array', items: fact },
    },
    required: ['question', 'intent', 'role', 'facts'],
    additionalProperties: false,
  };
}
