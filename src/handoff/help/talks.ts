import { z } from 'zod';
import { ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import { type Case, HELD } from '../case.ts';
import type { Chosen, Heard, OpenTalk } from '../port/views.ts';
import { seatOf } from './case-file.ts';
import { refused } from './faults.ts';
import type { Lending } from './lending.ts';
import { takeBackBarred } from './no-colleague.ts';
import type { HelpingParts } from './parts.ts';
import { readCases, rowOf } from './rows.ts';

type Who = Pick<Lending, 'person'> & Partial<Lending>;
type ForCase = Extract<Heard, { readonly kind: 'for_case' | 'question' }>;

/** Whom someone last wrote to: the other side of a case, or, with no case, the assistant. */
const talkSchema = z.object({
  case: z.string().optional(),
  /** The open cases as they stood then: one that has moved since may be what is answered. */
  seen: z.string(),
  at: z.number(),
});

const NOTE = { platform: 'desk', kind: 'talk' } as const;
/** After that a line is asked about again. */
const COLD_MS = 30 * 60_000;
const MOST_CASES = 3;

/**
 * Whether a line of someone with a case under way is for its other side. It is asked, and never guessed: the first line is held
 * back until its author says. What they chose then holds for half an hour, whichever process hears the next one.
 */
export function createTalks(
  parts: HelpingParts,
): (who: Who, chosen: Chosen | undefined) => Promise<Result<ForCase, HelpFault>> {
  const { store, now } = parts;

  /** The cases at which they may write now, what moved last first. */
  const readOpen = async ({ person, reservist }: Who): Promise<Result<readonly Case[], HelpFault>> => {
    const own = await store.cases.byRequester(person.id);
    const lent = reservist === undefined ? ok([]) : await store.cases.byReservist(reservist.id);
    if (!own.ok || !lent.ok) return refused({ kind: 'store_down' });
    const held = [...own.value, ...lent.value].filter(({ status }) => HELD.has(status));
    const cases = await readCases(store, held);
    if (!cases.ok) return refused({ kind: 'store_down' });
    const open: Case[] = [];
    for (const state of cases.value) {
      const seat = seatOf(state, person.id, reservist?.id, now());
      if (seat?.kind !== 'requester' && seat?.kind !== 'holder') continue;
      const barred = await takeBackBarred(parts, state, seat, reservist);
      if (!barred.ok) return refused({ kind: 'store_down' });
      if (!barred.value) open.push(state);
    }
    return ok(open.sort((one, other) => (one.since < other.since ? 1 : -1)));
  };

  return async (who, chosen) => {
    const open = await readOpen(who);
    if (!open.ok) return open;
    const [first, ...rest] = open.value;
    const by = who.person.id;
    if (first === undefined) return ok({ kind: 'question' });
    const at = now().getTime();
    const seen = open.value.map(({ id, version }) => `${id} ${version}`).join();
    const noted = chosen === undefined ? await store.platformNotes.get({ ...NOTE, key: by }) : undefined;
    if (noted?.ok === false) return refused({ kind: 'store_down' });
    const before =
      chosen === undefined ? talkSchema.safeParse(noted?.value?.body).data : { case: chosen.case, seen, at };
    const goes = open.value.find(({ id }) => id === before?.case);
    const isOver = before?.case === undefined ? before?.seen !== seen : goes === undefined;
    if (before === undefined || isOver || at - before.at > COLD_MS) {
      const more = rest.slice(0, MOST_CASES - 1).map((state) => talkOf(state, by));
      return ok({ kind: 'for_case', cases: [talkOf(first, by), ...more], goes: undefined });
    }
    const expiresAt = new Date(at + COLD_MS).toISOString();
    // Where it cannot be kept, it is asked once more.
    await store.platformNotes.put({ ...NOTE, key: by, person: by, body: { ...before, at }, expiresAt });
    return goes === undefined
      ? ok({ kind: 'question' })
      : ok({ kind: 'for_case', cases: [talkOf(goes, by)], goes: talkOf(goes, by) });
  };
}

function talkOf(state: Case, by: string): OpenTalk {
  const side = state.requester.person === by ? 'requester' : 'reservist';
  return { id: state.id, side, question: rowOf(state).question };
}
