import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { loadConfig } from '../src/config/config.ts';
import { createIsHoliday } from '../src/days/public-holidays.ts';
import { decodeText } from '../src/documents/decode-text.ts';
import { createLog } from '../src/log.ts';
import { ownValue } from '../src/own-value.ts';
import { bindAccounts, splitAccounts } from '../src/reserve/accounts.ts';
import type { ReserveChange } from '../src/reserve/change.ts';
import { CSV_COLUMNS, type CsvColumn, type CsvProblem, type Everyone, writeCsv } from '../src/reserve/csv.ts';
import { importBusyTimes } from '../src/reserve/ical.ts';
import { exportCalendar } from '../src/reserve/ical-export.ts';
import { createReserve } from '../src/reserve/manage.ts';
import { planCsvImport, planRows } from '../src/reserve/plan-import.ts';
import { reserveTable } from '../src/reserve/reserve-table.ts';
import type { Reservist } from '../src/reserve/reservist.ts';
import type { Result } from '../src/result.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { catalogues } from '../src/text/catalogues.ts';
import { sayReserveFault, saySkipped } from '../src/text/reserve-faults.ts';
import type { StoreDown } from '../src/vocabulary/record-faults.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';

const USAGE = `usage: npm run reserve -- list
       npm run reserve -- add "nom=…" "courriel=…" … (columns of the file: ${CSV_COLUMNS.join(', ')})
                          [slack=U… or slack=TEAM:U…] [teams=TENANT:USER] (where they are reached; else by their e-mail)
       npm run reserve -- import FILE.csv
       npm run reserve -- export [FILE.csv]
       npm run reserve -- pause ID [YYYY-MM-DD, the day of return]
       npm run reserve -- resume ID
       npm run reserve -- remove ID (pauses them first; what they hold has to be handed on before)
       npm run reserve -- absences ID CALENDAR.ics (busy times of the coming year become absences)
       npm run reserve -- calendar ID [FILE.ics]`;

/** The reserve from a terminal; the store is the one of the assistant (TRUCHEMENT_DATA, or DATABASE_URL). */
async function main(): Promise<void> {
  const [command, ...args] = readCommandLine('reserve').rest;
  const act = ownValue(COMMANDS, command ?? '');
  if (act === undefined) throw new Error(USAGE);
  const config = loadConfig(process.env);
  const { data, databaseUrl } = config;
  const store = await openStore({ data, databaseUrl, log: createLog('warn') });
  try {
    const { modules } = readCheckedCorpus(config);
    await act({ store, competences: new Set(modules.flatMap((one) => one.competences)) }, args);
  } finally {
    await store.close();
  }
}

interface Parts {
  readonly store: Store;
  readonly competences: ReadonlySet<string>;
}

const COMMANDS: Readonly<Record<string, (parts: Parts, args: readonly string[]) => Promise<void>>> = {
  list: async ({ store }) => {
    say(reserveTable(await everyone(store), new Date(), createIsHoliday()));
  },
  add: async (parts, args) => {
    if (args.length === 0) throw new Error(USAGE);
    const { accounts, others } = splitAccounts(args);
    const row = { line: 1, cells: Object.fromEntries(others.map(cellOf)) };
    const planned = checked(planRows([row], await everyone(parts.store), importParts(parts)));
    await save(parts.store, planned);
    for (const { id } of planned.people) value(await bindAccounts(parts.store, id, accounts));
  },
  import: async (parts, [file]) => {
    if (file === undefined) throw new Error(USAGE);
    const text = decodeText(readFileSync(file));
    if (text === undefined) throw new Error(`${file} is no text: save it as CSV`);
    const planned = planCsvImport(text, await everyone(parts.store), importParts(parts));
    await save(parts.store, checked(planned));
  },
  export: async ({ store }, [file]) => {
    const csv = writeCsv(await everyone(store));
    if (file === undefined) process.stdout.write(csv);
    else writeFileSync(file, csv);
    if (file !== undefined) say(`written to ${file}`);
  },
  pause: async (parts, [id, day]) => {
    if (id === undefined) throw new Error(USAGE);
    const reservist = await reservistOf(parts, id);
    const back = day === undefined ? undefined : DateTime.fromISO(day, { zone: reservist.timeZone });
    if (back !== undefined && !back.isValid) throw new Error(`“${day}” is no day: write it as 2027-01-15`);
    await change(parts, id, { kind: 'pause', until: back?.toJSDate().toISOString() });
    say(`${id} is paused ${day === undefined ? 'until told otherwise' : `and back on ${day}`}`);
  },
  resume: async (parts, [id]) => {
    if (id === undefined) throw new Error(USAGE);
    await change(parts, id, { kind: 'resume' });
    say(`${id} can be asked again`);
  },
  remove: async (parts, [id]) => {
    if (id === undefined) throw new Error(USAGE);
    const removed = await reserveOf(parts).remove(id);
    if (!removed.ok) throw new Error(`${id}: ${sayReserveFault(removed.error, 'en')}`);
    if (removed.value.kind === 'release_first')
      throw new Error(
        `${id} is paused, and still has ${removed.value.cases.length} case(s): ${removed.value.cases.join(', ')}. ` +
          'They give them back or pass them on, or the silence timer does; then remove again',
      );
    say(`${id} is removed`);
  },
  absences: async (parts, [id, file]) => {
    if (id === undefined || file === undefined) throw new Error(USAGE);
    const { timeZone } = await reservistOf(parts, id);
    const now = Date.now();
    const busy = importBusyTimes(readFileSync(file, 'utf8'), { from: now, to: now + YEAR_MS, timeZone });
    if (!busy.ok) throw new Error(`${file}: ${sayReserveFault(busy.error, 'en')}`);
    await change(parts, id, { kind: 'add_absences', absences: busy.value.absences });
    for (const skipped of busy.value.skipped) say(saySkipped(skipped, 'en'));
    say(`${id}: ${busy.value.absences.length} absence(s) taken from ${file}`);
  },
  calendar: async (parts, [id, file]) => {
    if (id === undefined) throw new Error(USAGE);
    const text = exportCalendar(await reservistOf(parts, id), new Date(), catalogues.fr.handoff.calendar);
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text);
  },
};

