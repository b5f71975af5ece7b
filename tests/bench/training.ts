import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readCommandLine } from '../../scripts/command-line.ts';
import { readCheckedCorpus } from '../../scripts/compose.ts';
import { loadConfig } from '../../src/config/config.ts';
import { parisDay } from '../../src/days/iso-date.ts';
import { createLog } from '../../src/log.ts';
import { createReserve } from '../../src/reserve/manage.ts';
import type { Backend } from '../../src/store/backend.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createBadges, newBadgeKey } from '../../src/training/badge/badge.ts';
import { createCourse } from '../../src/training/course.ts';
import { createTraining } from '../../src/training/create-training.ts';
import { newLearner } from '../../src/training/learner.ts';
import { readLine } from '../../src/training/read-line.ts';
import type { Progress, TrainingEvent } from '../../src/training/training-records.ts';

/**
 * `npm run bench:training [-- --learners N]`: the coordinator's board of training over 5,000 learners of 60 bodies with 100
 * events each, on SQLite and, where DATABASE_URL names an empty database that it may fill, on PostgreSQL. Beside it, in the
 * same run and over the same database, the peer: the same figures by SQL over the log of events alone, which is how a record
 * store without tables of its own for them counts. Both must say the same; the storage is what the database says it takes.
 */
const LEARNERS = readCommandLine('bench:training').number('learners', 5_000);
const EVENTS = 100;
const BODIES = 60;
const RUNS = 15;
const BAR_MS = 300;
const AT = Date.parse('2026-09-01T08:00:00Z');

const log = createLog('warn');
const corpus = readCheckedCorpus(loadConfig(process.env));
const course = createCourse(corpus);
const day = parisDay(new Date());

const data = mkdtempSync(join(tmpdir(), 'truchement-bench-'));
try {
  await bench('SQLite', openSqlite(data), await openStore({ data, databaseUrl: undefined, log }));
} finally {
  rmSync(data, { recursive: true, force: true });
}
const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) console.log('PostgreSQL: not measured, DATABASE_URL names no database');
else await bench('PostgreSQL', openPostgres(databaseUrl, log), await openStore({ data, databaseUrl, log }));

async function bench(name: string, raw: Backend, store: Store): Promise<void> {
  try {
    const empty = await bytesOf(name, raw);
    const loading = performance.now();
    await fill(store);
    await sql`analyze`.execute(raw.db);
    const loaded = (performance.now() - loading) / 1000;
    const full = await bytesOf(name, raw);
    const training = await trainingOver(store);
    const board = await timed(async () => {
      const read = await training.cohort('coordinator');
      if (!read.ok) throw new Error(`the board was refused: ${read.error.kind}`);
      return read.value;
    });
    await writeBodies(raw);
    const peer = await timed(() => byLogAlone(raw));
    await sql`drop table bench_bodies`.execute(raw.db);
    const hardest = board.value.hardest.map(({ question, asked, missed }) => `${question} ${missed}/${asked}`);
    const same =
      JSON.stringify(groupsOf(board.value.groups)) === JSON.stringify(groupsOf(peer.value.groups)) &&
      hardest.every((one) => peer.value.questions.has(one));
    console.log(
      `${name}: ${LEARNERS} learners, ${LEARNERS * EVENTS} events, written by the program's own steps in ${loaded.toFixed(0)} s\n` +
        `  the board           median ${ms(board.median)}, slowest ${ms(board.slowest)} of ${RUNS} (bar: under ${BAR_MS} ms: ${board.slowest < BAR_MS ? 'met' : 'NOT met'})\n` +
        `  peer, the log alone median ${ms(peer.median)}, slowest ${ms(peer.slowest)} of ${RUNS} (the same figures: ${same ? 'yes' : 'NO'})\n` +
        `  storage             ${mega(full - empty)}, ${Math.round((full - empty) / LEARNERS)} bytes a learner, ${Math.round((full - empty) / (LEARNERS * EVENTS))} an event`,
    );
    if (!same || board.slowest >= BAR_MS) process.exitCode = 1;
  } finally {
    await raw.db.destroy();
    await store.close();
  }
}

/** Every learner's steps, one write each: lessons read, questions answered (one in five missed), quizzes ended. */
async function fill(store: Store): Promise<void> {
  const person = {
    id: 'coordinator',
    name: 'Animatrice',
    email: undefined,
    organisation: 'body-0',
    roles: ['coordinator'],
    language: 'fr',
    address: undefined,
  } as const;
  for (let n = 0; n < BODIES; n++)
    must(
      await store.reserve.saveOrganisation({
        id: `body-${n}`,
        name: `Organisme ${n}`,
        publicClass: 'commune',
        territories: [],
      }),
    );
  must(await store.reserve.savePerson(person));
  for (let n = 0; n < LEARNERS; n++) {
    const id = `learner-${n}`;
    const organisation = `body-${n % BODIES}`;
    must(await store.reserve.savePerson({ ...person, id, organisation, roles: ['buyer'] }));
    const { events, progress } = stepsOf(id, n);
    must(
      await store.training.write({
        learner: { ...newLearner(id, organisation), version: 1, lastAt: events.at(-1)?.at ?? null },
        nudgeAt: undefined,
        events,
        progress,
        counts: events.flatMap(({ kind, item, module, right }) =>
          kind === 'answer'
            ? [{ question: item, module, fiche: course.question(item)?.question.fiche ?? '', missed: right === false }]
            : [],
        ),
      }),
    );
  }
}

