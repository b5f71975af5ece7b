import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { createRandom } from '../../../scripts/random.ts';
import type { Result } from '../../../src/result.ts';
import { SQLITE_FILE } from '../../../src/store/sqlite.ts';
import { loadSqlite } from '../../../src/store/sqlite-driver.ts';
import type { Store } from '../../../src/store/store.ts';
import { createCasesFor, OPENING } from '../handoff-load/network.ts';
import { makeNetwork } from '../simulate/network.ts';

export interface Sizes {
  readonly cases: number;
  readonly people: number;
  readonly exchanges: number;
}

const RESERVISTS = 200;
const DAY_MS = 86_400_000;
/** Of the cases, those still under way: what six weeks of such a network leave open. */
const OPEN_SHARE = 0.02;
/** A fifth of the cases and a quarter of the exchanges are past what is kept by default. */
const CASE_DAYS = 450;
const EXCHANGE_DAYS = 120;
/** One question in twenty had no fiche, one in fifty an opinion, of which one in four says that it did not help. */
const [UNANSWERED, JUDGED, USELESS] = [20, 50, 200];
const LOOKS = 3;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** A coordinator of the store that is filled. */
export const COORDINATOR = 'p0';

/**
 * People by the store's own port; a case of each kind played by the real machine, then copied, each with its own ids, people and
 * days; exchanges as rows. SQLite alone.
 */
export async function fillStore(
  store: Store,
  data: string,
  { cases, people, exchanges }: Sizes,
  random: ReturnType<typeof createRandom>,
): Promise<void> {
  await addPeople(store, people, random);
  const [closed, open] = [await play(store, 'closed', random), await play(store, 'talking', random)];
  const driver = loadSqlite();
  const db = new driver(join(data, SQLITE_FILE));
  db.pragma('synchronous = OFF');
  const copy = createCopy(db, people, random);
  inBatches(db, cases, (at) => {
    if (at < cases * OPEN_SHARE) copy(open, random() * 30);
    else copy(closed, random() * CASE_DAYS);
  });
  addExchanges(db, exchanges);
  db.close();
}

async function addPeople(store: Store, count: number, random: ReturnType<typeof createRandom>): Promise<void> {
  const { organisations, reservists } = makeNetwork(random, RESERVISTS);
  for (const one of organisations) must(await store.reserve.saveOrganisation(one));
  for (const one of reservists) must(await store.reserve.saveReservist(one));
  for (let n = 0; n < count; n++)
    must(
      await store.reserve.savePerson({
        id: `p${n}`,
        name: `Personne ${n}`,
        email: `p${n}@exemple.fr`,
        organisation: organisations[n % organisations.length]?.id ?? 'o0',
        roles: n === 0 ? ['coordinator'] : [n % 2 === 0 ? 'buyer' : 'prescriber'],
        language: 'fr',
        address: undefined,
      }),
    );
}

async function play(store: Store, until: 'talking' | 'closed', random: ReturnType<typeof createRandom>) {
  const { cases } = createCasesFor(store, RESERVISTS, random);
  const { id } = must(await cases.draft(OPENING.requester, OPENING.brief));
  const give = async (command: Parameters<typeof cases.give>[1]) => must(await cases.give(id, command));
  const asked = await give({ kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false });
  const by = asked.offers[0]?.reservist ?? '';
  await give({ kind: 'accept', reservist: by });
  const text = 'Avez-vous le cahier des clauses sous les yeux ? Il renvoie au CCAG, sans dérogation sur ce point.';
  for (const from of ['reservist', 'requester', 'reservist'] as const)
    await give({ kind: 'say', from, by: from === 'reservist' ? by : OPENING.requester.person, text });
  if (until === 'closed') {
    await give({ kind: 'answer', by });
    await give({ kind: 'close', side: 'requester', by: OPENING.requester.person });
    await give({ kind: 'rate', useful: true, comment: undefined });
  }
  return id;
}

type Row = Readonly<Record<string, unknown>>;
const TABLES = ['cases', 'case_events', 'case_offers', 'outbox'] as const;

/** Copies one case under ids of its own, so many days ago; what it had to say has been said, and its clock is a year ahead. */
function createCopy(db: Database.Database, people: number, random: ReturnType<typeof createRandom>) {
  const read = (table: string, id: string) =>
    db.prepare(`select * from ${table} where ${table === 'cases' ? 'id' : 'case_id'} = ?`).all(id) as Row[];
  const inserts = new Map<string, Database.Statement>();
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    const sql = `insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`;
    const statement = inserts.get(table) ?? db.prepare(sql);
    inserts.set(table, statement);
    statement.run(Object.values(row));
  };
  const originals = new Map<string, string>();
  const later = new Date(Date.now() + 365 * DAY_MS).toISOString();
  return (id: string, daysAgo: number) => {
    const original = originals.get(id) ?? JSON.stringify(TABLES.map((table) => read(table, id)));
    originals.set(id, original);
    const ids = new Map<string, string>();
    const asker = `p${Math.floor(random() * people)}`;
    const reservist = `r${Math.floor(random() * RESERVISTS)}`;
    const text = original
      .replace(UUID, (old) => ids.get(old) ?? ids.set(old, randomUUID()).get(old) ?? '')
      .replace(INSTANT, (at) => new Date(Math.max(0, Date.parse(at) - daysAgo * DAY_MS)).toISOString())
      .replace(/\br\d+\b/g, reservist)
      .replaceAll('asker', asker);
    const [[row] = [], events = [], offers = [], outbox = []] = JSON.parse(text) as Row[][];
    if (row === undefined) throw new Error('the case that is copied is gone');
    insert('cases', { ...row, next_timer_at: row['next_timer_at'] === null ? null : later });
    for (const event of events) insert('case_events', event);
    for (const offer of offers) insert('case_offers', offer);
    for (const message of outbox) insert('outbox', { ...message, next_at: null, delivered_at: message['at'] });
    const [caseId, at] = [ids.get(id), row['since']];
    insert('briefs', { case_id: caseId, at, body: JSON.stringify(OPENING.brief) });
    for (let n = 0; n < LOOKS; n++) insert('audit', { case_id: caseId, person: reservist, what: `look ${n}`, at });
  };
}

function addExchanges(db: Database.Database, count: number): void {
  const exchange = db.prepare('insert into exchanges (id, at, question, outcome, reason) values (?, ?, ?, ?, ?)');
  const feedback = db.prepare('insert into feedback (exchange, at, useful, why) values (?, ?, ?, ?)');
  const now = Date.now();
  inBatches(db, count, (n) => {
    const at = new Date(now - ((count - n) / count) * EXCHANGE_DAYS * DAY_MS).toISOString();
    const refused = n % UNANSWERED === 0;
    const question = `Question ${n} : peut-on passer un avenant après la fin du marché, et sous quelle forme ?`;
    exchange.run(`x${n}`, at, question, refused ? 'refusal' : 'answer', refused ? 'no_source' : null);
    if (n % JUDGED === 0) feedback.run(`x${n}`, at, n % USELESS === 0 ? 0 : 1, null);
  });
}

const BATCH = 10_000;

function inBatches(db: Database.Database, count: number, work: (at: number) => void): void {
  for (let from = 0; from < count; from += BATCH)
    db.transaction(() => {
      for (let at = from; at < Math.min(count, from + BATCH); at++) work(at);
    })();
}

function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
