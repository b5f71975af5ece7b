import type { Attempt } from '../attempts/attempts.ts';
import type { Once } from '../once.ts';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type Case, type CaseEvent, isSeeking, type Offer, type Requester, type SealedBrief } from './case.ts';
import { type CaseCommand, type CaseFault, decideCase } from './decide.ts';
import { applyEvent, draftCase, foldCase } from './fold.ts';
import type { Match } from './match.ts';
import { hasMoved } from './moved.ts';
import { type Notice, noticesOf } from './notices.ts';
import { type HandoffPolicy, waveAfter } from './policy.ts';
import type { CaseRecords } from './records/case-records.ts';
import { nextTimerAt } from './timers.ts';

export type CasesFault =
  | CaseFault
  | StoreDown
  | { readonly kind: 'unknown_case' }
  /** The case is no longer what the command was decided on. */
  | { readonly kind: 'stale' };

export interface Cases {
  /** @param key the case drafted under it before is given back, as it stands now */
  draft(requester: Requester, brief: SealedBrief, key?: string): Promise<Result<Case, CasesFault>>;
  read(id: string): Promise<Result<Case, CasesFault>>;
  history(id: string): Promise<Result<readonly CaseEvent[], CasesFault>>;
  /**
   * One command, with all that follows from it (whom to ask next, what to tell whom), in one transaction. Given before under
   * the same key (see `keyOf`), the case is given back as it stands.
   */
  give(id: string, command: CaseCommand, once?: Once): Promise<Result<Case, CasesFault>>;
  /** Whether something was done under the key; never without one. */
  isDone(key: string | undefined): Promise<Result<boolean, StoreDown>>;
  /** Fires what is due; the number of cases that moved. Safe to run in several processes. */
  ring(attempt: Attempt): Promise<Result<number, StoreDown>>;
}

export interface CasesParts {
  readonly records: CaseRecords;
  /** Who may be asked, from the reserve as it is now. */
  readonly match: (state: Case, now: number) => Promise<Result<Match, StoreDown>>;
  readonly policy: HandoffPolicy;
  readonly now: () => Date;
  readonly newId: () => string;
  /** A record that cannot be read: told each time it is met, three times at the most, and in nobody's way. */
  readonly onDamaged: (caseId: string, error: unknown) => void;
}

/** Of a case that others write at the same time, each loser reads again; past so many times something else is wrong. */
const ATTEMPTS = 20;
const DUE_AT_ONCE = 50;
/** A queued case is looked at again after so many working minutes at most: people come back, hours are given. */
const RETRY_MINUTES = 60;

export function createCases(parts: CasesParts): Cases {
  const { records, policy, now, newId } = parts;

  return {
    give: async (id, command, once) => stateOf(await act(parts, id, command, once)),
    isDone: (key) => isDone(parts, key),
    read: (id) => load(parts, id),
    history: (id) => history(parts, id),
    draft: async (requester, brief, key) => {
      const drafted = { kind: 'drafted', at: now().toISOString(), requester, brief } as const;
      const after = draftCase(newId(), drafted);
      const write = { after, events: [drafted], notices: [], key, nextTimerAt: nextTimerAt(after, policy) };
      const written = await records.write(write);
      if (written.ok) return ok(after);
      if (written.error.kind === 'done_before') return load(parts, written.error.ref);
      return err(written.error.kind === 'store_down' ? written.error : { kind: 'store_down', reason: 'busy' });
    },
    ring: async (attempt) => {
      const due = await records.due(now().toISOString(), DUE_AT_ONCE);
      if (!due.ok) return due;
      let moved = 0;
      for (const id of due.value) {
        const rung = await tick(parts, id, attempt);
        if (!rung.ok) return rung;
        if (rung.value) moved++;
      }
      return ok(moved);
    },
  };
}

async function history({ records }: CasesParts, id: string): Promise<Result<readonly CaseEvent[], CasesFault>> {
  const events = await records.eventsOf(id);
  return events.ok && events.value.length === 0 ? err({ kind: 'unknown_case' }) : events;
}

async function load(parts: CasesParts, id: string): Promise<Result<Case, CasesFault>> {
  const events = await history(parts, id);
  return events.ok ? ok(foldCase(id, events.value)) : events;
}

async function isDone({ records }: CasesParts, key: string | undefined): Promise<Result<boolean, StoreDown>> {
  const found = key === undefined ? ok(undefined) : await records.findDone(key);
  return found.ok ? ok(found.value !== undefined) : found;
}

/** What became of a case, and whether the command changed anything of it. */
interface Acted {
  readonly state: Case;
  readonly moved: boolean;
}

function stateOf(acted: Result<Acted, CasesFault>): Result<Case, CasesFault> {
  return acted.ok ? ok(acted.value.state) : acted;
}

