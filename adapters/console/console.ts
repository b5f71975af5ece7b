import { createInterface } from 'node:readline/promises';
import type { Conversing } from '../../src/answering/port/conversing.ts';
import type { Helping } from '../../src/handoff/port/helping.ts';
import type { ChatPlatform } from '../../src/platform.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import type { Teaching } from '../../src/training/port/teaching.ts';
import { createConsoleAssistant } from './assistant.ts';
import { type ConsoleHelp, createConsoleHelp, labelOf } from './help/create-help.ts';
import { createSession, type Session } from './help/session.ts';
import { choosePerson } from './help/sign-in.ts';
import { parseCommand } from './parse-command.ts';
import { createScreen } from './screen.ts';
import { createLearnt, createTeach } from './teach.ts';

export interface ConsoleOptions {
  readonly conversing: Conversing;
  /** The last search in words, for `:explain`. */
  readonly explain: (text: string) => Promise<string>;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The hand-over, where it is open here. */
  readonly help?: HelpOptions;
  /** Left out, modules are not followed here. */
  readonly teaching?: Teaching;
}

interface HelpOptions {
  readonly helping: Helping;
  /** Who sits here; chosen from the list when left out. */
  readonly as?: SignedIn;
  /** Told what was thrown where a fault was expected. */
  readonly report: (error: unknown) => void;
  /** Between two looks for what is new; in milliseconds. */
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;
const COMMANDS = `:acheteur  :service   change de registre et redonne la dernière réponse
:explain             montre d’où vient la dernière réponse
:oui  :non [raison]  dit si la réponse a servi
:oublie              efface cette conversation
:formation           les modules, à suivre pas à pas
:aide  :quitter      (un chiffre seul choisit une suggestion)`;

/** A chat in the terminal: one dialogue, commands start with a colon. Resolves `stop` when the person leaves. */
export function createConsolePlatform(options: ConsoleOptions): ChatPlatform {
  const { conversing, explain, input, output, help, teaching } = options;
  const colours = output.isTTY === true;
  const lines = createInterface({ input, output });
  // From the start: what is typed before it is awaited is kept.
  const typed = lines[Symbol.asyncIterator]();
  let session: Session | undefined;
  const screen = createScreen({ lines, output, colours, label: () => session && labelOf(session) });
  let finished: Promise<void> = Promise.resolve();

  const nextLine = async (): Promise<string | undefined> => {
    const next = await typed.next();
    return next.done === true ? undefined : next.value.trim();
  };

  const signIn = async ({ helping, as, report }: HelpOptions): Promise<Session | undefined> => {
    const person = as ?? (await choosePerson(helping, screen, nextLine));
    return person && createSession({ helping, person, screen, report });
  };

  const converse = async (): Promise<void> => {
    screen.say(`${catalogues.fr.smalltalk.hello}\n\n${COMMANDS}`);
    session = help && (await signIn(help));
    if (help !== undefined && session === undefined) return;
    const assistant = createConsoleAssistant({
      conversing,
      explain,
      screen,
      role: session?.person.role,
      ...(teaching === undefined || session === undefined
        ? {}
        : { learnt: createLearnt(teaching, session.person.person, help?.report) }),
      askHuman: session && (async (request) => handoff?.ask(request)),
    });
    const handoff = session && createConsoleHelp(session, assistant.lastAsked);
    handoff?.greet();
    const teach = teaching && createTeach(teaching, screen, help?.report ?? (() => undefined));
    const learns = async (line: string): Promise<boolean> =>
      session?.mode.kind === 'assistant' &&
      teach !== undefined &&
      line !== '' &&
      (await teach(session.person.person, line));

    const hear = async (line: string): Promise<boolean> => {
      if (!line.startsWith(':')) {
        if (line === '' || (await learns(line)) || (await handoff?.line(line)) === true) return true;
        await assistant.ask(line);
        return true;
      }
      const { name, rest } = parseCommand(line);
      if (name === 'quitter' || name === 'q') return false;
      if (await learns(line.slice(1).trim())) return true;
      if ((await handoff?.command(name, rest)) !== true && !(await assistant.command(name, rest)))
        if ((await handoff?.command('aide', '')) !== true) screen.say(COMMANDS);
      return session?.over !== true;
    };

    const watching = handoff && watch(handoff, help?.everyMs ?? EVERY_MS);
    await watching?.look();
    for (let goesOn = true; goesOn; ) {
      screen.prompt();
      const line = await nextLine();
      screen.heard();
      if (line === undefined) break;
      await watching?.pause();
      goesOn = await hear(line);
      if (goesOn) await watching?.look();
    }
    await watching?.stop();
  };

  return {
    name: 'console',
    start: () => {
      finished = converse().finally(() => lines.close());
      return Promise.resolve(undefined);
    },
    stop: () => finished,
  };
}

/** Looks for what is new every so often; never while a line is being answered. */
function watch(handoff: Pick<ConsoleHelp, 'watch'>, everyMs: number) {
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    timer = setTimeout(() => {
      looking = handoff.watch().then(later);
    }, everyMs);
  };
  const pause = async () => {
    clearTimeout(timer);
    await looking;
    clearTimeout(timer);
  };
  return {
    pause,
    stop: pause,
    look: async () => {
      await handoff.watch();
      later();
    },
  };
}
