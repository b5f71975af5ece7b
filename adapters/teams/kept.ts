import { z } from 'zod';
import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import { createLatest, type Latest } from '../../src/latest.ts';
import { ok, type Result } from '../../src/result.ts';
import type { TeamsContext } from './context.ts';
import type { Reference } from './door.ts';
import { createGather, type PlatformNote } from './gather.ts';
import { place } from './inbound/heard.ts';

interface Down {
  readonly kind: 'store_down';
}

/** A reply and the question it is for, as long as its buttons live. */
export interface KeptReply {
  readonly question: string;
  readonly message: OutboundMessage;
  /** Ids of the messages that show it. */
  readonly shown: readonly string[];
}

/** Which message shows someone's case. */
export interface CaseCard {
  readonly conversation: string;
  readonly id: string;
}

/** A message under which the buttons of a case stand; with its words, where it is no card of the case. */
export interface Bearer extends CaseCard {
  readonly text?: string | undefined;
}

export interface Kept {
  /** Where a conversation is reached; the last one heard from it. */
  reference(conversation: string): Promise<Result<Reference | undefined, Down>>;
  keepReference(reference: Reference): Promise<Result<undefined, Down>>;
  forgetConversation(conversation: string): Promise<Result<undefined, Down>>;
  /** The personal chat of someone, when they have opened one. */
  chat(tenant: string, user: string): Promise<Result<string | undefined, Down>>;
  keepChat(tenant: string, user: string, conversation: string): Promise<Result<undefined, Down>>;
  reply(key: string): Promise<Result<KeptReply | undefined, Down>>;
  keepReply(key: string, reply: KeptReply): Promise<Result<undefined, Down>>;
  forgetReply(key: string): Promise<Result<undefined, Down>>;
  /** The key of the reply that a message shows. */
  shownBy(conversation: string, id: string): Promise<Result<string | undefined, Down>>;
  caseCard(person: string, caseId: string): Promise<Result<CaseCard | undefined, Down>>;
  keepCaseCard(person: string, caseId: string, card: CaseCard): Promise<Result<undefined, Down>>;
  /** A message that shows words of someone's case. */
  keepCaseWords(person: string, caseId: string, card: CaseCard): Promise<Result<undefined, Down>>;
  /** The messages that bear buttons of someone's case; they are known for a week. */
  bearers(person: string, caseId: string): Promise<Result<readonly Bearer[], Down>>;
  keepBearers(person: string, caseId: string, bearers: readonly Bearer[]): Promise<Result<undefined, Down>>;
  /** The case whose words a message shows: a reply that quotes it is for that case. */
  caseOf(conversation: string, id: string): Promise<Result<string | undefined, Down>>;
  /** Whether a message of a case was shown already; the outbox may give it twice. */
  delivered(id: string): Promise<Result<boolean, Down>>;
  keepDelivered(id: string, person: string): Promise<Result<undefined, Down>>;
  /** True once a week: who is in a team or chat is looked at again. */
  rosterDue(conversation: string): Promise<Result<boolean, Down>>;
  /** True once for an arrival, whatever number of events tell of it. */
  welcome(conversation: string): Promise<Result<boolean, Down>>;
}

const DAY_MS = 86_400_000;
/** Days that a reply can be turned, rated or handed over; a delivered message is not given again after two. */
const REPLY_DAYS = 7;
const DELIVERED_DAYS = 2;
const CASE_DAYS = 400;
const ROSTER_DAYS = 7;
const AT_HAND = 5_000;
/** Events of one arrival come together; one that comes later tells of another. */
const ARRIVAL_MS = 10 * 60_000;

const conversationBody = z.object({ conversation: z.string() });
const keyBody = z.object({ key: z.string() });
const welcomeBody = z.object({ at: z.string() });
const cardBody = z.object({ conversation: z.string(), id: z.string() });
const bearersBody = z.array(cardBody.extend({ text: z.string().optional() }));
const replyBody = z.object({
  question: z.string(),
  // Written by this adapter alone, a week ago at most: its type is taken as given.
  message: z.custom<OutboundMessage>(isReply),
  shown: z.array(z.string()),
});

