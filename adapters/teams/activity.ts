import { z } from 'zod';

/** Part of an address, or of what is kept: whole characters, and no longer than Teams' own by far. */
const address = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\p{Surrogate}]+$/u);
/** Kept and compared as it came, whatever it is. */
const id = z.string().max(500);
const word = z.string().max(200);

const account = z.object({
  id: address,
  name: z.string().max(500).optional(),
  aadObjectId: address.optional(),
  role: word.optional(),
});

const channelData = z
  .object({
    tenant: z.object({ id: address }).optional(),
    team: z.object({ id: id.optional(), name: z.string().max(500).optional(), aadGroupId: id.optional() }).optional(),
    channel: z.object({ id: id.optional() }).optional(),
    eventType: word.optional(),
  })
  .catch({});

/** The parts of an activity that are used, checked; the rest is dropped. */
export const inboundActivity = z.object({
  type: word.min(1),
  id: id.optional(),
  name: word.optional(),
  channelId: word.min(1),
  serviceUrl: address,
  timestamp: word.optional(),
  locale: word.optional(),
  from: account.optional(),
  recipient: account,
  conversation: z.object({
    id: address,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).catch('personal').default('personal'),
    tenantId: address.optional(),
  }),
  text: z.string().optional(),
  action: word.optional(),
  replyToId: id.optional(),
  membersAdded: z.array(account).max(2_000).optional(),
  membersRemoved: z.array(account).max(2_000).optional(),
  entities: z
    .array(
      z.looseObject({ type: z.string(), mentioned: z.looseObject({ id: z.string() }).optional().catch(undefined) }),
    )
    .catch([])
    .default([]),
  attachments: z
    .array(z.object({ contentType: z.string(), content: z.unknown().optional(), name: z.string().optional() }))
    .catch([])
    .default([]),
  value: z.unknown().optional(),
  channelData: channelData.default({}),
});

export type InboundActivity = z.infer<typeof inboundActivity>;

/** Plain JSON, as it goes over the wire. */
export interface OutboundActivity {
  readonly type: 'message' | 'typing';
  readonly text?: string;
  readonly textFormat?: 'markdown' | 'xml' | 'plain';
  /** What notifications and screen readers say of a card. */
  readonly summary?: string;
  readonly speak?: string;
  readonly attachments?: readonly OutboundAttachment[];
  readonly entities?: readonly object[];
  readonly channelData?: object;
  readonly replyToId?: string;
  readonly importance?: 'normal' | 'high';
}

interface OutboundAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: object;
}
