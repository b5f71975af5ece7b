import { PassThrough } from 'node:stream';
import { createConsolePlatform } from '../../../adapters/console/console.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { plain } from '../../fixtures/plain.ts';

/** No screen is waited for longer. */
const LATE_MS = 10_000;

export interface Terminal {
  type(line: string): void;
  /** Keys, without a line's end. */
  press(keys: string): void;
  /** All that has come since what was last waited for, once it holds this; typography made plain. */
  see(text: string | RegExp): Promise<string>;
  /** Everything, as it came. */
  raw(): string;
  /** Resolves when the person has left. */
  readonly left: Promise<void>;
  leave(): Promise<void>;
}

interface Sitting {
  readonly helping: Helping;
  readonly as?: SignedIn;
  /** Told what was thrown where a fault was expected. */
  readonly report: (error: unknown) => void;
}

/** One person at one terminal, by streams. */
export async function openTerminal(
  { report, ...help }: Sitting,
  { conversing = createFakeConversing(), tty = false, columns = 80 } = {},
): Promise<Terminal> {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), tty ? { isTTY: true, columns, rows: 24 } : {});
  let raw = '';
  let seen = 0;
  output.on('data', (chunk) => {
    raw += String(chunk);
  });
  const platform = createConsolePlatform({
    desk: createDesk({ conversing, helping: help.helping, report, now: () => new Date() }),
    explain: async () => 'expliqué',
    input,
    output,
    help: { everyMs: 5, ...help },
  });
  await platform.start();
  const left = platform.stop();
  return {
    type: (line) => void input.write(`${line}\n`),
    press: (keys) => void input.write(keys),
    see: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const fresh = plain(raw.slice(seen));
          const match = typeof text === 'string' ? fresh.indexOf(text) : fresh.search(text);
          if (match === -1) return;
          seen += match + (typeof text === 'string' ? text.length : (text.exec(fresh)?.[0].length ?? 0));
          end();
          resolve(fresh);
        };
        const late = setTimeout(() => {
          end();
          reject(new Error(`never came: ${text}\n--- after:\n${raw.slice(seen)}`));
        }, LATE_MS);
        const end = () => {
          clearTimeout(late);
          output.off('data', look);
        };
        output.on('data', look);
        look();
      }),
    raw: () => raw,
    left,
    leave: () => {
      input.end();
      return left;
    },
  };
}
