import type { Span } from '../../french/span.ts';
import { assertNever } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Direction, Slot } from '../../vocabulary/rewording.ts';
import type { Need, SlotQuestion, Term } from '../rewording.ts';

/** What a buyer's message comes down to, each point with its place in the plain version. */
export interface Point {
  readonly point: 'asked' | 'why' | 'send' | 'byWhen' | 'otherwise' | 'example';
  readonly text: string;
}

/** What is put to both sides: «Voici ce que j'ai compris». */
export interface Opening {
  readonly direction: Direction;
  readonly source: string;
  readonly text: string;
  /** None for a buyer's message. */
  readonly needs: readonly Need[];
  readonly questions: readonly SlotQuestion[];
  readonly terms: readonly Term[];
  /** None for a department's message. */
  readonly points: readonly Point[];
}

/** What one side did; what is said is in the person's own words. */
export type AgreementChange =
  | { readonly kind: 'opened'; readonly by: Role; readonly opening: Opening; readonly seats?: Seats }
  /** Takes the place of all that was said for the slot; each line that is not empty is one saying. */
  | {
      readonly kind: 'corrected';
      readonly by: Role;
      readonly need: number;
      readonly slot: Slot;
      readonly value: string;
    }
  /** The wording this side prefers for these words: a candidate for the lexicon. */
  | {
      readonly kind: 'term_corrected';
      readonly by: Role;
      readonly words: string;
      readonly concept?: string;
      readonly wording: string;
    }
  /** Put to the other side. */
  | { readonly kind: 'asked'; readonly by: Role; readonly text: string }
  /** `question` is the version at which it was asked. */
  | { readonly kind: 'answered'; readonly by: Role; readonly question: number; readonly text: string }
  | { readonly kind: 'accepted'; readonly by: Role }
  | { readonly kind: 'withdrawn'; readonly by: Role }
  | { readonly kind: 'reopened'; readonly by: Role };

/** The place of one side, kept for the holder of a link; what opens it is not kept. */
export interface Seat {
  readonly name: string;
  /** SHA-256 of the secret in the link, in hexadecimal. */
  readonly lock: string;
}

/** Of a brief that was kept where nobody signs in. */
export type Seats = Readonly<Record<Role, Seat>>;

/** `at` is an ISO instant in UTC; `who` the person who acted, where they are known (not so for the holder of a link). */
export type AgreementEvent = AgreementChange & { readonly at: string; readonly who?: string };
export type OpenedEvent = Extract<AgreementEvent, { kind: 'opened' }>;

export interface AgreedSaying {
  readonly value: string;
  readonly understood?: string;
  /** In the source; a correction has none. */
  readonly span?: Span;
}

export interface AgreedSlot {
  readonly said: readonly AgreedSaying[];
  /** The sayings contradict each other. */
  readonly conflict: boolean;
  readonly correctedBy?: Role;
}

export interface AgreedNeed extends Omit<Need, 'slots'> {
  readonly slots: Readonly<Partial<Record<Slot, AgreedSlot>>>;
}

export interface Wording {
  readonly words: string;
  readonly concept?: string;
  readonly wording: string;
  readonly by: Role;
}

export interface Exchange {
  /** Version at which it was asked. */
  readonly question: number;
  readonly by: Role;
  readonly text: string;
  readonly answer?: { readonly by: Role; readonly text: string };
}

type AgreementStatus =
  | { readonly kind: 'open' }
  | { readonly kind: 'agreed'; readonly at: string }
  | { readonly kind: 'withdrawn'; readonly at: string; readonly by: Role };

/** How an agreement stands after its events. */
export interface AgreementView extends Omit<Opening, 'needs'> {
  readonly id: string;
  /** Events so far; what a change must name to be taken. */
  readonly version: number;
  readonly status: AgreementStatus;
  readonly seats?: Seats;
  readonly needs: readonly AgreedNeed[];
  /** Only of what is still missing. */
  readonly questions: readonly SlotQuestion[];
  readonly wordings: readonly Wording[];
  readonly exchanges: readonly Exchange[];
  /** Instants, of the content as it stands: a correction empties it. */
  readonly acceptances: Readonly<Partial<Record<Role, string>>>;
  /** Every event, the opening first. */
  readonly history: readonly AgreementEvent[];
}

/** The agreement that its events make; the first one opens it. */
export function fold(id: string, events: readonly [OpenedEvent, ...AgreementEvent[]]): AgreementView {
  const [opened, ...changes] = events;
  return changes.reduce(applyEvent, openAgreement(id, opened));
}

export function openAgreement(id: string, event: OpenedEvent): AgreementView {
  return {
    id,
    version: 1,
    status: { kind: 'open' },
    ...event.opening,
    ...(event.seats === undefined ? {} : { seats: event.seats }),
    wordings: [],
    exchanges: [],
    acceptances: {},
    history: [event],
  };
}

/** One more event; it is taken as allowed (`decide` in `rules.ts` says whether it is). */
export function applyEvent(view: AgreementView, event: AgreementEvent): AgreementView {
  return {
    ...view,
    ...changed(view, event),
    version: view.version + 1,
    history: [...view.history, event],
  };
}

function changed(view: AgreementView, event: AgreementEvent): Partial<AgreementView> {
  switch (event.kind) {
    case 'opened':
      return {};
    case 'corrected':
      return {
        needs: view.needs.map((need, index) => (index === event.need ? correctedNeed(need, event) : need)),
        questions: view.questions.filter(({ need, slot }) => need !== event.need || slot !== event.slot),
        acceptances: {},
      };
    case 'term_corrected': {
      const { words, concept, wording, by } = event;
      const others = view.wordings.filter((each) => each.words !== words || each.by !== by);
      const preferred = { words, ...(concept === undefined ? {} : { concept }), wording, by };
      return { wordings: [...others, preferred], acceptances: {} };
    }
    case 'asked':
      return { exchanges: [...view.exchanges, { question: view.version + 1, by: event.by, text: event.text }] };
    case 'answered':
      return {
        exchanges: view.exchanges.map((each) =>
          each.question === event.question ? { ...each, answer: { by: event.by, text: event.text } } : each,
        ),
      };
    case 'accepted': {
      const acceptances = { ...view.acceptances, [event.by]: event.at };
      const both = acceptances.prescriber !== undefined && acceptances.buyer !== undefined;
      return both ? { acceptances, status: { kind: 'agreed', at: event.at } } : { acceptances };
    }
    case 'withdrawn':
      return { status: { kind: 'withdrawn', at: event.at, by: event.by }, acceptances: {} };
    case 'reopened':
      return { status: { kind: 'open' }, acceptances: {} };
    default:
      return assertNever(event);
  }
}

function correctedNeed(need: AgreedNeed, { slot, value, by }: { slot: Slot; value: string; by: Role }): AgreedNeed {
  const said = sayingsOf(value).map((line) => ({ value: line }));
  return {
    ...need,
    slots: { ...need.slots, [slot]: { said, conflict: false, correctedBy: by } },
    missing: need.missing.filter((each) => each !== slot),
  };
}

/** The lines of a correction, without the empty ones. */
export function sayingsOf(value: string): readonly string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
