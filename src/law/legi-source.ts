import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import type { OfficialSource, SourceFault } from './official-source.ts';
import { createLegiReader, type LegiArticle } from './read-legi.ts';

/**
 * LEGI's published archives (echanges.dila.gouv.fr/OPENDATA/LEGI), as they come or unpacked, from a folder: the whole stock
 * and the daily ones after it; of two files of the same version the later archive's is kept. Read once, at the first article.
 * @param texts those whose articles are asked for: nothing else is kept
 */
export function createLegiSource(folder: string, texts: readonly string[]): OfficialSource {
  let reading: ReturnType<typeof readFolder> | undefined;
  const read = () => {
    reading ??= readFolder(folder, new Set(texts));
    return reading;
  };
  return {
    versionsOf: async (text, number) => {
      const articles = await read();
      if (!articles.ok) return articles;
      const versions = [...articles.value.values()].filter((one) => one.number === number && one.texts.includes(text));
      return versions.length === 0 ? err({ kind: 'unknown_article' }) : ok(versions);
    },
    textOf: async (id) => {
      const articles = await read();
      if (!articles.ok) return articles;
      const article = articles.value.get(id);
      return article === undefined ? err({ kind: 'unknown_article' }) : ok(article.text);
    },
  };
}

type Articles = ReadonlyMap<string, LegiArticle>;

async function readFolder(folder: string, texts: ReadonlySet<string>): Promise<Result<Articles, SourceFault>> {
  const articles = new Map<string, LegiArticle>();
  const keep = (article: LegiArticle) => {
    if (article.texts.some((text) => texts.has(text))) articles.set(article.id, article);
  };
  try {
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => /LEGIARTI\d+\.xml$/.test(name)).sort())
      await feed(createReadStream(join(folder, file), 'utf8'), keep);
    for (const file of files.filter((name) => name.endsWith('.tar.gz')).sort(byMoment))
      await readArchive(join(folder, file), texts, keep);
  } catch (error) {
    return err({ kind: 'unreachable', detail: error instanceof Error ? error.message : String(error) });
  }
  return ok(articles);
}

/** `Freemium_legi_global_20250713-140000.tar.gz`, `LEGI_20260828-210510.tar.gz`: the earlier first. */
function byMoment(a: string, b: string): number {
  const moment = (name: string) => /\d{8}-\d{6}/.exec(basename(name))?.[0] ?? '';
  return moment(a).localeCompare(moment(b)) || a.localeCompare(b);
}

async function feed(chunks: AsyncIterable<string>, keep: (article: LegiArticle) => void): Promise<void> {
  const reader = createLegiReader(keep);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}

/** The whole stock holds five million files: tar itself picks those of our texts, by their path, and says them one after the other. */
async function readArchive(
  file: string,
  texts: ReadonlySet<string>,
  keep: (article: LegiArticle) => void,
): Promise<void> {
  const wanted = [...texts].map((text) => `*/${text}/article/*.xml`);
  const tar = spawn('tar', ['-xzOf', file, '--wildcards', ...wanted], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => tar.once('error', reject).once('close', resolve));
  let said = '';
  tar.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text.slice(0, 2000 - said.length);
  });
  await Promise.all([ended, feed(tar.stdout.setEncoding('utf8'), keep)]);
  // A daily archive without an article of ours: tar says that nothing is there, of each text apart.
  const faults = said.split('\n').filter((line) => line !== '' && !NOTHING_THERE.test(line));
  if ((await ended) !== 0 && faults.length > 0) throw new Error(`${basename(file)}: ${faults[0]}`);
}

const NOTHING_THERE = /Not found in archive|Exiting with failure status due to previous errors/;