const YEAR_MS = 366 * 86_400_000;

async function reservistOf({ store }: Parts, id: string): Promise<Reservist> {
  const reservist = value(await store.reserve.reservist(id));
  if (reservist === undefined) throw new Error(`${id}: ${sayReserveFault({ kind: 'unknown_reservist' }, 'en')}`);
  return reservist;
}

function reserveOf({ store, competences }: Parts) {
  const now = () => new Date();
  return createReserve({ records: store.reserve, cases: store.cases, competences, now, newId: randomUUID });
}

async function change(parts: Parts, id: string, one: ReserveChange): Promise<void> {
  const changed = await reserveOf(parts).change(id, [one]);
  if (!changed.ok) throw new Error(`${id}: ${sayReserveFault(changed.error, 'en')}`);
}

async function everyone({ reserve }: Store): Promise<Everyone> {
  return {
    people: value(await reserve.people()),
    organisations: value(await reserve.organisations()),
    reservists: value(await reserve.reservists()),
  };
}

/** In this order, a store that goes down in the middle leaves nobody without a name; the same import again completes it. */
async function save({ reserve, cases }: Store, { people, organisations, reservists }: Everyone): Promise<void> {
  for (const one of organisations) value(await reserve.saveOrganisation(one));
  for (const one of people) value(await reserve.savePerson(one));
  for (const one of reservists) value(await reserve.saveReservist(one));
  value(await cases.hurryQueue(new Date().toISOString()));
  const united = value(await reserve.uniteBodies());
  say(`saved: ${reservists.length} reservist(s), ${organisations.length} organisation(s) made or completed`);
  for (const { id } of reservists) say(`  ${id}`);
  if (united > 0) say(`${united} organisation(s) were another under the same SIRET or name, and are one with it now`);
  const unnumbered = new Set(
    value(await reserve.organisations()).flatMap((one) => (one.siret === undefined ? [one.id] : [])),
  );
  const lenders = value(await reserve.reservists()).filter(({ organisation }) => unnumbered.has(organisation)).length;
  if (lenders > 0)
    say(
      `${lenders} reservist(s) are of an organisation without a SIRET: who signs in by a directory that says a SIRET alone may be a colleague of theirs, and is not offered to them (column siret)`,
    );
}

function importParts({ competences }: Parts) {
  return { competences, now: new Date(), newId: randomUUID };
}

function cellOf(argument: string): readonly [string, string] {
  const at = argument.indexOf('=');
  const name = argument.slice(0, at).trim();
  if (!CSV_COLUMNS.some((column: CsvColumn) => column === name))
    throw new Error(`“${argument}”: unknown column\n${USAGE}`);
  return [name, argument.slice(at + 1).trim()];
}

function checked(planned: Result<Everyone, readonly CsvProblem[]>): Everyone {
  if (planned.ok) return planned.value;
  const lines = planned.error.map(({ line, column, message }) => `  line ${line}, ${column || 'the row'}: ${message}`);
  throw new Error(`nothing was saved, ${planned.error.length} problem(s):\n${lines.join('\n')}`);
}

function value<T>(result: Result<T, StoreDown>): T {
  if (!result.ok) throw new Error(sayReserveFault(result.error, 'en'));
  return result.value;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
