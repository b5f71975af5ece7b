import type { Once } from '../../once.ts';
import { availabilityBetween } from '../../reserve/working-time.ts';
import { assertNever, err, ok, type Result } from '../../result.ts';
import type { CaseAction, HelpFault } from '../../vocabulary/cases.ts';
import type { Case, Offer } from '../case.ts';
import type { CaseCommand } from '../decide.ts';
import { MINUTES_PER_CASE, matchCase } from '../match.ts';
import { readOwnBodies } from '../matcher.ts';
import { proposeFiche } from './candidates.ts';
import { bothAgreed, type CaseFile, type Seat, wasOffered } from './case-file.ts';
import { helpFault, LONGEST_MESSAGE, refused, textFault } from './faults.ts';
import { sameWords } from './identity.ts';
import type { HelpingParts } from './parts.ts';

type Acted = Promise<Result<undefined, HelpFault>>;

/** A colleague who is asked by name answers within that many days of theirs. */
const PASS_HORIZON_MS = 7 * 86_400_000;

/**
 * What a person does at a case. Someone without a seat learns nothing (`unknown_case`), with one exception: whoever was once
 * offered it, and knows of it, is told on `accept` or `decline` that it was taken or that the offer is over. Someone with a
 * seat, but not the one that the act needs, is told `not_yours`: that the case exists is no news to them.
 */
export async function act(
  parts: HelpingParts,
  by: string,
  file: CaseFile,
  seat: Seat | undefined,
  reservist: string | undefined,
  action: CaseAction,
  once: Once,
): Acted {
  const { cases, masker } = parts;
  const fault = faultOf(action);
  if (seat === undefined) {
    const asked = action.kind === 'accept' || action.kind === 'decline';
    if (!asked || reservist === undefined || !wasOffered(file.events, reservist))
      return refused({ kind: 'unknown_case' });
  }
  if (fault !== undefined) return refused(fault);
  // What cannot be read cannot be masked: the other side would have nothing of it.
  if (
    action.kind === 'say' &&
    !bothAgreed(file.state) &&
    masker.find(action.text).some(({ kind }) => kind === 'unread')
  )
    return refused({ kind: 'too_slow' });
  if (action.kind === 'propose_fiche') {
    if (seat?.kind !== 'past' && seat?.kind !== 'holder') return refused({ kind: 'not_yours' });
    if (seat.kind === 'holder' && file.state.status !== 'answered')
      return refused({ kind: 'wrong_status', status: file.state.status });
    return proposeFiche(parts, file, by, action.question, action.answer);
  }
  // A second click on «accept» changes nothing.
  if (action.kind === 'accept' && seat?.kind === 'holder') return ok(undefined);
  const command = await commandOf(parts, by, file, seat, reservist, action);
  if (!command.ok) return command;
  const given = await cases.give(file.state.id, command.value, once);
  return given.ok ? ok(undefined) : err(helpFault(given.error));
}

async function commandOf(
  parts: HelpingParts,
  by: string,
  { state }: CaseFile,
  seat: Seat | undefined,
  reservist: string | undefined,
  action: Exclude<CaseAction, { kind: 'propose_fiche' }>,
): Promise<Result<CaseCommand, HelpFault>> {
  const requester = seat?.kind === 'requester';
  const lender = seat?.kind === 'requester' ? undefined : reservist;
  const notYours = refused({ kind: 'not_yours' });
  const { kind } = action;
  switch (kind) {
    case 'accept':
      return lender === undefined ? notYours : ok({ kind, reservist: lender });
    case 'decline':
      return lender === undefined ? notYours : ok({ kind, reservist: lender, reason: action.reason });
    case 'say':
      if (requester) return ok({ kind, from: 'requester', by, text: action.text });
      return lender === undefined ? notYours : ok({ kind, from: 'reservist', by: lender, text: action.text });
    case 'open_identity':
    case 'close':
      if (requester) return ok({ kind, side: 'requester', by });
      return lender === undefined ? notYours : ok({ kind, side: 'reservist', by: lender });
    case 'answer':
    case 'give_back':
      return lender === undefined ? notYours : ok({ kind, by: lender });
    case 'pass_to':
      return lender === undefined ? notYours : passTo(parts, state, lender, action.reservist);
    case 'rate':
      return requester ? ok({ kind, useful: action.useful, comment: action.comment }) : notYours;
    case 'reopen':
      return requester ? ok({ kind, why: action.why }) : notYours;
    case 'withdraw':
      return requester ? ok({ kind }) : notYours;
    default:
      return assertNever(kind);
  }
}

