import { fold } from '../../../src/french/words.ts';
import type { HelpRequest } from '../../../src/handoff/port/views.ts';
import { ownValue } from '../../../src/own-value.ts';
import { consoleTexts } from '../../../src/text/console-texts.ts';
import { literal } from '../plain.ts';
import { commandSaid } from './acts.ts';
import { createBriefs } from './brief.ts';
import { createCaseCommands } from './cases.ts';
import { renderUsages } from './render.ts';
import { createSelfCommands } from './self.ts';
import type { Command, Session } from './session.ts';
import { createWatch } from './watch.ts';

export interface ConsoleHelp {
  /** Whether the command was one of the hand-over's, and is done. */
  command(name: string, rest: string): Promise<boolean>;
  /** Whether the line was for a case, a preview or a question asked here, and not for the assistant. */
  line(text: string): Promise<boolean>;
  /** Asks a person the question; without one, waits for it. */
  ask(request: HelpRequest | undefined): Promise<void>;
  /** Says what is new. */
  watch(): Promise<void>;
  greet(): void;
}

const { may, always, general, reservist, act, brief, cases, prompt } = consoleTexts;

/** The hand-over at one terminal. `lastAsked` is the question the assistant last answered, with what it said. */
export function createConsoleHelp(session: Session, lastAsked: () => HelpRequest | undefined): ConsoleHelp {
  const briefs = createBriefs(session);
  const caseCommands = createCaseCommands(session, briefs);

  const back: Command = async () => {
    const wasDraft = session.mode.kind === 'brief';
    session.mode = { kind: 'assistant' };
    session.say(wasDraft ? brief.kept : cases.left);
  };

  const help: Command = async () => {
    const { mode, person } = session;
    const now =
      mode.kind === 'brief' ? brief.commands : mode.kind === 'case' ? mode.shown.may.map((kind) => act[kind]) : [];
    const ever = [...general, ...(person.reservist ? reservist : [])];
    session.say(
      ...(now.length === 0 ? [] : [`${may}\n${renderUsages(now)}\n`]),
      `${always}\n${renderUsages(ever)}\n`,
      consoleTexts.assistant,
    );
  };

  const commands: Readonly<Record<string, Command>> = {
    'aide-humain': (rest) =>
      briefs.start(rest === '' ? lastAsked() : { question: rest, answered: undefined, need: undefined }),
    aide: help,
    retour: back,
    ...briefs.commands,
    ...caseCommands.commands,
    ...createSelfCommands(session),
  };

  /** Whether the line settles what waits for a yes; another line gives it up, and is read as ever. */
  const settle = async (line: string): Promise<boolean> => {
    const { pending } = session;
    if (pending === undefined) return false;
    session.pending = undefined;
    const said = fold(line).replace(/^:/, '').replace(/[.!]$/, '').trim();
    if (/^(?:oui|o|ok|yes|y)$/.test(said)) {
      await pending();
      return true;
    }
    session.say(consoleTexts.notDone);
    return /^(?:non|n|no)$/.test(said);
  };

  /** One's hours and one's data may be said in one's own words; with a store that is down, the line is a question. */
  const hear = async (text: string): Promise<boolean> => {
    const heard = await session.guarded(() => session.helping.hear(session.person.person, text));
    if (!heard.ok) return false;
    switch (heard.value.kind) {
      case 'question':
        return false;
      case 'availability':
      case 'unclear':
        await commands['dispo']?.(text);
        return true;
      case 'my_data':
        await commands['mes-donnees']?.('');
        return true;
      case 'forget_me':
        await commands['oublie-moi']?.('');
        return true;
      case 'for_case': {
        // The prompt says that a plain line is for the assistant; how to reach the other side is said once.
        session.say(cases.toOther(heard.value.cases.map(({ id }) => session.numbers.of(id))));
        await session.guarded(() => session.helping.hear(session.person.person, text, { case: undefined }));
        return false;
      }
    }
  };

  return {
    command: async (name, rest) => {
      if (await settle(`:${name}`)) return true;
      const command = ownValue(commands, name);
      await command?.(rest);
      return command !== undefined;
    },
    line: async (text) => {
      if (await settle(text)) return true;
      const { mode } = session;
      switch (mode.kind) {
        case 'assistant':
          return hear(text);
        case 'asking':
          await briefs.start({ question: text, answered: undefined, need: undefined });
          return true;
        case 'brief':
          session.say(brief.open);
          return true;
        case 'case': {
          const said = commandSaid(text);
          if (said !== undefined) await caseCommands.act(said, '');
          else if (mode.shown.may.includes('say')) await caseCommands.act('dire', text);
          else session.say(cases.cannotSay);
          return true;
        }
      }
    },
    ask: briefs.start,
    watch: createWatch(session),
    greet: () => {
      const { name, organisation } = session.person;
      session.say(consoleTexts.who.you(literal(name), literal(organisation)));
    },
  };
}

/** What stands before the mark of the prompt: whom a plain line is for. */
export function labelOf({ mode, numbers }: Session): string | undefined {
  switch (mode.kind) {
    case 'assistant':
      return undefined;
    case 'asking':
      return prompt.asking;
    case 'brief':
      return prompt.brief;
    case 'case':
      return prompt.case(numbers.of(mode.shown.id));
  }
}
