import { z } from 'zod';
import { isIsoDate } from '../../days/iso-date.ts';
import type { FactKind } from '../../rules/fact-kinds.ts';
import { FACTS } from '../../rules/facts.ts';
import { GOALS } from '../../rules/goals.ts';
import { LONGEST_TEXT } from '../../vocabulary/rewording.ts';

/** What a program says and is answered, an object a line: the commands, `/api/v1` and the tools of MCP read and show these. */

const upTo = (name: string, most: number) =>
  z.string({ error: `${name} is missing` }).max(most, { error: `${name} is longer than ${most} characters` });
const day = (name: string) =>
  z
    .string()
    .refine(isIsoDate, { error: `${name} is not a date written YYYY-MM-DD` })
    .meta({ format: 'date', example: '2026-12-01' });
const id = z.string({ error: 'id is missing' });
const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const texts = list(z.string());
const span = z
  .tuple([z.number().int(), z.number().int()])
  .readonly()
  .meta({ description: 'Half-open, in UTF-16 code units.' });
const role = z.enum(['prescripteur', 'acheteur'], { error: 'role is "prescripteur" or "acheteur"' });

export const askFields = z.object({
  role: role.optional().meta({ description: 'Who reads; else remembered from the conversation, else inferred.' }),
  text: z
    .string({ error: 'text is missing' })
    .meta({ description: 'The question.', example: 'Quel délai de standstill ?' }),
  at: day('at').optional().meta({ description: 'The day the figures must be right for; today if absent.' }),
  conversation: z.string().optional().meta({ description: 'Lines with the same value are one dialogue.' }),
});
export const askLine = askFields.extend({ id: z.string() });

const sourceSchema = z.object({
  fiche: z.string(),
  section: z.string(),
  articles: texts,
  verifiedOn: z.string(),
  status: z.string().meta({ description: 'V1, V2, V2-faible, M, or document.' }),
  url: z.string().optional(),
});
export const asked = z.object({
  kind: z.enum(['answer', 'clarification', 'handoff', 'refusal', 'smalltalk', 'rewording']),
  reason: z.string().optional(),
  choices: list(z.object({ question: z.string(), answer: z.string(), fiche: z.string() })).optional(),
  short: z.string().meta({ description: 'Shown first: at most 120 words of Markdown, the source line apart.' }),
  text: z.string().meta({ description: 'The whole reply; begins with `short`.' }),
  verdict: z.enum(['oui', 'non', 'depend', 'valeur', 'etape']).nullable(),
  facts: texts,
  sources: list(sourceSchema),
  suggestions: texts,
  confidence: z.number().min(0).max(1),
  ms: z.number().nonnegative(),
});

export const rewordFields = z.object({
  direction: z.enum(['to_buyer', 'to_prescriber'], { error: 'direction is "to_buyer" or "to_prescriber"' }),
  text: upTo('text', LONGEST_TEXT),
});
export const rewordLine = z.object({ id, ...rewordFields.shape });

const finding = z.object({
  code: z.string(),
  span,
  articles: texts,
  message: z.string(),
  suggestion: z.string(),
});
export const compared = z.object({
  faithful: z.boolean(),
  defects: list(z.object({ kind: z.string(), source: z.string(), target: z.string() })),
});
const reworded = z.object({
  text: z.string(),
  missing: texts,
  questions: texts,
  terms: list(z.object({ from: z.string(), to: z.string(), concept: z.string() })),
  lint: list(finding),
  fidelity: compared,
});
const slots = z
  .record(z.string(), z.unknown())
  .meta({ description: 'Slot → {value, span, understood?, conflict?, also?}.' });
const byWhen = list(z.object({ when: z.string(), what: z.string().optional() }));
export const rewordedForBuyer = reworded.extend({
  quoted: z.string(),
  asked: texts,
  brief: slots,
  further_briefs: list(slots).optional(),
  notions: list(z.object({ concept: z.string(), label: z.string(), span })),
  cpv: list(z.object({ code: z.string(), label: z.string().optional() })).optional(),
});
export const rewordedForPrescriber = reworded.extend({
  asks: z.enum(['something', 'nothing', 'unsure']),
  asked: texts,
  not_to_do: texts,
  send: texts,
  by_when: byWhen,
  otherwise: z.string().nullable(),
  points: z.object({
    asks: z.enum(['something', 'nothing', 'unsure']),
    asked: texts,
    notToDo: texts,
    send: texts,
    byWhen,
    otherwise: z.string().optional(),
    buyerDoes: z.string().optional(),
    why: z.string().optional(),
  }),
});

export const lintFields = z.object({ text: upTo('text', LONGEST_TEXT) });
export const lintLine = z.object({ id, ...lintFields.shape });
export const linted = z.object({ findings: list(finding) });

export const fidelityFields = z.object({
  source: upTo('source', 2 * LONGEST_TEXT),
  target: upTo('target', 2 * LONGEST_TEXT),
});
export const fidelityLine = z.object({ id, ...fidelityFields.shape });

/** `acheteur (etat|epa|…)`: a choice with its words. */
function sayFact([name, kind]: [string, FactKind]): string {
  return kind.kind === 'choice' ? `${name} (${kind.values.join('|')})` : name;
}

