import type { InboundActivity } from '../activity.ts';
import { packCards } from '../card/pack.ts';
import type { Place } from '../inbound/heard.ts';
import { languageOf, readExecute } from '../inbound/read-action.ts';
import { readPlace } from '../inbound/read-activity.ts';
import { toActivities } from '../message/activities.ts';
import { createSay, type Say } from '../say.ts';
import type { Extension } from './extension.ts';
import type { Feedback } from './feedback.ts';
import type { HandlerParts } from './handler-parts.ts';
import type { Press, Shown } from './press.ts';

/** What goes back on the very request. */
export interface InvokeReply {
  readonly status: number;
  readonly body?: object;
}

/** Teams gives up on a button after some ten seconds, and then says that it failed. */
const LONGEST_MS = 7_000;
const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

export interface InvokeParts extends HandlerParts {
  readonly press: Press;
  readonly extension: Extension;
  readonly feedback: Feedback;
}

/** Answers what waits for an answer: buttons, dialogs, searches. An unknown one gets 400, a failing one a sentence: nothing spins. */
export function createAnswerInvoke(parts: InvokeParts): (activity: InboundActivity) => Promise<InvokeReply> {
  const { context, spoken, extension, feedback } = parts;
  const { log } = context;

  return async (activity) => {
    const { name = '', value, replyToId } = activity;
    const place = readPlace(activity);
    if (place === undefined) return { status: 400 };
    const at = spoken.in(place);
    const say = createSay(at.language ?? 'fr');
    try {
      switch (name) {
        case 'adaptiveCard/action':
          return await pressed(parts, activity, at);
        case 'message/fetchTask':
          return orUnknown(await feedback.thumb(at, replyToId, value));
        case 'message/submitAction':
          return orUnknown(await feedback.reason(at, replyToId, value));
        case 'composeExtension/query':
          return { status: 200, body: await extension.query(at, value) };
        case 'composeExtension/fetchTask':
          return { status: 200, body: await extension.fetch(at, value) };
        case 'composeExtension/submitAction':
          return { status: 200, body: await extension.submit(at, value) };
        default:
          log.info({ invoke: name.slice(0, 60) }, 'an unknown invoke');
          return { status: 400 };
      }
    } catch (error) {
      log.error({ err: error, invoke: name.slice(0, 60) }, 'an invoke failed');
      return failed(name, say);
    }
  };
}

async function pressed(parts: InvokeParts, activity: InboundActivity, place: Place): Promise<InvokeReply> {
  const executed = readExecute(activity.value);
  const language = executed && languageOf(executed.given);
  const at = language === undefined ? place : { ...place, language };
  const say = createSay(at.language ?? 'fr');
  if (executed === undefined) return cardError(400, 'BadRequest', say.teams.fault.unknownGesture);
  const card = activity.replyToId;
  const working = parts.press({ at, ...executed, card });
  const first = await Promise.race([working, parts.context.pause(LONGEST_MS).then(() => 'slow' as const)]);
  if (first !== 'slow') return replyOf(parts, first, at, say);
  // The button is answered now, and its card is put in place when it is ready.
  working
    .then((shown) => showLater(parts, shown, activity.replyToId, at, say))
    .catch((error: unknown) => {
      parts.context.log.error({ err: error, verb: executed.verb }, 'a slow button failed');
      return parts.sender.send(at.reference, toActivities({ text: say.teams.answer.failed }, say));
    })
    .catch((error: unknown) => parts.context.log.error({ err: error }, 'a failure could not be said'));
  return beside(say.texts.handoffWeb.working);
}

async function showLater(
  parts: InvokeParts,
  shown: Shown | 'unknown',
  id: string | undefined,
  at: Place,
  say: Say,
): Promise<void> {
  if (shown === 'unknown') return;
  if (shown.kind === 'beside') {
    await parts.sender.send(at.reference, toActivities({ text: shown.text }, say));
    return;
  }
  const content = await contentOf(parts, shown, at, say);
  const message = { type: 'message', attachments: [{ contentType: CARD, content }] } as const;
  const updated = id === undefined ? undefined : await parts.sender.update(at.reference, id, message);
  if (updated?.ok !== true) await parts.sender.send(at.reference, [message]);
}

async function replyOf(parts: InvokeParts, shown: Shown | 'unknown', at: Place, say: Say): Promise<InvokeReply> {
  if (shown === 'unknown') return cardError(501, 'NotSupported', say.teams.fault.unknownGesture);
  if (shown.kind === 'beside') return beside(shown.text);
  return { status: 200, body: { statusCode: 200, type: CARD, value: await contentOf(parts, shown, at, say) } };
}

/** One card takes another's place; of several the last does, with the buttons, after the others were said. */
async function contentOf(
  parts: InvokeParts,
  shown: Exclude<Shown, { kind: 'beside' }>,
  at: Place,
  say: Say,
): Promise<object> {
  if (shown.kind === 'made') return shown.content;
  const cards = packCards({ language: say.language, ...shown.part });
  const before = cards
    .slice(0, -1)
    .map((content) => ({ type: 'message', attachments: [{ contentType: CARD, content }] }) as const);
  if (before.length > 0) await parts.sender.send(at.reference, before);
  return cards.at(-1) ?? cards[0];
}

function beside(text: string): InvokeReply {
  return { status: 200, body: { statusCode: 200, type: MESSAGE, value: text } };
}

function cardError(statusCode: number, code: string, message: string): InvokeReply {
  return { status: 200, body: { statusCode, type: ERROR, value: { code, message } } };
}

function orUnknown(body: object | undefined): InvokeReply {
  return body === undefined ? { status: 400 } : { status: 200, body };
}

/** As each kind of invoke says that it failed. */
function failed(name: string, say: Say): InvokeReply {
  const text = say.teams.answer.failed;
  if (name === 'adaptiveCard/action') return beside(text);
  if (name === 'composeExtension/query') return { status: 200, body: { composeExtension: { type: 'message', text } } };
  return { status: 200, body: { task: { type: 'message', value: text } } };
}
