import type { KeptKey, KeyRecords } from '../calls/key-records.ts';
import { SCOPES } from '../calls/port/calls.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';
import type { Tables } from './tables.ts';

export function createKeyRecords(db: Db, run: Run): KeyRecords {
  return {
    add: ({ scopes, madeAt, usedAt, revokedAt, ...row }) =>
      run(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('api_keys')
          .values({
            ...row,
            scopes: scopes.join(' '),
            made_at: madeAt,
            used_at: usedAt ?? null,
            revoked_at: revokedAt ?? null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        return ok(numInsertedOrUpdatedRows === 1n);
      }),
    all: () =>
      run(async () => {
        const rows = await db.selectFrom('api_keys').selectAll().orderBy('made_at', 'desc').orderBy('id').execute();
        return ok(rows.map(keptKey));
      }),
    byHash: (hash) =>
      run(async () => {
        const row = await db.selectFrom('api_keys').selectAll().where('hash', '=', hash).executeTakeFirst();
        return ok(row && keptKey(row));
      }),
    used: (id, at) =>
      run(async () => {
        await db.updateTable('api_keys').set({ used_at: at }).where('id', '=', id).execute();
        return ok(undefined);
      }),
    revoke: (id, at) =>
      run(async () => {
        const { numUpdatedRows } = await db
          .updateTable('api_keys')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow();
        return ok(numUpdatedRows === 1n);
      }),
  };
}

function keptKey({ scopes, made_at, used_at, revoked_at, ...row }: Tables['api_keys']): KeptKey {
  const words = scopes.split(' ');
  return {
    ...row,
    scopes: SCOPES.filter((scope) => words.includes(scope)),
    madeAt: made_at,
    usedAt: used_at ?? undefined,
    revokedAt: revoked_at ?? undefined,
  };
}
