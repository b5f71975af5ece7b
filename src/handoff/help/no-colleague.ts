import type { Reservist } from '../../reserve/reservist.ts';
import { ok, type Result } from '../../result.ts';
import type { Case } from '../case.ts';
import { barOfInterest } from '../match.ts';
import { readOwnBodies } from '../matcher.ts';
import type { Seat } from './case-file.ts';
import type { HelpingParts } from './parts.ts';

/**
 * People change bodies, and bodies turn out to be the same, while a case is offered: an offer that would not be made now is taken
 * back before anything of it is shown, and the case goes on looking for someone. True when it was.
 */
export async function takeBackBarred(
  { cases, store }: HelpingParts,
  state: Case,
  seat: Seat | undefined,
  reservist: Reservist | undefined,
): Promise<Result<boolean, unknown>> {
  if (seat?.kind !== 'offered' || reservist === undefined) return ok(false);
  const ownBodies = await readOwnBodies(state, store.reserve);
  if (!ownBodies.ok) return ownBodies;
  if (barOfInterest(state, ownBodies.value, reservist) === undefined) return ok(false);
  const given = await cases.give(state.id, { kind: 'forget_reservist', reservist: reservist.id });
  return given.ok ? ok(true) : given;
}