/** One of a version before answers had first lines is not at hand any more. */
function isReply(value: unknown): boolean {
  const reply = z.object({ outcome: z.looseObject({ known: z.looseObject({}).optional() }) }).safeParse(value);
  if (!reply.success) return false;
  const { outcome } = reply.data;
  const answer = outcome['kind'] === 'answer' ? outcome : outcome.known;
  return answer === undefined || 'short' in answer;
}

type Parts = Pick<TeamsContext, 'notes' | 'now'>;
type Notes = ReturnType<typeof createNotes>;

/** What this adapter has to remember of Teams, in the store's notes; every key begins with the conversation or the person. */
export function createKept(parts: Parts): Kept {
  const notes = createNotes(parts);
  return { ...createPlaces(notes, parts), ...createReplies(notes), ...createCases(notes) };
}

/** Notes of this adapter, read against their shape. */
function createNotes({ notes, now }: Parts) {
  const read = async <T>(kind: string, key: string, schema: z.ZodType<T>): Promise<Result<T | undefined, Down>> => {
    const note = await notes.get({ platform: 'teams', kind, key });
    if (!note.ok) return note;
    // What an earlier version wrote and this one cannot read is as good as not there.
    return ok(note.value === undefined ? undefined : schema.safeParse(note.value.body).data);
  };
  const noteOf = (kind: string, key: string, body: unknown, days?: number, person?: string): PlatformNote => ({
    platform: 'teams',
    kind,
    key,
    person,
    body,
    expiresAt: days === undefined ? undefined : new Date(now().getTime() + days * DAY_MS).toISOString(),
  });
  return {
    noteOf,
    gather: createGather(notes),
    read,
    write: (...note: Parameters<typeof noteOf>) => notes.put(noteOf(...note)),
    remove: (kind: string, key: string) => notes.remove({ platform: 'teams', kind, key }),
    /** Whether there is one, whatever it holds. */
    has: async (kind: string, key: string): Promise<Result<boolean, Down>> => {
      const found = await notes.get({ platform: 'teams', kind, key });
      return found.ok ? ok(found.value !== undefined) : found;
    },
  };
}

function createPlaces(
  { read, write, remove, has }: Notes,
  { now }: Pick<Parts, 'now'>,
): Pick<Kept, 'reference' | 'keepReference' | 'forgetConversation' | 'chat' | 'keepChat' | 'rosterDue' | 'welcome'> {
  const references: Latest<Reference> = createLatest(AT_HAND);
  const chats: Latest<string> = createLatest(AT_HAND);
  const rosters: Latest<true> = createLatest(AT_HAND);
  return {
    reference: async (conversation) => {
      const known = references.get(conversation);
      return known === undefined ? read('reference', conversation, place.shape.reference) : ok(known);
    },
    keepReference: async (reference) => {
      const known = references.get(reference.conversation);
      if (known !== undefined && same(known, reference)) return ok(undefined);
      const written = await write('reference', reference.conversation, reference);
      if (written.ok) references.set(reference.conversation, reference);
      return written;
    },
    forgetConversation: async (conversation) => {
      references.delete(conversation);
      rosters.delete(conversation);
      await remove('roster', conversation);
      await remove('welcome', conversation);
      return remove('reference', conversation);
    },
    chat: async (tenant, user) => {
      const found = await read('chat', `${tenant}|${user}`, conversationBody);
      return found.ok ? ok(found.value?.conversation) : found;
    },
    keepChat: async (tenant, user, conversation) => {
      const key = `${tenant}|${user}`;
      if (chats.get(key) === conversation) return ok(undefined);
      const written = await write('chat', key, { conversation });
      if (written.ok) chats.set(key, conversation);
      return written;
    },
    rosterDue: async (conversation) => {
      if (rosters.get(conversation) === true) return ok(false);
      const found = await has('roster', conversation);
      if (!found.ok) return found;
      rosters.set(conversation, true);
      if (found.value) return ok(false);
      const written = await write('roster', conversation, {}, ROSTER_DAYS);
      return written.ok ? ok(true) : written;
    },
    welcome: async (conversation) => {
      const found = await read('welcome', conversation, welcomeBody);
      if (!found.ok) return found;
      const at = now().getTime();
      if (found.value !== undefined && at - Date.parse(found.value.at) < ARRIVAL_MS) return ok(false);
      const written = await write('welcome', conversation, { at: new Date(at).toISOString() });
      return written.ok ? ok(true) : written;
    },
  };
}

