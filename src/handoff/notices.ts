import { assertNever } from '../result.ts';
import type { Case, CaseEvent } from './case.ts';

/** Who is told. A reservist is named by id: the outbox finds where they are to be reached. */
type Recipient = { readonly kind: 'requester' } | { readonly kind: 'reservist'; readonly id: string };

/** What is told, before it is put into words for the platform and language of the one who reads it. */
export type Notice = { readonly to: Recipient; readonly case: string } & (
  | { readonly kind: 'searching'; readonly wave: number }
  | { readonly kind: 'queued'; readonly expectedAt: string | undefined }
  | { readonly kind: 'offer'; readonly offer: string; readonly expiresAt: string }
  | { readonly kind: 'offer_over'; readonly why: 'expired' | 'taken' | 'withdrawn' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'yours' }
  | { readonly kind: 'relayed'; readonly text: string }
  | { readonly kind: 'reminder' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'seeking_again'; readonly why: 'returned' | 'silent' | 'gone' | 'moved' | 'transferred' }
  | { readonly kind: 'released'; readonly why: 'silent' | 'moved' }
  | { readonly kind: 'identity_asked' }
  | { readonly kind: 'identity_open' }
  | { readonly kind: 'closed'; readonly by: 'requester' | 'reservist' | 'clock' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly was: 'draft' | 'seeking' }
);

/** The messages that an event sends: written with it, in one transaction. Nobody is told what they have just done. */
export function noticesOf(before: Case, event: CaseEvent, after: Case): readonly Notice[] {
  const id = after.id;
  const requester = { to: { kind: 'requester' }, case: id } as const;
  const reservist = (who: string) => ({ to: { kind: 'reservist', id: who }, case: id }) as const;
  const offered = before.offers.map((offer) => offer.reservist);
  switch (event.kind) {
    case 'drafted':
    case 'brief_edited':
    case 'consented':
    case 'declined':
    case 'rated':
      return [];
    case 'offered':
      return [
        ...event.offers.map((offer) => offerNotice(offer.reservist, offer.id, offer.expiresAt)),
        { ...requester, kind: 'searching', wave: event.wave },
      ];
    case 'queued':
      // Said once, and again only when the expected time has changed.
      return before.status === 'queued' && before.expectedAt === event.expectedAt
        ? []
        : [{ ...requester, kind: 'queued', expectedAt: event.expectedAt }];
    case 'offer_expired':
      return [{ ...reservist(event.reservist), kind: 'offer_over', why: 'expired' }];
    case 'accepted':
      return [
        { ...requester, kind: 'accepted' },
        { ...reservist(event.reservist), kind: 'yours' },
        ...offered
          .filter((who) => who !== event.reservist)
          .map((who) => ({ ...reservist(who), kind: 'offer_over', why: 'taken' }) as const),
      ];
    case 'messaged':
      return event.from === 'reservist'
        ? [{ ...requester, kind: 'relayed', text: event.text }]
        : holderOf(after).map((who) => ({ ...reservist(who), kind: 'relayed', text: event.text }) as const);
    case 'reminded':
      return holderOf(after).map((who) => ({ ...reservist(who), kind: 'reminder' }) as const);
    case 'answered':
      return [{ ...requester, kind: 'answered' }];
    case 'released':
      return [
        { ...requester, kind: 'seeking_again', why: event.why },
        ...(event.why === 'silent' || event.why === 'moved'
          ? [{ ...reservist(event.reservist), kind: 'released', why: event.why } as const]
          : []),
      ];
    case 'transferred':
      return [
        ...event.offers.map((offer) => offerNotice(offer.reservist, offer.id, offer.expiresAt)),
        { ...requester, kind: 'seeking_again', why: 'transferred' },
      ];
    case 'identity_consented': {
      const both = after.identity.requester && after.identity.reservist;
      const holder = holderOf(after).map(reservist);
      if (both) return [requester, ...holder].map((to) => ({ ...to, kind: 'identity_open' }) as const);
      return (event.by === 'requester' ? holder : [requester]).map(
        (to) => ({ ...to, kind: 'identity_asked' }) as const,
      );
    }
    case 'closed': {
      const told = [requester, ...holderOf(before).map(reservist)];
      const others = event.by === 'clock' ? told : told.filter(({ to }) => to.kind !== event.by);
      // The requester is told in any case: the satisfaction question comes with it.
      return [...new Set([requester, ...others])].map((to) => ({ ...to, kind: 'closed', by: event.by }) as const);
    }
    case 'reopened':
      return [{ ...requester, kind: 'reopened' }];
    case 'withdrawn':
      return [
        ...holderOf(before).map((who) => ({ ...reservist(who), kind: 'withdrawn' }) as const),
        ...offered.map((who) => ({ ...reservist(who), kind: 'offer_over', why: 'withdrawn' }) as const),
      ];
    case 'expired':
      return [{ ...requester, kind: 'expired', was: before.status === 'draft' ? 'draft' : 'seeking' }];
    default:
      return assertNever(event);
  }

  function offerNotice(who: string, offer: string, expiresAt: string): Notice {
    return { ...reservist(who), kind: 'offer', offer, expiresAt };
  }
}

const holderOf = ({ holder }: Case): readonly string[] => (holder === undefined ? [] : [holder]);
