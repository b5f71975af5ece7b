import type { Heard } from '../../../src/handoff/port/views.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { forCaseScreen, hoursScreen, passedOn } from '../../../src/screens/aside.ts';
import { LONGEST } from '../../../src/screens/case-acts.ts';
import type { TrainingReply } from '../../../src/training/port/views.ts';
import type { Place } from '../inbound/heard.ts';
import { type MessageParts, toActivities } from '../message/activities.ts';
import { notePart } from '../note.ts';
import { cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import type { CaseHelp } from './case-help.ts';
import type { Commands } from './commands.ts';
import type { HandlerParts } from './handler-parts.ts';

type ForCase = Extract<Heard, { readonly kind: 'for_case' }>;
type Done = Result<undefined, NotDelivered>;

interface Line {
  /** The message it came in: what is done of it is done once. */
  readonly id: string;
  readonly text: string;
  /** The question it was pressed under. */
  readonly on?: string | undefined;
}

export interface OwnLines {
  /** Shows what a line about oneself comes to; undefined for a question, which is the assistant's. */
  hear(at: Place, person: SignedIn | undefined, line: Line): Promise<Done | undefined>;
}

/** A line about oneself is no longer than that: a longer text is a question, and buttons could not carry it. */
const LONGEST_LINE = 500;

/** Lines that are no question: the person's training, hours and data, words for the other side of a case. In personal chats alone. */
export function createOwnLines({
  context,
  people,
  sender,
  commands,
  caseHelp,
}: HandlerParts & { readonly commands: Commands; readonly caseHelp: CaseHelp }): OwnLines {
  const { teaching, helping, log } = context;

  const show = async (at: Place, parts: MessageParts, say: Say): Promise<Done> => {
    const sent = await sender.send(at.reference, toActivities(parts, say));
    return sent.ok ? ok(undefined) : err(sent.error);
  };

  return {
    hear: async (at, person, line) => {
      const say = createSay(at.language ?? 'fr');
      const taught = await learn(at, line, person?.person);
      if (taught !== undefined) return show(at, partsOf(taught, say), say);
      if (person === undefined || at.scope !== 'personal' || line.text.length > LONGEST.said) return undefined;
      return aside(at, person, line, say);
    },
  };

  /** Whoever asks to learn is made known by it: their place in a lesson is kept for them. */
  async function learn(
    at: Place,
    { text, on }: Line,
    by: string | undefined,
  ): Promise<TrainingReply | 'elsewhere' | undefined> {
    if (teaching === undefined) return undefined;
    try {
      if (at.scope !== 'personal') return (await teaching.hear(undefined, text)) && 'elsewhere';
      const heard = await teaching.hear(by, text, on);
      if (heard === undefined || by !== undefined) return heard;
      const person = await people.meet(at);
      return person.ok ? await teaching.hear(person.value.person, text, on) : undefined;
    } catch (error) {
      log.error({ err: error }, 'a line of training could not be read');
      return undefined;
    }
  }

  /** Their hours are played back before they are kept; whoever meant a question says so in one click. */
  async function aside(at: Place, by: SignedIn, line: Line, say: Say): Promise<Done | undefined> {
    const { text } = line;
    const heard = await hearOf(by, text);
    if (heard.kind === 'for_case') return forCase(at, by, heard, line, say);
    if (text.length > LONGEST_LINE) return undefined;
    switch (heard.kind) {
      case 'question':
        return undefined;
      case 'my_data':
        return commands.run('data', at, undefined);
      case 'forget_me':
        return commands.run('forgetMe', at, undefined);
      default:
        return show(at, { card: cardOf(hoursScreen(heard, text, say.language)) }, say);
    }
  }

  /** Asked of the first line, then passed on with a line that says so. */
  async function forCase(at: Place, by: SignedIn, heard: ForCase, { id, text }: Line, say: Say): Promise<Done> {
    const { goes } = heard;
    if (goes === undefined)
      return show(at, { card: cardOf(forCaseScreen(heard, { text, key: id }, say.language)) }, say);
    const shown = await caseHelp.act(by, goes.id, { kind: 'say', text }, say, { key: id });
    if (shown.kind === 'beside') return show(at, { text: shown.text }, say);
    if (shown.kind === 'made') return ok(undefined);
    if (shown.done === undefined) return show(at, { card: shown.part }, say);
    const told = passedOn(goes.side, shown.done.hidden, text, say.language);
    return show(at, { card: cardOf(told) }, say);
  }

  async function hearOf(by: SignedIn, text: string): Promise<Heard> {
    try {
      const heard = await helping.hear(by.person, text);
      return heard.ok ? heard.value : { kind: 'question' };
    } catch (error) {
      log.error({ err: error }, 'a line about a person could not be read');
      return { kind: 'question' };
    }
  }
}

/** A lesson as a message: read like any other, with the replies that one click gives. */
function partsOf(taught: TrainingReply | 'elsewhere', say: Say): MessageParts {
  if (taught === 'elsewhere') return { card: notePart(say.teams.private.notHere, say) };
  return { text: taught.text, suggestions: taught.suggestions };
}
