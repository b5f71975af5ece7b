import type { NoteKey, PlatformNote, PlatformNotes } from '../message/platform-notes.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';
import { fromStorable, toStorable } from './storable.ts';
import type { Tables } from './tables.ts';

export function createPlatformNotes(db: Db, run: Run, now: () => Date): PlatformNotes {
  const away = ({ platform, kind, key }: NoteKey) =>
    db
      .deleteFrom('platform_notes')
      .where('platform', '=', platform)
      .where('kind', '=', kind)
      .where('key', '=', toStorable(key));
  const rowOf = ({ platform, kind, key, person, body, expiresAt }: PlatformNote) => ({
    platform,
    kind,
    key: toStorable(key),
    person: person ?? null,
    at: now().toISOString(),
    body: JSON.stringify(body ?? null),
    expires_at: expiresAt ?? null,
  });
  const putAll: PlatformNotes['putAll'] = (notes) => run(async () => ok(await writeAll(db, notes.map(rowOf))));

  return {
    put: (note) => putAll([note]),
    putAll,
    putNew: (note) =>
      run(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('platform_notes')
          .values(rowOf(note))
          .onConflict((conflict) => conflict.columns(['platform', 'kind', 'key']).doNothing())
          .executeTakeFirstOrThrow();
        return ok(numInsertedOrUpdatedRows === 1n);
      }),
    get: ({ platform, kind, key }) =>
      run(async () => {
        const row = await db
          .selectFrom('platform_notes')
          .selectAll()
          .where('platform', '=', platform)
          .where('kind', '=', kind)
          .where('key', '=', toStorable(key))
          .executeTakeFirst();
        return ok(row && noteOf(row));
      }),
    take: (key) =>
      run(async () => {
        const row = await away(key).returningAll().executeTakeFirst();
        return ok(row && noteOf(row));
      }),
    list: (platform, kind, prefix = '') =>
      run(async () => {
        const rows = await db
          .selectFrom('platform_notes')
          .selectAll()
          .where('platform', '=', platform)
          .where('kind', '=', kind)
          .orderBy('key')
          .execute();
        return ok(rows.map(noteOf).filter(({ key }) => key.startsWith(prefix)));
      }),
    about: (person) =>
      run(async () => {
        const rows = await db
          .selectFrom('platform_notes')
          .selectAll()
          .where('person', '=', person)
          .orderBy('platform')
          .orderBy('kind')
          .orderBy('key')
          .execute();
        return ok(rows.map(noteOf));
      }),
    remove: (key) =>
      run(async () => {
        await away(key).execute();
        return ok(undefined);
      }),
  };
}

/** Of several under one key the last stands. */
async function writeAll(db: Db, rows: readonly Tables['platform_notes'][]): Promise<undefined> {
  const last = [...new Map(rows.map((row) => [JSON.stringify([row.platform, row.kind, row.key]), row])).values()];
  if (last.length === 0) return undefined;
  await db
    .insertInto('platform_notes')
    .values(last)
    .onConflict((conflict) =>
      conflict.columns(['platform', 'kind', 'key']).doUpdateSet((given) => ({
        person: given.ref('excluded.person'),
        at: given.ref('excluded.at'),
        body: given.ref('excluded.body'),
        expires_at: given.ref('excluded.expires_at'),
      })),
    )
    .execute();
  return undefined;
}

function noteOf({ person, body, expires_at, ...row }: Tables['platform_notes']): PlatformNote {
  const { platform, kind, key } = row;
  return {
    platform,
    kind,
    key: fromStorable(key),
    person: person ?? undefined,
    body: JSON.parse(body),
    expiresAt: expires_at ?? undefined,
  };
}
