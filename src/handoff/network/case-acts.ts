import { looksAfter, territoriesOf } from '../../reserve/reach.ts';
import { ok, type Result } from '../../result.ts';
import type { NetworkFault } from '../../vocabulary/network.ts';
import type { Case } from '../case.ts';
import type { CaseCommand } from '../decide.ts';
import { foldCase } from '../fold.ts';
import { offerTo } from '../help/act.ts';
import { LONGEST_MESSAGE } from '../help/faults.ts';
import { hasMoved } from '../moved.ts';
import type { Acted } from '../port/animating.ts';
import { type ActOf, DOWN, done, type Planned, type Room, refuse } from './room.ts';

export async function handTo(room: Room, act: ActOf<'hand_to'>): Planned {
  const found = await reachedCase(room, act.case);
  if (!found.ok) return found;
  const state = found.value;
  if (state.offers.some(({ reservist }) => reservist === act.reservist)) return ok(undefined);
  if (await wentOn(room, state, act.on)) return refuse({ kind: 'stale' });
  const offer = await offerTo(room, state, state.holder, act.reservist);
  if (!offer.ok) return refuse({ kind: offer.error.kind === 'store_down' ? 'store_down' : 'reservist_unfit' });
  return ok({ about: state.id, apply: () => give(room, act, { kind: 'move', offer: offer.value }) });
}

export async function seekAgain(room: Room, act: ActOf<'seek_again'>): Planned {
  const found = await reachedCase(room, act.case);
  if (!found.ok) return found;
  if (found.value.holder === undefined || (await wentOn(room, found.value, act.on))) return refuse({ kind: 'stale' });
  return ok({ about: act.case, apply: () => give(room, act, { kind: 'move', offer: undefined }) });
}

async function give(
  { cases }: Room,
  act: { readonly case: string; readonly on: number },
  command: CaseCommand,
): Promise<Result<Acted, NetworkFault>> {
  const given = await cases.give(act.case, command, { on: act.on });
  if (given.ok) return ok({});
  return refuse({ kind: given.error.kind === 'store_down' ? 'store_down' : 'stale' });
}

/** Looked at before it is noted, and once more as it is done. */
async function wentOn({ cases }: Room, now: Case, on: number): Promise<boolean> {
  const events = await cases.history(now.id);
  const seen = events.ok ? events.value.slice(0, Math.max(on, 0)) : [];
  return seen.length === 0 || hasMoved({ kind: 'move', offer: undefined }, foldCase(now.id, seen), now);
}

/** Of a body within reach. Drafts are nobody else's business. */
export async function reachedCase({ cases, bodies, by }: Room, id: string): Promise<Result<Case, NetworkFault>> {
  const found = await cases.read(id);
  if (!found.ok) return refuse({ kind: found.error.kind === 'store_down' ? 'store_down' : 'unknown' });
  if (found.value.status === 'draft') return refuse({ kind: 'unknown' });
  if (!looksAfter(by, bodies.get(found.value.requester.organisation))) return refuse({ kind: 'out_of_reach' });
  return ok(found.value);
}

/** A message that was given up is due now. */
export async function retryMessage(room: Room, { message }: ActOf<'retry_message'>): Planned {
  const { outbox } = room.store;
  const givenUp = await outbox.givenUp();
  if (!givenUp.ok) return DOWN;
  const entry = givenUp.value.find(({ id }) => id === message);
  if (entry === undefined) return refuse({ kind: 'stale' });
  const found = await reachedCase(room, entry.notice.case);
  if (!found.ok) return found;
  return ok({
    about: found.value.id,
    apply: async () => done(await outbox.again(message, room.now().toISOString())),
  });
}

/** What killed the process, or threw, is of no territory. */
export async function releaseAside(room: Room, act: ActOf<'retry_aside' | 'drop_aside'>): Planned {
  if (!reachesAll(room)) return refuse({ kind: 'out_of_reach' });
  const { trials } = room.store;
  const aside = await trials.setAside();
  if (!aside.ok) return DOWN;
  const one = aside.value.find(({ kind, id }) => kind === act.what && id === act.id);
  if (one === undefined) return refuse({ kind: 'stale' });
  const how = act.kind === 'retry_aside' ? 'retry' : 'drop';
  return ok({ about: one.id, apply: async () => done(await trials.release(one, how, room.now().toISOString())) });
}

/** So is what somebody said of an answer: nobody is noted with it. */
export async function answerFeedback(room: Room, { exchange, text }: ActOf<'answer_feedback'>): Planned {
  if (!reachesAll(room)) return refuse({ kind: 'out_of_reach' });
  const answer = text.trim();
  if (answer === '') return refuse({ kind: 'needed', field: 'text' });
  if (answer.length > LONGEST_MESSAGE) return refuse({ kind: 'too_long', limit: LONGEST_MESSAGE });
  const { exchanges } = room.store;
  const opinions = await exchanges.opinions(MOST_OPINIONS);
  if (!opinions.ok) return DOWN;
  const opinion = opinions.value.find((one) => one.exchange === exchange);
  if (opinion === undefined) return refuse({ kind: 'unknown' });
  if (opinion.answer === answer) return ok(undefined);
  const at = room.now().toISOString();
  return ok({
    about: exchange,
    apply: async () => done(await exchanges.answerOpinion({ exchange, at, text: answer })),
  });
}

function reachesAll({ by }: Pick<Room, 'by'>): boolean {
  return territoriesOf(by).length === 0;
}

/** What a coordinator reads in one go. */
export const MOST_OPINIONS = 100;
