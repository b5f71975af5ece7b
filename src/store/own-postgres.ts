import { type Kysely, sql } from 'kysely';
import type { Logger } from '../log.ts';
import { ok } from '../result.ts';
import {
  CANDIDATES,
  type DocumentSource,
  type FoundPassage,
  type OwnDocument,
  type OwnRecords,
} from '../retrieval/own-records.ts';
import type { Backend } from './backend.ts';
import { answered } from './create-store.ts';
import { migrate } from './migrate.ts';
import { DOCUMENT_MIGRATIONS } from './migrations.ts';
import { createVectorIndex, VECTOR_INDEX } from './own-migration.ts';
import { createWordQuery, type Rarities, scoreWords } from './own-words.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './tables.ts';

/** Neighbours by vectors: more are more to visit. */
const NEAR = 64;
/** A connection that searches: enough neighbours are visited, and on until some may be read; nothing here is worth compiling. */
const SEARCHING = '-c hnsw.ef_search=100 -c hnsw.iterative_scan=relaxed_order -c jit=off';
/** Passages that are looked at for their words. */
const LOOKED_AT = 1_000;
/** What the index of vectors may take while it is made, of about 1.2 KB a passage; past it, it is made slowly. */
const BUILD_MEMORY = '2GB';
/** How long what is known of words holds. */
const RARITIES_MS = 300_000;

/**
 * Own documents in PostgreSQL, for more than one process holds, or for several: its indexes find candidates by words and by
 * vectors, and what ranks them is ours.
 * @param home names the data folder whose documents are kept: those of others are found, and left alone
 * @param audiences that may be read
 * @throws as `migrate`; where pgvector is not there, saying what to install
 */
export async function openOwnPostgres(
  url: string,
  log: Logger,
  home: string,
  audiences: readonly string[],
): Promise<OwnRecords> {
  const backend = openPostgres(url, log, SEARCHING);
  const { db, transact } = backend;
  await migrate(backend, DOCUMENT_MIGRATIONS).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const run = <T>(work: () => Promise<T>) => answered(async () => ok(await work()), backend);
  const rarities = createRarities(backend);

  return {
    kept: () =>
      run(async () => {
        const { rows } = await sql<{
          key: string;
          made: string;
        }>`select key, made from own_documents where home = ${home}`.execute(db);
        return new Map(rows.map(({ key, made }) => [key, made]));
      }),
    keep: (documents) =>
      run(() =>
        transact(async (tx) => {
          for (const document of documents) await keepIn(tx, home, document);
          return undefined;
        }),
      ),
    filling: async (coming, work) => {
      const begun = await run(() => beginFilling(db, coming));
      if (!begun.ok) return begun;
      const done = await work();
      // Also after a work that failed, and by the next import where one was killed.
      const indexed = coming === 0 ? ok(undefined) : await run(() => transact(indexVectors));
      return indexed.ok ? done : indexed;
    },
    drop: (key) =>
      run(async () => {
        await sql`delete from own_documents where home = ${home} and key = ${key}`.execute(db);
        return undefined;
      }),
    find: (terms, vector) =>
      run(async () => {
        const known = await rarities();
        const query = createWordQuery(terms, known, LOOKED_AT);
        const byWords =
          query === ''
            ? undefined
            : sql<{ id: string; part: number; terms: string }>`
                select d.key || '#' || p.page as id, p.part, p.terms from (
                  select document, page, part, terms from own_passages
                  where words @@ ${query}::tsquery and audience = any(${audiences}) limit ${LOOKED_AT}
                ) p join own_documents d on d.id = p.document`.execute(db);
        const asked = `[${vector.join(',')}]`;
        const byVector = sql<FoundPassage>`
          select d.key || '#' || p.page as id, p.part, p.score from (
            select document, page, part, -(vector <#> ${asked}::halfvec) as score from own_passages
            where audience = any(${audiences}) order by vector <#> ${asked}::halfvec limit ${NEAR}
          ) p join own_documents d on d.id = p.document order by p.score desc`.execute(db);
        const [words, near] = await Promise.all([byWords, byVector]);
        return { words: scoreWords(words?.rows ?? [], terms, known).slice(0, CANDIDATES), near: near.rows };
      }),
    pages: (ids) => run(() => pagesOf(db, ids)),
    close: () => db.destroy(),
  };
}

