import type { Computed } from '../answering/port/computed.ts';
import type { Conversing } from '../answering/port/conversing.ts';
import type { Outcome } from '../answering/port/outcome.ts';
import type { Seats } from '../answering/shared-state.ts';
import type { House } from '../bodies/port/house.ts';
import type { Clause } from '../corpus/clauses.ts';
import type { Helping } from '../handoff/port/helping.ts';
import type { Calculating } from '../interviews/port/calculating.ts';
import type { Interviewing } from '../interviews/port/interviewing.ts';
import { createLatest, type Latest } from '../latest.ts';
import type { Alerts } from '../law/port/alerts.ts';
import type { Programming } from '../programming/port/programming.ts';
import type { BossPages } from '../purchases/port/boss-pages.ts';
import type { PurchaseFault, Purchasing } from '../purchases/port/purchasing.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { err, type Result } from '../result.ts';
import type { Interpreting } from '../rewording/port/interpreting.ts';
import type { Rewording } from '../rewording/port/rewording.ts';
import type { Teaching } from '../training/port/teaching.ts';
import type { HelpFault } from '../vocabulary/cases.ts';
import type { Given, Heard } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

export interface DeskParts {
  readonly conversing: Conversing;
  /** Left out where no case can be handed over. */
  readonly helping?: Helping | undefined;
  /** Left out where texts are reworded in the dialogue alone. */
  readonly interpreting?: Interpreting | undefined;
  /** Left out where modules cannot be followed. */
  readonly teaching?: Teaching | undefined;
  /** Left out where no purchase can be taken stock of. */
  readonly interviewing?: Interviewing | undefined;
  /** Left out where no demand goes from one side to the other. */
  readonly purchasing?: Purchasing | undefined;
  /** Left out where a demand has no page for whoever decides. */
  readonly bossPages?: BossPages | undefined;
  /** Where that page is read, by its link; left out where others reach no address of ours. */
  readonly readAt?: ((link: string) => string) | undefined;
  /** Left out where nothing can be calculated by a form. */
  readonly calculating?: Calculating | undefined;
  /** Whether a line is someone's who answers, or would answer, a consultation; left out where it is not told. */
  readonly bids?: ((text: string) => boolean) | undefined;
  /** Clauses that served, read by a second person; left out where none are kept. */
  readonly clauses?: (() => readonly Clause[]) | undefined;
  /** Left out where no body announces what it will need. `page`: where its page stands, for a face that has none. */
  readonly programming?: (Programming & { readonly page?: string | undefined }) | undefined;
  /** Left out where nobody is told of changes of the law. */
  readonly alerts?: Alerts | undefined;
  /** Left out where no body keeps a table of its contracts. */
  readonly house?: House | undefined;
  /** Where several processes serve one dialogue; left out where one serves alone. */
  readonly seats?: Seats | undefined;
  /** Told what was thrown where a fault was expected. */
  readonly report: (error: unknown, what: string) => void;
  readonly now: () => Date;
}

/** What is at hand while someone is served; kept only where the next line may come to another process (`takeSeat`). */
export interface Context extends DeskParts {
  /** By the id of the message that was answered. */
  readonly given: Latest<Given>;
  readonly reworded: Latest<Rewording>;
  /** By conversation and account: what was last asked there, but for courtesies. */
  readonly last: Latest<Given>;
  /** By conversation and account: the purchase that stands there, and what is asked of it. */
  readonly asking: Latest<{
    readonly purchase: string;
    readonly on: number;
    readonly fact: string | undefined;
    /** The demand that it was begun from. */
    readonly demand?: string | undefined;
  }>;
  /** By the reply that offered them: which of its choices was made, by which event. */
  readonly chosen: Latest<{ readonly text: string; readonly key: string }>;
  /** By button, message and person: the line that a button said a moment ago, by its event. */
  readonly clicks: Latest<{ readonly at: number; readonly key: string }>;
  /** By button, message and person: the press of a moment ago. */
  readonly presses: Latest<{
    readonly at: number;
    readonly key: string;
    readonly came: Promise<readonly Happened[]>;
  }>;
}

export function createContext(parts: DeskParts): Context {
  return {
    ...parts,
    given: createLatest(2_000),
    reworded: createLatest(300),
    last: createLatest(5_000),
    asking: createLatest(5_000),
    presses: createLatest(2_000),
    clicks: createLatest(2_000),
    chosen: createLatest(2_000),
  };
}

/** An answer that buttons stand under: at hand, else as the face has kept it. */
export async function givenOf(
  { given }: Context,
  { recall }: Pick<Heard, 'recall'>,
  reply: string,
): Promise<Given | undefined> {
  return given.get(reply) ?? (await recall?.(reply));
}

/** The case that an outcome worked out, as the rules were given it. */
export function workedOut(outcome: Outcome): Computed['of'] {
  return 'computed' in outcome ? outcome.computed?.of : undefined;
}

/** By whom and where. */
export function seatOf({ conversation, actor }: Pick<Heard, 'conversation' | 'actor'>): string {
  return `${conversation}|${actor.account}`;
}

export const DOWN: Happened = { name: 'refused', fault: { kind: 'store_down' } };

/** A store that throws is a store that is down: the dialogue goes on. @param what as the log names what failed */
export function guardedAs<E>(what: string, down: E) {
  return async <T>({ report }: Pick<DeskParts, 'report'>, ask: () => Promise<Result<T, E>>): Promise<Result<T, E>> => {
    try {
      return await ask();
    } catch (error) {
      report(error, what);
      return err(down);
    }
  };
}

export const guarded = guardedAs<HelpFault>('a case could not be read or changed', { kind: 'store_down' });
export const guardedPurchase = guardedAs<PurchaseFault>('a purchase could not be read or changed', {
  kind: 'store_down',
});

/** What concerns cases and people is done where nobody else reads, whatever a client may send; and where it is open at all. */
export async function withPerson(
  { helping }: Context,
  { isPrivate, actor }: Heard,
  act: (by: SignedIn, helping: Helping) => Promise<readonly Happened[]>,
): Promise<readonly Happened[]> {
  if (helping === undefined) return [];
  if (!isPrivate) return [{ name: 'not_here' }];
  const person = await actor.meet();
  return person.ok ? act(person.value, helping) : [DOWN];
}