async function act(
  parts: CasesParts,
  id: string,
  command: CaseCommand,
  { key, on }: Once = {},
): Promise<Result<Acted, CasesFault>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const events = await history(parts, id);
    if (!events.ok) return events;
    const before = ok(foldCase(id, events.value));
    // After the case was read: what is written onto it then is not the act itself.
    const done = await isDone(parts, key);
    if (!done.ok) return done;
    // Its twin may have written since: what is given back holds it.
    if (done.value) {
      const now = await load(parts, id);
      return now.ok ? ok({ state: now.value, moved: false }) : now;
    }
    const at = notBefore(before.value.since, parts.now().toISOString());
    const decided = decideCase(before.value, command, at, parts.policy);
    if (!decided.ok) return decided;
    if (on !== undefined) {
      const seen = events.value.slice(0, Math.max(on, 0));
      if (seen.length === 0 || hasMoved(command, foldCase(id, seen), before.value)) return err({ kind: 'stale' });
    }
    const change = begin(before.value).add(decided.value);
    const sought = await seek(parts, change.after, at, command.kind === 'tick');
    if (!sought.ok) return sought;
    change.add(sought.value);
    if (change.events.length === 0) {
      // Its timer was set by rules that are no longer those of today: left as it is, it would be due for ever.
      const retimed =
        command.kind === 'tick'
          ? await parts.records.retime(id, before.value.version, nextTimerAt(before.value, parts.policy))
          : ok(undefined);
      return retimed.ok ? ok({ state: before.value, moved: false }) : retimed;
    }
    const written = await parts.records.write({ ...change, key, nextTimerAt: nextTimerAt(change.after, parts.policy) });
    if (written.ok) {
      // Not part of what was asked for: where the store is down now, the queue is looked at again within the hour.
      if (frees(before.value, change.after)) await parts.records.hurryQueue(parts.now().toISOString());
      return ok({ state: change.after, moved: true });
    }
    if (written.error.kind === 'store_down') return err(written.error);
  }
  return err({ kind: 'store_down', reason: 'busy' });
}

/** Whether it moved. One damaged case must not keep the clock from all others. */
async function tick(parts: CasesParts, id: string, attempt: Attempt): Promise<Result<boolean, StoreDown>> {
  const tried = await attempt('timer', id, async () => {
    const acted = await act(parts, id, { kind: 'tick' });
    const down = !acted.ok && acted.error.kind === 'store_down' ? acted.error : undefined;
    return { done: down === undefined, value: down === undefined ? ok(acted.ok && acted.value.moved) : err(down) };
  });
  if (!tried.ok) return tried;
  if (tried.value.kind === 'worked') return tried.value.value;
  if (tried.value.kind === 'threw') parts.onDamaged(id, tried.value.error);
  return ok(false);
}

/**
 * A case that nobody holds gets its next offers, or its place in the queue.
 * @param rung by the clock, which may have been hurried
 */
async function seek(
  parts: CasesParts,
  state: Case,
  at: string,
  rung: boolean,
): Promise<Result<readonly CaseEvent[], StoreDown>> {
  if (!isSeeking(state) || (!rung && state.status === 'queued' && (state.retryAt ?? at) > at)) return ok([]);
  const matched = await parts.match(state, Date.parse(at));
  if (!matched.ok) return matched;
  const decided = decideCase(state, nextStep(parts, state, matched.value, at), at, parts.policy);
  return ok(decided.ok ? decided.value : []);
}

function nextStep({ policy, newId }: CasesParts, state: Case, { candidates, nextAt }: Match, at: string): CaseCommand {
  const wave = waveAfter(policy, state.wave);
  const [first, ...rest] = candidates.slice(0, wave.size).map(
    ({ reservist, availableAt }): Offer => ({
      id: newId(),
      reservist,
      // The time to answer runs from when they can be reached, not from the night before.
      expiresAt: policy.addWorkingMinutes(notBefore(at, new Date(availableAt).toISOString()), wave.minutes),
    }),
  );
  if (first !== undefined) return { kind: 'offer', offers: [first, ...rest] };
  const expectedAt = nextAt === undefined ? undefined : new Date(nextAt).toISOString();
  const soon = policy.addWorkingMinutes(at, RETRY_MINUTES);
  return { kind: 'queue', retryAt: expectedAt !== undefined && expectedAt < soon ? expectedAt : soon, expectedAt };
}

/** Whether someone whom the case took time from is let go of by it. */
function frees(before: Case, after: Case): boolean {
  const still = takenBy(after);
  return takenBy(before).some((reservist) => !still.includes(reservist));
}

function takenBy({ status, holder, offers }: Case): readonly string[] {
  const holds = status === 'accepted' || status === 'in_progress' || status === 'answered';
  return [...offers.map(({ reservist }) => reservist), ...(holds && holder !== undefined ? [holder] : [])];
}

/** A change that grows: the events, where they lead, and what is told meanwhile. */
function begin(before: Case) {
  const change = {
    after: before,
    events: [] as CaseEvent[],
    notices: [] as Notice[],
    add: (events: readonly CaseEvent[]) => {
      for (const event of events) {
        const after = applyEvent(change.after, event);
        change.notices.push(...noticesOf(change.after, event, after));
        change.events.push(event);
        change.after = after;
      }
      return change;
    },
  };
  return change;
}

/** Clocks jump back; a case's time does not. */
function notBefore(floor: string, at: string): string {
  return at < floor ? floor : at;
}
