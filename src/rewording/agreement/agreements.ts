import { createHash } from 'node:crypto';
import { keyOf, type Once } from '../../once.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { DoneBefore, StoreDown } from '../../vocabulary/record-faults.ts';
import type {
  AgreementAct,
  AgreementChange,
  AgreementFault,
  AgreementView,
  OpenedAgreement,
  Opening,
  Seat,
} from '../port/agreement.ts';
import type { OpenedWith } from '../port/interpreting.ts';
import { lockOf, type Opener, type Party, secretsOf } from '../port/party.ts';
import { pointsOf } from '../port/points.ts';
import type { Rewording } from '../port/rewording.ts';
import { applyEvent, fold, openAgreement } from './agreement.ts';
import type { AgreementEvents, StoredEvent } from './agreement-records.ts';
import { gatherCandidates, type LexiconCandidate } from './candidates.ts';
import { eventSchema, openedSchema, termCorrectedSchema } from './event-schema.ts';
import { decide } from './rules.ts';

type Answer = Promise<Result<AgreementView, AgreementFault>>;

/** The agreements of the two sides. Each change names the version it was decided on; a refused one changes nothing. */
export interface Agreements {
  /**
   * Keeps a brief. Someone known opens it for the side of their role, whatever `by` says; two people named open it for `by`,
   * and get a link each. The same key gives the same brief and the same links: a form sent twice keeps one.
   */
  open(
    rewording: Rewording,
    by: Role,
    opener: Opener,
    more?: OpenedWith,
  ): Promise<Result<OpenedAgreement, AgreementFault>>;
  read(id: string): Answer;
  /**
   * @param expected the version the act was decided on
   * @param once done before under the same key, the brief is given back as it stands
   */
  act(id: string, expected: number, act: AgreementAct, party: Party, once?: Pick<Once, 'key'>): Answer;
  /** Wordings that people preferred, over all agreements: for the coordinator, the most wanted first. */
  candidates(): Promise<Result<readonly LexiconCandidate[], StoreDown>>;
}

export interface AgreementsOptions {
  readonly store: { readonly agreementEvents: AgreementEvents };
  readonly now: () => Date;
  /** Not to be guessed: who holds the id of an agreement may read it. */
  readonly newId: () => string;
}

export function createAgreements({ store: { agreementEvents }, now, newId }: AgreementsOptions): Agreements {
  const write = async (
    id: string,
    version: number,
    change: AgreementChange & { readonly who?: string },
    key: string | undefined,
  ): Promise<Result<string, AgreementFault | DoneBefore>> => {
    const { kind, ...body } = change;
    const at = now().toISOString();
    const written = await agreementEvents.append({ agreement: id, version, at, kind, body }, key);
    if (written.ok) return ok(at);
    return err(written.error.kind === 'version_conflict' ? { kind: 'stale' } : written.error);
  };

  const read = async (id: string): Answer => {
    const stored = await agreementEvents.of(id);
    if (!stored.ok) return stored;
    const [first, ...rest] = stored.value;
    if (first === undefined) return err({ kind: 'unknown_agreement' });
    return ok(fold(id, [openedSchema.parse(flat(first)), ...rest.map((event) => eventSchema.parse(flat(event)))]));
  };

  const act: Agreements['act'] = async (id, expected, wanted, party, once) => {
    const view = await read(id);
    if (!view.ok) return view;
    const key = keyOf(nameOf(party), once, 'brief', id, wanted);
    // After the brief was read: what is written onto it then is not the act itself.
    const done = key === undefined ? ok(undefined) : await agreementEvents.findDone(key);
    if (!done.ok) return done;
    // Its twin may have written since: what is given back holds it.
    if (done.value !== undefined) return read(id);
    const decided = decide(view.value, wanted, party);
    // Who may not write is not told what has changed.
    if (!decided.ok && (decided.error.kind === 'not_a_party' || decided.error.kind === 'other_side')) return decided;
    if (view.value.version !== expected) return err({ kind: 'stale' });
    if (!decided.ok) return decided;
    const change = party.kind === 'person' ? { ...decided.value, who: party.id } : decided.value;
    const at = await write(id, expected + 1, change, key);
    if (at.ok) return ok(applyEvent(view.value, { ...change, at: at.value }));
    return at.error.kind === 'done_before' ? read(id) : err(at.error);
  };

  const openFor = async (id: string, change: Opened, key?: string): Promise<Result<AgreementView, AgreementFault>> => {
    const at = await write(id, 1, change, key);
    if (at.ok) return ok(openAgreement(id, { ...change, at: at.value }));
    return at.error.kind === 'done_before' ? read(at.error.ref) : err(at.error);
  };

  return {
    open: async (rewording, by, opener, { sheet, ...once } = {}) => {
      const opening = { ...openingOf(rewording), ...(sheet === undefined ? {} : { sheet }) };
      if (opener.kind === 'person') {
        const key = keyOf(opener.id, once, 'open', opener.side, opening.direction, opening.source);
        const view = await openFor(newId(), { kind: 'opened', by: opener.side, opening, who: opener.id }, key);
        return view.ok ? ok({ view: view.value }) : view;
      }
      const links = secretsOf(opener.key);
      const seat = (role: Role): Seat => ({ name: opener.names[role], lock: lockOf(links[role]) });
      const seats = { prescriber: seat('prescriber'), buyer: seat('buyer') };
      const id = idOf(opener.key);
      const view = await openFor(id, { kind: 'opened', by, opening, seats });
      if (view.ok) return ok({ view: view.value, links });
      const before = view.error.kind === 'stale' ? await read(id) : view;
      return before.ok ? ok({ view: before.value, links }) : before;
    },
    read,
    act,
    candidates: async () => {
      const stored = await agreementEvents.ofKind('term_corrected');
      if (!stored.ok) return stored;
      return ok(
        gatherCandidates(
          stored.value.map((event) => ({ agreement: event.agreement, ...termCorrectedSchema.parse(flat(event)) })),
        ),
      );
    },
  };
}

/** Whose key it is; a link's secret stands for its holder, and goes no further than the digest. */
function nameOf(party: Party): string {
  return party.kind === 'person' ? party.id : party.kind === 'link' ? `link ${party.secret}` : '';
}

type Opened = Extract<AgreementChange, { kind: 'opened' }> & { readonly who?: string };

/** Written as a UUID is; it follows from a key that nobody guesses, and does not lead back to it. */
function idOf(key: string): string {
  const digest = createHash('sha256').update(`brief ${key}`).digest('hex');
  return [8, 4, 4, 4, 12].map((length, i) => digest.slice(i * 12, i * 12 + length)).join('-');
}

/** As `AgreementEvent` has it; what cannot be read back is a damaged store or a bug, so the schemas throw. */
function flat({ kind, at, body }: StoredEvent): object {
  return { ...(typeof body === 'object' ? body : {}), kind, at };
}

/** What both sides are shown of a rewording: the findings of its checks are for its author. */
export function openingOf(rewording: Rewording): Opening {
  const { direction, source, text, questions, terms } = rewording;
  const shared = { direction, source, text, questions, terms };
  return rewording.direction === 'to_buyer'
    ? { ...shared, needs: rewording.needs, forms: rewording.forms, points: [] }
    : { ...shared, needs: [], points: pointsOf(rewording.points) };
}
