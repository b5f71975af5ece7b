import { assertNever } from '../../result.ts';
import type { Catalogue } from '../../text/catalogues.ts';
import { catalogues } from '../../text/catalogues.ts';
import type { CaseAction, CaseStatus, Side } from '../../vocabulary/cases.ts';
import { type CaseEvent, HELD } from '../case.ts';
import type { CaseLine, CaseView } from '../port/views.ts';
import { bothAgreed, type CaseFile, type Seat } from './case-file.ts';
import { otherOf, type Reader } from './compose-notice.ts';
import type { Relay, Relayed } from './relay.ts';

/** What one seat sees of a case. Texts are plain, not Markdown: a face shows them as text. */
export function viewCase(file: CaseFile, seat: Seat, reader: Reader, relay: Relay): CaseView {
  const { state } = file;
  const { handoff: texts } = catalogues[reader.language];
  const { side } = reader;
  const mySide = side === 'requester' ? state.identity.requester : state.identity.reservist;
  const otherSide = side === 'requester' ? state.identity.reservist : state.identity.requester;
  const seal = (text: string) => (side === 'reservist' ? relay.sealToReservist(file, text) : text);
  return {
    id: state.id,
    version: state.version,
    status: state.status,
    standing: texts.standing[side][state.status]({
      expected: state.expectedAt === undefined ? undefined : reader.sayMoment(state.expectedAt),
      until: seat.kind === 'offered' ? reader.sayMoment(seat.offer.expiresAt) : undefined,
      rated: isRated(file.events),
    }),
    side,
    brief: {
      question: seal(state.brief.question),
      answered: state.brief.answered === undefined ? undefined : seal(state.brief.answered),
      need: state.brief.need === undefined ? undefined : seal(state.brief.need),
    },
    lines: seat.kind === 'offered' ? [] : linesOf(file, seat, reader, relay, texts),
    other: otherShown(file, side, texts),
    identity: { you: mySide, other: otherSide },
    expectedAt: side === 'requester' ? state.expectedAt : undefined,
    openedAt: state.openedAt,
    may: mayDo(file, seat),
  };
}

/** To a reservist whose hands it has just left: that it has, and nothing of the case. */
export function farewell({ state }: CaseFile, reader: Reader): CaseView {
  const { handoff: texts } = catalogues[reader.language];
  return {
    id: state.id,
    version: state.version,
    status: state.status,
    standing: texts.left,
    side: 'reservist',
    brief: { question: '', answered: undefined, need: undefined },
    lines: [],
    other: { name: undefined, organisation: texts.otherBody },
    identity: { you: false, other: false },
    expectedAt: undefined,
    openedAt: state.openedAt,
    may: [],
  };
}

function otherShown(file: CaseFile, side: Side, texts: Catalogue['handoff']): CaseView['other'] {
  const { person, body } = otherOf(file, side);
  const nobody = side === 'requester' && file.state.holder === undefined && file.state.status !== 'closed';
  if (bothAgreed(file.state) && person !== undefined)
    return { name: person.name, organisation: body?.name ?? texts.otherBody };
  return { name: undefined, organisation: nobody ? texts.nobodyYet : (body?.publicClass ?? texts.otherBody) };
}

const WHILE_HELD = {
  requester: ['say', 'open_identity', 'close', 'withdraw'],
  reservist: ['say', 'answer', 'give_back', 'pass_to', 'open_identity', 'close'],
} as const;

/** What a seat may do now; each is decided again when it is done. */
function mayDo({ state, events }: CaseFile, seat: Seat): readonly CaseAction['kind'][] {
  const agreed = (side: Side) => (kind: CaseAction['kind']) => !(kind === 'open_identity' && state.identity[side]);
  switch (seat.kind) {
    case 'offered':
      return ['accept', 'decline'];
    case 'past':
      return ['propose_fiche'];
    case 'holder': {
      const may: readonly CaseAction['kind'][] = WHILE_HELD.reservist.filter(agreed('reservist'));
      return state.status === 'answered' ? [...may.filter((kind) => kind !== 'answer'), 'propose_fiche'] : may;
    }
    case 'requester':
      if (HELD.has(state.status)) return WHILE_HELD.requester.filter(agreed('requester'));
      return REQUESTER_MAY[state.status].filter((kind) => !(kind === 'rate' && isRated(events)));
    default:
      return assertNever(seat);
  }
}

