import { z } from 'zod';

/** Where something was said, and by whom: all that is needed to answer there. */
export const place = z.object({
  reference: z.object({
    serviceUrl: z.string(),
    conversation: z.string(),
    tenant: z.string(),
    bot: z.string(),
  }),
  scope: z.enum(['personal', 'groupChat', 'channel']),
  from: z.object({
    /** As this conversation knows them. */
    id: z.string(),
    /** In the directory of their tenant; the conversation's own id where Teams does not say. */
    account: z.string(),
    name: z.string(),
  }),
  language: z.enum(['fr', 'en']).optional(),
});
export type Place = z.infer<typeof place>;

/** What happened in Teams that may be answered later: what the intake keeps. */
export const heard = z.discriminatedUnion('kind', [
  /** `id` is the activity's own; the same again when it is edited or taken back. */
  z.object({
    kind: z.literal('said'),
    place,
    id: z.string(),
    text: z.string(),
    quotes: z.string().optional(),
    files: z.number(),
    /** The card whose button said it in the person's name. */
    pressed: z.string().optional(),
    /** The question that the button answers. */
    on: z.string().optional(),
    /** The reply that offered it among others. */
    under: z.string().optional(),
  }),
  z.object({ kind: z.literal('edited'), place, id: z.string(), text: z.string() }),
  z.object({ kind: z.literal('removed'), place, id: z.string() }),
  /** The bot was added: to a chat, a team, or by a person for themselves. */
  z.object({ kind: z.literal('added'), place }),
  /** And taken away: nothing reaches this conversation any more. */
  z.object({ kind: z.literal('taken_away'), place }),
]);
export type Heard = z.infer<typeof heard>;
