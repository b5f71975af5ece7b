import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../result.ts';
import { type Rows, searchRows } from '../retrieval/exact-search.ts';
import {
  CANDIDATES,
  type DocumentSource,
  type FoundPassage,
  type OwnPages,
  type OwnRecords,
} from '../retrieval/own-records.ts';
import { answered } from './create-store.ts';
import { openFile, reasonOfSqlite } from './sqlite.ts';
import { loadSqlite } from './sqlite-driver.ts';

type Database = ReturnType<typeof openFile>;

/** In the data folder; made anew from the library where it is missing. */
const FILE = 'documents.sqlite';
/** Raised when the tables change: what was made by another number is made anew. */
const VERSION = 1;

/**
 * Own documents in a file of the data folder: words in SQLite's full-text index, vectors held and looked at one by one. Until
 * something is kept there is no file, and nothing is found.
 * @param audiences that may be read
 * @param dimensions of the vectors
 * @throws at the first reading or writing: the driver is not there, the file is no database
 */
export function openOwnSqlite(data: string, audiences: readonly string[], dimensions: number): OwnRecords {
  const file = join(data, FILE);
  let opened: Database | undefined;
  const writing = () => {
    opened ??= openOwn(data, file);
    return opened;
  };
  const reading = () => (existsSync(file) ? writing() : undefined);
  const allowed = JSON.stringify(audiences);
  const hold = createHolding(allowed, dimensions);
  const run = <T>(work: () => T) => answered(async () => ok(work()), { reasonOf: reasonOfSqlite });

  return {
    kept: () =>
      run(() => {
        const rows = reading()?.prepare<[], [string, string]>('select key, made from documents').raw().all();
        return new Map(rows);
      }),
    keep: (documents) =>
      run(() => {
        const db = writing();
        const passage = db.prepare(
          'insert into passages (document, page, title, part, name, text, vector) values (?, ?, ?, ?, ?, ?, ?)',
        );
        const words = db.prepare('insert into words (rowid, terms) values (?, ?)');
        const row = db.prepare('insert into documents (key, made, audience, source) values (?, ?, ?, ?)');
        db.transaction(() => {
          for (const { key, made, source, pages } of documents) {
            dropFrom(db, key);
            const { lastInsertRowid: document } = row.run(key, made, source.audience, JSON.stringify(source));
            for (const [page, { title, parts }] of pages.entries())
              for (const [part, { name, text, terms, vector }] of parts.entries()) {
                const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
                const { lastInsertRowid } = passage.run(document, page + 1, title, part, name, text, bytes);
                words.run(lastInsertRowid, terms.join(' '));
              }
          }
        }).immediate();
        return undefined;
      }),
    filling: (_, work) => work(),
    drop: (key) =>
      run(() => {
        const db = reading();
        db?.transaction(() => dropFrom(db, key)).immediate();
        return undefined;
      }),
    find: (terms, vector) =>
      run(() => {
        const db = reading();
        if (db === undefined) return { words: [], near: [] };
        const { rows, places } = hold(db);
        const near = searchRows(rows, vector, CANDIDATES).flatMap(({ point, similarity }) => {
          const place = places[point];
          return place === undefined ? [] : [{ ...place, score: similarity }];
        });
        const query = terms.map((term) => `"${term.replaceAll('"', '')}"`).join(' OR ');
        const byWords = db.prepare<[string, string, number], FoundPassage>(BY_WORDS);
        return { words: query === '' ? [] : byWords.all(query, allowed, CANDIDATES), near };
      }),
    pages: (ids) => run(() => ids.flatMap((id) => pagesOf(reading(), id) ?? [])),
    close: async () => void opened?.close(),
  };
}

const BY_WORDS = `
  select d.key || '#' || p.page as id, p.part, -bm25(words) as score
  from words join passages p on p.id = words.rowid join documents d on d.id = p.document
  where words match ? and d.audience in (select value from json_each(?)) order by rank limit ?`;

