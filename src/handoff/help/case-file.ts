import type { Person } from '../../reserve/person.ts';
import type { Organisation, Reservist } from '../../reserve/reservist.ts';
import { err, ok, type Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Case, CaseEvent, Offer } from '../case.ts';
import type { Cases, CasesFault } from '../cases.ts';
import { foldCase } from '../fold.ts';
import type { HandoffStore } from '../records/handoff-store.ts';

/** Someone of a case; a field is undefined once the person has left. */
export interface Someone {
  readonly person: Person | undefined;
  readonly body: Organisation | undefined;
}

export interface Lender extends Someone {
  readonly id: string;
  readonly reservist: Reservist | undefined;
}

/** A case with what is needed to say it to either side. */
export interface CaseFile {
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  readonly requester: Someone;
  /** Everyone who ever held it, by reservist id. */
  readonly lenders: ReadonlyMap<string, Lender>;
  /** What the requester chose to leave as it is. */
  readonly lifted: readonly string[];
}

export interface CaseFileParts {
  readonly cases: Pick<Cases, 'history'>;
  readonly store: Pick<HandoffStore, 'reserve' | 'help'>;
}

export function createReadCaseFile({ cases, store: { reserve, help } }: CaseFileParts) {
  const someone = async (personId: string, bodyId: string | undefined): Promise<Result<Someone, StoreDown>> => {
    const person = await reserve.person(personId);
    if (!person.ok) return person;
    const id = bodyId ?? person.value?.organisation;
    const body = id === undefined ? ok(undefined) : await reserve.organisation(id);
    return body.ok ? ok({ person: person.value, body: body.value }) : body;
  };

  const lender = async (id: string): Promise<Result<Lender, StoreDown>> => {
    const reservist = await reserve.reservist(id);
    if (!reservist.ok) return reservist;
    if (reservist.value === undefined) return ok({ id, reservist: undefined, person: undefined, body: undefined });
    const who = await someone(reservist.value.person, reservist.value.organisation);
    return who.ok ? ok({ id, reservist: reservist.value, ...who.value }) : who;
  };

  return async (caseId: string): Promise<Result<CaseFile, CasesFault>> => {
    const events = await cases.history(caseId);
    if (!events.ok) return err(events.error);
    const state = foldCase(caseId, events.value);
    const requester = await someone(state.requester.person, state.requester.organisation);
    if (!requester.ok) return requester;
    const lenders = new Map<string, Lender>();
    for (const event of events.value) {
      if (event.kind !== 'accepted' || lenders.has(event.reservist)) continue;
      const found = await lender(event.reservist);
      if (!found.ok) return found;
      lenders.set(event.reservist, found.value);
    }
    const brief = await help.brief(caseId);
    if (!brief.ok) return brief;
    return ok({
      state,
      events: events.value,
      requester: requester.value,
      lenders,
      lifted: brief.value?.choices.at(-1)?.lifted ?? [],
    });
  };
}

/** Where someone sits at a case; nobody else sees any of it. */
export type Seat =
  | { readonly kind: 'requester' }
  /** An offer that is open: the brief, and no more. */
  | { readonly kind: 'offered'; readonly reservist: string; readonly offer: Offer }
  | { readonly kind: 'holder'; readonly reservist: string }
  /** Whoever answered a case that is closed, for as long as it is: a fiche may come of it. */
  | { readonly kind: 'past'; readonly reservist: string };

export function seatOf(state: Case, person: string, reservist: string | undefined, now: Date): Seat | undefined {
  if (state.requester.person === person) return { kind: 'requester' };
  if (reservist === undefined) return undefined;
  if (state.holder === reservist) return { kind: 'holder', reservist };
  if (state.status === 'closed' && state.lastHolder === reservist) return { kind: 'past', reservist };
  const offer = state.offers.find((one) => one.reservist === reservist);
  if (offer === undefined || offer.expiresAt <= now.toISOString()) return undefined;
  return { kind: 'offered', reservist, offer };
}

/** Whether a reservist was asked at some time: they know of the case, and may be told why it is no longer theirs. */
export function wasOffered(events: readonly CaseEvent[], reservist: string): boolean {
  return events.some(
    (event) =>
      (event.kind === 'offered' || event.kind === 'transferred') &&
      event.offers.some((offer) => offer.reservist === reservist),
  );
}

export function bothAgreed({ identity }: Case): boolean {
  return identity.requester && identity.reservist;
}