/** More documents than there are: their vectors are put in order at the end, ten times sooner than one by one. */
async function beginFilling(db: Kysely<Tables>, coming: number): Promise<undefined> {
  const held = await sql`select 1 from own_documents limit ${coming}`.execute(db);
  if (held.rows.length < coming) await sql`drop index if exists ${sql.ref(VECTOR_INDEX)}`.execute(db);
}

/** Nothing where it is there. Readers go on meanwhile, writers wait; by one worker, whose memory no container's limit of shared memory cuts. */
async function indexVectors(tx: Kysely<Tables>): Promise<undefined> {
  await sql`
    select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true),
      set_config('maintenance_work_mem', ${BUILD_MEMORY}, true), set_config('max_parallel_maintenance_workers', '0', true)`.execute(
    tx,
  );
  await sql`lock table own_passages in share row exclusive mode`.execute(tx);
  await createVectorIndex(tx);
}

/** A document in the place of the one of its key: all of its passages or none. */
async function keepIn(
  tx: Kysely<Tables>,
  home: string,
  { key, made, source: { title, collection, audience, path }, pages }: OwnDocument,
): Promise<undefined> {
  await sql`delete from own_documents where home = ${home} and key = ${key}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    insert into own_documents (home, key, made, title, collection, audience, path)
    values (${home}, ${key}, ${made}, ${title}, ${collection}, ${audience}, ${path}) returning id`.execute(tx);
  const parts = pages.flatMap((page, number) =>
    page.parts.map(({ name, text, terms, vector }, part) => ({
      page: number + 1,
      part,
      title: storable(page.title),
      name: storable(name),
      text: storable(text),
      terms: terms.join(' '),
      vector: `[${Array.from(vector, (x) => x.toPrecision(5)).join(',')}]`,
    })),
  );
  await sql`
    insert into own_passages (document, page, part, audience, title, name, text, terms, vector)
    select ${rows[0]?.id}::bigint, page, part, ${audience}, title, name, text, terms, vector::halfvec
    from json_to_recordset(${JSON.stringify(parts)}::json)
      as one(page int, part int, title text, name text, text text, terms text, vector text)`.execute(tx);
  return undefined;
}

/** Pages as they are read, of the oldest of the documents that share a key. */
async function pagesOf(db: Kysely<Tables>, ids: readonly string[]) {
  const { rows } = await sql<DocumentSource & { id: string; named: string; name: string; text: string }>`
    select d.key || '#' || p.page as id, p.title as named, p.name, p.text, d.title, d.collection, d.audience, d.path
    from unnest(${ids.map((id) => id.split('#')[0])}::text[], ${ids.map((id) => Number(id.split('#')[1]))}::int[]) as one(key, page)
    join own_documents d on d.key = one.key join own_passages p on p.document = d.id and p.page = one.page
    where d.id = (select min(id) from own_documents other where other.key = d.key)
    order by d.key, p.page, p.part`.execute(db);
  return [...new Set(rows.map(({ id }) => id))].flatMap((id) => {
    const parts = rows.filter((row) => row.id === id);
    const [first] = parts;
    if (first === undefined) return [];
    const { named, title, collection, audience, path } = first;
    return {
      id,
      title: named,
      questions: [],
      articles: [],
      parts: parts.map(({ name, text }) => ({ name, text })),
      source: { title, collection, audience, path },
    };
  });
}

/** PostgreSQL takes neither a NUL nor half a character in a text. */
function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', ' ')).toString();
}

/** How rare the commonest words are, as ANALYZE counted them last. */
function createRarities({ db }: Backend): () => Promise<Rarities> {
  let known: Rarities = { passages: 0, shares: new Map() };
  let until = 0;
  return async () => {
    if (performance.now() < until) return known;
    const { rows } = await sql<{ passages: number; words: string[] | null; shares: number[] | null }>`
      select c.reltuples::float8 as passages, s.most_common_elems::text::text[] as words, s.most_common_elem_freqs as shares
      from pg_class c left join pg_stats s on s.tablename = c.relname and s.schemaname = current_schema() and s.attname = 'words'
      where c.oid = 'own_passages'::regclass`.execute(db);
    const { passages = 0, words, shares } = rows[0] ?? {};
    known = {
      passages: Math.max(0, passages),
      shares: new Map((words ?? []).map((word, place) => [word, shares?.[place] ?? 0])),
    };
    until = performance.now() + (words == null ? 0 : RARITIES_MS);
    return known;
  };
}
