import { randomUUID } from 'node:crypto';
import { createLatest } from '../../../src/latest.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { BOX } from '../../../src/screens/case-acts.ts';
import { deskScreen, HOURS_BOX, type Played } from '../../../src/screens/desk.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { QUESTION_BOX } from '../../../src/screens/start.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import type { Place } from '../inbound/heard.ts';
import { directionOf, type Given, onceOf, readAct, readBrief, roleOf, textOf } from '../inbound/read-action.ts';
import { type KeptReply, replyKey } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { replyActivities } from '../message/reply.ts';
import { notePart } from '../note.ts';
import { cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { Answering } from './answer.ts';
import { createBearers } from './bearers.ts';
import { type CaseHelp, requestOf, type Shown } from './case-help.ts';
import type { HandlerParts } from './handler-parts.ts';
import { privateChat } from './private-chat.ts';
import type { KnownParty, RewordingHelp } from './rewording.ts';

/** A button pressed: where, by whom, on which message, with what. */
interface Pressed {
  readonly at: Place;
  readonly verb: string;
  readonly given: Given;
  /** The message that shows the card. */
  readonly card: string | undefined;
}

export type Press = (pressed: Pressed) => Promise<Shown | 'unknown'>;

/** The same button of the same card with the same words, within that time, is a double click. */
export const DOUBLE_MS = 2_000;
const AT_HAND = 1_000;

export interface ActionParts extends HandlerParts {
  readonly caseHelp: CaseHelp;
  readonly rewordingHelp: RewordingHelp;
  readonly answering: Answering;
}

/** What each button does. What concerns cases and people is done in personal chats alone, whatever a client may send. */
export function createPress(parts: ActionParts): Press {
  const { context, kept, people, sender, caseHelp, rewordingHelp, answering } = parts;

  const withPerson = async (at: Place, say: Say, act: (by: SignedIn) => Promise<Shown>): Promise<Shown> => {
    if (at.scope !== 'personal') return { kind: 'beside', text: say.teams.private.notHere };
    const person = await people.meet(at);
    return person.ok ? act(person.value) : { kind: 'beside', text: say.teams.fault.down };
  };

  const withReply = async (
    given: Given,
    at: Place,
    say: Say,
    act: (reply: KeptReply, key: string) => Promise<Shown>,
  ): Promise<Shown> => {
    const key = textOf(given, 'reply');
    // A key leads to the conversation it was made in, and to no other.
    if (!key.startsWith(`${at.reference.conversation}|`)) return { kind: 'beside', text: say.teams.answer.lost };
    const reply = await kept.reply(key);
    if (!reply.ok) return { kind: 'beside', text: say.teams.fault.down };
    return reply.value === undefined ? { kind: 'beside', text: say.teams.answer.lost } : act(reply.value, key);
  };

  const stand = createBearers(parts);
  const recent = createLatest<{ readonly at: number; readonly shown: ReturnType<Press> }>(AT_HAND);

  return (pressed) => {
    const { at, verb, given, card } = pressed;
    const key = JSON.stringify([at.reference.conversation, at.from.account, card, verb, given]);
    const now = context.now().getTime();
    const before = recent.get(key);
    // A double click is one: both are answered by what the first comes to.
    if (before !== undefined && now - before.at < DOUBLE_MS) return before.shown;
    const shown = pressOnce(pressed);
    recent.set(key, { at: now, shown });
    return shown;
  };

  async function pressOnce({ at, verb, given, card }: Pressed): Promise<Shown | 'unknown'> {
    const say = createSay(at.language ?? 'fr');
    switch (verb) {
      case VERBS.register:
        return withReply(given, at, say, (reply, key) => turned(reply, key, given, at));
      case VERBS.human:
        return textOf(given, 'reply') === ''
          ? withPerson(at, say, (by) => begin(by, textOf(given, QUESTION_BOX), undefined, say))
          : withReply(given, at, say, (reply) => toHuman(reply, at, say));
      case VERBS.brief: {
        const wish = readBrief(given);
        if (wish === undefined) return 'unknown';
        return withPerson(at, say, async (by) => caseShown(by, card, at, await caseHelp.brief(by, wish, say)));
      }
      case VERBS.act: {
        const action = readAct(given);
        const caseId = textOf(given, 'case');
        if (action === undefined || caseId === '') return 'unknown';
        return withPerson(at, say, async (by) =>
          caseShown(by, card, at, await caseHelp.act(by, caseId, action, say, onceOf(given))),
        );
      }
      case VERBS.open:
        return withPerson(at, say, async (by) =>
          caseShown(by, card, at, await caseHelp.open(by, textOf(given, 'case'), say)),
        );
      case VERBS.desk:
        return withPerson(at, say, (by) => showDesk(by, say));
      case VERBS.toCase: {
        const [caseId, text] = [textOf(given, 'case'), textOf(given, BOX.text)];
        if (caseId === '') return 'unknown';
        return withPerson(at, say, async (by) => {
          // Written down before it is done: what follows goes the same way.
          await context.helping.hear(by.person, text, { case: caseId });
          const once = { key: textOf(given, 'key') };
          return caseShown(by, card, at, await caseHelp.act(by, caseId, { kind: 'say', text }, say, once));
        });
      }
      case VERBS.question: {
        const text = textOf(given, 'text');
        if (text === '') return 'unknown';
        const id = `q-${card ?? randomUUID()}`;
        const person = await people.known(at);
        if (person.ok && person.value !== undefined)
          await context.helping.hear(person.value.person, text, { case: undefined });
        const done = await answering.answer({ at, id, text, person: person.ok ? person.value : undefined });
        if (!done.ok) return { kind: 'beside', text: say.teams.answer.failed };
        return { kind: 'card', part: notePart(say.texts.handoffWeb.heard.wasQuestion, say) };
      }
      case VERBS.availability:
        return withPerson(at, say, (by) => changeAvailability(by, given, say));
      case VERBS.reword: {
        const key = replyKey(at.reference.conversation, card ?? 'reword');
        const done = await rewordingHelp.reword(
          { text: textOf(given, 'text'), direction: directionOf(given) },
          key,
          say,
        );
        return done.ok ? rewordingHelp.shown(done.value, key, say) : { kind: 'beside', text: done.error };
      }
      case VERBS.complete:
        return withReply(given, at, say, (reply, key) => rewordingHelp.complete(reply, key, given, say));
      case VERBS.keep:
        return withReply(given, at, say, (reply) =>
          withParty(at, reply.message.role, say, (party) => rewordingHelp.keep(reply, party, say)),
        );
      case VERBS.agreement:
        return withParty(at, roleOf(given, 'by') ?? 'prescriber', say, (party) =>
          rewordingHelp.agreement(given, party, say),
        );
      case VERBS.forgetMe:
        return withPerson(at, say, async (by) => {
          const done = await context.helping.forgetMe(by.person);
          if (!done.ok) return { kind: 'beside', text: sayHelpFault(done.error, say.language) };
          context.conversing.forget(at.reference.conversation);
          const { forgotten } = say.texts.handoffWeb.data;
          return { kind: 'card', part: notePart(`${forgotten.title}. ${forgotten.text}`, say) };
        });
      default:
        return 'unknown';
    }
  }

  /** The same answer in the other register: figures and sources are the same. */
  async function turned({ message, ...reply }: KeptReply, key: string, given: Given, at: Place): Promise<Shown> {
    const say = createSay(message.language);
    const role = roleOf(given, 'to') ?? message.role;
    const turnedTo = { ...message, role, roleIs: 'declared' } as const;
    await kept.keepReply(key, { ...reply, message: turnedTo });
    const activities = replyActivities(turnedTo, { say, reply: key, scope: at.scope, offersHuman: true });
    const content = activities.at(-1)?.attachments?.[0]?.content;
    if (content === undefined) return { kind: 'beside', text: say.teams.answer.lost };
    return { kind: 'made', content };
  }

  /** In a channel or a group chat, the brief is shown to whoever asked, and to nobody else. */
  async function toHuman({ question, message }: KeptReply, at: Place, say: Say): Promise<Shown> {
    const person = await people.meet(at);
    if (!person.ok) return { kind: 'beside', text: say.teams.fault.down };
    const answered = { kind: message.outcome.kind, text: message.text };
    if (at.scope === 'personal') return sendBeside(person.value, question, answered, at, say);
    const chat = await privateChat(parts, at);
    if (!chat.ok) return { kind: 'beside', text: say.teams.private.notReached };
    await context.acquaintance.reachAt(person.value.person, {
      platform: 'teams',
      conversation: chat.value.conversation,
    });
    const there = { ...at, reference: chat.value, scope: 'personal' } as const;
    const sent = await sendBeside(person.value, question, answered, there, say);
    return sent.kind === 'beside' && sent.text === say.teams.human.shown
      ? { kind: 'beside', text: say.teams.private.written }
      : sent;
  }

  /** The brief comes as a message of its own: the answer stays where it is. */
  async function sendBeside(
    by: SignedIn,
    question: string,
    answered: { readonly kind: string; readonly text: string },
    at: Place,
    say: Say,
  ): Promise<Shown> {
    const shown = await begin(by, question, answered, say);
    if (shown.kind !== 'card') return shown;
    const sent = await sender.send(at.reference, toActivities({ card: shown.part }, say));
    return { kind: 'beside', text: sent.ok ? say.teams.human.shown : say.teams.private.notReached };
  }

  async function begin(
    by: SignedIn,
    question: string,
    answered: { readonly kind: string; readonly text: string } | undefined,
    say: Say,
  ): Promise<Shown> {
    const request = requestOf(question, answered);
    if (!request.ok) return { kind: 'beside', text: say.texts.handoffWeb.ask.empty };
    return caseHelp.begin(by, request.value, say);
  }

  /** From now on this message is where the case stands for them: what happens next shows in it. */
  async function caseShown({ person }: SignedIn, card: string | undefined, at: Place, shown: Shown): Promise<Shown> {
    if (shown.kind !== 'card' || shown.shows === undefined || card === undefined) return shown;
    const { id } = shown.shows;
    const bearer = { conversation: at.reference.conversation, id: card };
    await kept.keepCaseCard(person, id, bearer);
    const to = at.reference;
    await stand({ person, case: id, view: shown.shows, to, bearer }, createSay(at.language ?? 'fr'));
    return shown;
  }

  async function changeAvailability(by: SignedIn, given: Given, say: Say): Promise<Shown> {
    const confirmed = textOf(given, 'confirm');
    const typed = textOf(given, HOURS_BOX);
    // Changed after it was played back: it is played back again, not taken.
    const text = confirmed !== '' && typed !== '' && typed !== confirmed ? typed : confirmed || typed;
    const confirm = confirmed !== '' && text === confirmed;
    if (text === '') return { kind: 'beside', text: say.texts.faults.empty_text.text };
    const done = await context.helping.availability(by.person, text, confirm);
    if (!done.ok) return { kind: 'beside', text: sayHelpFault(done.error, say.language) };
    return showDesk(by, say, done.value.done ? undefined : { text, playback: done.value.playback });
  }

  async function showDesk(by: SignedIn, say: Say, played?: Played): Promise<Shown> {
    const desk = await context.helping.desk(by.person);
    if (!desk.ok) return { kind: 'beside', text: sayHelpFault(desk.error, say.language) };
    return { kind: 'card', part: cardOf(deskScreen(desk.value, say.language, played)) };
  }

  /** The side they have said they are on, else the one of the card they press; the brief holds them to it from then on. */
  async function withParty(
    at: Place,
    pressed: Role,
    say: Say,
    act: (party: KnownParty) => Promise<Shown>,
  ): Promise<Shown> {
    const person = await people.meet(at);
    if (!person.ok) return { kind: 'beside', text: say.teams.fault.down };
    return act({ kind: 'person', id: person.value.person, side: (await roleAt(at)) ?? pressed });
  }

  async function roleAt(at: Place): Promise<Role | undefined> {
    const person = await people.known(at);
    return people.role(at, person.ok ? person.value : undefined);
  }
}
