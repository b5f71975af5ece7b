import type { Role } from '../../message.ts';
import { err, ok, type Result } from '../../result.ts';
import type { StoreDown } from '../../store/faults.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import type { PlainPoints, Rewording } from '../rewording.ts';
import {
  type AgreementChange,
  type AgreementView,
  applyEvent,
  fold,
  type Opening,
  openAgreement,
  type Point,
} from './agreement.ts';
import { gatherCandidates, type LexiconCandidate } from './candidates.ts';
import { eventSchema, openedSchema, termCorrectedSchema } from './event-schema.ts';
import { type AgreementAct, decide, type RuleFault } from './rules.ts';

export type AgreementFault =
  | RuleFault
  | { readonly kind: 'unknown_agreement' }
  /** Someone changed it since `expected` was read: read it again. */
  | { readonly kind: 'stale' }
  | StoreDown;

type Answer = Promise<Result<AgreementView, AgreementFault>>;

/** The agreements of the two sides. Each change names the version it was decided on; a refused one changes nothing. */
export interface Agreements {
  open(rewording: Rewording, by: Role): Answer;
  read(id: string): Answer;
  /** @param expected the version the act was decided on */
  act(id: string, expected: number, act: AgreementAct): Answer;
  /** Wordings that people preferred, over all agreements: for the coordinator, the most wanted first. */
  candidates(): Promise<Result<readonly LexiconCandidate[], StoreDown>>;
}

export interface AgreementsOptions {
  readonly store: Pick<Store, 'agreementEvents'>;
  readonly now: () => Date;
  /** Not to be guessed: who holds the id of an agreement may read it. */
  readonly newId: () => string;
}

export function createAgreements({ store: { agreementEvents }, now, newId }: AgreementsOptions): Agreements {
  const write = async (
    id: string,
    version: number,
    change: AgreementChange,
  ): Promise<Result<string, AgreementFault>> => {
    const { kind, ...body } = change;
    const at = now().toISOString();
    const written = await agreementEvents.append({ agreement: id, version, at, kind, body });
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

  const act: Agreements['act'] = async (id, expected, wanted) => {
    const view = await read(id);
    if (!view.ok) return view;
    if (view.value.version !== expected) return err({ kind: 'stale' });
    const change = decide(view.value, wanted);
    if (!change.ok) return change;
    const at = await write(id, expected + 1, change.value);
    return at.ok ? ok(applyEvent(view.value, { ...change.value, at: at.value })) : at;
  };

  return {
    open: async (rewording, by) => {
      const id = newId();
      const change = { kind: 'opened', by, opening: openingOf(rewording) } as const;
      const at = await write(id, 1, change);
      return at.ok ? ok(openAgreement(id, { ...change, at: at.value })) : at;
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

/** As `AgreementEvent` has it; what cannot be read back is a damaged store or a bug, so the schemas throw. */
function flat({ kind, at, body }: StoredEvent): object {
  return { ...(typeof body === 'object' ? body : {}), kind, at };
}

/** What both sides are shown of a rewording: the findings of its checks are for its author. */
export function openingOf(rewording: Rewording): Opening {
  const { direction, source, text, questions, terms } = rewording;
  const shared = { direction, source, text, questions, terms };
  return rewording.direction === 'to_buyer'
    ? { ...shared, needs: rewording.needs, points: [] }
    : { ...shared, needs: [], points: pointsOf(rewording.points) };
}

function pointsOf({ asked, why, send, byWhen, otherwise, example }: PlainPoints): readonly Point[] {
  const all: readonly (readonly [Point['point'], readonly (string | undefined)[]])[] = [
    ['asked', asked],
    ['why', [why]],
    ['send', send],
    ['byWhen', [byWhen]],
    ['otherwise', [otherwise]],
    ['example', [example]],
  ];
  return all.flatMap(([point, texts]) => texts.flatMap((text) => (text === undefined ? [] : [{ point, text }])));
}