/** What is wrong with a goal, a fact or a day is said by the rules themselves, with the name of the field. */
export const rulesFields = z.object({
  role: role.optional(),
  goal: z
    .unknown()
    .optional()
    .meta({ type: 'string', enum: Object.keys(GOALS), description: 'What is worked out (docs/rules.md).' }),
  situation: z
    .unknown()
    .optional()
    .meta({
      type: 'object',
      description: `Facts by name, amounts in euros, dates YYYY-MM-DD: ${Object.entries(FACTS).map(sayFact).join(', ')}.`,
    }),
  text: z
    .unknown()
    .optional()
    .meta({ type: 'string', description: 'A sentence instead of a situation, or beside it.' }),
  at: z.unknown().optional().meta({ type: 'string', format: 'date', description: 'The day it is worked out for.' }),
});
export const rulesLine = z.looseObject({ id, ...rulesFields.shape });

/** That an article it leans on has changed, and that nobody has read it since. */
const caution = z.string().optional();
const plain = z.union([z.number(), z.boolean(), z.string()]);
const missingFact = z.object({
  fact: z.string(),
  question: z.string(),
  choices: list(z.object({ value: z.string(), label: z.string() })).optional(),
});
const line = z.object({ text: z.string(), articles: texts });
export const concluded = z.object({
  goal: z.string(),
  value: plain.nullable().optional(),
  values: z.record(z.string(), plain),
  missing: list(missingFact),
  assumed: list(z.object({ fact: z.string(), value: plain })),
  branches: z.record(z.string(), z.unknown()).optional(),
  cases: list(z.unknown()).optional().meta({ description: 'The same in words, each case of what is missing.' }),
  bounded: z.literal(true).optional(),
  unknown: texts,
  explanation: list(line),
  articles: texts,
  figures: list(z.object({ key: z.string(), from: z.string() })),
  caution,
});
export const nextQuestion = z.object({
  goal: z.string(),
  next: missingFact.nullable().meta({ description: 'Null once nothing that decides is missing: evaluate then.' }),
  missing: z.number().int(),
});

export const lexiconFields = z.object({
  text: z.string({ error: 'text is missing' }),
  from: z.enum(['service', 'achat'], { error: 'from is "service" or "achat"' }),
});
export const lexiconLine = z.object({ id, ...lexiconFields.shape });
const concept = z.object({
  id: z.string(),
  service: z.string(),
  achat: z.string(),
  explanation: z.string(),
  articles: texts,
});
export const concepts = z.object({ concepts: list(concept) });

const status = z.enum(['V1', 'V2', 'V2-faible', 'M']);
export const articleFields = z.object({
  article: upTo('article', 80).meta({ description: 'As people write it.', example: 'R2122-8' }),
  at: day('at').optional(),
});
export const articleTold = z.object({
  article: z.string(),
  cited: z.string(),
  says: z.string().meta({ description: 'What it says in our words, with its date: not the official text.' }),
  since: z
    .string()
    .nullable()
    .meta({ description: 'First day of the version that was read; null where the copy does not say.' }),
  readOn: z.string().meta({ description: 'The day the copy of the code that was read applied on.' }),
  source: z.string(),
  caution: z.string().optional(),
  url: z.string().optional(),
  questions: list(z.object({ fiche: z.string(), question: z.string(), answer: z.string() })),
  leaning: z.object({
    fiches: list(z.object({ id: z.string(), title: z.string() })),
    figures: texts,
    concepts: texts,
    lint: texts,
    rules: texts,
    quizzes: texts,
  }),
  official: z.object({ text: z.string(), since: z.string(), readOn: z.string() }).optional().meta({
    description:
      'Word for word, with its version and the day it was fetched; where the API of Légifrance is configured.',
  }),
});

export const figureFields = z.object({
  key: upTo('key', 120).meta({ example: 'seuil.dispense.travaux' }),
  at: day('at').optional(),
});
export const figureListFields = z.object({
  at: day('at').optional(),
  about: z.string().max(200).optional().meta({ description: 'Words of its label or key.' }),
});
export const figureTold = z.object({
  key: z.string(),
  label: z.string(),
  said: z.string().meta({ description: 'The value, its day and its article in one sentence: quote this.' }),
  value: z.number().nullable().meta({ description: 'Null where the table is silent on the day.' }),
  unit: z.string(),
  tax: z.enum(['HT', 'TTC']).optional(),
  from: z.string().nullable(),
  to: z.string().optional(),
  caution,
  article: z.string().nullable(),
  status: status.nullable(),
  announced: z
    .object({ said: z.string(), value: z.number(), from: z.string(), status, note: z.string().optional() })
    .optional(),
});
export const figuresTold = z.object({ at: z.string(), figures: list(figureTold) });

export const changesFields = z.object({
  from: day('from').meta({ example: '2026-01-01' }),
  to: day('to').optional(),
});
export const changesTold = z.object({
  from: z.string(),
  to: z.string(),
  changes: list(
    z.object({
      key: z.string(),
      label: z.string(),
      on: z.string(),
      said: z.string(),
      before: z.number().nullable(),
      after: z.number(),
      announced: z.boolean().meta({ description: 'Announced and not confirmed: not in force.' }),
      article: z.string(),
      status,
    }),
  ),
});
