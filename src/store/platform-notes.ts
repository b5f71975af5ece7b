import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Db, Run } from './run.ts';
import { fromStorable, toStorable } from './storable.ts';
import type { Tables } from './tables.ts';

/** Something a chat platform's door has to remember: an installation, a way to reach someone, which message is whose card. */
interface PlatformNote {
  readonly platform: string;
  readonly kind: string;
  readonly key: string;
  /** Whom it is about, if anyone: it goes when they are forgotten. */
  readonly person: string | undefined;
  /** Any JSON value. */
  readonly body: unknown;
  /** ISO instant after which it is purged; undefined keeps it. */
  readonly expiresAt: string | undefined;
}

type NoteKey = Pick<PlatformNote, 'platform' | 'kind' | 'key'>;

export interface PlatformNotes {
  /** Puts one, in the place of the one of the same platform, kind and key. */
  put(note: PlatformNote): Promise<Result<undefined, StoreDown>>;
  /** The same for several, in one transaction: each costs a write to disk. Of two with the same key the last is kept. */
  putAll(notes: readonly PlatformNote[]): Promise<Result<undefined, StoreDown>>;
  /** Puts one where there is none of the same platform, kind and key; whether it did. Of two at once, one does. */
  putNew(note: PlatformNote): Promise<Result<boolean, StoreDown>>;
  get(key: NoteKey): Promise<Result<PlatformNote | undefined, StoreDown>>;
  /** All of one kind, by key; those whose key begins with `prefix` where one is given. */
  list(platform: string, kind: string, prefix?: string): Promise<Result<readonly PlatformNote[], StoreDown>>;
  /** All about one person, on every platform. */
  about(person: string): Promise<Result<readonly PlatformNote[], StoreDown>>;
  remove(key: NoteKey): Promise<Result<undefined, StoreDown>>;
}

export function createPlatformNotes(db: Db, run: Run, now: () => Date): PlatformNotes {
  const at = ({ platform, kind, key }: NoteKey) =>
    db
      .selectFrom('platform_notes')
      .selectAll()
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
  const putAll: PlatformNotes['putAll'] = (notes) =>
    run(async () => {
      const rows = notes.map(rowOf);
      const last = [...new Map(rows.map((row) => [JSON.stringify([row.platform, row.kind, row.key]), row])).values()];
      if (last.length === 0) return ok(undefined);
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
      return ok(undefined);
    });

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
    get: (key) =>
      run(async () => {
        const row = await at(key).executeTakeFirst();
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
    remove: ({ platform, kind, key }) =>
      run(async () => {
        await db
          .deleteFrom('platform_notes')
          .where('platform', '=', platform)
          .where('kind', '=', kind)
          .where('key', '=', toStorable(key))
          .execute();
        return ok(undefined);
      }),
  };
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
