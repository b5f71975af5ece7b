import { z } from 'zod';

const id = z.string().min(1).max(200);
const words = z.string().max(8_000);
const role = z.enum(['prescriber', 'buyer']);

/** An answer as it is shown: enough to make it again where it is not at hand any more. */
const answer = z.object({
  reply: id,
  role,
  full: z.boolean(),
  question: words.optional(),
  conversation: id.optional(),
});
/** A rewording: made again from its text where it is not at hand any more. */
const reworded = z.object({ reply: id, direction: z.enum(['to_buyer', 'to_prescriber']), text: words });
const nothing = z.object({});
const aCase = z.object({ case: id });

/** Everything that can be pressed, each with what it carries: a closed list, which every face draws and hears in its own way. */
export const VERBS = {
  /** Said in the person's name, as if typed. `on`: the question it answers, by id; `under`: the reply that offers it, where it is chosen once. */
  say: z.object({ text: words, on: id.optional(), under: id.optional(), conversation: id.optional() }),
  /** A line that was taken for something else was a question. */
  question: z.object({ text: words.optional(), conversation: id.optional() }),
  /** The same answer in the other register; the whole of it, or the short one. */
  register: answer,
  more: answer,
  /** An answer that one person sees, shown to all. */
  share: answer,
  feedback: z.object({ reply: id, useful: z.boolean() }),
  /** A human: the brief that would leave. Without an answer behind it, the question is asked for first. */
  human: answer.partial(),

  /** What one's body announces for the year. */
  programme: nothing,

  /** A text to be said in the other side's words. */
  reword: nothing,
  /** What a rewording lacks. */
  complete: reworded,
  /** It becomes a brief that both sides correct and accept. */
  keep: reworded,
  brief_file: reworded,
  agree: z.object({ agreement: id, side: role }),
  correct: z.object({ agreement: id, side: role.optional() }),
  reopen_agreement: z.object({ agreement: id, side: role }),
  agreement_file: z.object({ agreement: id }),

  /** The brief that would leave. `seen`: the mark of the text that the person has before them. */
  preview: z.object({ case: id, seen: id }),
  send: z.object({ case: id, seen: id }),
  give_up: z.object({ case: id, seen: id }),

  /** Anything that one of the two sides may do at a case. */
  act: z.object({
    case: id,
    act: z.enum([
      'say',
      'accept',
      'decline',
      'answer',
      'give_back',
      'pass_to',
      'open_identity',
      'close',
      'rate',
      'reopen',
      'withdraw',
      'propose_fiche',
    ]),
    useful: z.boolean().optional(),
  }),
  /** An offer is left open. */
  later: aCase,
  open: aCase,
  /** A line is for the other side of a case. `key`: of the line, which is passed on once. */
  to_case: z.object({ case: id, text: words, key: id.optional() }),

  /** An interview on a purchase begins; with words, on what they say; under a reply, on the case that it worked out. */
  interview: z.object({ text: words.optional(), reply: id.optional() }),
  /** One step of it, on the version that it was pressed on. `said`: what a button answers; else the box holds it. */
  interview_act: z.object({
    purchase: id,
    on: z.coerce.number().int().min(0),
    do: z.enum(['answer', 'skip', 'back', 'change', 'open', 'see']),
    fact: id.optional(),
    said: words.optional(),
    part: id.optional(),
  }),
  interview_file: z.object({ purchase: id, as: z.enum(['docx', 'pdf', 'ics']) }),

  /** What someone needs, as a demand to their buyer: kept for them until it is sent. */
  purchase: z.object({ text: words.optional(), as: z.enum(['letter', 'whole']).optional() }),
  purchases: nothing,
  purchase_open: z.object({ purchase: id }),
  /** An act at one, on the version that was shown. */
  purchase_do: z.object({
    purchase: id,
    on: z.coerce.number().int().min(0),
    do: z.enum([
      'complete',
      'send',
      'take',
      'agree',
      'say',
      'ask',
      'answer',
      'move',
      'purpose',
      'skip_purpose',
      'outcome',
      'lesson',
      'help',
      'peer',
      'answer_comment',
      'clause',
      'sheet',
      'file',
    ]),
    question: id.optional(),
  }),
  /** Its half page for whoever decides: seen, as a PDF, by a link that ends. */
  boss: z.object({ purchase: id, do: z.enum(['see', 'pdf', 'share', 'unshare']) }),

  /** A calculator: chosen among all, then filled in, `given` in its boxes already; `go`: with what the form holds. */
  calculate: z.object({
    goal: id.optional(),
    given: z
      .array(z.tuple([id, words]).readonly())
      .max(60)
      .readonly()
      .optional(),
    go: z.boolean().optional(),
  }),

  mine: nothing,
  desk: nothing,
  /** A reservist's own hours: played back, then, with the words that were played back, kept. */
  availability: z.object({ confirm: words.optional() }),

  role: z.object({ role: role.optional() }),
  modules: nothing,
  learning: nothing,
  begin_training: z.object({ text: words.optional(), conversation: id.optional() }),
  my_data: nothing,
  forget_me: nothing,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type Verb = keyof typeof VERBS;

export type VerbValue<V extends Verb> = z.infer<(typeof VERBS)[V]>;
