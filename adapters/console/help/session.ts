import type { Helping } from '../../../src/handoff/helping.ts';
import type { BriefPreview, CaseView, HelpFault, PreviewChoices, SignedIn } from '../../../src/handoff/views.ts';
import { err, type Result } from '../../../src/result.ts';
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
}

/** A case keeps its number for as long as the terminal is open: none is taken for another because a list has moved. */
export interface CaseNumbers {
  of(id: string): number;
  idOf(number: number): string | undefined;
}

export function createSession(helping: Helping, person: SignedIn, say: Screen['say']): Session {
  const ids: string[] = [];
  return {
    helping,
    person,
    say,
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
  };
}

/** A store that throws is a store that is down: the terminal goes on. */
export async function guarded<T>(ask: () => Promise<Result<T, HelpFault>>): Promise<Result<T, HelpFault>> {
  try {
    return await ask();
  } catch (error) {
    // Whatever it was, the words typed are still on the screen, and the same command can be given again.
    return error instanceof Error ? err({ kind: 'store_down' }) : Promise.reject(error);
  }
}

/** What was asked for, or its fault in words. */
export async function orFault<T>(session: Session, ask: () => Promise<Result<T, HelpFault>>): Promise<T | undefined> {
  const asked = await guarded(ask);
  if (asked.ok) return asked.value;
  session.say(sayFault(asked.error));
  return undefined;
}
