import { z } from 'zod';
import { FORM_LINES, PURCHASE_NATURES } from '../../vocabulary/form.ts';
import type { Role } from '../../vocabulary/people.ts';
import { type Direction, LINT_CODES, SLOTS } from '../../vocabulary/rewording.ts';
import {
  type AgreementEvent,
  type OpenedEvent,
  type Opening,
  POINTS,
  type Point,
  type Seat,
  type Seats,
  type SheetLine,
} from '../port/agreement.ts';
import type {
  CandidateLot,
  Form,
  Need,
  Said,
  ServiceFunction,
  SlotEntry,
  SlotQuestion,
  Term,
} from '../port/rewording.ts';

/** Shapes of what is kept, read back from JSON. */
const roleSchema = z.enum(['prescriber', 'buyer']) satisfies z.ZodType<Role>;
const directionSchema = z.enum(['to_buyer', 'to_prescriber']) satisfies z.ZodType<Direction>;
const slotSchema = z.enum(SLOTS);
const instantSchema = z.iso.datetime();
const spanSchema = z.tuple([z.int().min(0), z.int().min(0)]);

const saidSchema = z.object({
  value: z.string(),
  span: spanSchema,
  understood: z.string().exactOptional(),
}) satisfies z.ZodType<Said>;
const entrySchema = z.object({
  said: z.tuple([saidSchema], saidSchema),
  conflict: z.boolean(),
}) satisfies z.ZodType<SlotEntry>;
const functionSchema = z.object({
  statement: saidSchema,
  level: saidSchema.exactOptional(),
  flexibility: z.enum(['firm', 'negotiable', 'unsaid']),
}) satisfies z.ZodType<ServiceFunction>;
const lotSchema = z.object({ label: z.string(), why: z.string(), said: saidSchema }) satisfies z.ZodType<CandidateLot>;

const needSchema = z.object({
  slots: z.partialRecord(slotSchema, entrySchema),
  functions: z.array(functionSchema),
  lots: z.array(lotSchema),
  proof: z.array(saidSchema),
  risks: z.array(saidSchema),
  missing: z.array(slotSchema),
}) satisfies z.ZodType<Need>;

const formSchema = z.object({
  need: z.int().min(0),
  nature: z.enum(PURCHASE_NATURES).exactOptional(),
  lines: z.array(
    z.object({
      name: z.enum(FORM_LINES),
      values: z.array(
        z.object({
          said: z
            .object({ value: z.string(), span: spanSchema.exactOptional(), understood: z.string().exactOptional() })
            .exactOptional(),
          note: z.string().exactOptional(),
          code: z.string().exactOptional(),
          notion: z.string().exactOptional(),
        }),
      ),
      conflict: z.literal(true).exactOptional(),
      law: z.array(z.object({ code: z.enum(LINT_CODES), articles: z.array(z.string()) })).exactOptional(),
    }),
  ),
  unsaid: z.array(slotSchema),
}) satisfies z.ZodType<Form>;

const openingSchema = z.object({
  direction: directionSchema,
  source: z.string(),
  text: z.string(),
  questions: z.array(
    z.object({ slot: slotSchema, text: z.string(), need: z.int().min(0) }) satisfies z.ZodType<SlotQuestion>,
  ),
  terms: z.array(
    z.object({
      from: z.string(),
      span: spanSchema,
      to: z.string(),
      concept: z.string(),
      explanation: z.string(),
      articles: z.array(z.string()),
    }) satisfies z.ZodType<Term>,
  ),
  points: z.array(
    z.object({
      point: z.enum(POINTS),
      text: z.string(),
    }) satisfies z.ZodType<Point>,
  ),
  needs: z.array(needSchema),
  forms: z.array(formSchema).exactOptional(),
  sheet: z
    .array(
      z.object({
        name: z.enum(['procedure', 'publicity', 'calendar']),
        text: z.string(),
      }) satisfies z.ZodType<SheetLine>,
    )
    .exactOptional(),
}) satisfies z.ZodType<Opening>;

const done = { by: roleSchema, at: instantSchema, who: z.string().exactOptional() };

const seatSchema = z.object({ name: z.string(), lock: z.string() }) satisfies z.ZodType<Seat>;
const seatsSchema = z.object({ prescriber: seatSchema, buyer: seatSchema }) satisfies z.ZodType<Seats>;

export const openedSchema = z.object({
  kind: z.literal('opened'),
  ...done,
  opening: openingSchema,
  seats: seatsSchema.exactOptional(),
}) satisfies z.ZodType<OpenedEvent>;

export const termCorrectedSchema = z.object({
  kind: z.literal('term_corrected'),
  ...done,
  words: z.string(),
  concept: z.string().exactOptional(),
  wording: z.string(),
});

export const eventSchema = z.discriminatedUnion('kind', [
  openedSchema,
  z.object({ kind: z.literal('corrected'), ...done, need: z.int().min(0), slot: slotSchema, value: z.string() }),
  termCorrectedSchema,
  z.object({ kind: z.literal('asked'), ...done, text: z.string() }),
  z.object({ kind: z.literal('answered'), ...done, question: z.int().min(1), text: z.string() }),
  z.object({ kind: z.literal('accepted'), ...done }),
  z.object({ kind: z.literal('withdrawn'), ...done }),
  z.object({ kind: z.literal('reopened'), ...done }),
]) satisfies z.ZodType<AgreementEvent>;
