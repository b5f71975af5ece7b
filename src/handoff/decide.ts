import { assertNever, err, ok, type Result } from '../result.ts';
import { type CaseStatus, ENDED, type Side } from '../vocabulary/cases.ts';
import { type Case, type CaseEvent, HELD, isSeeking, type Offer, type SealedBrief } from './case.ts';
import type { HandoffPolicy } from './policy.ts';
import { timersOf } from './timers.ts';

/** What a person, the matching or the clock asks of a case. */
export type CaseCommand =
  | { readonly kind: 'edit_brief'; readonly brief: SealedBrief }
  | {
      readonly kind: 'consent';
      readonly masked: readonly string[];
      readonly suppliers: readonly string[];
      readonly sameBodyPreferred: boolean;
    }
  /** From the matching: whom to ask now, or when to look again. */
  | { readonly kind: 'offer'; readonly offers: readonly [Offer, ...Offer[]] }
  | { readonly kind: 'queue'; readonly retryAt: string; readonly expectedAt: string | undefined }
  | { readonly kind: 'accept'; readonly reservist: string }
  | { readonly kind: 'decline'; readonly reservist: string; readonly reason: string | undefined }
  | { readonly kind: 'say'; readonly from: Side; readonly by: string; readonly text: string }
  | { readonly kind: 'answer'; readonly by: string }
  | { readonly kind: 'give_back'; readonly by: string }
  | { readonly kind: 'pass_to'; readonly by: string; readonly offer: Offer }
  | { readonly kind: 'open_identity'; readonly side: Side; readonly by: string }
  | { readonly kind: 'close'; readonly side: Side; readonly by: string }
  | { readonly kind: 'rate'; readonly useful: boolean; readonly comment: string | undefined }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'withdraw' }
  /** A reservist has left the network: nothing may stay in their hands. */
  | { readonly kind: 'forget_reservist'; readonly reservist: string }
  /** A coordinator takes it from whoever holds it or was asked: for `offer`, or for whomever the matching finds. */
  | { readonly kind: 'move'; readonly offer: Offer | undefined }
  | { readonly kind: 'tick' };

export type CaseFault =
  | { readonly kind: 'wrong_status'; readonly status: CaseStatus }
  /** Somebody else accepted first. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'offer_expired' }
  | { readonly kind: 'not_offered' }
  | { readonly kind: 'not_holder' }
  | { readonly kind: 'empty_text' };

type Decided = Result<readonly CaseEvent[], CaseFault>;

/** What a command makes of a case at an instant: events to add (none when there is nothing to do), or why not. Pure. */
export function decideCase(state: Case, command: CaseCommand, at: string, policy: HandoffPolicy): Decided {
  const wrong: Decided = err({ kind: 'wrong_status', status: state.status });
  switch (command.kind) {
    case 'edit_brief':
      return state.status === 'draft' ? ok([{ kind: 'brief_edited', at, brief: command.brief }]) : wrong;
    case 'consent': {
      const { masked, suppliers, sameBodyPreferred } = command;
      return state.status === 'draft' ? ok([{ kind: 'consented', at, masked, suppliers, sameBodyPreferred }]) : wrong;
    }
    case 'offer':
      return isSeeking(state) ? ok([{ kind: 'offered', at, wave: state.wave + 1, offers: command.offers }]) : wrong;
    case 'queue': {
      const { retryAt, expectedAt } = command;
      return isSeeking(state) ? ok([{ kind: 'queued', at, retryAt, expectedAt }]) : wrong;
    }
    case 'accept': {
      const offer = offerTo(state, command.reservist, at);
      return offer.ok ? ok([{ kind: 'accepted', at, offer: offer.value.id, reservist: command.reservist }]) : offer;
    }
    case 'decline': {
      const { reservist, reason } = command;
      const offer = offerTo(state, reservist, at);
      return offer.ok ? ok([{ kind: 'declined', at, offer: offer.value.id, reservist, reason }]) : offer;
    }
    case 'say':
      return say(state, command, at);
    case 'answer':
      return held(state, command.by, () => (state.status === 'answered' ? [] : [{ kind: 'answered', at }]));
    case 'give_back':
      return held(state, command.by, () => [{ kind: 'released', at, reservist: command.by, why: 'returned' }]);
    case 'pass_to':
      return held(state, command.by, () => [{ kind: 'transferred', at, from: command.by, offers: [command.offer] }]);
    case 'open_identity':
      return openIdentity(state, command, at);
    case 'close':
      return command.side === 'reservist'
        ? held(state, command.by, () => [{ kind: 'closed', at, by: 'reservist' }])
        : command.by !== state.requester.person
          ? err({ kind: 'not_holder' })
          : HELD.has(state.status)
            ? ok([{ kind: 'closed', at, by: 'requester' }])
            : wrong;
    case 'rate': {
      const { useful, comment } = command;
      return state.status === 'closed' ? ok([{ kind: 'rated', at, useful, comment }]) : wrong;
    }
    case 'reopen':
      return state.status === 'closed' ? ok([{ kind: 'reopened', at, why: command.why }]) : wrong;
    case 'withdraw':
      return ENDED.has(state.status) ? wrong : ok([{ kind: 'withdrawn', at }]);
    case 'forget_reservist':
      return ok(withoutReservist(state, command.reservist, at));
    case 'move':
      return move(state, command.offer, at);
    case 'tick':
      return ok(tick(state, at, policy));
    default:
      return assertNever(command);
  }
}

