import cliProgress from 'cli-progress';
import { printablePath } from '../src/documents/fault.ts';
import { type FileOutcome, type ImportReport, importDocuments } from '../src/documents/import-documents.ts';
import { isLabel } from '../src/documents/library.ts';

/**
 * `npm run ingest -- --add PATH… [--collection NAME] [--audience all|ORGANISATION]`: imports files and folders with a
 * progress bar (standard error, a terminal only) and prints what became of each file, the speed and the memory.
 * With no path, looks again at what was added before. Returns the report; `failed` outcomes call for exit code 1.
 * @throws when the name of the collection or the audience is not one
 */
export async function addDocuments(options: {
  readonly data: string;
  readonly paths: readonly string[];
  readonly collection?: string | undefined;
  readonly audience?: string | undefined;
  readonly now?: () => Date;
  readonly print?: (line: string) => void;
}): Promise<ImportReport> {
  for (const label of ['collection', 'audience'] as const) {
    const value = options[label];
    if (value !== undefined && !isLabel(value))
      throw new Error(`--${label} « ${value} »: 1 to 64 letters, digits, spaces, dots, hyphens or apostrophes`);
  }
  const print = options.print ?? console.log;
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} files  {file}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  const report = await importDocuments({
    data: options.data,
    paths: options.paths,
    collection: options.collection,
    audience: options.audience,
    now: options.now ?? (() => new Date()),
    onProgress: (done, total, path) => {
      if (!started) bar.start(total, 0, { file: '' });
      started = true;
      bar.update(done, { file: printablePath(path).slice(-60) });
    },
  });
  bar.stop();
  for (const line of reportLines(report, process.resourceUsage().maxRSS * 1024)) print(line);
  return report;
}

/** One line a file, then the sums. `peakBytes` is the resident memory at its highest. */
export function reportLines(report: ImportReport, peakBytes: number): readonly string[] {
  const rows = report.outcomes.map((outcome) => [outcome.kind, said(outcome), printablePath(outcome.path)] as const);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const counts = new Map<string, number>();
  let pages = 0;
  for (const outcome of report.outcomes) {
    counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
    if ('pages' in outcome) pages += outcome.pages;
  }
  const seconds = report.milliseconds / 1000;
  return [
    ...rows.map(([kind, detail, path]) => `${kind.padEnd(widths[0] ?? 0)}  ${detail.padEnd(widths[1] ?? 0)}  ${path}`),
    ...report.damaged.map((file) => `damaged record, its document must be added again: ${file}`),
    ...report.outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [`! ${outcome.fault.message}`] : [])),
    [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'no document',
    `${pages} pages, ${mebibytes(report.bytes)} MiB read in ${seconds.toFixed(1)} s ` +
      `(${Math.round(pages / Math.max(seconds, 0.001))} pages/s); peak memory ${mebibytes(peakBytes)} MiB`,
  ];
}

function said(outcome: FileOutcome): string {
  if (outcome.kind === 'failed') return outcome.fault.kind + (outcome.kept ? ', earlier version kept' : '');
  if (outcome.kind === 'added' || outcome.kind === 'updated')
    return `${outcome.pages} p.${outcome.silentPages > 0 ? `, ${outcome.silentPages} without text` : ''}`;
  if (outcome.kind === 'unreachable') return 'kept';
  return outcome.kind === 'skipped' ? 'unsupported' : '';
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
