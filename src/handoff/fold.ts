import { assertNever } from '../result.ts';
import type { Case, CaseEvent } from './case.ts';

/** @throws when the first event is no draft: events are written by `decide` alone, so the record is damaged */
export function foldCase(id: string, events: readonly CaseEvent[]): Case {
  const [first, ...rest] = events;
  if (first?.kind !== 'drafted') throw new Error(`case ${id}: its record does not begin with a draft`);
  return rest.reduce(applyEvent, draftCase(id, first));
}

export function draftCase(id: string, event: Extract<CaseEvent, { kind: 'drafted' }>): Case {
  return {
    id,
    version: 1,
    status: 'draft',
    requester: event.requester,
    brief: event.brief,
    masked: [],
    suppliers: [],
    sameBodyPreferred: false,
    wave: 0,
    offers: [],
    passedBy: [],
    holder: undefined,
    lastHolder: undefined,
    identity: NOBODY_KNOWN,
    retryAt: undefined,
    expectedAt: undefined,
    waitingSince: undefined,
    reminded: false,
    openedAt: event.at,
    since: event.at,
  };
}

export function applyEvent(before: Case, event: CaseEvent): Case {
  const after = { ...before, version: before.version + 1 };
  const moved = { ...after, since: event.at };
  switch (event.kind) {
    case 'drafted':
      throw new Error(`case ${before.id}: drafted twice`);
    case 'brief_edited':
      return { ...after, brief: event.brief };
    case 'consented':
      return {
        ...moved,
        status: 'consented',
        masked: event.masked,
        suppliers: event.suppliers,
        sameBodyPreferred: event.sameBodyPreferred,
      };
    case 'offered':
      return {
        ...moved,
        status: 'offered',
        wave: event.wave,
        offers: event.offers,
        retryAt: undefined,
        expectedAt: undefined,
      };
    case 'queued':
      // A case that was already waiting has waited since then: its age is what the coordinator sees.
      return {
        ...(before.status === 'queued' ? after : moved),
        status: 'queued',
        retryAt: event.retryAt,
        expectedAt: event.expectedAt,
      };
    case 'declined':
    case 'offer_expired': {
      const offers = before.offers.filter(({ id }) => id !== event.offer);
      const passedBy = [...before.passedBy, event.reservist];
      return offers.length > 0 ? { ...after, offers, passedBy } : { ...seeking(moved), passedBy };
    }
    case 'accepted':
      return {
        ...moved,
        status: 'accepted',
        offers: [],
        holder: event.reservist,
        lastHolder: event.reservist,
        identity: NOBODY_KNOWN,
        waitingSince: event.at,
        reminded: false,
      };
    case 'messaged':
      return event.from === 'reservist'
        ? { ...moved, status: 'in_progress', waitingSince: undefined, reminded: false }
        : { ...moved, status: 'in_progress', waitingSince: before.waitingSince ?? event.at };
    case 'reminded':
      return { ...after, reminded: true };
    case 'answered':
      return { ...moved, status: 'answered', waitingSince: undefined, reminded: false };
    case 'released':
      return { ...seeking(moved), passedBy: [...before.passedBy, event.reservist] };
    case 'transferred':
      return {
        ...seeking(moved),
        status: 'offered',
        offers: event.offers,
        passedBy: [...before.passedBy, event.from],
      };
    case 'identity_consented':
      return { ...after, identity: { ...before.identity, [event.by]: true } };
    case 'closed':
      return { ...ended(moved), status: 'closed' };
    case 'rated':
      return after;
    case 'reopened':
      return { ...seeking(moved), passedBy: [], wave: 0 };
    case 'withdrawn':
      return { ...ended(moved), status: 'withdrawn' };
    case 'expired':
      return { ...ended(moved), status: 'expired' };
    default:
      return assertNever(event);
  }
}

/** Nobody holds it any more: the next thing is an offer or the queue. Who had agreed to be known was so to that holder. */
function seeking(state: Case): Case {
  return { ...ended(state), status: 'consented', identity: NOBODY_KNOWN };
}

const NOBODY_KNOWN = { requester: false, reservist: false };

function ended(state: Case): Case {
  return {
    ...state,
    offers: [],
    holder: undefined,
    retryAt: undefined,
    expectedAt: undefined,
    waitingSince: undefined,
    reminded: false,
  };
}
