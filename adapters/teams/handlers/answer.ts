import { randomUUID } from 'node:crypto';
import type { OutboundMessage } from '../../../src/answering/port/outcome.ts';
import { createLatest } from '../../../src/latest.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import type { InboundMessage } from '../../../src/message/message.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { lessonUnder, noteMet } from '../../../src/training/port/after-answer.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import type { Place } from '../inbound/heard.ts';
import { type KeptReply, replyKey } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { replyActivities } from '../message/reply.ts';
import { createSay, type Say } from '../say.ts';
import { beginTurn } from '../stream.ts';
import type { HandlerParts } from './handler-parts.ts';

type Done = Result<undefined, NotDelivered>;

interface Asked {
  readonly at: Place;
  /** The message that asks; it may be edited or taken back. */
  readonly id: string;
  readonly text: string;
  /** Who asks, if they are known. */
  readonly person: SignedIn | undefined;
}

export interface Answering {
  /** Asks the assistant and shows what it says. */
  answer(asked: Asked): Promise<Done>;
  /** The same for a message that was edited: what answered it is answered anew, in its place. */
  answerAgain(asked: Asked, before: KeptReply): Promise<Done>;
  /** The person took the question back while it was being answered. */
  takeBack(at: Place, id: string): void;
  /** The last question of someone in a conversation, for «ask a human»; gone when the process is. */
  lastReply(at: Place): string | undefined;
}

const AT_HAND = 5_000;

export function createAnswering({ context, kept, people, sender, spoken }: HandlerParts): Answering {
  const { conversing, door, log, teaching } = context;
  const inHand = new Map<string, AbortController>();
  const last = createLatest<string>(AT_HAND);

  /** Undefined when it was taken back meanwhile. A turn that fails says so: nothing is left spinning. */
  const ask = async (
    asked: Asked,
    show: (message: OutboundMessage, say: Say) => Promise<Done>,
    turn: ReturnType<typeof beginTurn>,
    say: Say,
  ): Promise<Done> => {
    const key = keyOf(asked);
    const taken = new AbortController();
    inHand.set(key, taken);
    try {
      const role = await people.role(asked.at, asked.person);
      const message = await conversing.respond(messageOf(asked, role), {
        onSentence: turn.onSentence,
        signal: taken.signal,
      });
      spoken.note(asked.at, message.language);
      if (taken.signal.aborted) {
        await turn.drop();
        return ok(undefined);
      }
      if (message.roleIs === 'declared' && message.role !== role && message.outcome.kind === 'smalltalk')
        await people.setRole(asked.at, message.role);
      return await show(message, createSay(message.language));
    } catch (error) {
      log.error({ err: error, message: asked.id }, 'a question could not be answered');
      const sent = await turn.end(toActivities({ text: say.teams.answer.failed }, say));
      return sent.ok ? ok(undefined) : err(sent.error);
    } finally {
      inHand.delete(key);
    }
  };

  const shownWith = async (asked: Asked, message: OutboundMessage, shown: readonly string[]): Promise<void> => {
    const { outcome } = message;
    if (outcome.kind === 'smalltalk') return;
    if (outcome.kind !== 'rewording') last.set(whoOf(asked.at), keyOf(asked));
    const written = await kept.keepReply(keyOf(asked), { question: asked.text, message, shown });
    if (!written.ok) log.warn({ message: asked.id }, 'the buttons of a reply will not work: the store is down');
  };

  /** What it met, for the recommendations of who asked. Never waited for: an answer does not depend on it. */
  const note = ({ person }: Asked, message: OutboundMessage): void => {
    if (teaching === undefined || person === undefined) return;
    noteMet(teaching, person.person, message).catch((error: unknown) =>
      log.error({ err: error }, 'what a question led to was not kept'),
    );
  };

  const activitiesOf = ({ at, ...asked }: Asked, message: OutboundMessage, say: Say) => {
    const lesson = lessonUnder(teaching, message);
    return replyActivities(message, {
      say,
      reply: message.outcome.kind === 'smalltalk' ? undefined : keyOf({ at, ...asked }),
      scope: at.scope,
      offersHuman: true,
      ...(lesson === undefined ? {} : { lesson }),
    });
  };

  return {
    lastReply: (at) => last.get(whoOf(at)),
    takeBack: (at, id) => inHand.get(replyKey(at.reference.conversation, id))?.abort(),
    answer: async (asked) => {
      const say = createSay(asked.at.language ?? 'fr');
      const turn = beginTurn(context, asked.at, say);
      const show = async (message: OutboundMessage, spoken: Say): Promise<Done> => {
        const sent = await turn.end(activitiesOf(asked, message, spoken));
        if (!sent.ok) return err(sent.error);
        await shownWith(asked, message, sent.value);
        log.info({ message: message.inReplyTo, kind: message.outcome.kind, scope: asked.at.scope }, 'answered');
        note(asked, message);
        return ok(undefined);
      };
      return ask(asked, show, turn, say);
    },
    answerAgain: async (asked, before) => {
      const say = createSay(asked.at.language ?? 'fr');
      const { reference } = asked.at;
      const turn = { onSentence: () => undefined, end: sendOver, drop: async () => undefined };
      const show = async (message: OutboundMessage, spoken: Say): Promise<Done> => {
        const sent = await sendOver(activitiesOf(asked, message, spoken));
        if (!sent.ok) return err(sent.error);
        await shownWith(asked, message, sent.value);
        return ok(undefined);
      };
      return ask(asked, show, turn, say);

      /** In the place of what was shown; what is more than it comes after, what is less goes. */
      async function sendOver(activities: Parameters<typeof sender.send>[1]) {
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
  };
}

function messageOf({ at, text }: Asked, role: Role | undefined): InboundMessage {
  return {
    // Not Teams' own: what is kept of a question must lead back to nobody.
    id: randomUUID(),
    address: { platform: 'teams', conversation: at.reference.conversation },
    text,
    ...(role === undefined ? {} : { role }),
    // Their question says the language better than the menus of their Teams.
  };
}

function keyOf({ at, id }: Pick<Asked, 'at' | 'id'>): string {
  return replyKey(at.reference.conversation, id);
}

function whoOf({ reference, from }: Place): string {
  return `${reference.conversation}|${from.account}`;
}
