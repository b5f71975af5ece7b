import { createSeal } from '../../masking/seal.ts';
import { ok, type Result } from '../../result.ts';
import { ENDED, type HelpFault } from '../../vocabulary/cases.ts';
import { eraseFromEvent, eraseFromNotice } from './erase.ts';
import { refused } from './faults.ts';
import { namesOf } from './identity.ts';
import type { HelpingParts } from './parts.ts';

type Done = Promise<Result<undefined, HelpFault>>;
/** Each round lets go of what came in meanwhile: offers stop with the first, which pauses the reservist. */
const ROUNDS = 5;

/**
 * Erases a person: nothing stays in their hands, their own open cases are withdrawn, then all that is kept loses their name,
 * and the person goes last, so that a failure in between is mended by asking again. Of someone unknown: done.
 */
export async function forgetPerson(parts: HelpingParts, by: string): Done {
  const { cases, store, reserve, masker, newId } = parts;
  const down = refused({ kind: 'store_down' });
  const person = await store.reserve.person(by);
  const reservists = await store.reserve.reservists();
  if (!person.ok || !reservists.ok) return down;
  if (person.value === undefined) return ok(undefined);
  const reservist = reservists.value.find((one) => one.person === by);
  const bodyId = reservist?.organisation ?? person.value.organisation;
  const body = await store.reserve.organisation(bodyId);
  if (!body.ok) return down;
  const names = namesOf(person.value, body.value, reservist === undefined ? [] : [reservist.id], masker);
  const seal = createSeal(names);
  const erased = { alias: `forgotten:${newId()}`, reservist: reservist?.id, names };

  for (let round = 0; round < ROUNDS; round++) {
    if (!(await withdrawOwn())) return down;
    if (reservist !== undefined && !(await letGo(parts, reservist.id))) return down;
    const done = await store.retention.erase({
      person: by,
      alias: erased.alias,
      reservist: reservist?.id,
      event: (event, own) => eraseFromEvent(event, own, erased),
      notice: (notice, own) => eraseFromNotice(notice, own, erased),
      seal,
    });
    if (!done.ok && done.error.kind === 'store_down') return down;
    if (!done.ok) continue;
    // The rows by which all this was found go last.
    const removal = reservist === undefined ? ok({ kind: 'removed' } as const) : await reserve.remove(reservist.id);
    if (!removal.ok && removal.error.kind !== 'unknown_reservist') return down;
    if (removal.ok && removal.value.kind === 'release_first') continue;
    const removed = await store.reserve.removePerson(by);
    return removed.ok ? removed : down;
  }
  return down;

  async function withdrawOwn(): Promise<boolean> {
    const own = await store.cases.byRequester(by);
    if (!own.ok) return false;
    for (const { id, status } of own.value) {
      if (ENDED.has(status)) continue;
      const given = await cases.give(id, { kind: 'withdraw' });
      if (!given.ok && given.error.kind === 'store_down') return false;
    }
    return true;
  }
}

/** Nothing stays in a reservist's hands. Paused first: whatever is matched from now on leaves them out. */
export async function letGo(
  { cases, store, reserve }: Pick<HelpingParts, 'cases' | 'store' | 'reserve'>,
  id: string,
): Promise<boolean> {
  const paused = await reserve.change(id, [{ kind: 'pause', until: undefined }]);
  if (!paused.ok) return false;
  const held = await store.cases.byReservist(id);
  if (!held.ok) return false;
  for (const one of held.value) {
    const given = await cases.give(one.id, { kind: 'forget_reservist', reservist: id });
    if (!given.ok && given.error.kind === 'store_down') return false;
  }
  return true;
}
