import { assertNever } from '../../result.ts';
import { catalogues } from '../../text/catalogues.ts';
import type { Side } from '../../vocabulary/cases.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Notice } from '../notices.ts';
import { bothAgreed, type CaseFile, type Someone } from './case-file.ts';
import { escapeRelayed } from './escape-relayed.ts';
import type { Relay } from './relay.ts';

export interface Reader {
  readonly side: Side;
  readonly language: Language;
  readonly sayMoment: (instant: string) => string;
}

/** A notice as Markdown for its reader, not sealed yet. Words of the other side are hidden, then escaped. */
export function composeNotice(file: CaseFile, notice: Notice, reader: Reader, relay: Relay): string {
  const { handoff: texts } = catalogues[reader.language];
  const says = texts.notice;
  const { side, sayMoment } = reader;
  const { brief } = file.state;
  const sealed = (text: string) => escapeRelayed(relay.sealToReservist(file, text));
  const ifAny = (text: string | undefined) => (text === undefined ? undefined : sealed(text));
  switch (notice.kind) {
    case 'searching':
      return notice.wave === 1 ? says.searching : says.searchingAgain;
    case 'queued':
      return says.queued(notice.expectedAt === undefined ? undefined : sayMoment(notice.expectedAt));
    case 'offer':
      return says.offer({
        question: sealed(brief.question),
        answered: ifAny(brief.answered),
        need: ifAny(brief.need),
        from: file.requester.body?.publicClass ?? texts.otherBody,
        until: sayMoment(notice.expiresAt),
      });
    case 'offer_over':
      return says.offerOver[notice.why];
    case 'accepted':
      return says.accepted;
    case 'yours':
      return says.yours;
    case 'relayed': {
      const words = side === 'requester' ? relay.wordsToRequester : relay.wordsToReservist;
      const name = bothAgreed(file.state) ? otherOf(file, side).person?.name : undefined;
      return says.relayed[side](escapeRelayed(words(file, notice.text).text), name && escapeRelayed(name));
    }
    case 'reminder':
      return says.reminder;
    case 'answered':
      return says.answered;
    case 'seeking_again':
      return says.seekingAgain[notice.why];
    case 'released':
      return says.released[notice.why];
    case 'identity_asked':
      return says.identityAsked;
    case 'identity_open':
      return sayOther(otherOf(file, side));
    case 'closed':
      return says.closed[side][notice.by];
    case 'reopened':
      return says.reopened;
    case 'withdrawn':
      return says.withdrawn;
    case 'expired':
      return says.expired[notice.was];
    default:
      return assertNever(notice);
  }

  /** Told when both had agreed; the case may since have gone to someone else, who has not. */
  function sayOther({ person, body }: Someone): string {
    const { identity } = file.state;
    if (!identity.requester || !identity.reservist || person === undefined) return says.identityAsked;
    return says.identityOpen(escapeRelayed(person.name), escapeRelayed(body?.name ?? texts.otherBody));
  }
}

/** The other side, as the case stands. */
export function otherOf({ state, requester, lenders }: CaseFile, side: Side): Someone {
  if (side === 'reservist') return requester;
  const holder = state.holder ?? (state.status === 'closed' ? state.lastHolder : undefined);
  return (holder === undefined ? undefined : lenders.get(holder)) ?? { person: undefined, body: undefined };
}
