import type { Masker } from '../../masking/finding.ts';
import type { NotDelivered, Outgoing } from '../../message/delivery.ts';
import { assertNever, err, ok, type Result } from '../../result.ts';
import type { Cases } from '../cases.ts';
import type { Deliver } from '../courier.ts';
import type { Notice } from '../notices.ts';
import type { OutboxEntry } from '../records/case-records.ts';
import type { HandoffStore } from '../records/handoff-store.ts';
import { type CaseFile, createReadCaseFile, seatOf } from './case-file.ts';
import { composeNotice } from './compose-notice.ts';
import { createSayMoment } from './moments.ts';
import { createRelay } from './relay.ts';

/** Gives a message to its platform. */
export type Hand = (message: Outgoing) => Promise<Result<undefined, NotDelivered>>;

export interface DeliverParts {
  readonly cases: Pick<Cases, 'history'>;
  readonly store: Pick<HandoffStore, 'reserve' | 'help'>;
  readonly masker: Masker;
  readonly hand: Hand;
  /** IANA name: that of requesters; a reservist has their own. */
  readonly timeZone: string;
  readonly now: () => Date;
}

const LATER = err({ kind: 'later', why: 'the store is down' } as const);
const never = (why: string) => err({ kind: 'never', why } as const);
/** The case must go on without them, at once. */
const gone = (why: string) => err({ kind: 'gone', why } as const);

/**
 * From the outbox to a platform: finds where the reader is to be reached, puts the notice into words, and seals it last. A
 * message that its reader may no longer read (an offer that is over, a case that has left their hands) is dropped.
 */
export function createDeliver({ cases, store, masker, hand, timeZone, now }: DeliverParts): Deliver {
  const readCaseFile = createReadCaseFile({ cases, store });
  const relay = createRelay(masker);

  const toRequester = async (entry: OutboxEntry, file: CaseFile): Promise<Result<undefined, NotDelivered>> => {
    const { person } = file.requester;
    if (person === undefined) return never('the person is gone');
    const sayMoment = createSayMoment(timeZone, now(), person.language);
    const { language } = person;
    const text = composeNotice(file, entry.notice, { side: 'requester', language, sayMoment }, relay);
    const to = person.address ?? file.state.requester.address;
    const sealed = relay.sealToRequester(file, text);
    return hand({ ...outgoing(entry), side: 'requester', to, person: person.id, language, text: sealed });
  };

  const toReservist = async (
    entry: OutboxEntry,
    file: CaseFile,
    id: string,
  ): Promise<Result<undefined, NotDelivered>> => {
    const reservist = await store.reserve.reservist(id);
    if (!reservist.ok) return LATER;
    if (reservist.value === undefined) return gone('the reservist is gone');
    const found = await store.reserve.person(reservist.value.person);
    if (!found.ok) return LATER;
    const person = found.value;
    if (person === undefined) return gone('the person is gone');
    if (!mayStillRead(file, entry.notice, person.id, id, now())) return ok(undefined);
    const { language } = person;
    const sayMoment = createSayMoment(reservist.value.timeZone, now(), language);
    const text = composeNotice(file, entry.notice, { side: 'reservist', language, sayMoment }, relay);
    const looked = await store.help.look({
      at: now().toISOString(),
      person: person.id,
      case: file.state.id,
      what: 'delivered',
    });
    if (!looked.ok) return LATER;
    const sealed = relay.sealToReservist(file, text);
    // Whoever uses no chat platform reads it at their desk, on the web page.
    const to = person.address ?? { platform: 'web', conversation: person.id };
    return hand({ ...outgoing(entry), side: 'reservist', to, person: person.id, language, text: sealed });
  };

  return async (entry) => {
    const file = await readCaseFile(entry.notice.case);
    if (!file.ok) return file.error.kind === 'store_down' ? LATER : never('the case is gone');
    const { to } = entry.notice;
    switch (to.kind) {
      case 'requester':
        return toRequester(entry, file.value);
      case 'reservist':
        return toReservist(entry, file.value, to.id);
      default:
        return assertNever(to);
    }
  };
}

function outgoing({ id, notice }: OutboxEntry): Pick<Outgoing, 'id' | 'case' | 'kind'> {
  return { id, case: notice.case, kind: notice.kind };
}

/** What carries words of the case needs a seat at it; that something is over may always be told. */
function mayStillRead({ state }: CaseFile, notice: Notice, person: string, reservist: string, now: Date): boolean {
  const seat = seatOf(state, person, reservist, now)?.kind;
  switch (notice.kind) {
    case 'offer':
      return seat === 'offered' && state.offers.some(({ id }) => id === notice.offer);
    case 'relayed':
    case 'yours':
    case 'reminder':
    case 'identity_asked':
    case 'identity_open':
      return seat === 'holder' || seat === 'past';
    default:
      return true;
  }
}