function createReplies({
  read,
  remove,
  noteOf,
  gather,
}: Notes): Pick<Kept, 'reply' | 'keepReply' | 'forgetReply' | 'shownBy'> {
  /** Replies that are being written: their buttons may be pressed before they are. */
  const onTheWay = new Map<string, KeptReply>();
  return {
    reply: async (key) => {
      const known = onTheWay.get(key);
      return known === undefined ? read('reply', key, replyBody) : ok(known);
    },
    keepReply: async (key, reply) => {
      const last = reply.shown.at(-1);
      const shown = last === undefined ? [] : [noteOf('shown', `${conversationOf(key)}|${last}`, { key }, REPLY_DAYS)];
      onTheWay.set(key, reply);
      try {
        return await gather([noteOf('reply', key, reply, REPLY_DAYS), ...shown]);
      } finally {
        if (onTheWay.get(key) === reply) onTheWay.delete(key);
      }
    },
    forgetReply: (key) => remove('reply', key),
    shownBy: async (conversation, id) => {
      const found = await read('shown', `${conversation}|${id}`, keyBody);
      return found.ok ? ok(found.value?.key) : found;
    },
  };
}

function createCases({
  read,
  write,
  has,
}: Notes): Pick<
  Kept,
  'caseCard' | 'keepCaseCard' | 'keepCaseWords' | 'bearers' | 'keepBearers' | 'caseOf' | 'delivered' | 'keepDelivered'
> {
  const noteWords: Kept['keepCaseWords'] = (person, caseId, card) =>
    write('case-shown', `${card.conversation}|${card.id}`, { key: caseId }, CASE_DAYS, person);
  return {
    caseCard: (person, caseId) => read('case-card', `${person}|${caseId}`, cardBody),
    keepCaseCard: async (person, caseId, card) => {
      const kept = await write('case-card', `${person}|${caseId}`, card, CASE_DAYS, person);
      return kept.ok ? noteWords(person, caseId, card) : kept;
    },
    keepCaseWords: noteWords,
    bearers: async (person, caseId) => {
      const found = await read('case-buttons', `${person}|${caseId}`, bearersBody);
      return found.ok ? ok(found.value ?? []) : found;
    },
    keepBearers: (person, caseId, bearers) => write('case-buttons', `${person}|${caseId}`, bearers, REPLY_DAYS, person),
    caseOf: async (conversation, id) => {
      const found = await read('case-shown', `${conversation}|${id}`, keyBody);
      return found.ok ? ok(found.value?.key) : found;
    },
    delivered: (id) => has('delivered', id),
    keepDelivered: (id, person) => write('delivered', id, {}, DELIVERED_DAYS, person),
  };
}

function same(one: Reference, other: Reference): boolean {
  return one.serviceUrl === other.serviceUrl && one.tenant === other.tenant && one.bot === other.bot;
}

/** A reply is known by its conversation and the message it answers. */
export function replyKey(conversation: string, message: string): string {
  return `${conversation}|${message}`;
}

function conversationOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'));
}