function openOwn(data: string, file: string): Database {
  const db = openFile(loadSqlite(), data, file);
  // What a power cut takes is made anew from the library.
  db.pragma('synchronous = NORMAL');
  db.transaction(() => {
    if (db.pragma('user_version', { simple: true }) === VERSION) return;
    db.exec(`
      drop table if exists words; drop table if exists passages; drop table if exists documents;
      create table documents (id integer primary key autoincrement, key text not null unique, made text not null, audience text not null, source text not null);
      create table passages (id integer primary key, document integer not null references documents on delete cascade, page integer not null,
        title text not null, part integer not null, name text not null, text text not null, vector blob not null);
      create index passages_place on passages (document, page, part);
      create virtual table words using fts5(terms, content='', contentless_delete=1, tokenize="unicode61 tokenchars '-'");
      pragma user_version = ${VERSION}`);
  }).immediate();
  return db;
}

function dropFrom(db: Database, key: string): void {
  db.prepare(
    'delete from words where rowid in (select p.id from passages p join documents d on d.id = p.document where d.key = ?)',
  ).run(key);
  db.prepare('delete from documents where key = ?').run(key);
}

function pagesOf(db: Database | undefined, id: string): OwnPages | undefined {
  const [key, page] = id.split('#');
  const rows = db
    ?.prepare<unknown[], { title: string; name: string; text: string; source: string }>(
      `select p.title, p.name, p.text, d.source from passages p join documents d on d.id = p.document
       where d.key = ? and p.page = ? order by p.part`,
    )
    .all(key, Number(page));
  const [first] = rows ?? [];
  if (rows === undefined || first === undefined) return undefined;
  const source: DocumentSource = JSON.parse(first.source);
  const parts = rows.map(({ name, text }) => ({ name, text }));
  return { id, title: first.title, questions: [], articles: [], parts, source };
}

/** The vectors of the passages that may be read, and the place of each. */
interface Held {
  readonly rows: Rows;
  readonly places: readonly { readonly id: string; readonly part: number }[];
}

/** Read once, then what another process or this one has changed since. */
function createHolding(allowed: string, dimensions: number): (db: Database) => Held {
  let held: Held = { rows: { values: new Float32Array(0), dimensions }, places: [] };
  let documents: ReadonlyMap<number, readonly [from: number, to: number]> = new Map();
  let seen = '';
  return (db) => {
    // The first counts what others have committed, the second what this connection has written.
    const state = JSON.stringify([
      db.pragma('data_version', { simple: true }),
      db.prepare('select total_changes()').pluck().get(),
    ]);
    if (state === seen) return held;
    const wanted = db
      .prepare<[string], number>('select id from documents where audience in (select value from json_each(?))')
      .pluck()
      .all(allowed);
    const read = db
      .prepare<[number], [string, number, Buffer]>(
        `select d.key || '#' || p.page, p.part, p.vector from passages p join documents d on d.id = p.document
         where d.id = ? order by p.page, p.part`,
      )
      .raw();
    const blocks: Float32Array[] = [];
    const places: Held['places'][number][] = [];
    const now = new Map<number, readonly [number, number]>();
    for (const id of wanted) {
      const from = places.length;
      const known = documents.get(id);
      if (known !== undefined) {
        blocks.push(held.rows.values.subarray(known[0] * dimensions, known[1] * dimensions));
        places.push(...held.places.slice(...known));
      } else
        for (const [page, part, bytes] of read.iterate(id)) {
          blocks.push(new Float32Array(Uint8Array.from(bytes).buffer));
          places.push({ id: page, part });
        }
      now.set(id, [from, places.length]);
    }
    const values = new Float32Array(places.length * dimensions);
    let at = 0;
    for (const block of blocks) {
      values.set(block, at);
      at += block.length;
    }
    held = { rows: { values, dimensions }, places };
    documents = now;
    seen = state;
    return held;
  };
}
