import { randomUUID } from 'node:crypto';
import type { OutboundMessage } from '../../../src/answering/port/outcome.ts';
import type { Shown } from '../../../src/desk/port/shown.ts';
import { createLatest, type Latest } from '../../../src/latest.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { OutboundActivity } from '../activity.ts';
import { commonOf } from '../face.ts';
import type { Place } from '../inbound/heard.ts';
import { type KeptReply, replyKey } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { replyActivities } from '../message/reply.ts';
import { cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import { beginTurn, type Turn } from '../stream.ts';
import type { HandlerParts } from './handler-parts.ts';

type Done = Result<undefined, NotDelivered>;

interface Line {
  readonly at: Place;
  /** The message that says it; it may be edited or taken back. */
  readonly id: string;
  readonly text: string;
  /** The question it was pressed under. */
  readonly on?: string | undefined;
  /** The reply that offered it among others. */
  readonly under?: string | undefined;
  /** The card whose button said it. */
  readonly pressed?: string | undefined;
  /** Typed in answer to the words of a case. */
  readonly case?: string | undefined;
  readonly files?: number;
}

export interface Hearing {
  /** Says at the desk what was typed, and shows what comes of it: an answer as a stream, where it is slow. */
  hear(line: Line): Promise<Done>;
  /** The same for a message that was edited: what answered it is answered anew, in its place. */
  hearAgain(line: Line, before: KeptReply): Promise<Done>;
  /** An answer that a button brought: a message of its own. */
  showAnswer(at: Place, id: string, shown: Shown): Promise<Done>;
  /** The person took the question back while it was being answered. */
  takeBack(at: Place, id: string): void;
  /** The last question of someone in a conversation, for «ask a human»; gone when the process is. */
  lastReply(at: Place): string | undefined;
}

const AT_HAND = 5_000;

interface Room extends HandlerParts {
  /** Questions that are being answered. */
  readonly inHand: Map<string, AbortController>;
  readonly last: Latest<string>;
}

export function createHearing(parts: HandlerParts): Hearing {
  const { context, sender } = parts;
  const { door } = context;
  const room: Room = { ...parts, inHand: new Map(), last: createLatest(AT_HAND) };

  return {
    lastReply: (at) => room.last.get(whoOf(at)),
    takeBack: (at, id) => room.inHand.get(replyKey(at.reference.conversation, id))?.abort(),
    hear: (line) => {
      const say = createSay(line.at.language ?? 'fr');
      return take(room, line, beginTurn(context, line.at, say), say);
    },
    hearAgain: (line, before) => {
      const turn = { onSentence: () => undefined, end: sendOver, drop: async () => undefined };
      return take(room, line, turn, createSay(line.at.language ?? 'fr'));

      /** In the place of what was shown; what is more than it comes after, what is less goes. */
      async function sendOver(activities: readonly OutboundActivity[]) {
        const { reference } = line.at;
        const ids: string[] = [];
        for (const [index, activity] of activities.entries()) {
          const id = before.shown[index];
          const done =
            id === undefined ? await sender.send(reference, [activity]) : await sender.update(reference, id, activity);
          if (!done.ok) return done;
          ids.push(...(id === undefined ? (done.value ?? []) : [id]));
        }
        for (const id of before.shown.slice(activities.length)) await door.remove(reference, id);
        return ok(ids);
      }
    },
    showAnswer: async (at, id, shown) => {
      const sent = await sender.send(at.reference, activitiesOf(room, at, id, shown));
      if (!sent.ok) return err(sent.error);
      await keep(room, at, id, shown, sent.value);
      return ok(undefined);
    },
  };
}

function activitiesOf(
  room: Room,
  at: Place,
  id: string,
  shown: Shown,
): readonly [OutboundActivity, ...OutboundActivity[]] {
  const { happened } = shown;
  if (happened.name !== 'answer') return toActivities({ card: cardOf(shown.screen) }, createSay(shown.screen.language));
  const { reply, lesson, purchase, question } = happened;
  room.spoken.note(at, reply.language);
  return replyActivities(reply, {
    say: createSay(reply.language),
    reply: reply.outcome.kind === 'smalltalk' ? undefined : replyKey(at.reference.conversation, id),
    scope: at.scope,
    offersHuman: true,
    ...(lesson === undefined ? {} : { lesson }),
    ...(purchase === true ? { question } : {}),
  });
}

async function keep(room: Room, at: Place, id: string, { happened }: Shown, shown: readonly string[]): Promise<void> {
  if (happened.name !== 'answer' || happened.reply.outcome.kind === 'smalltalk') return;
  const { reply: message, question } = happened;
  const key = replyKey(at.reference.conversation, id);
  if (message.outcome.kind !== 'rewording') room.last.set(whoOf(at), key);
  const written = await room.kept.keepReply(key, { question, message, shown });
  if (!written.ok) room.context.log.warn({ message: id }, 'the buttons of a reply will not work: the store is down');
  room.context.log.info({ message: message.inReplyTo, kind: message.outcome.kind, scope: at.scope }, 'answered');
}

/** Nothing is shown of what was taken back meanwhile. A turn that fails says so: nothing is left spinning. */
async function take(room: Room, { at, id, ...line }: Line, turn: Turn, say: Say): Promise<Done> {
  const key = replyKey(at.reference.conversation, id);
  const taken = new AbortController();
  room.inHand.set(key, taken);
  try {
    // Not Teams' own: what is kept of a question must lead back to nobody.
    const message = randomUUID();
    const said = { ...commonOf(room, at, id), ...line, kind: 'said', message, onSentence: turn.onSentence } as const;
    let end: Result<readonly string[], Parameters<typeof err>[0] & NotDelivered> = ok([]);
    let some = false;
    for await (const shown of room.context.desk.hear(said, taken.signal)) {
      some = true;
      if (shown.happened.name === 'chosen' && !shown.happened.again) {
        await close(room, at, line.under, shown.happened.chosen);
        continue;
      }
      end = await turn.end(activitiesOf(room, at, id, shown));
      if (!end.ok) return err(end.error);
      await keep(room, at, id, shown, end.value);
    }
    if (!some) await turn.drop();
    return ok(undefined);
  } catch (error) {
    room.context.log.error({ err: error, message: id }, 'a question could not be answered');
    const sent = await turn.end(toActivities({ text: say.teams.answer.failed }, say));
    return sent.ok ? ok(undefined) : err(sent.error);
  } finally {
    room.inHand.delete(key);
  }
}

/** What offered a choice that was made, on every message that shows it: there is none to make any more. */
async function close(
  { kept, sender, context }: Room,
  at: Place,
  under: string | undefined,
  chosen: string,
): Promise<void> {
  const before = under === undefined ? ok(undefined) : await kept.reply(under);
  if (!before.ok || before.value === undefined) return;
  const { message, shown } = before.value;
  const say = createSay(message.language);
  const activities = replyActivities(message, { say, reply: under, scope: at.scope, offersHuman: true, chosen });
  for (const [index, activity] of activities.entries()) {
    const id = shown[index];
    const done = id === undefined ? ok(undefined) : await sender.update(at.reference, id, activity);
    if (!done.ok) context.log.warn({ why: done.error.why }, 'choices that were made could not be taken away');
  }
}

export function asMessage(
  rewording: Extract<Shown['happened'], { name: 'reworded' }>['rewording'],
  say: Say,
): OutboundMessage {
  return {
    inReplyTo: '',
    address: { platform: 'teams', conversation: '' },
    outcome: { kind: 'rewording', rewording, suggestions: [] },
    role: rewording.direction === 'to_buyer' ? 'prescriber' : 'buyer',
    roleIs: 'inferred',
    language: say.language,
    text: rewording.text,
  };
}

function whoOf({ reference, from }: Place): string {
  return `${reference.conversation}|${from.account}`;
}