async function passTo(
  parts: HelpingParts,
  state: Case,
  by: string,
  named: string,
): Promise<Result<CaseCommand, HelpFault>> {
  const offer = await offerTo(parts, state, by, named);
  return offer.ok ? ok({ kind: 'pass_to', by, offer: offer.value }) : offer;
}

/**
 * Named by id or by name; asked only if the matching would ask them, whatever they answered to this case before.
 * @param by whoever has it, and is not asked
 */
export async function offerTo(
  parts: Pick<HelpingParts, 'store' | 'isHoliday' | 'policy' | 'now' | 'newId'>,
  state: Case,
  by: string | undefined,
  named: string,
): Promise<Result<Offer, HelpFault>> {
  const at = parts.now();
  const reservists = await parts.store.reserve.reservists();
  const people = await parts.store.reserve.people();
  const loads = await parts.store.cases.loads(`${at.toISOString().slice(0, 7)}-01T00:00:00.000Z`);
  const ownBodies = await readOwnBodies(state, parts.store.reserve);
  if (!reservists.ok || !people.ok || !loads.ok || !ownBodies.ok) return refused({ kind: 'store_down' });
  const isNamed = (id: string) => people.value.some((one) => one.id === id && sameWords(one.name, named));
  const found = reservists.value.filter(({ id, person }) => id === named || isNamed(person));
  const [reservist] = found;
  if (reservist === undefined || found.length > 1 || reservist.id === by) return refused({ kind: 'unknown_reservist' });
  const load = loads.value.get(reservist.id);
  const ready = {
    reservist,
    windows: availabilityBetween(reservist, at.getTime(), at.getTime() + PASS_HORIZON_MS, parts.isHoliday),
    load: {
      cases: load?.cases ?? 0,
      minutesThisMonth: (load?.takenSince ?? 0) * MINUTES_PER_CASE,
      askedThisMonth: load?.askedSince ?? 0,
    },
  };
  const demand = {
    case: { ...state, passedBy: [] },
    territories: [],
    ownBodies: ownBodies.value,
    promisedMinutes: PASS_HORIZON_MS / 60_000,
  };
  const [candidate] = matchCase(demand, [ready], at.getTime()).candidates;
  if (candidate === undefined) return refused({ kind: 'unknown_reservist' });
  return ok({
    id: parts.newId(),
    reservist: reservist.id,
    expiresAt: parts.policy.addWorkingMinutes(
      new Date(candidate.availableAt).toISOString(),
      parts.policy.waves[0].minutes,
    ),
  });
}

/** What is wrong with what was typed, before anything is looked at. */
function faultOf(action: CaseAction): HelpFault | undefined {
  switch (action.kind) {
    case 'say':
      if ((action.files?.length ?? 0) > 0) return { kind: 'files_refused' };
      return textFault(action.text, LONGEST_MESSAGE);
    case 'reopen':
      return textFault(action.why, LONGEST_MESSAGE);
    case 'rate':
      return tooLong(action.comment);
    case 'decline':
      return tooLong(action.reason);
    default:
      return undefined;
  }
}

function tooLong(text: string | undefined): HelpFault | undefined {
  return (text?.length ?? 0) > LONGEST_MESSAGE ? { kind: 'too_long', limit: LONGEST_MESSAGE } : undefined;
}
