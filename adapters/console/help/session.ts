import { frenchTypography } from '../../../src/french/typography.ts';
import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { BriefPreview, CaseView, PreviewChoices } from '../../../src/handoff/port/views.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, type Result } from '../../../src/result.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Screen } from '../screen.ts';
import { sayFault } from './faults.ts';

/** Whom a plain line is for. It changes by what the person does, never under their fingers. */
export type Mode =
  | { readonly kind: 'assistant' }
  /** For the question to a reservist. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'brief'; readonly preview: BriefPreview; readonly choices: PreviewChoices }
  | { readonly kind: 'case'; readonly shown: CaseView };

export type Command = (rest: string) => Promise<void>;

/** One person at one terminal. */
export interface Session {
  readonly helping: Helping;
  readonly person: SignedIn;
  readonly say: Screen['say'];
  mode: Mode;
  /** What a «oui» does. */
  pending: (() => Promise<void>) | undefined;
  /** The person is gone: there is nobody to play any more. */
  over: boolean;
  readonly numbers: CaseNumbers;
  readonly guarded: <T>(ask: () => Promise<Result<T, HelpFault>>) => Promise<Result<T, HelpFault>>;
}

/** A case keeps its number for as long as the terminal is open: none is taken for another because a list has moved. */
export interface CaseNumbers {
  of(id: string): number;
  idOf(number: number): string | undefined;
}

interface SessionParts {
  readonly helping: Helping;
  readonly person: SignedIn;
  readonly screen: Pick<Screen, 'say'>;
  /** Told what was thrown where a fault was expected. */
  readonly report: (error: unknown) => void;
}

export function createSession({ helping, person, screen, report }: SessionParts): Session {
  const ids: string[] = [];
  return {
    helping,
    person,
    say: (...blocks) =>
      screen.say(...blocks.map((block) => (typeof block === 'string' ? frenchTypography(block) : block))),
    mode: { kind: 'assistant' },
    pending: undefined,
    over: false,
    numbers: {
      of: (id) => {
        if (!ids.includes(id)) ids.push(id);
        return ids.indexOf(id) + 1;
      },
      idOf: (number) => ids[number - 1],
    },
    // A store that throws is a store that is down: the terminal goes on.
    guarded: async (ask) => {
      try {
        return await ask();
      } catch (error) {
        report(error);
        return err({ kind: 'store_down' });
      }
    },
  };
}

/** What was asked for; else its fault is said. */
export async function orFault<T>(session: Session, ask: () => Promise<Result<T, HelpFault>>): Promise<T | undefined> {
  const asked = await session.guarded(ask);
  if (asked.ok) return asked.value;
  session.say(sayFault(asked.error));
  return undefined;
}