const REQUESTER_MAY: Readonly<Record<CaseStatus, readonly CaseAction['kind'][]>> = {
  draft: ['withdraw'],
  consented: ['withdraw'],
  queued: ['withdraw'],
  offered: ['withdraw'],
  accepted: [],
  in_progress: [],
  answered: [],
  closed: ['rate', 'reopen'],
  withdrawn: [],
  expired: [],
};

/** Since it was last closed. */
function isRated(events: readonly CaseEvent[]): boolean {
  const closed = events.map(({ kind }) => kind).lastIndexOf('closed');
  return events.slice(closed + 1).some(({ kind }) => kind === 'rated');
}

function linesOf(
  file: CaseFile,
  seat: Seat,
  reader: Reader,
  relay: Relay,
  texts: Catalogue['handoff'],
): readonly CaseLine[] {
  const { side } = reader;
  const lines: CaseLine[] = [];
  let holder: string | undefined;
  for (const event of file.events) {
    if (event.kind === 'accepted') holder = event.reservist;
    const mine = side === 'requester' || ('reservist' in seat && holder === seat.reservist);
    if (event.kind === 'messaged') {
      const own = event.from === side && mine;
      // What another reservist wrote before is the requester's: to the next one it is sealed as the requester's words are.
      const words = own === (side === 'requester') ? relay.wordsToReservist : relay.wordsToRequester;
      const { text, hidden } = words(file, event.text);
      lines.push(
        own
          ? { at: event.at, kind: 'message', from: 'you', text: event.text, ...sayHidden(hidden, texts) }
          : { at: event.at, kind: 'message', from: event.from, text },
      );
      continue;
    }
    // Of what happened before it came to them, a reservist sees the words alone: who declined is nobody's business.
    const text = mine ? stepText(event, reader, texts) : undefined;
    if (text !== undefined) lines.push({ at: event.at, kind: 'step', text });
  }
  return lines;
}

/** To the author of a message alone: what the other side does not read of it. */
function sayHidden(hidden: Relayed['hidden'], { masked }: Catalogue['handoff']): { readonly hidden?: string } {
  return hidden.length === 0 ? {} : { hidden: masked.line(hidden.map((kind) => masked.kind[kind])) };
}

function stepText(event: CaseEvent, { side, sayMoment }: Reader, { step }: Catalogue['handoff']): string | undefined {
  switch (event.kind) {
    case 'drafted':
      return step.drafted;
    case 'consented':
      return step.consented;
    case 'offered':
      return step.offered(event.offers.length);
    case 'queued':
      return step.queued(event.expectedAt === undefined ? undefined : sayMoment(event.expectedAt));
    case 'declined':
      return step.declined;
    case 'offer_expired':
      return step.offerExpired;
    case 'accepted':
      return step.accepted[side];
    case 'reminded':
      return step.reminded;
    case 'answered':
      return step.answered[side];
    case 'released':
      return step.released[event.why];
    case 'transferred':
      return step.transferred;
    case 'identity_consented':
      return event.by === side ? step.identityYou : step.identityOther;
    case 'closed':
      return step.closed[event.by === 'clock' ? 'clock' : event.by === side ? 'you' : 'other'];
    case 'rated':
      return side === 'requester' ? step.rated[event.useful ? 'useful' : 'not_useful'] : undefined;
    case 'reopened':
      return step.reopened;
    case 'withdrawn':
      return step.withdrawn;
    case 'expired':
      return step.expired;
    case 'brief_edited':
    case 'messaged':
      return undefined;
    default:
      return assertNever(event);
  }
}
