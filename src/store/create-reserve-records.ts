import type { ZodType } from 'zod';
import { createLatest } from '../latest.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { organisationSchema, personSchema, reservistSchema } from '../reserve/reservist-schema.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { moveBodyTable } from './body-records.ts';
import { joinPeople } from './join-people.ts';
import { mergeBodies } from './merge-bodies.ts';
import { moveProgramme } from './programme-records.ts';
import { movePurchases } from './purchase-records.ts';
import type { Db, Run, Transact } from './run.ts';

/** A row that cannot be read as what it should be. */
export interface DamagedRow {
  readonly table: KeptTable;
  readonly id: string;
  readonly why: string;
}

/** Rows of one table whose reading is kept, for as long as they are the same. */
const MOST_KNOWN = 20_000;

type KeptTable = 'people' | 'organisations' | 'reservists';

export interface ReserveRecordsParts {
  readonly db: Db;
  readonly run: Run;
  readonly transact: Transact;
  readonly now: () => Date;
  /** Told of each damaged row, every time it is met; it is left out of what is read, and the others are not. */
  readonly onDamaged: (row: DamagedRow) => void;
}

/** The reserve over a database. A change of a reservist or a body moves the stamp in the same transaction. */
export function createReserveRecords(parts: ReserveRecordsParts): ReserveRecords {
  const { db, run, transact } = parts;
  const people = keep(parts, 'people', personSchema);
  const organisations = keep(parts, 'organisations', organisationSchema);
  const reservists = keep(parts, 'reservists', reservistSchema);
  return {
    savePerson: people.save,
    person: people.one,
    people: people.all,
    removePerson: people.remove,
    saveOrganisation: organisations.save,
    organisation: organisations.one,
    organisations: organisations.all,
    saveReservist: reservists.save,
    reservist: reservists.one,
    reservists: reservists.all,
    removeReservist: reservists.remove,
    uniteBodies: () => run(() => transact(async (tx) => ok(await mergeBodies(tx, moveWhatIsYounger)))),
    joinPeople: (from, to) =>
      run(() =>
        transact(async (tx) => {
          await moveStamp(tx, 'reservists');
          if (from !== to) await joinPeople(tx, from, to);
          return ok(undefined);
        }),
      ),
    stamp: () =>
      run(async () => {
        const row = await db.selectFrom('reserve_stamp').select('changes').executeTakeFirstOrThrow();
        return ok(String(row.changes));
      }),
  };
}

/** One of the three tables, which differ by what they hold alone. */
function keep<T extends { readonly id: string }>(
  { db, run, transact, now, onDamaged }: ReserveRecordsParts,
  table: KeptTable,
  schema: ZodType<T>,
) {
  // Checking everybody anew costs ten times as much as reading their rows, which is done for nearly every page.
  const known = createLatest<{ readonly body: string; readonly value: T }>(MOST_KNOWN);
  return {
    save: (value: T): Promise<Result<undefined, StoreDown>> =>
      run(() =>
        transact(async (tx) => {
          await moveStamp(tx, table);
          const row = { body: JSON.stringify(value), changed_at: now().toISOString() };
          await tx
            .insertInto(table)
            .values({ id: value.id, ...row })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute();
          return ok(undefined);
        }),
      ),
    one: (id: string): Promise<Result<T | undefined, StoreDown>> =>
      run(async () => {
        // PostgreSQL refuses a NUL in any text; no id holds one.
        if (id.includes('\0')) return ok(undefined);
        const row = await db.selectFrom(table).select(['id', 'body']).where('id', '=', id).executeTakeFirst();
        return ok(row === undefined ? undefined : read(row));
      }),
    all: (): Promise<Result<readonly T[], StoreDown>> =>
      run(async () => {
        const rows = await db.selectFrom(table).select(['id', 'body']).orderBy('id').execute();
        return ok(rows.flatMap((row) => read(row) ?? []));
      }),
    remove: (id: string): Promise<Result<undefined, StoreDown>> =>
      run(() =>
        transact(async (tx) => {
          if (id.includes('\0')) return ok(undefined);
          await moveStamp(tx, table);
          await tx.deleteFrom(table).where('id', '=', id).execute();
          known.delete(id);
          return ok(undefined);
        }),
      ),
  };

  function read({ id, body }: { readonly id: string; readonly body: string }): T | undefined {
    const before = known.get(id);
    if (before?.body === body) return before.value;
    const parsed = schema.safeParse(jsonOf(body));
    if (parsed.success && parsed.data.id === id) {
      known.set(id, { body, value: parsed.data });
      return parsed.data;
    }
    const why = parsed.success ? `its id is ${parsed.data.id}` : parsed.error.issues.map(issueText).join('; ');
    onDamaged({ table, id, why });
    return undefined;
  }
}

/** First of its transaction, so that on PostgreSQL two changes wait for each other here and nowhere else. */
async function moveStamp(tx: Db, table: KeptTable): Promise<void> {
  // A person's address changes with every message; nobody's availability or territory does.
  if (table === 'people') return;
  await tx
    .updateTable('reserve_stamp')
    .set((eb) => ({ changes: eb('changes', '+', 1) }))
    .execute();
}

/** What no schema takes when it is no JSON. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    return error;
  }
}

function issueText({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}

/** What bears the id of a body in tables that the first union of bodies did not know. */
async function moveWhatIsYounger(db: Db, from: string, to: string): Promise<void> {
  await moveBodyTable(db, from, to);
  await movePurchases(db, from, to);
  await moveProgramme(db, from, to);
}
