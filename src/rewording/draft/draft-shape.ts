import { z } from 'zod';
import type { JsonShape } from '../../model/complete.ts';
import { SLOTS } from '../../vocabulary/rewording.ts';

const draftSchema = z.strictObject({
  text: z.string().min(1),
  slots: z.array(z.strictObject({ slot: z.enum(SLOTS), said: z.string().min(1) })).max(24),
});

/** A model's rewording, with what it says the message holds for the slots asked. */
export type Draft = z.infer<typeof draftSchema>;

export const DRAFT_SHAPE: JsonShape = {
  name: 'reformulation',
  schema: {
    type: 'object',
    properties: {
      text: { type: 'string' },
      slots: {
        type: 'array',
        items: {
          type: 'object',
          properties: { slot: { type: 'string', enum: SLOTS }, said: { type: 'string' } },
          required: ['slot', 'said'],
          additionalProperties: false,
        },
      },
    },
    required: ['text', 'slots'],
    additionalProperties: false,
  },
};

/** @param show puts back what was hidden */
export function readDraft(value: unknown, show: (text: string) => string): Draft | undefined {
  const parsed = draftSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { text: worded, slots } = parsed.data;
  return {
    text: show(worded)
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
    slots: slots.map(({ slot, said }) => ({ slot, said: show(said) })),
  };
}
