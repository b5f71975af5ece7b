import { z } from 'zod';
import type { Language } from '../../../src/vocabulary/people.ts';
import type { InboundActivity } from '../activity.ts';
import { tenantOf } from '../door-rules.ts';
import type { Heard, Place } from './heard.ts';
import { countFiles, isCalled, quotedMessage, readText } from './read-text.ts';

/** What the intake knows an event by, and the thread it keeps in order. */
export interface HeardEvent {
  readonly id: string;
  readonly lane: string;
  readonly heard: Heard;
}

/** What a button that speaks in a person's name brings. */
const button = z.object({ on: z.string().max(200).optional(), under: z.string().max(200).optional() });

/** Characters of a message that are read; the assistant says itself what is too long for a question. */
const LONGEST = 40_000;

/**
 * What an activity that is no invoke says to this bot; undefined for what is none of its business: messages of a channel or
 * chat in which it is not called, reactions, receipts, people coming and going.
 */
export function readHeard(activity: InboundActivity): HeardEvent | undefined {
  const { type, id = '', channelData, timestamp = '' } = activity;
  const at = readPlace(activity);
  if (at === undefined) return undefined;
  const lane = at.reference.conversation;
  const event = (what: string, heard: Heard): HeardEvent => ({ id: `${lane}|${what}`, lane, heard });
  switch (type) {
    case 'message': {
      if (at.scope !== 'personal' && !isCalled(activity)) return undefined;
      const text = readText(activity).slice(0, LONGEST);
      const quotes = quotedMessage(activity);
      const files = countFiles(activity);
      const { data: pressed } = button.safeParse(activity.value);
      return event(id, {
        kind: 'said',
        place: at,
        id,
        text,
        files,
        ...(quotes === undefined ? {} : { quotes }),
        ...(pressed === undefined ? {} : { ...pressed, pressed: activity.replyToId }),
      });
    }
    case 'messageUpdate': {
      if (at.scope !== 'personal' && !isCalled(activity)) return undefined;
      const text = readText(activity).slice(0, LONGEST);
      // What was deleted can be brought back: it is then asked again.
      if (channelData.eventType === 'editMessage' || channelData.eventType === 'undeleteMessage')
        return event(`${id}|edited|${timestamp}`, { kind: 'edited', place: at, id, text });
      return undefined;
    }
    case 'messageDelete':
      return event(`${id}|removed|${timestamp}`, { kind: 'removed', place: at, id });
    case 'installationUpdate':
      // An upgrade of the app is no arrival.
      if (activity.action === 'add') return event(`${id}|added`, { kind: 'added', place: at });
      if (/^remove/.test(activity.action ?? '')) return event(`${id}|taken`, { kind: 'taken_away', place: at });
      return undefined;
    case 'conversationUpdate':
      return readMembers(activity, at, event);
    default:
      return undefined;
  }
}

/** Only this bot's own coming and going; in personal chats `installationUpdate` tells, and says it once. */
function readMembers(
  { membersAdded = [], membersRemoved = [], recipient, id = '' }: InboundActivity,
  at: Place,
  event: (what: string, heard: Heard) => HeardEvent,
): HeardEvent | undefined {
  const isBot = (member: { readonly id: string }) => member.id === recipient.id;
  if (membersRemoved.some(isBot)) return event(`${id}|taken`, { kind: 'taken_away', place: at });
  if (membersAdded.some(isBot)) return event(`${id}|added`, { kind: 'added', place: at });
  return undefined;
}

/** Undefined for what nobody said, or comes from another bot: bots that answer one another never end. */
export function readPlace(activity: InboundActivity): Place | undefined {
  const { serviceUrl, conversation, recipient, from, locale } = activity;
  if (from?.role === 'bot' || from?.id === recipient.id) return undefined;
  const language = readLanguage(locale);
  return {
    reference: {
      serviceUrl,
      conversation: conversation.id,
      tenant: tenantOf(activity) ?? '',
      bot: recipient.id,
    },
    scope: conversation.conversationType,
    from: {
      id: from?.id ?? '',
      account: from?.aadObjectId ?? from?.id ?? '',
      name: from?.name ?? '',
    },
    ...(language === undefined ? {} : { language }),
  };
}

function readLanguage(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined;
  return /^fr\b/i.test(locale) ? 'fr' : /^en\b/i.test(locale) ? 'en' : undefined;
}
