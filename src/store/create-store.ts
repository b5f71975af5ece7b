import { err, ok, type Result } from '../result.ts';
import type { AgreementEvents, StoredEvent } from '../rewording/agreement/agreement-records.ts';
import type { DoneBefore, StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import { createAlertRecords } from './alert-records.ts';
import type { Backend } from './backend.ts';
import { createBodyRecords } from './body-records.ts';
import { createCandidateRecords } from './candidate-records.ts';
import { createCaseRecords } from './create-case-records.ts';
import { createOutbox } from './create-outbox.ts';
import { createReserveRecords, type DamagedRow } from './create-reserve-records.ts';
import { createTrainingRecords } from './create-training-records.ts';
import { createDialogueRecords } from './dialogue-records.ts';
import { createFindDone, writeOnce } from './done-acts.ts';
import { createExchangeRecords } from './exchange-records.ts';
import { createHelpRecords } from './help-records.ts';
import { createInboundRecords } from './inbound-records.ts';
import { createInterviewRecords } from './interview-records.ts';
import { createKeyRecords } from './key-records.ts';
import { createLawRecords } from './law-records.ts';
import { createModelUsageRecords } from './model-usage-records.ts';
import { createNetworkRecords } from './network-records.ts';
import { createPlatformNotes } from './platform-notes.ts';
import { createProgrammeRecords } from './programme-records.ts';
import { createPurchaseRecords } from './purchase-records.ts';
import { createRetentionRecords } from './retention-records.ts';
import type { Db, Run } from './run.ts';
import { createSessionRecords } from './session-records.ts';
import { createStandingRecords } from './standing-records.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { createTrialRecords } from './trial-records.ts';

/** The store over a database that is open and migrated. */
export function createStore(backend: Backend, onDamaged: (row: DamagedRow) => void): Store {
  const { db, transact, skipLocked } = backend;
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  /** The one door for what the database refuses: a reason, never an exception, unless it is a bug of ours. */
  const run: Run = async (work) => {
    if (closing !== undefined) return err({ kind: 'store_down', reason: 'closed' });
    const result = answered(work, backend);
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  };

  return {
    agreementEvents: createAgreementEvents(backend, run),
    bodies: createBodyRecords(db, run, transact),
    cases: createCaseRecords(db, run, transact),
    network: createNetworkRecords(db, run),
    outbox: createOutbox(db, run, transact, skipLocked),
    inbound: createInboundRecords(db, run, transact, skipLocked),
    platformNotes: createPlatformNotes(db, run, () => new Date()),
    interviews: createInterviewRecords(db, run),
    programme: createProgrammeRecords(db, run, transact),
    purchases: createPurchaseRecords(db, run, transact),
    reserve: createReserveRecords({ db, run, transact, now: () => new Date(), onDamaged }),
    help: createHelpRecords(db, run, transact),
    candidates: createCandidateRecords(db, run),
    dialogues: createDialogueRecords(db, run),
    exchanges: createExchangeRecords(db, run),
    keys: createKeyRecords(db, run),
    law: { ...createLawRecords(db, run), ...createAlertRecords(db, run, transact) },
    limits: backend.limits,
    modelUsage: createModelUsageRecords(db, run),
    retention: createRetentionRecords(run, transact, backend),
    sessions: createSessionRecords(db, run),
    training: createTrainingRecords(db, run, transact, skipLocked),
    trials: createTrialRecords(db, run, transact, skipLocked),
    watching: createStandingRecords(db, run),
    close: () => {
      closing ??= Promise.allSettled(running).then(() => backend.db.destroy());
      return closing;
    },
  };
}

/** What the database refuses as a reason. @throws what is no refusal of it */
export async function answered<T, E = never>(
  work: () => Promise<Result<T, E>>,
  backend: Pick<Backend, 'reasonOf'>,
): Promise<Result<T, E | StoreDown>> {
  try {
    return await work();
  } catch (error) {
    const reason = backend.reasonOf(error);
    if (reason === undefined) throw error;
    return err({ kind: 'store_down', reason });
  }
}

const EVENT_COLUMNS = ['agreement', 'version', 'at', 'kind', 'body'] as const;

function createAgreementEvents({ db, transact }: Backend, run: Run): AgreementEvents {
  return {
    append: (event, key) =>
      run<undefined, VersionConflict | DoneBefore>(() =>
        key === undefined
          ? appendTo(db, event)
          : transact((tx) =>
              writeOnce<VersionConflict>(tx, { key, ref: event.agreement, at: event.at }, () => appendTo(tx, event)),
            ),
      ),
    findDone: createFindDone(db, run),
    of: (agreement) =>
      run(async () => {
        // PostgreSQL refuses a NUL in any text; no id holds one.
        if (agreement.includes('\0')) return ok([]);
        const rows = await db
          .selectFrom('agreement_events')
          .select(EVENT_COLUMNS)
          .where('agreement', '=', agreement)
          .orderBy('version')
          .execute();
        return ok(rows.map(storedEvent));
      }),
    ofKind: (kind) =>
      run(async () => {
        const rows = await db
          .selectFrom('agreement_events')
          .select(EVENT_COLUMNS)
          .where('kind', '=', kind)
          .orderBy('at')
          .orderBy('agreement')
          .orderBy('version')
          .execute();
        return ok(rows.map(storedEvent));
      }),
  };
}

async function appendTo(
  db: Db,
  { agreement, version, at, kind, body }: StoredEvent,
): Promise<Result<undefined, VersionConflict>> {
  // One statement: it writes only onto the version before, and the primary key decides between two that do so at once.
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('agreement_events')
    .columns(EVENT_COLUMNS)
    .expression(
      db
        .selectNoFrom((eb) => [
          eb.cast<string>(eb.val(agreement), 'text').as('agreement'),
          eb.cast<number>(eb.val(version), 'integer').as('version'),
          eb.cast<string>(eb.val(at), 'text').as('at'),
          eb.cast<string>(eb.val(kind), 'text').as('kind'),
          eb.cast<string>(eb.val(JSON.stringify(body)), 'text').as('body'),
        ])
        .where(
          db
            .selectFrom('agreement_events')
            .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
            .where('agreement', '=', agreement),
          '=',
          version - 1,
        ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? ok(undefined) : err({ kind: 'version_conflict' });
}

function storedEvent({ body, ...row }: Tables['agreement_events']): StoredEvent {
  return { ...row, body: JSON.parse(body) };
}
