import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { createLimitsInPostgres } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type Backend, BUSY_MS, MIGRATION_WAIT_MS } from './backend.ts';
import { LIMIT_TABLE } from './limit-migration.ts';
import { cannotOpen } from './migrate.ts';
import type { Tables } from './tables.ts';

/** A number that no other program is likely to take for its own advisory lock: «truche» in ASCII. */
const MIGRATION_LOCK = 0x74_72_75_63_68_65;
/** A server that does not answer is given up after this. */
const CONNECT_MS = 5_000;
/** No statement of ours takes as long. */
const STATEMENT_MS = 20_000;

/**
 * A PostgreSQL database by its `postgres://` URL; nothing is asked of the server before the migration.
 * @param options of its connections, as the server takes them on its command line
 * @throws when the URL cannot be read (it is then not shown, since it may hold a password)
 */
export function openPostgres(url: string, log: Logger, options?: string): Backend {
  const place = withoutPassword(url);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: BUSY_MS,
    application_name: 'truchement',
    // A command that has nothing more to do ends without closing it.
    ...(options === undefined ? {} : { options, allowExitOnIdle: true }),
  });
  // A lost connection is an event too, on the pool when idle and on the client when in use; unheard, it stops the process.
  const lost = (error: Error) => log.warn({ code: codeOf(error) }, 'a connection to the database was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    place,
    db,
    migrationLock: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select set_config('lock_timeout', ${String(MIGRATION_WAIT_MS)}, true), set_config('statement_timeout', '0', true)`.execute(
          transaction,
        );
        await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
        await work(transaction);
      }),
    transact: (work) => db.transaction().execute(work),
    skipLocked: true,
    rowId: sql`ctid`,
    sweep: (work) => work((slice) => db.transaction().execute(slice)),
    limits: createLimitsInPostgres(pool, LIMIT_TABLE),
    reasonOf,
  };
}

/** The URL as messages may show it: no password, nor parameters, which may hold one too. */
export function withoutPassword(url: string): string {
  // `user@/base?host=/folder`, a socket, is right for PostgreSQL and for the driver, not for URL.
  const full = url.replace('@/', '@socket/');
  if (!/^postgres(?:ql)?:\/\//.test(full) || !URL.canParse(full))
    throw cannotOpen('DATABASE_URL', 'it is not a postgres:// address');
  const { protocol, username, host, pathname, searchParams } = new URL(full);
  return `${protocol}//${username}${username === '' ? '' : '@'}${searchParams.get('host') ?? host}${pathname}`;
}

/**
 * By the class of SQLSTATE (PostgreSQL's manual, appendix A). What the server did not say itself (a refused, lost or
 * slow connection) comes as an error of the network or of the driver.
 */
export function reasonOf(error: unknown): StoreDown['reason'] | undefined {
  if (error instanceof pg.DatabaseError) {
    const code = error.code ?? '';
    return REASONS.get(code) ?? REASONS.get(code.slice(0, 2));
  }
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return undefined;
  return error instanceof Error ? 'unreachable' : undefined;
}

const REASONS: ReadonlyMap<string, StoreDown['reason']> = new Map([
  /** Disk full. */
  ['53100', 'full'],
  /** Other insufficient resources: too many connections, out of memory. */
  ['53', 'busy'],
  /** Rollback: serialisation failure, deadlock. */
  ['40', 'busy'],
  /** The wait for a lock was too long. */
  ['55P03', 'busy'],
  /** The statement took too long. */
  ['57014', 'busy'],
  /** The server is stopping or starting. */
  ['57', 'unreachable'],
  ['08', 'unreachable'],
  /** The server takes no writes (a standby). */
  ['25006', 'unreachable'],
  /** The account no longer gets in. */
  ['28', 'unreachable'],
  /** The server's own disk or files fail. */
  ['58', 'unreachable'],
]);

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : error.name;
}
