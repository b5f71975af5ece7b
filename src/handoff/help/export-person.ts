import { ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { Case, CaseEvent } from '../case.ts';
import { type CaseFile, createReadCaseFile } from './case-file.ts';
import { refused } from './faults.ts';
import type { HelpingParts } from './parts.ts';
import { createRelay } from './relay.ts';

/**
 * All that is kept about a person, as JSON: their own rows whole, of their cases what they wrote and what they could read, and
 * nobody else's name or id.
 */
export async function exportPerson(parts: HelpingParts, by: string): Promise<Result<string, HelpFault>> {
  const { store, now } = parts;
  const down = refused({ kind: 'store_down' });
  const looked = await store.help.look({ at: now().toISOString(), person: by, case: '', what: 'export' });
  const person = await store.reserve.person(by);
  const reservists = await store.reserve.reservists();
  const own = await store.cases.byRequester(by);
  const candidates = await store.candidates.proposedBy(by);
  const looks = await store.help.looksBy(by);
  const notes = await store.platformNotes.about(by);
  const interviews = await store.interviews.of(by);
  if (
    !looked.ok ||
    !person.ok ||
    !reservists.ok ||
    !own.ok ||
    !candidates.ok ||
    !looks.ok ||
    !notes.ok ||
    !interviews.ok
  )
    return down;
  const reservist = reservists.value.find((one) => one.person === by);
  const offers = reservist === undefined ? ok([]) : await store.help.offersTo(reservist.id);
  if (!offers.ok) return down;
  const readCaseFile = createReadCaseFile(parts);
  const asked: unknown[] = [];
  for (const { id } of own.value) {
    const [file, brief] = [await readCaseFile(id), await store.help.brief(id)];
    if (!file.ok && file.error.kind === 'store_down') return down;
    if (!brief.ok) return down;
    if (file.ok)
      asked.push({ ...askedCase(parts, file.value), original: brief.value?.original, choices: brief.value?.choices });
  }
  const helped: unknown[] = [];
  for (const id of new Set(offers.value.map((offer) => offer.case))) {
    const file = await readCaseFile(id);
    if (!file.ok && file.error.kind === 'store_down') return down;
    if (file.ok && reservist !== undefined)
      helped.push({
        case: id,
        offers: offers.value.filter((offer) => offer.case === id).map(({ case: _, ...offer }) => offer),
        messages: messagesOf(file.value.events, reservist.id),
      });
  }
  const everything = {
    exportedAt: now().toISOString(),
    person: person.value,
    // Who stands in for them, and the bodies and firms they declared, are theirs to have; a colleague's id is not.
    reservist: reservist === undefined ? undefined : { ...reservist, substitute: reservist.substitute && 'declared' },
    casesAsked: asked,
    casesHelped: helped,
    fichesProposed: candidates.value.map(({ judgedBy: _, proposedBy: __, ...candidate }) => candidate),
    looks: looks.value,
    interviews: interviews.value.map(({ at, body }) => ({ at, ...JSON.parse(body) })),
    platforms: notes.value.map(({ platform, kind, key, expiresAt }) => ({ platform, kind, key, expiresAt })),
  };
  return ok(JSON.stringify(everything, undefined, 2));
}

/** A case as its requester knows it; what a reservist wrote as they could read it. */
function askedCase({ masker }: HelpingParts, file: CaseFile) {
  const { state, events } = file;
  const relay = createRelay(masker);
  const { id, status, requester, brief, masked, suppliers, sameBodyPreferred, openedAt, since }: Case = state;
  return {
    id,
    status,
    requester,
    brief,
    masked,
    suppliers,
    sameBodyPreferred,
    openedAt,
    since,
    history: events.map((event) => {
      if (event.kind !== 'messaged') return { at: event.at, kind: event.kind, ...wordsOf(event) };
      const text = event.from === 'requester' ? event.text : relay.wordsToRequester(file, event.text).text;
      return { at: event.at, kind: event.kind, from: event.from, text };
    }),
  };
}

/** What the requester wrote in a step; never who was asked. */
function wordsOf(event: CaseEvent): object {
  if (event.kind === 'rated') return { useful: event.useful, comment: event.comment };
  return event.kind === 'reopened' ? { why: event.why } : {};
}

/** What a reservist wrote while the case was theirs. */
function messagesOf(events: readonly CaseEvent[], reservist: string): readonly object[] {
  let holder: string | undefined;
  return events.flatMap((event): readonly object[] => {
    if (event.kind === 'accepted') holder = event.reservist;
    if (event.kind === 'declined' && event.reservist === reservist) return [{ at: event.at, reason: event.reason }];
    const mine = event.kind === 'messaged' && event.from === 'reservist' && holder === reservist;
    return mine ? [{ at: event.at, text: event.text }] : [];
  });
}
