import { createSeal } from '../../masking/seal.ts';
import type { CaseEvent } from '../case.ts';
import type { Notice } from '../notices.ts';

/** Who is erased, and what stands in their place. */
export interface Erased {
  readonly alias: string;
  readonly reservist: string | undefined;
  /** Words by which they would be known. */
  readonly names: readonly string[];
}

/**
 * An event without the person: of a case of their own all words go, and what is left says only when what happened; of a case
 * they helped with, what they wrote stays for the one it was written to, without their name.
 */
export function eraseFromEvent(event: CaseEvent, own: boolean, erased: Erased): CaseEvent {
  const nameless = withoutReservist(event, erased);
  return own ? withoutWords(nameless, erased) : withoutNames(nameless, erased);
}

/** A message that waits: gone when it is to the person erased or carries words of theirs. */
export function eraseFromNotice(notice: Notice, own: boolean, { reservist, names }: Erased): Notice | undefined {
  if (own && (notice.to.kind === 'requester' || notice.kind === 'relayed')) return undefined;
  if (notice.to.kind === 'reservist' && notice.to.id === reservist) return undefined;
  return notice.kind === 'relayed' ? { ...notice, text: createSeal(names)(notice.text) } : notice;
}

function withoutReservist(event: CaseEvent, { alias, reservist }: Erased): CaseEvent {
  const renamed = (id: string) => (id === reservist ? alias : id);
  switch (event.kind) {
    case 'offered': {
      const [first, ...rest] = event.offers;
      const rename = (offer: typeof first) => ({ ...offer, reservist: renamed(offer.reservist) });
      return { ...event, offers: [rename(first), ...rest.map(rename)] };
    }
    case 'transferred': {
      const [offer] = event.offers;
      return { ...event, from: renamed(event.from), offers: [{ ...offer, reservist: renamed(offer.reservist) }] };
    }
    case 'declined':
      return event.reservist === reservist ? { ...event, reservist: alias, reason: undefined } : event;
    case 'offer_expired':
    case 'accepted':
    case 'released':
      return { ...event, reservist: renamed(event.reservist) };
    default:
      return event;
  }
}

function withoutNames(event: CaseEvent, { names }: Erased): CaseEvent {
  return event.kind === 'messaged' && event.from === 'reservist'
    ? { ...event, text: createSeal(names)(event.text) }
    : event;
}

function withoutWords(event: CaseEvent, { alias }: Erased): CaseEvent {
  switch (event.kind) {
    case 'drafted': {
      const { role, address } = event.requester;
      const requester = {
        person: alias,
        organisation: '',
        role,
        address: { platform: address.platform, conversation: '' },
      };
      return { ...event, requester, brief: wordless(event.brief) };
    }
    case 'brief_edited':
      return { ...event, brief: wordless(event.brief) };
    case 'consented':
      return { ...event, masked: [], suppliers: [] };
    case 'messaged':
      return { ...event, text: '' };
    case 'declined':
      return { ...event, reason: undefined };
    case 'rated':
      return { ...event, comment: undefined };
    case 'reopened':
      return { ...event, why: '' };
    default:
      return event;
  }
}

/** What is counted stays: the competences and the language. */
function wordless(brief: Extract<CaseEvent, { kind: 'drafted' }>['brief']) {
  return { ...brief, question: '', answered: undefined, need: undefined };
}
