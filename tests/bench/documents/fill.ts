import type { LibraryRecord } from '../../../src/documents/library.ts';
import { createLog } from '../../../src/log.ts';
import { loadServedEmbedder } from '../../../src/model/join-embedders.ts';
import { keepDocuments } from '../../../src/retrieval/index-own.ts';
import type { OwnDocument } from '../../../src/retrieval/own-records.ts';
import { openOwnPostgres } from '../../../src/store/own-postgres.ts';
import { createTexts } from './made-texts.ts';

/** Fills PostgreSQL with made documents: URL, data folder, passages that are there, passages wanted. Prints how many there are then. */
const [url = '', data = '', there = '0', wanted = '0'] = process.argv.slice(2);
const SECTIONS = 8;
const SECTION_WORDS = 450;
/** Of a made document, about. */
const PASSAGES = 40;

const write = createTexts(7 + Number(there), data);
const records = await openOwnPostgres(url, createLog('warn'), 'bench', ['all']);
let kept = Number(there);
const counted = {
  ...records,
  keep: (documents: readonly OwnDocument[]) => {
    kept += documents.flatMap(({ pages }) => pages).reduce((sum, { parts }) => sum + parts.length, 0);
    return records.keep(documents);
  },
};
const count = Math.ceil((Number(wanted) - kept) / PASSAGES);
const written = await keepDocuments(counted, { all: madeRecords(kept), count }, loadServedEmbedder());
await records.close();
if (!written.ok) throw new Error(written.error.reason);
process.stdout.write(`${kept} ${Math.round(process.resourceUsage().maxRSS / 1_024)}\n`);

function* madeRecords(from: number): Generator<[string, { made: string; record: LibraryRecord }]> {
  for (let number = from; kept < Number(wanted); number++)
    yield [`document:${number}`, { made: '1', record: madeRecord(number) }];
}

function madeRecord(number: number): LibraryRecord {
  const parts = Array.from({ length: SECTIONS }, (_, n) => ({ name: `Partie ${n + 1}`, text: write(SECTION_WORDS) }));
  return {
    format: 1,
    reader: 1,
    path: `/partage/${number}.md`,
    root: '/partage',
    device: 0,
    hash: '0'.repeat(64),
    collection: 'documents',
    audience: 'all',
    title: `Note ${number}`,
    silentPages: 0,
    importedAt: '2026-01-01T00:00:00.000Z',
    parts,
  };
}
