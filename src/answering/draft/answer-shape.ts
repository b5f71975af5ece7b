import { z } from 'zod';
import type { JsonShape } from '../../model/complete.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Claim } from '../grounding/check-claim.ts';

export type Register = 'service' | 'achat';
export const registerOf = (role: Role): Register => (role === 'buyer' ? 'achat' : 'service');

const ACTIONS = ['answer', 'clarify', 'handoff', 'refuse'] as const;
export type Action = (typeof ACTIONS)[number];

const claimSchema = z.strictObject({
  text: z.string().min(1),
  passages: z.array(z.string()),
  quote: z.string().optional(),
});
export const actionSchema = z.enum(ACTIONS);

/** One claim as the model gives it; undefined when it is not one. */
export function readClaim(value: unknown): Claim | undefined {
  const parsed = claimSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Both registers in one answer, the reader's first: endpoints write the properties in the order of the schema. */
export function answerShape(reader: Register): JsonShape {
  const other: Register = reader === 'achat' ? 'service' : 'achat';
  const claims = {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        quote: { type: 'string' },
        text: { type: 'string' },
        passages: { type: 'array', items: { type: 'string' } },
      },
      required: ['quote', 'text', 'passages'],
      additionalProperties: false,
    },
  };
  return {
    name: 'reponse',
    schema: {
      type: 'object',
      properties: {
        action: { type: 'string', enum: ACTIONS },
        reason: { type: 'string' },
        [reader]: claims,
        [other]: claims,
      },
      required: ['action', 'reason', reader, other],
      additionalProperties: false,
    },
  };
}
