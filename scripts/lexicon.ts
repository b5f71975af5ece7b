import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { findConcepts } from '../src/calls/find-concepts.ts';
import { lexiconLine } from '../src/calls/port/lines.ts';
import { type Config, loadConfig } from '../src/config/config.ts';
import { formatProblem } from '../src/corpus/problem.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { type ExchangeFault, exchanged, lexiconFile } from '../src/lexicon/exchange.ts';
import { fromSkos, toSkos } from '../src/lexicon/skos.ts';
import { fromTbx, toTbx } from '../src/lexicon/tbx.ts';
import { runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { composeConcepts } from './compose-concepts.ts';

/** `--export skos|tbx FILE`, `--import FILE`, or JSON Lines (`--batch FILE` or standard input). */
async function main(): Promise<void> {
  const line = readCommandLine('lexicon');
  const config = loadConfig(process.env);
  const format = line.value('export');
  const imported = line.value('import');
  if (format !== undefined) exportLexicon(config, format, line.rest[0]);
  else if (imported !== undefined) importLexicon(config, imported);
  else await answerBatch(config, line.value('batch'));
}

async function answerBatch(config: Config, file: string | undefined): Promise<void> {
  const { lexicon, fiches } = readCheckedCorpus(config);
  const finder = composeConcepts({ lexicon, fiches });
  await runBatch(file, async (input) => {
    const parsed = lexiconLine.safeParse(input);
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
    const { id, ...fields } = parsed.data;
    return { id, ...(await findConcepts(finder, fields)) };
  });
}

function exportLexicon(config: Config, format: string | undefined, file: string | undefined): void {
  if ((format !== 'skos' && format !== 'tbx') || file === undefined)
    throw new Error('usage: npm run lexicon -- --export skos|tbx FILE');
  const { lexicon } = readCheckedCorpus(config);
  const written = format === 'skos' ? toSkos(lexicon) : toTbx(lexicon);
  if (!written.ok) throw new Error(faultText(written.error));
  writeFileSync(file, written.value);
  process.stdout.write(`${lexicon.length} concepts written to ${file}\n`);
}

/** Writes the concepts that are not in the lexicon yet; one that says otherwise than ours stops the import. */
function importLexicon(config: Config, file: string | undefined): void {
  if (file === undefined) throw new Error('usage: npm run lexicon -- --import FILE');
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const drafts = /^\s*<(?:\?xml|tbx|!)/.test(text) ? fromTbx(text) : fromSkos(text);
  if (!drafts.ok) throw new Error(`${file}: ${faultText(drafts.error)}`);
  const target = join(config.knowledge, 'lexicon', `import-${slug(basename(file, extname(file)))}.yaml`);
  const checked = lexiconFile(drafts.value, file);
  if (!checked.ok) throw new Error(faultText(checked.error));

  const ours = new Map(readCorpus(config.knowledge).corpus.lexicon.map((entry) => [entry.id, exchanged(entry)]));
  const other = checked.value.entries.filter(({ id }) => ours.has(id));
  const differing = other.filter((entry) => !isDeepStrictEqual(entry, ours.get(entry.id)));
  if (differing.length > 0)
    throw new Error(
      `nothing was imported: ${differing.length} concept(s) are in the lexicon already and say something else: ${differing.map(({ id }) => id).join(', ')}`,
    );
  const fresh = lexiconFile(
    drafts.value.filter(({ id }) => !ours.has(id)),
    target,
  );
  if (!fresh.ok) {
    process.stdout.write(`all ${other.length} concepts are in the lexicon already, unchanged\n`);
    return;
  }
  if (existsSync(target)) throw new Error(`${target} exists already: rename the file to import`);
  mkdirSync(join(config.knowledge, 'lexicon'), { recursive: true });
  writeFileSync(target, fresh.value.yaml);
  process.stdout.write(`${fresh.value.entries.length} concepts written to ${target}, ${other.length} known already\n`);
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'lexicon'
  );
}

function faultText(fault: ExchangeFault): string {
  return fault.kind === 'incomplete' ? fault.problems.map(formatProblem).join('\n') : fault.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
