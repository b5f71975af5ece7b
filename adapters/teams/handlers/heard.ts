import type { Handle } from '../../../src/intake/port/events.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import { assertNever, err, ok, type Result } from '../../../src/result.ts';
import { welcomeScreen } from '../../../src/screens/start.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import { type Heard, heard, type Place } from '../inbound/heard.ts';
import { replyKey } from '../kept.ts';
import { suggested, toActivities } from '../message/activities.ts';
import { channelOf } from '../people.ts';
import { cardOf } from '../render.ts';
import { createSay } from '../say.ts';
import type { Commanded, Commands } from './commands.ts';
import type { HandlerParts } from './handler-parts.ts';
import type { Hearing } from './hear.ts';

type Done = Result<undefined, NotDelivered>;
type SaidHere = Extract<Heard, { kind: 'said' }>;

const LATER = err({ kind: 'later', why: 'the store is down' } as const);

export interface HeardParts extends HandlerParts {
  readonly hearing: Hearing;
  readonly commands: Commands;
}

/** What is done with each event of the intake. */
export function createHandleHeard(parts: HeardParts): Handle {
  return async (body, { attempt }) => {
    const parsed = heard.safeParse(body);
    if (!parsed.success) return err({ kind: 'never', why: 'not an event of this version' });
    return hear(parts, { ...parsed.data, place: parts.spoken.in(parsed.data.place) }, attempt);
  };
}

async function hear(parts: HeardParts, event: Heard, attempt: number): Promise<Done> {
  if (event.kind === 'taken_away') return takenAway(parts, event.place);
  const known = await remember(parts, event.place);
  if (!known.ok) return LATER;
  switch (event.kind) {
    case 'said':
      return said(parts, event, attempt);
    case 'edited':
      return edited(parts, event);
    case 'removed':
      return removed(parts, event);
    case 'added':
      return added(parts, event.place);
    default:
      return assertNever(event);
  }
}

/** How to say something here later. */
async function remember({ kept, people }: HeardParts, at: Place) {
  const { reference, scope, from } = at;
  if (scope === 'personal') {
    const noted = await kept.keepReference(reference);
    return noted.ok ? kept.keepChat(reference.tenant, from.account, reference.conversation) : noted;
  }
  // A channel is where its people are met: a case is offered to them in a chat of their own.
  const channel = channelOf(reference.conversation);
  const base = await kept.keepReference({ ...reference, conversation: channel });
  if (!base.ok) return base;
  const due = await kept.rosterDue(channel);
  return due.ok && due.value ? people.recogniseAll(at) : due;
}

async function said(parts: HeardParts, event: SaidHere, attempt: number): Promise<Done> {
  const { place: at, id, text, on, under, pressed, quotes, files } = event;
  if (attempt > 0) {
    // An earlier process may have answered before it died: what it kept of it says so.
    const before = await parts.kept.reply(replyKey(at.reference.conversation, id));
    if (!before.ok) return LATER;
    if (before.value !== undefined) return ok(undefined);
  }
  const relayed = quotes === undefined || at.scope !== 'personal' ? undefined : await relay(parts, at, quotes, event);
  if (relayed !== undefined) return relayed;
  if (text === '') return files > 0 ? filesRefused(parts, at) : parts.commands.run('help', at, undefined);
  if (files > 0) {
    const told = await filesUnread(parts, at);
    if (!told.ok) return told;
  }
  const command = parts.commands.read(text);
  if (command !== undefined) return commanded(parts, command, at);
  return parts.hearing.hear({ at, id, text, on, under, pressed });
}

/** Words of one language alone are answered in it, whatever the menus of their Teams. */
function commanded(
  { spoken, hearing, commands }: HeardParts,
  { command, language }: Commanded,
  at: Place,
): Promise<Done> {
  if (language !== undefined) spoken.note(at, language);
  return commands.run(command, spoken.in(at), hearing.lastReply(at));
}

