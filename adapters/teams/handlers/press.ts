import { randomUUID } from 'node:crypto';
import type { Shown as DeskShown } from '../../../src/desk/port/shown.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import { commonOf } from '../face.ts';
import type { Place } from '../inbound/heard.ts';
import type { Given } from '../inbound/read-action.ts';
import { type Press as Pressing, readPress } from '../inbound/read-press.ts';
import { replyKey } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { replyActivities } from '../message/reply.ts';
import { type CardPart, cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import { createBearers } from './bearers.ts';
import type { HandlerParts } from './handler-parts.ts';
import { asMessage, type Hearing } from './hear.ts';
import { privateChat } from './private-chat.ts';

/** What a card's button comes to: the card that takes its place, or a sentence beside it, which then keeps what was typed. */
export type Shown =
  | { readonly kind: 'card'; readonly part: CardPart }
  /** A card made already, to its size. */
  | { readonly kind: 'made'; readonly content: object }
  | { readonly kind: 'beside'; readonly text: string };

/** A button pressed: where, by whom, on which message, with what. */
interface Pressed {
  readonly at: Place;
  readonly verb: string;
  readonly given: Given;
  /** The message that shows the card. */
  readonly card: string | undefined;
}

export type Press = (pressed: Pressed) => Promise<Shown | 'unknown'>;

interface Room extends HandlerParts {
  readonly hearing: Hearing;
  readonly stand: ReturnType<typeof createBearers>;
}

/** What each button comes to, as an invoke is answered: one card in its place, or a sentence; the rest as messages. */
export function createPress(parts: HandlerParts & { readonly hearing: Hearing }): Press {
  const room = { ...parts, stand: createBearers(parts) };

  return async ({ at, verb, given, card }) => {
    const pressed = readPress(verb, given);
    if (pressed === undefined) return 'unknown';
    const say = createSay(at.language ?? 'fr');
    if (pressed.verb === 'human' && pressed.value.reply !== undefined && at.scope !== 'personal')
      return askInPrivate(room, at, pressed, card, say);
    return pressAt(room, at, pressed, card, at, say);
  };
}

async function pressAt(
  room: Room,
  at: Place,
  pressed: Pressing,
  card: string | undefined,
  there: Place,
  say: Say,
): Promise<Shown> {
  const key = keyOf(at, pressed, card);
  const common = {
    ...commonOf(room, at, key),
    isPrivate: there.scope === 'personal',
    conversation: there.reference.conversation,
  };
  let first: Shown | undefined;
  for await (const shown of room.context.desk.hear({ ...common, ...pressed, on: card })) {
    const came = await showOne(room, there, pressed, card, shown, say);
    first ??= came;
  }
  return first ?? { kind: 'beside', text: say.teams.fault.unknownGesture };
}

async function showOne(
  room: Room,
  at: Place,
  pressed: Pressing,
  card: string | undefined,
  shown: DeskShown,
  say: Say,
): Promise<Shown | undefined> {
  const { happened, screen, instead } = shown;
  switch (happened.name) {
    case 'answer':
      if (instead && pressed.verb === 'register') return turned(room, at, pressed.value.reply, shown, say);
      await room.hearing.showAnswer(at, `q-${card ?? randomUUID()}`, shown);
      return undefined;
    case 'reworded': {
      const { rewording, key } = happened;
      const written = await room.kept.keepReply(key, {
        question: rewording.source,
        message: asMessage(rewording, say),
        shown: [],
      });
      if (!written.ok) room.context.log.warn({}, 'the buttons of a rewording will not work: the store is down');
      return { kind: 'card', part: cardOf(screen) };
    }
    case 'consent':
      // It comes as a message of its own: the answer stays where it is.
      return instead ? { kind: 'card', part: cardOf(screen) } : sendBeside(room, at, cardOf(screen), say);
    case 'interview':
    case 'calculators':
    case 'calculator':
    case 'boss': {
      if (instead) return { kind: 'card', part: cardOf(screen) };
      await room.sender.send(at.reference, toActivities({ card: cardOf(screen) }, say));
      return { kind: 'beside', text: screen.title ?? screen.said };
    }
    case 'file':
      return room.files === undefined
        ? { kind: 'beside', text: screen.said }
        : giveFile(room, at, happened.file, room.files.give(happened.file), shown, say);
    case 'case':
      if (happened.did !== 'decline') await bear(room, at, happened.view, card, say);
      return { kind: 'card', part: cardOf(screen) };
    default:
      return instead ? { kind: 'card', part: cardOf(screen) } : { kind: 'beside', text: screen.said };
  }
}

/** The same answer in the other register: figures and sources are the same. */
async function turned(room: Room, at: Place, key: string, { happened }: DeskShown, say: Say): Promise<Shown> {
  const before = await room.kept.reply(key);
  if (happened.name !== 'answer' || !before.ok || before.value === undefined)
    return { kind: 'beside', text: deskTexts[say.language].lost };
  const { reply: message } = happened;
  await room.kept.keepReply(key, { ...before.value, message });
  const own = createSay(message.language);
  const activities = replyActivities(message, {
    say: own,
    reply: key,
    scope: at.scope,
    offersHuman: true,
    alone: true,
  });
  const content = activities.at(-1)?.attachments?.[0]?.content;
  return content === undefined ? { kind: 'beside', text: deskTexts[own.language].lost } : { kind: 'made', content };
}

/** A file by its address, which holds for a while; pressed again, another. */
async function giveFile(
  room: Room,
  at: Place,
  { name }: { readonly name: string },
  url: string,
  { screen }: DeskShown,
  say: Say,
): Promise<Shown> {
  const part = cardOf(screen);
  const actions = [{ type: 'Action.OpenUrl', title: name, url } as const];
  const sent = await room.sender.send(at.reference, toActivities({ card: { ...part, actions } }, say));
  return { kind: 'beside', text: sent.ok ? screen.said : say.teams.private.notReached };
}

async function sendBeside(room: Room, at: Place, part: CardPart, say: Say): Promise<Shown> {
  const sent = await room.sender.send(at.reference, toActivities({ card: part }, say));
  return { kind: 'beside', text: sent.ok ? say.teams.human.shown : say.teams.private.notReached };
}

/** In a channel or a group chat, the brief is shown to whoever asked, and to nobody else. */
async function askInPrivate(
  room: Room,
  at: Place,
  pressed: Pressing,
  card: string | undefined,
  say: Say,
): Promise<Shown> {
  const person = await room.people.meet(at);
  if (!person.ok) return { kind: 'beside', text: say.teams.fault.down };
  const chat = await privateChat(room, at);
  if (!chat.ok) return { kind: 'beside', text: say.teams.private.notReached };
  const { conversation } = chat.value;
  await room.context.acquaintance.reachAt(person.value.person, { platform: 'teams', conversation });
  const there = { ...at, reference: chat.value, scope: 'personal' } as const;
  const sent = await pressAt(room, at, pressed, card, there, say);
  return sent.kind === 'beside' && sent.text === say.teams.human.shown
    ? { kind: 'beside', text: say.teams.private.written }
    : sent;
}

/** From now on this message is where the case stands for them: what happens next shows in it. */
async function bear(room: Room, at: Place, view: CaseView, card: string | undefined, say: Say): Promise<void> {
  const person = await room.people.known(at);
  if (card === undefined || !person.ok || person.value === undefined) return;
  const bearer = { conversation: at.reference.conversation, id: card };
  await room.kept.keepCaseCard(person.value.person, view.id, bearer);
  await room.stand({ person: person.value.person, case: view.id, view, to: at.reference, bearer }, say);
}

/** Of a rewording, under which it is kept; of the rest, the press. */
function keyOf({ reference }: Place, { verb }: Pressing, card: string | undefined): string {
  return verb === 'reword' ? replyKey(reference.conversation, card ?? 'reword') : `p-${randomUUID()}`;
}
