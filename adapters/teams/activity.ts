import { z } from 'zod';

const account = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  role: z.string().optional(),
});

const channelData = z
  .object({
    tenant: z.object({ id: z.string() }).optional(),
    team: z
      .object({ id: z.string().optional(), name: z.string().optional(), aadGroupId: z.string().optional() })
      .optional(),
    channel: z.object({ id: z.string().optional() }).optional(),
    eventType: z.string().optional(),
  })
  .catch({});

/** The parts of an activity that are used, checked; the rest is dropped. */
export const inboundActivity = z.object({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  timestamp: z.string().optional(),
  locale: z.string().optional(),
  from: account.optional(),
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.enum(['personal', 'groupChat', 'channel']).catch('personal').default('personal'),
    tenantId: z.string().optional(),
  }),
  text: z.string().optional(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
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
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly SuggestedAction[] };
  readonly channelData?: object;
  readonly replyToId?: string;
  readonly importance?: 'normal' | 'high';
}

interface OutboundAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: object;
}

interface SuggestedAction {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}
