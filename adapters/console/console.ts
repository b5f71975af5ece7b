import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Desk, Shown } from '../../src/desk/port/shown.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import type { Helping } from '../../src/handoff/port/helping.ts';
import type { ChatPlatform } from '../../src/platform.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import type { Step } from './commands.ts';
import { commonOf } from './face.ts';
import { readLine } from './inbound.ts';
import { literal } from './plain.ts';
import { type Press, press } from './press.ts';
import { type Block, createScreen } from './screen.ts';
import { createSeat, labelOf, type Seat } from './seat.ts';
import { show } from './show.ts';
import { choosePerson } from './sign-in.ts';
import { createWatch } from './watch.ts';

export interface ConsoleOptions {
  readonly desk: Desk;
  /** The last search in words, for `:explain`. */
  readonly explain: (text: string) => Promise<string>;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The hand-over, where it is open here. */
  readonly help?: HelpOptions;
  /** Whether modules are followed here. */
  readonly teaches?: boolean;
}

interface HelpOptions {
  readonly helping: Pick<Helping, 'demoPeople'>;
  /** Who sits here; chosen from the list when left out. */
  readonly as?: SignedIn;
  /** Between two looks for what is new; in milliseconds. */
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;

/** A chat in the terminal: one dialogue, commands start with a colon. Resolves `stop` when the person leaves. */
export function createConsolePlatform(options: ConsoleOptions): ChatPlatform {
  const { input, output, help } = options;
  const lines = createInterface({ input, output });
  // From the start: what is typed before it is awaited is kept.
  const typed = lines[Symbol.asyncIterator]();
  let seat: Seat | undefined;
  const screen = createScreen({ lines, output, colours: output.isTTY === true, label: () => seat && labelOf(seat) });
  let finished: Promise<void> = Promise.resolve();

  const nextLine = async (): Promise<string | undefined> => {
    const next = await typed.next();
    return next.done === true ? undefined : next.value.trim();
  };

  const converse = async (): Promise<void> => {
    screen.say(`${catalogues.fr.smalltalk.hello}\n\n${consoleTexts.dialogue.commands}`);
    const person = help && (help.as ?? (await choosePerson(help.helping, screen, nextLine)));
    if (help !== undefined && person === undefined) return;
    seat = createSeat(randomUUID(), person, options.teaches === true);
    const sitting = sit(seat, options, screen.say);
    if (person !== undefined) sitting.say(consoleTexts.who.you(literal(person.name), literal(person.organisation)));
    const watching = help && watch(sitting.look, help.everyMs ?? EVERY_MS);
    await watching?.look();
    for (let goesOn = true; goesOn; ) {
      screen.prompt();
      const line = await nextLine();
      screen.heard();
      if (line === undefined) break;
      await watching?.pause();
      goesOn = line === '' || (await sitting.hear(line));
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

/** One person before the desk. */
function sit(seat: Seat, { desk, explain }: ConsoleOptions, write: (...blocks: readonly Block[]) => void) {
  const say = (...blocks: readonly Block[]): void =>
    write(...blocks.map((block) => (typeof block === 'string' ? frenchTypography(block) : block)));

  const pressed = async (done: Press): Promise<readonly Shown[]> => {
    const came: Shown[] = [];
    for await (const shown of desk.hear({ ...commonOf(seat, randomUUID()), ...done })) came.push(shown);
    return came;
  };

  const shows = (shown: Shown): void => {
    const blocks = show(seat, shown);
    if (blocks.length > 0) write(...blocks);
  };

  /** Whether the person stays. */
  const take = async (step: Step): Promise<boolean> => {
    switch (step.kind) {
      case 'leave':
        return false;
      case 'shown':
        say(...step.blocks);
        return true;
      case 'pressed':
        for (const shown of await pressed(step)) shows(shown);
        return !seat.over;
      case 'said':
      case 'forget': {
        const key = randomUUID();
        const heard = step.kind === 'said' ? { ...step, message: key } : ({ kind: 'takenBack' } as const);
        for await (const shown of desk.hear({ ...commonOf(seat, key), ...heard })) shows(shown);
        return true;
      }
      case 'explain':
        write(await explain(seat.last?.question ?? ''));
        return true;
      case 'unknown':
        if (seat.person === undefined) write(consoleTexts.dialogue.commands);
        else for (const one of readLine(seat, ':aide')) await take(one);
        return true;
    }
  };

  const hear = async (line: string): Promise<boolean> => {
    // A command may be a line of training too: «:formation».
    if (line.startsWith(':') && seat.teaches && seat.mode.kind === 'assistant' && seat.pending === undefined) {
      const taught = await pressed(press('begin_training', { text: line.slice(1).trim() }));
      for (const shown of taught) shows(shown);
      if (taught.length > 0) return true;
    }
    for (const step of readLine(seat, line)) if (!(await take(step))) return false;
    return true;
  };

  const look = createWatch({ seat, say, ask: async (asked) => (await pressed(asked))[0]?.happened });
  return { say, hear, look };
}

/** Looks for what is new every so often; never while a line is being answered. */
function watch(look: () => Promise<void>, everyMs: number) {
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    timer = setTimeout(() => {
      looking = look().then(later);
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
      await look();
      later();
    },
  };
}
