import { actSaid } from '../../../src/desk/port/act-said.ts';
import type { Heard } from '../../../src/handoff/port/views.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { assertNever, err, ok, type Result } from '../../../src/result.ts';
import {
  forCaseScreen,
  hoursScreen,
  ownDataScreen,
  passedOn,
  wasQuestion,
  whichCase,
} from '../../../src/screens/aside.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { suggestActs } from '../../../src/screens/suggest.ts';
import { ENDED } from '../../../src/vocabulary/cases.ts';
import type { Workspace } from '../api.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue, readButton } from '../values.ts';
import type { Tools } from './reply.ts';

/** A line as it was typed, and the dialogue it belongs to. */
interface Line {
  readonly user: string;
  readonly text: string;
  readonly conversation: string;
  /** The question it was pressed under. */
  readonly on?: string | undefined;
  /** Of the event, where it was typed in the person's own conversation with the app: only there may it be for a case. */
  readonly event?: string;
}

export interface Asides {
  /** What is said to a line that is no question: about training, one's own hours, data or cases. Undefined: it is a question. */
  hear(workspace: Workspace, line: Line): Promise<Result<SlackMessage | undefined, NotDelivered>>;
  /** The same of a line about training by someone who has agreed that their progress is kept. */
  learn(workspace: Workspace, line: Line): Promise<Result<SlackMessage | undefined, NotDelivered>>;
}

const LATER = err({ kind: 'later', why: 'the store is down' } as const);

/** The core says what a line is; here it is given its buttons. Nothing is done before it is clicked. */
export function createAsides({ context, people }: Tools): Asides {
  const { helping, teaching } = context;

  const taught = async (
    person: SignedIn | undefined,
    { text, conversation, on }: Line,
    texts: Texts,
  ): Promise<SlackMessage | undefined> => {
    const heard = await teaching?.hear(person?.person, text, on);
    if (heard === undefined) return undefined;
    const { aside } = texts.slack;
    if (person !== undefined) return note(heard.text, texts.language, suggestActs(heard.suggestions), conversation);
    return note(
      aside.learnFirst,
      texts.language,
      [
        { verb: 'begin_training', value: { text }, label: aside.learnBegin, look: 'primary' },
        wasQuestion(text, texts.language),
      ],
      conversation,
    );
  };

  const helped = async (
    person: SignedIn | undefined,
    { text, conversation, event }: Line,
    texts: Texts,
  ): Promise<Result<SlackMessage | undefined, NotDelivered>> => {
    const heard = await helping.hear(person?.person, text);
    if (!heard.ok) return heard.error.kind === 'store_down' ? LATER : ok(undefined);
    const { language } = texts;
    const shown = (screen: Screen) => ok(messageOf(screen, conversation));
    switch (heard.value.kind) {
      case 'question':
        return ok(undefined);
      case 'availability':
      case 'unclear':
        return shown(hoursScreen(heard.value, text, language));
      case 'my_data':
      case 'forget_me':
        return shown(ownDataScreen(heard.value.kind, { known: person !== undefined, typed: text }, language));
      case 'for_case':
        if (event === undefined || person === undefined) return ok(undefined);
        return ok(await forCase(person, heard.value, { text, conversation, event }, texts));
      default:
        return assertNever(heard.value);
    }
  };

  /** Asked of the first line, then passed on; what no button carries whole is a question, as it stands. */
  const forCase = async (
    { person }: SignedIn,
    { cases, goes }: Extract<Heard, { readonly kind: 'for_case' }>,
    { text, conversation, event }: Required<Omit<Line, 'user' | 'on'>>,
    { language }: Texts,
  ): Promise<SlackMessage | undefined> => {
    if (goes !== undefined) {
      const acted = await helping.act(person, goes.id, { kind: 'say', text }, { key: event });
      if (!acted.ok) return note(sayHelpFault(acted.error, language), language);
      const own = acted.value.lines.findLast((line) => line.kind === 'message' && line.from === 'you');
      const hidden = own?.kind === 'message' ? own.hidden : undefined;
      return messageOf(passedOn(goes.side, hidden, text, language), conversation);
    }
    if (cases.some(({ id }) => readButton(packValue({ k: id, q: text }, 'q')).q !== text)) return undefined;
    return messageOf(forCaseScreen({ cases }, { text, key: event }, language), conversation);
  };

  /** «clore», «rendre le cas» said outside a case's thread: which one is meant is for the person to say. */
  const meant = async (person: SignedIn, { text, conversation }: Line, texts: Texts) => {
    if (actSaid(text) === undefined) return ok(undefined);
    const mine = await helping.mine(person.person);
    const desk = person.reservist ? await helping.desk(person.person) : undefined;
    if (!mine.ok || desk?.ok === false) return LATER;
    const open = [...(desk?.value.cases ?? []), ...mine.value].filter(
      ({ status }) => status !== 'draft' && !ENDED.has(status),
    );
    if (open.length === 0) return ok(undefined);
    return ok(messageOf(whichCase(open, text, texts.language), conversation));
  };

  const textsFor = async (workspace: Workspace, user: string) => textsOf(await people.language(workspace, user));

  return {
    hear: async (workspace, line) => {
      const found = await people.recognise(workspace, line.user);
      if (!found.ok) return LATER;
      const texts = await textsFor(workspace, line.user);
      const lesson = await taught(found.value, line, texts);
      if (lesson !== undefined) return ok(lesson);
      const help = await helped(found.value, line, texts);
      return !help.ok || help.value !== undefined || found.value === undefined ? help : meant(found.value, line, texts);
    },
    learn: async (workspace, line) => {
      const met = await people.meet(workspace, line.user);
      return met.ok ? ok(await taught(met.value, line, await textsFor(workspace, line.user))) : LATER;
    },
  };
}
