import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import type { AgreementView, Exchange, Wording } from '../port/agreement.ts';
import {
  eventSchema,
  instantSchema,
  needParts,
  openingParts,
  roleSchema,
  seatsSchema,
  slotSchema,
  spanSchema,
} from './event-schema.ts';

const FORMAT = 'truchement-brief';
/** Raised when the shape changes in a way that a reader of this version would get wrong. */
const VERSION = 1;

const slotEntrySchema = z.object({
  said: z.array(
    z.object({ value: z.string(), understood: z.string().exactOptional(), span: spanSchema.exactOptional() }),
  ),
  conflict: z.boolean(),
  correctedBy: roleSchema.exactOptional(),
});

const briefSchema = z.object({
  id: z.string(),
  version: z.int().min(1),
  status: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('agreed'), at: instantSchema }),
    z.object({ kind: z.literal('withdrawn'), at: instantSchema, by: roleSchema }),
  ]),
  ...openingParts,
  seats: seatsSchema.exactOptional(),
  needs: z.array(z.object({ slots: z.partialRecord(slotSchema, slotEntrySchema), ...needParts })),
  wordings: z.array(
    z.object({
      words: z.string(),
      concept: z.string().exactOptional(),
      wording: z.string(),
      by: roleSchema,
    }) satisfies z.ZodType<Wording>,
  ),
  exchanges: z.array(
    z.object({
      question: z.int().min(1),
      by: roleSchema,
      text: z.string(),
      answer: z.object({ by: roleSchema, text: z.string() }).exactOptional(),
    }) satisfies z.ZodType<Exchange>,
  ),
  acceptances: z.partialRecord(roleSchema, instantSchema),
  history: z.array(eventSchema),
}) satisfies z.ZodType<AgreementView>;

const fileSchema = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), brief: briefSchema });

export type BriefJsonFault =
  | { readonly kind: 'not_json' }
  /** Written in a version of the format that this program does not know. */
  | { readonly kind: 'other_version'; readonly version: number }
  /** JSON, but no brief: what is wrong, for the log. */
  | { readonly kind: 'not_a_brief'; readonly message: string };

/** The agreement as JSON, whole, with the version of the format. */
export function exportJson(view: AgreementView): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, brief: view }, undefined, 2)}\n`;
}

/** Reads back what `exportJson` wrote: the same agreement, value for value. */
export function readBriefJson(text: string): Result<AgreementView, BriefJsonFault> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'not_json' });
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.int() }).safeParse(json);
  if (head.success && head.data.version !== VERSION) return err({ kind: 'other_version', version: head.data.version });
  const file = fileSchema.safeParse(json);
  return file.success ? ok(file.data.brief) : err({ kind: 'not_a_brief', message: z.prettifyError(file.error) });
}
