import { readFileSync, writeFileSync } from 'node:fs';
import { createTableKeeping, readTableFile, type TableParts } from '../src/bodies/keep-table.ts';
import type { RowFault } from '../src/bodies/read-rows.ts';
import { writeTable, writeTemplate } from '../src/bodies/read-rows.ts';
import { loadConfig } from '../src/config/config.ts';
import { readSiret } from '../src/french/checksums.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog } from '../src/log.ts';
import type { Organisation } from '../src/reserve/reservist.ts';
import type { Result } from '../src/result.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { bodiesTexts } from '../src/text/bodies-texts.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { composeBodies } from './compose-bodies.ts';

const { command: texts } = bodiesTexts;

/** `npm run bodies`: the table of who buys what in a body, from a terminal; the store is the one of the assistant. */
async function main(): Promise<void> {
  const line = readCommandLine('bodies');
  const [act, file] = line.rest;
  if (act === 'template') return write(file, writeTemplate());
  if (act !== 'import' && act !== 'export') throw new Error(texts.usage);
  const config = loadConfig(process.env);
  const store = await openStore({ data: config.data, databaseUrl: config.databaseUrl, log: createLog('warn') });
  try {
    const body = await bodyNamed(store, line.value('body') ?? config.body?.siret);
    const { knowsCpv } = composeBodies(config.knowledge, store);
    const parts = { records: store.bodies, knowsCpv, now: () => new Date() };
    if (act === 'export') write(file, writeTable(value(await store.bodies.find(body.id))?.rows ?? []));
    else await importFile(parts, body, file, { merges: line.has('merge'), keeps: line.has('confirm') });
  } finally {
    await store.close();
  }
}

async function importFile(
  parts: TableParts,
  body: Organisation,
  file: string | undefined,
  { merges, keeps }: { readonly merges: boolean; readonly keeps: boolean },
): Promise<void> {
  if (file === undefined) throw new Error(texts.usage);
  const read = await readTableFile(readFileSync(file), parts, body.siret);
  if (!read.ok) throw new Error([texts.nothingKept(read.error.length), ...read.error.map(sayFault)].join('\n  '));
  const { from, rows } = read.value;
  // What was published is a proposal: it is written out to be completed, unless whoever sits here says yes.
  if (from === 'published' && !keeps) {
    write(undefined, writeTable(rows));
    process.stderr.write(`${frenchTypography(texts.proposed(rows.length))}\n`);
    return;
  }
  const keeping = createTableKeeping(parts);
  const on = value(await keeping.find(body.id))?.version ?? 0;
  const way = merges || from === 'published' ? 'merge' : 'replace';
  const kept = value(await keeping.put({ organisation: body.id, on, by: 'commande' }, rows, way));
  process.stdout.write(`${frenchTypography(texts.kept(body.name, rows.length, kept.rows.length))}\n`);
}

function sayFault({ line, column, message }: RowFault): string {
  return frenchTypography(texts.fault(line, column, message));
}

/** By its SIRET, its id or its name. */
async function bodyNamed({ reserve }: Store, said: string | undefined): Promise<Organisation> {
  const all = value(await reserve.organisations());
  const siret = readSiret(said);
  const found = all.filter(
    (one) => one.id === said || one.name === said || (siret !== undefined && one.siret === siret),
  );
  const [only] = said === undefined && all.length === 1 ? all : found;
  if (only === undefined || found.length > 1) throw new Error(texts.whichBody(all.map(({ name }) => name)));
  return only;
}

function write(file: string | undefined, text: string): void {
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text, { mode: 0o600 });
}

function value<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(texts.refused[result.error.kind === 'version_conflict' ? 'stale' : 'down']);
  return result.value;
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
