import type { SessionRecords } from '../reserve/session-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';

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
        return ok(row && { ...row, person: row.person ?? undefined, gives: row.gives ?? 'administrator' });
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
