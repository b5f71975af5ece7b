import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Of the embedder that is shipped; another asks for a migration. */
const DIMENSIONS = 256;

/** An organisation's own documents, where they are found in PostgreSQL. @throws saying what to install where pgvector is not there */
export async function createOwnTables(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`create extension if not exists vector`.execute(db);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DOCUMENTS_INDEX=postgresql needs pgvector 0.7 or newer on that server (Debian: apt-get install postgresql-17-pgvector) ` +
        `and the right to add it (as its administrator, in that base: create extension vector): ${why}`,
      { cause: error },
    );
  }
  await sql`
    create table own_documents (
      id bigint generated always as identity primary key, home text not null, key text not null, made text not null,
      title text not null, collection text not null, audience text not null, path text not null, unique (home, key))`.execute(
    db,
  );
  await sql`
    create table own_passages (
      document bigint not null references own_documents on delete cascade, page integer not null, part integer not null,
      audience text not null, title text not null, name text not null, text text not null, terms text not null,
      words tsvector generated always as (array_to_tsvector(string_to_array(terms, ' '))) stored,
      vector halfvec(${sql.lit(DIMENSIONS)}) not null, primary key (document, page, part))`.execute(db);
  // How rare ten thousand words are is kept by ANALYZE: docs/decisions/0025-own-documents.md.
  await sql`alter table own_passages alter column words set statistics 1000`.execute(db);
  await sql`create index own_passages_words on own_passages using gin (words) with (fastupdate = off)`.execute(db);
  await createVectorIndex(db);
}

/** The pages of a document are read by its key, whatever the data folder that keeps it: without it, each reads all documents there are. */
export async function indexKeys(db: Kysely<Tables>): Promise<void> {
  await sql`create index own_documents_key on own_documents (key)`.execute(db);
}

export const VECTOR_INDEX = 'own_passages_vector';

export async function createVectorIndex(db: Kysely<Tables>): Promise<void> {
  await sql`
    create index if not exists ${sql.ref(VECTOR_INDEX)} on own_passages using hnsw (vector halfvec_ip_ops)`.execute(db);
}