function stepsOf(person: string, n: number): { events: readonly TrainingEvent[]; progress: readonly Progress[] } {
  const events: TrainingEvent[] = [];
  const progress: Progress[] = [];
  const add = (kind: TrainingEvent['kind'], module: string, item: string, right: boolean | undefined) => {
    const at = new Date(AT + n * 1_000 + events.length * 60_000).toISOString();
    events.push({ id: `${person}-${events.length}`, person, at, kind, module, item, right });
    return at;
  };
  for (let turn = 0; events.length < EVENTS; turn++) {
    const module = corpus.modules[(n + turn * 4) % corpus.modules.length]?.id ?? '';
    const lessons = course
      .lessonsOf(module)
      .slice(0, 6)
      .map(({ fiche }) => fiche.id);
    const questions = course.openQuestions(module, 'achat', day).slice(0, 14);
    const startedAt = add('lesson', module, lessons[0] ?? '', undefined);
    for (const fiche of lessons.slice(1)) if (events.length < EVENTS) add('lesson', module, fiche, undefined);
    const read = new Set(events.flatMap((one) => (one.kind === 'lesson' && one.module === module ? [one.item] : [])));
    for (const { id } of questions) if (events.length < EVENTS) add('answer', module, id, lot(person, id) >= 0.2);
    const passed = events.length < EVENTS && lot(person, module) < 0.7;
    if (events.length < EVENTS) add(passed ? 'passed' : 'failed', module, module, passed);
    const lastAt = events.at(-1)?.at ?? startedAt;
    progress.push({
      module,
      startedAt,
      lastAt,
      lessons: [...read],
      best: passed ? 90 : 60,
      passedAt: passed ? lastAt : undefined,
    });
  }
  return { events, progress };
}

/** The same at each run, between 0 and 1. */
function lot(...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) / 2 ** 32;
}

async function trainingOver(store: Store) {
  const now = () => new Date();
  const { training } = createTraining({
    course,
    store,
    reserve: createReserve({
      records: store.reserve,
      cases: store.cases,
      competences: new Set(),
      now,
      newId: () => '',
    }),
    badges: await createBadges(await newBadgeKey(), { name: 'banc', site: 'https://exemple.fr' }),
    now,
    day: () => day,
    newId: () => '',
    newCode: () => '',
    readLine,
    search: async () => [],
    statements: () => [],
    smallestGroup: 8,
    site: 'https://exemple.fr',
    issuer: 'banc',
  });
  return training;
}

/** Whose body a learner is of, as a column: the peer is not to pay for how people are kept here. */
async function writeBodies({ db }: Backend): Promise<void> {
  await sql`create table bench_bodies (person text primary key, organisation text not null)`.execute(db);
  for (let n = 0; n < LEARNERS; n += 500) {
    const rows = Array.from({ length: Math.min(500, LEARNERS - n) }, (_, at) => n + at);
    await sql`insert into bench_bodies values ${sql.join(rows.map((at) => sql`(${`learner-${at}`}, ${`body-${at % BODIES}`})`))}`.execute(
      db,
    );
  }
  await sql`analyze`.execute(db);
}

/** What the board says, counted from the log: who did what, joined to their body. */
async function byLogAlone({ db }: Backend) {
  const groups = await sql<{
    organisation: string;
    module: string;
    learners: number;
    passed: number;
    lessons: number;
  }>`select p.organisation as organisation, e.module as module, count(distinct e.person) as learners,
      count(distinct case when e.kind = 'passed' then e.person end) as passed,
      count(distinct case when e.kind = 'lesson' then e.person || '/' || e.item end) as lessons
    from training_events e join bench_bodies p on p.person = e.person
    group by p.organisation, e.module order by p.organisation, e.module`.execute(db);
  const questions = await sql<{ item: string; asked: number; missed: number }>`select item, count(*) as asked,
      sum(case when "right" = 0 then 1 else 0 end) as missed
    from training_events where kind = 'answer' group by item`.execute(db);
  const bodies = new Map<string, { organisation: string; modules: (typeof groups.rows)[number][] }>();
  for (const row of groups.rows) {
    const body = bodies.get(row.organisation) ?? { organisation: row.organisation, modules: [] };
    body.modules.push(row);
    bodies.set(row.organisation, body);
  }
  return {
    groups: [...bodies.values()].map(({ organisation, modules }) => ({
      organisation: organisation.replace('body-', 'Organisme '),
      modules: modules.filter(({ learners }) => Number(learners) >= 8),
    })),
    questions: new Set(questions.rows.map(({ item, asked, missed }) => `${item} ${Number(missed)}/${Number(asked)}`)),
  };
}

interface Group {
  readonly organisation: string;
  readonly modules: readonly {
    readonly module: string;
    readonly learners: number;
    readonly passed: number;
    readonly lessons: number;
  }[];
}

function groupsOf(groups: readonly Group[]): readonly string[] {
  return groups
    .flatMap(({ organisation, modules }) =>
      modules.map((one) => [organisation, one.module, one.learners, one.passed, one.lessons].map(String).join(' ')),
    )
    .sort();
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; median: number; slowest: number }> {
  const times: number[] = [];
  let value = await work();
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    value = await work();
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  return { value, median: times[Math.floor(RUNS / 2)] ?? 0, slowest: times.at(-1) ?? 0 };
}

async function bytesOf(name: string, { db }: Backend): Promise<number> {
  if (name === 'PostgreSQL') {
    const { rows } = await sql<{ size: string }>`select pg_database_size(current_database()) as size`.execute(db);
    return Number(rows[0]?.size ?? 0);
  }
  return readdirSync(data)
    .filter((file) => file.startsWith('truchement.sqlite'))
    .reduce((sum, file) => sum + statSync(join(data, file)).size, 0);
}

function must(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error('the store is down');
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`.padStart(7);
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
