import type { CaseStatus } from '../vocabulary/cases.ts';
import type { Case } from './case.ts';
import type { CaseCommand } from './decide.ts';

/** Where a case stands for who decides on it: the clock and the matching move it within one of these by themselves. */
const PHASES: Readonly<Record<CaseStatus, string>> = {
  draft: 'draft',
  consented: 'sought',
  queued: 'sought',
  offered: 'sought',
  accepted: 'held',
  in_progress: 'held',
  answered: 'held',
  closed: 'closed',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

/**
 * Whether what a command was decided on is no more: the offer that is taken or declined, the very words that leave, or where
 * the case stands and with whom. What the other side wrote meanwhile is no reason to refuse a message.
 */
export function hasMoved(command: CaseCommand, seen: Case, now: Case): boolean {
  switch (command.kind) {
    case 'accept':
    case 'decline':
      return offerTo(seen, command.reservist) !== offerTo(now, command.reservist);
    case 'consent':
      return JSON.stringify(seen.brief) !== JSON.stringify(now.brief);
    case 'say':
      return seen.holder !== now.holder;
    default:
      return PHASES[seen.status] !== PHASES[now.status] || seen.holder !== now.holder;
  }
}

function offerTo({ offers }: Case, reservist: string): string | undefined {
  return offers.find((offer) => offer.reservist === reservist)?.id;
}
