import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Db, Run } from './run.ts';

/** A session as it is kept; `hash` is of what the browser holds. Instants are ISO. */
export interface KeptSession {
  readonly hash: string;
  readonly person: string;
  readonly openedAt: string;
  readonly until: string;
  readonly idToken: string | undefined;
}

export interface KeptInvitation {
  readonly hash: string;
  readonly person: string | undefined;
  readonly until: string;
}

export interface SessionRecords {
  open(session: KeptSession): Promise<Result<undefined, StoreDown>>;
  /** Past its end too, until it is purged. */
  session(hash: string): Promise<Result<KeptSession | undefined, StoreDown>>;
  /** Lets an open session live until then; one that was closed meanwhile stays closed. */
  extend(hash: string, until: string): Promise<Result<undefined, StoreDown>>;
  close(hash: string): Promise<Result<undefined, StoreDown>>;
  /** How many there were. */
  closeAllOf(person: string): Promise<Result<number, StoreDown>>;
  invite(invitation: KeptInvitation): Promise<Result<undefined, StoreDown>>;
  /** To look at: opening it is `redeem`. */
  invitation(hash: string): Promise<Result<KeptInvitation | undefined, StoreDown>>;
  /** Takes an invitation away; of several at once, one alone is told true. */
  redeem(hash: string, now: string): Promise<Result<boolean, StoreDown>>;
}

export function createSessionRecords(db: Db, run: Run): SessionRecords {
  return {
    open: ({ openedAt, idToken, ...row }) =>
      run(async () => {
        await db
          .insertInto('sessions')
          .values({ ...row, opened_at: openedAt, id_token: idToken ?? null })
          .execute();
        return ok(undefined);
      }),
    session: (hash) =>
      run(async () => {
        const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
        if (row === undefined) return ok(undefined);
        const { person, opened_at: openedAt, until, id_token } = row;
        return ok({ hash, person, openedAt, until, idToken: id_token ?? undefined });
      }),
    extend: (hash, until) =>
      run(async () => {
        await db.updateTable('sessions').set({ until }).where('hash', '=', hash).execute();
        return ok(undefined);
      }),
    close: (hash) =>
      run(async () => {
        await db.deleteFrom('sessions').where('hash', '=', hash).execute();
        return ok(undefined);
      }),
    closeAllOf: (person) =>
      run(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('sessions')
          .where('person', '=', person)
          .executeTakeFirstOrThrow();
        return ok(Number(numDeletedRows));
      }),
    invite: ({ person, ...row }) =>
      run(async () => {
        await db
          .insertInto('invitations')
          .values({ ...row, person: person ?? null })
          .execute();
        return ok(undefined);
      }),
    invitation: (hash) =>
      run(async () => {
        const row = await db.selectFrom('invitations').selectAll().where('hash', '=', hash).executeTakeFirst();
        return ok(row && { ...row, person: row.person ?? undefined });
      }),
    redeem: (hash, now) =>
      run(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('invitations')
          .where('hash', '=', hash)
          .where('until', '>', now)
          .executeTakeFirstOrThrow();
        return ok(numDeletedRows === 1n);
      }),
  };
}