function offerTo(state: Case, reservist: string, at: string): Result<Offer, CaseFault> {
  const offer = state.offers.find((one) => one.reservist === reservist);
  if (offer === undefined) {
    if (state.holder !== undefined && state.holder !== reservist) return err({ kind: 'taken' });
    if (ENDED.has(state.status)) return err({ kind: 'wrong_status', status: state.status });
    return err({ kind: state.passedBy.includes(reservist) ? 'offer_expired' : 'not_offered' });
  }
  // An offer is over at its instant even when the clock has not come round to saying so.
  return offer.expiresAt <= at ? err({ kind: 'offer_expired' }) : ok(offer);
}

function held(state: Case, by: string, events: () => readonly CaseEvent[]): Decided {
  if (!HELD.has(state.status)) return err({ kind: 'wrong_status', status: state.status });
  return state.holder === by ? ok(events()) : err({ kind: 'not_holder' });
}

function say(state: Case, command: Extract<CaseCommand, { kind: 'say' }>, at: string): Decided {
  if (command.text.trim() === '') return err({ kind: 'empty_text' });
  if (!HELD.has(state.status)) return err({ kind: 'wrong_status', status: state.status });
  if (command.by !== (command.from === 'reservist' ? state.holder : state.requester.person))
    return err({ kind: 'not_holder' });
  return ok([{ kind: 'messaged', at, from: command.from, text: command.text }]);
}

function openIdentity(state: Case, command: Extract<CaseCommand, { kind: 'open_identity' }>, at: string): Decided {
  if (!HELD.has(state.status)) return err({ kind: 'wrong_status', status: state.status });
  if (command.by !== (command.side === 'reservist' ? state.holder : state.requester.person))
    return err({ kind: 'not_holder' });
  return ok(state.identity[command.side] ? [] : [{ kind: 'identity_consented', at, by: command.side }]);
}

function withoutReservist(state: Case, reservist: string, at: string): readonly CaseEvent[] {
  if (state.holder === reservist) return [{ kind: 'released', at, reservist, why: 'gone' }];
  const offer = state.offers.find((one) => one.reservist === reservist);
  return offer === undefined ? [] : [{ kind: 'declined', at, offer: offer.id, reservist, reason: undefined }];
}

/** Without an offer it is for a case that someone holds: the others are being sought for already. */
function move(state: Case, offer: Offer | undefined, at: string): Decided {
  const { status, holder, offers, wave } = state;
  const isSought = isSeeking(state) || status === 'offered';
  if (!(isSought && offer !== undefined) && !HELD.has(status)) return err({ kind: 'wrong_status', status });
  const off = offers.map((one): CaseEvent => ({ kind: 'offer_expired', at, offer: one.id, reservist: one.reservist }));
  const from: readonly CaseEvent[] =
    holder === undefined ? off : [{ kind: 'released', at, reservist: holder, why: 'moved' }];
  return ok(offer === undefined ? from : [...from, { kind: 'offered', at, wave, offers: [offer] }]);
}

/** What is due by now. A seeking case gives nothing here: whom to ask is the matching's to say, through `offer` or `queue`. */
function tick(state: Case, at: string, policy: HandoffPolicy): readonly CaseEvent[] {
  const due = new Set(
    timersOf(state, policy)
      .filter((timer) => timer.at <= at)
      .map(({ kind }) => kind),
  );
  if (due.has('expire')) return [{ kind: 'expired', at }];
  if (due.has('offers_expire'))
    return state.offers
      .filter(({ expiresAt }) => expiresAt <= at)
      .map(({ id, reservist }) => ({ kind: 'offer_expired', at, offer: id, reservist }));
  if (due.has('silent') && state.holder !== undefined)
    return [{ kind: 'released', at, reservist: state.holder, why: 'silent' }];
  if (due.has('remind')) return [{ kind: 'reminded', at }];
  if (due.has('auto_close')) return [{ kind: 'closed', at, by: 'clock' }];
  return [];
}
