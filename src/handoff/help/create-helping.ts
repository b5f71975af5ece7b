import { keyOf } from '../../once.ts';
import { createReadDirectory, type ReadDirectory } from '../../reserve/directory.ts';
import { isCoordinator, signedInAs } from '../../reserve/signed-in.ts';
import { err, ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { Helping } from '../port/helping.ts';
import type { CaseView, Heard } from '../port/views.ts';
import type { LookKind } from '../records/help-records.ts';
import { act } from './act.ts';
import { readBoard } from './board.ts';
import { createBringBack } from './bring-back.ts';
import { judgeFiche, proposeLesson } from './candidates.ts';
import { type CaseFile, createReadCaseFile, type Seat, seatOf } from './case-file.ts';
import type { Reader } from './compose-notice.ts';
import { readDesk, sayAvailability } from './desk.ts';
import { exportPerson } from './export-person.ts';
import { helpFault, refused } from './faults.ts';
import { forgetPerson } from './forget.ts';
import { hearLine } from './hear.ts';
import { calendarOf, declareLending, type Lending, takeCalendar } from './lending.ts';
import { createSayMoment } from './moments.ts';
import { takeBackBarred } from './no-colleague.ts';
import type { HelpingParts } from './parts.ts';
import { previewBrief, reviseBrief, sendBrief } from './preview.ts';
import { createRelay, type Relay } from './relay.ts';
import { readCases, rowOf } from './rows.ts';
import { createTalks } from './talks.ts';
import { farewell, viewCase } from './view-case.ts';

interface Room extends HelpingParts {
  readonly readDirectory: ReadDirectory;
  readonly readCaseFile: ReturnType<typeof createReadCaseFile>;
  readonly relay: Relay;
}

interface Seated {
  readonly who: Partial<Lending> & Pick<Lending, 'person'>;
  readonly file: CaseFile;
  readonly seat: Seat | undefined;
}

const LOOKS: Readonly<Record<Seat['kind'], LookKind>> = {
  requester: 'requester',
  offered: 'offered',
  holder: 'holder',
  past: 'holder',
};

/**
 * The hand-over as the faces use it. Everyone sees what is theirs: a requester their own cases, a reservist what is offered to
 * them, what they hold and what they answered until it opens again, the coordinator the board. To anyone else there is no such
 * case (`unknown_case`); `not_yours` is said only where nothing is given away by it.
 */
export function createHelping(parts: HelpingParts): Helping {
  const { cases, store, masker, now, demo } = parts;
  const relay = createRelay(masker);
  const readDirectory = createReadDirectory(store.reserve);
  const room = { ...parts, readCaseFile: createReadCaseFile({ cases, store }), readDirectory, relay };
  const talk = createTalks(parts);

  return {
    demoPeople: async () => (demo ? readPeople(room) : []),
    signedIn: async (by) => {
      const person = await store.reserve.person(by);
      if (!person.ok || person.value === undefined) return undefined;
      const directory = await readDirectory();
      if (!directory.ok) return undefined;
      const { organisations, reservists } = directory.value;
      return signedInAs(person.value, organisations.get(person.value.organisation), reservists.has(by));
    },
    preview: (by, request, once) => previewBrief(parts, by, request, once),
    revise: (by, caseId, choices) => reviseBrief(parts, by, caseId, choices),
    send: async (by, caseId, consent) => {
      const sent = await sendBrief(parts, by, caseId, consent);
      if (!sent.ok) return sent;
      if (sent.value !== undefined) return ok({ kind: 'changed', preview: sent.value });
      const left = await view(room, by, caseId);
      return left.ok ? ok({ kind: 'sent', view: left.value }) : left;
    },
    mine: (by) => readMine(parts, by),
    view: (by, caseId) => view(room, by, caseId),
    act: async (by, caseId, action, once) => {
      const read = await readSeat(room, by, caseId);
      if (!read.ok) return read;
      const { who, file, seat } = read.value;
      const key = keyOf(by, once, 'act', caseId, action);
      // Whoever has just given a case away has no seat left to be asked from again.
      const done = await cases.isDone(key);
      if (!done.ok) return refused({ kind: 'store_down' });
      const acted = done.value
        ? ok(undefined)
        : await act(parts, by, file, seat, who.reservist?.id, action, { key, on: once?.on });
      if (!acted.ok) return acted;
      const after = await readSeat(room, by, caseId);
      if (!after.ok) return after;
      const reader = readerOf(room, who, after.value.seat);
      return after.value.seat === undefined
        ? ok(farewell(after.value.file, reader))
        : show(room, by, after.value.file, after.value.seat, reader);
    },
    hear: async (by, text, chosen) => {
      if (by === undefined) return ok(hearLine(parts, text, undefined));
      const who = await readWho(room, by);
      if (!who.ok) return who;
      const { person, reservist } = who.value;
      const lending = person === undefined || reservist === undefined ? undefined : { person, reservist };
      const heard: Heard = chosen === undefined ? hearLine(parts, text, lending) : { kind: 'question' };
      return heard.kind !== 'question' || person === undefined ? ok(heard) : talk({ ...who.value, person }, chosen);
    },
    desk: (by) => lending(room, by, (one) => readDesk(parts, one)),
    availability: (by, text, confirm) => lending(room, by, (one) => sayAvailability(parts, one, text, confirm)),
    declare: (by, declared) => lending(room, by, (one) => declareLending(parts, one, declared)),
    calendar: (by) => lending(room, by, async (one) => ok(calendarOf(parts, one))),
    takeCalendar: (by, text) => lending(room, by, (one) => takeCalendar(parts, one, text)),
    board: async (by, all = false) => {
      const who = await readWho(room, by);
      if (!who.ok) return who;
      if (who.value.person === undefined || !isCoordinator(who.value.person)) return refused({ kind: 'not_yours' });
      const looked = await store.help.look({ at: now().toISOString(), person: by, case: '', what: 'board' });
      return looked.ok ? readBoard(parts, all) : refused({ kind: 'store_down' });
    },
    broughtBack: createBringBack(parts),
    proposeLesson: (by, of, lesson) => proposeLesson(parts, of, { by, ...lesson }),
    judgeCandidate: (by, candidate, approve, why) => judgeFiche(parts, by, candidate, approve, why),
    exportOf: (by) => exportPerson(parts, by),
    forgetMe: (by) => forgetPerson(parts, by),
  };
}

/** One's own cases in one's own words, masked as one chose: newest first. */
async function readMine({ store }: HelpingParts, by: string): ReturnType<Helping['mine']> {
  const list = await store.cases.byRequester(by);
  const own = list.ok ? await readCases(store, list.value) : list;
  return own.ok ? ok(own.value.map((state) => rowOf(state)).reverse()) : refused({ kind: 'store_down' });
}

/** Who asks, with what they lend. */
async function readWho({ store, readDirectory }: Room, by: string): Promise<Result<Partial<Lending>, HelpFault>> {
  const [person, directory] = [await store.reserve.person(by), await readDirectory()];
  if (!person.ok || !directory.ok) return refused({ kind: 'store_down' });
  const reservist = directory.value.reservists.get(by);
  return ok({
    ...(person.value === undefined ? {} : { person: person.value }),
    ...(reservist === undefined ? {} : { reservist }),
  });
}

/** What only someone who lends may see or do. */
async function lending<T>(
  room: Room,
  by: string,
  act: (lending: Lending) => Promise<Result<T, HelpFault>>,
): Promise<Result<T, HelpFault>> {
  const who = await readWho(room, by);
  if (!who.ok) return who;
  const { person, reservist } = who.value;
  return person === undefined || reservist === undefined ? refused({ kind: 'not_yours' }) : act({ person, reservist });
}

/** The case, and where they sit at it, if anywhere. */
async function readSeat(room: Room, by: string, caseId: string): Promise<Result<Seated, HelpFault>> {
  const who = await readWho(room, by);
  if (!who.ok) return who;
  if (who.value.person === undefined) return refused({ kind: 'unknown_case' });
  const file = await room.readCaseFile(caseId);
  if (!file.ok) return err(helpFault(file.error));
  const seat = seatOf(file.value.state, by, who.value.reservist?.id, room.now());
  const takenBack = await takeBackBarred(room, file.value.state, seat, who.value.reservist);
  if (!takenBack.ok) return refused({ kind: 'store_down' });
  if (takenBack.value) return readSeat(room, by, caseId);
  return ok({ who: { ...who.value, person: who.value.person }, file: file.value, seat });
}

function readerOf(
  { hours, now }: Room,
  { person, reservist }: Pick<Lending, 'person'> & Partial<Lending>,
  seat: Seat | undefined,
): Reader {
  const side = seat?.kind === 'requester' ? 'requester' : 'reservist';
  const zone = side === 'reservist' ? (reservist?.timeZone ?? hours.timeZone) : hours.timeZone;
  return { side, language: person.language, sayMoment: createSayMoment(zone, now(), person.language) };
}

/** Nothing is shown that is not written down first. */
async function show(
  { store, now, relay }: Room,
  by: string,
  file: CaseFile,
  seat: Seat,
  reader: Reader,
): Promise<Result<CaseView, HelpFault>> {
  const look = { at: now().toISOString(), person: by, case: file.state.id, what: LOOKS[seat.kind] };
  const looked = await store.help.look(look);
  return looked.ok ? ok(viewCase(file, seat, reader, relay)) : refused({ kind: 'store_down' });
}

async function view(room: Room, by: string, caseId: string): Promise<Result<CaseView, HelpFault>> {
  const read = await readSeat(room, by, caseId);
  if (!read.ok) return read;
  const { who, file, seat } = read.value;
  return seat === undefined ? refused({ kind: 'unknown_case' }) : show(room, by, file, seat, readerOf(room, who, seat));
}

async function readPeople({ store, readDirectory }: Room) {
  const [people, directory] = [await store.reserve.people(), await readDirectory()];
  // The port has no word for a store that is down here: for as long as it is, nobody is signed in.
  if (!people.ok || !directory.ok) return [];
  const { organisations, reservists } = directory.value;
  return people.value.map((person) =>
    signedInAs(person, organisations.get(person.organisation), reservists.has(person.id)),
  );
}