/** A reply that quotes the words of a case is for whoever said them, and never a question to the assistant. */
async function relay(
  { kept, people, hearing }: HeardParts,
  at: Place,
  quotes: string,
  { id, text, files }: SaidHere,
): Promise<Done | undefined> {
  const caseId = await kept.caseOf(at.reference.conversation, quotes);
  if (!caseId.ok) return LATER;
  if (caseId.value === undefined) return undefined;
  const person = await people.known(at);
  if (!person.ok) return LATER;
  if (person.value === undefined) return undefined;
  return hearing.hear({ at, id, text, case: caseId.value, files });
}

/** What is written beside a file is answered, and the file is not what it was answered from. */
async function filesUnread({ sender }: HeardParts, at: Place): Promise<Done> {
  const say = createSay(at.language ?? 'fr');
  const sent = await sender.send(at.reference, toActivities({ text: deskTexts[say.language].filesUnread }, say));
  return sent.ok ? ok(undefined) : err(sent.error);
}

async function filesRefused({ sender }: HeardParts, at: Place): Promise<Done> {
  const say = createSay(at.language ?? 'fr');
  const { files_refused: refused } = say.texts.faults;
  const sent = await sender.send(at.reference, toActivities({ text: `${refused.title}. ${refused.text}` }, say));
  return sent.ok ? ok(undefined) : err(sent.error);
}

async function edited(
  { kept, hearing, commands }: HeardParts,
  event: Extract<Heard, { kind: 'edited' }>,
): Promise<Done> {
  const { place: at, id, text } = event;
  if (text === '' || commands.read(text) !== undefined) return ok(undefined);
  const before = await kept.reply(replyKey(at.reference.conversation, id));
  if (!before.ok) return LATER;
  if (before.value?.question === text) return ok(undefined);
  const line = { at, id, text };
  return before.value === undefined ? hearing.hear(line) : hearing.hearAgain(line, before.value);
}

/** What was answered goes with what was asked, and so does what the dialogue remembered of it. */
async function removed(
  { kept, context }: HeardParts,
  { place: at, id }: Extract<Heard, { kind: 'removed' }>,
): Promise<Done> {
  const key = replyKey(at.reference.conversation, id);
  const before = await kept.reply(key);
  if (!before.ok) return LATER;
  if (before.value === undefined) return ok(undefined);
  context.conversing.forget(at.reference.conversation);
  for (const shown of before.value.shown) {
    const gone = await context.door.remove(at.reference, shown);
    if (!gone.ok && gone.error.kind === 'later') return err(gone.error);
  }
  const forgotten = await kept.forgetReply(key);
  return forgotten.ok ? ok(undefined) : LATER;
}

/** Said once, however many events tell of one arrival. */
async function added(parts: HeardParts, at: Place): Promise<Done> {
  const first = await parts.kept.welcome(at.reference.conversation);
  if (!first.ok) return LATER;
  if (!first.value) return ok(undefined);
  parts.context.log.info({ scope: at.scope }, 'added to a conversation');
  const say = createSay(at.language ?? 'fr');
  const person = at.scope === 'personal' ? await parts.people.recognise(at) : ok(undefined);
  if (!person.ok) return LATER;
  const { suggestions } = say.teams.welcome;
  const own = suggestions[person.value?.reservist === true ? 'reservist' : (person.value?.role ?? 'prescriber')];
  const follow = at.scope === 'personal' ? { suggestions: own.map(suggested) } : {};
  const sent = await parts.sender.send(
    at.reference,
    toActivities({ card: cardOf(welcomeScreen(at.scope, say.language)), ...follow }, say),
  );
  return sent.ok ? ok(undefined) : err(sent.error);
}

/** Nothing can be said there any more: a message of a case finds no way, and the case is offered to someone else. */
async function takenAway({ kept, context }: HeardParts, { reference, scope }: Place): Promise<Done> {
  const forgotten = await kept.forgetConversation(reference.conversation);
  context.log.info({ scope }, 'taken away from a conversation');
  return forgotten.ok ? ok(undefined) : LATER;
}
