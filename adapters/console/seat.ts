import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import type { BriefPreview, CaseRow, CaseView, DeskView } from '../../src/handoff/port/views.ts';
import type { Suggestion } from '../../src/message/message.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import type { ConsentChoices } from '../../src/screens/consent.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { Press } from './press.ts';

/** Whom a plain line is for. It changes by what the person does, never under their fingers. */
export type Mode =
  | { readonly kind: 'assistant' }
  /** For the question to a reservist. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'brief'; readonly preview: BriefPreview; readonly choices: ConsentChoices }
  | { readonly kind: 'case'; readonly shown: CaseView };

export interface Rows {
  readonly mine: readonly CaseRow[];
  readonly desk: DeskView | undefined;
}

/** One person at one terminal: what stands before them, so what a line means. */
export interface Seat {
  /** Nobody where no case can be handed over. */
  readonly person: SignedIn | undefined;
  readonly teaches: boolean;
  readonly numbers: CaseNumbers;
  readonly conversation: string;
  role: Role | undefined;
  mode: Mode;
  /** What a «oui» does. */
  pending: Press | undefined;
  /** What a number presses, where something can be pressed. */
  pressed: readonly Press[];
  /** Replies that a number gives. */
  offered: readonly Suggestion[];
  /** Something was asked back, which a number alone may answer. */
  asks: boolean;
  /** The answer that stands last, and the last that was one. */
  last:
    | {
        readonly id: string;
        readonly question: string;
        /** Where more of it unfolds. */
        readonly reply?: OutboundMessage;
        /** How the lesson it comes from is followed. */
        readonly lesson?: string | undefined;
      }
    | undefined;
  asked: string | undefined;
  /** As they were last looked at. */
  rows: Rows;
  /** The person is gone: there is nobody to play any more. */
  over: boolean;
}

/** A case keeps its number for as long as the terminal is open: none is taken for another because a list has moved. */
export interface CaseNumbers {
  of(id: string): number;
  idOf(number: number): string | undefined;
}

export function createSeat(conversation: string, person: SignedIn | undefined, teaches: boolean): Seat {
  const ids: string[] = [];
  return {
    person,
    teaches: teaches && person !== undefined,
    conversation,
    role: person?.role,
    mode: { kind: 'assistant' },
    pending: undefined,
    pressed: [],
    offered: [],
    asks: false,
    last: undefined,
    asked: undefined,
    rows: { mine: [], desk: undefined },
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

export function rowsOf({ desk, mine }: Rows): readonly CaseRow[] {
  return [...(desk?.offers ?? []), ...(desk?.cases ?? []), ...mine];
}

/** What stands before the mark of the prompt: whom a plain line is for. */
export function labelOf({ mode, numbers }: Seat): string | undefined {
  const { prompt } = consoleTexts;
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
