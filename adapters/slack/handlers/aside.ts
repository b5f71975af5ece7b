import type { Heard, OpenTalk } from '../../../src/handoff/port/views.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { assertNever, err, ok, type Result } from '../../../src/result.ts';
import { ENDED } from '../../../src/vocabulary/cases.ts';
import type { Workspace } from '../api.ts';
import { actions, button } from '../blocks/build.ts';
import { shorten } from '../blocks/clean.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { note } from '../cards/case.ts';
import { suggestionRow } from '../cards/outcome.ts';
import { ACTIONS } from '../ids.ts';
import { type Texts, textsOf } from '../texts.ts';
import { packValue, readButton } from '../values.ts';
import { actSaid } from './act-said.ts';
import { sayHelpFault } from './case-threads.ts';
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
const MOST_CASES = 5;

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
    if (person !== undefined) return note(heard.text, texts.language, suggestionRow(heard.suggestions, conversation));
    const value = packValue({ c: conversation, q: text }, 'q');
    return note(
      aside.learnFirst,
      texts.language,
      actions([
        button(ACTIONS.beginTraining, aside.learnBegin, value, { style: 'primary' }),
        questionButton(texts, value),
      ]),
    );
  };

  const helped = async (
    person: SignedIn | undefined,
    { text, conversation, event }: Line,
    texts: Texts,
  ): Promise<Result<SlackMessage | undefined, NotDelivered>> => {
    const heard = await helping.hear(person?.person, text);
    if (!heard.ok) return heard.error.kind === 'store_down' ? LATER : ok(undefined);
    const { all, slack, language } = texts;
    const { home, availability, aside } = slack;
    const value = packValue({ c: conversation, q: text }, 'q');
    const question = questionButton(texts, value);
    switch (heard.value.kind) {
      case 'question':
        return ok(undefined);
      case 'availability': {
        const confirm = button(ACTIONS.confirmAvailability, availability.confirm, packValue({ t: text }, 't'), {
          style: 'primary',
        });
        const row = heard.value.confirms ? [confirm, question] : [question];
        return ok(note(heard.value.playback, language, actions(row)));
      }
      case 'unclear':
        return ok(
          note(heard.value.asked, language, actions([button(ACTIONS.homeAvailability, aside.change, value), question])),
        );
      case 'my_data':
        return ok(
          person === undefined
            ? note(home.nothingKept, language, actions([question]))
            : note(
                all.handoffWeb.data.intro,
                language,
                actions([button(ACTIONS.homeExport, home.export, value), question]),
              ),
        );
      case 'forget_me': {
        const forget = button(ACTIONS.homeForget, home.forget, value, { style: 'danger', confirm: home.forgetConfirm });
        return ok(
          person === undefined
            ? note(home.nothingKept, language, actions([question]))
            : note(all.handoffWeb.data.forgetWhy, language, actions([forget, question])),
        );
      }
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
    { all, language }: Texts,
  ): Promise<SlackMessage | undefined> => {
    const { heard: says } = all.handoffWeb;
    const value = packValue({ c: conversation, q: text }, 'q');
    if (goes !== undefined) {
      const acted = await helping.act(person, goes.id, { kind: 'say', text }, { key: event });
      if (!acted.ok) return note(sayHelpFault(acted.error, language), language);
      const own = acted.value.lines.findLast((line) => line.kind === 'message' && line.from === 'you');
      const hidden = own?.kind === 'message' && own.hidden !== undefined ? ` ${own.hidden}` : '';
      const was = button(ACTIONS.wasQuestion, says.wasQuestion, value);
      return note(`${says.wentToOther[goes.side]}${hidden}`, language, actions([was]));
    }
    const rows = cases.map((one) => ({ one, value: packValue({ k: one.id, q: text }, 'q') }));
    if (rows.some((row) => readButton(row.value).q !== text)) return undefined;
    const titleOf = ({ side, question }: OpenTalk) =>
      rows.length === 1 ? says.forOther[side] : says.forOtherOf(shorten(question.replace(/\s+/g, ' '), 50));
    return note(
      says.forCase[cases[0].side],
      language,
      actions([
        ...rows.map((row, index) => button(`${ACTIONS.caseSay}_${index}`, titleOf(row.one), row.value)),
        button(ACTIONS.wasQuestion, says.isQuestion, value),
      ]),
    );
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
    const rows = open
      .slice(0, MOST_CASES)
      .map(({ id, question }, index) =>
        button(`${ACTIONS.caseShow}_${index}`, shorten(question.replace(/\s+/g, ' '), 70), packValue({ k: id }, 'k')),
      );
    const value = packValue({ c: conversation, q: text }, 'q');
    return ok(note(texts.slack.aside.whichCase, texts.language, actions([...rows, questionButton(texts, value)])));
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

function questionButton({ all }: Texts, value: string) {
  return button(ACTIONS.wasQuestion, all.handoffWeb.heard.wasQuestion, value);
}
