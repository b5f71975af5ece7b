import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '../result.ts';
import { markedEncoding } from './decode-text.ts';
import { LIMITS } from './limits.ts';

export interface ArchiveFault {
  readonly kind: 'corrupt' | 'encrypted' | 'zip-bomb' | 'too-large';
  readonly detail: string;
}

export interface Archive {
  has(name: string): boolean;
  /** Feeds one XML entry to the handler as it inflates: never the whole entry in memory. */
  readXml(name: string, handler: XmlHandler): Promise<Result<undefined, ArchiveFault>>;
}

/** Names come without their prefix: `p` for `w:p`, `a:p` and `text:p` alike. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** The only door to zip files. Reads the list of entries and judges it before anything inflates; nested archives stay shut. */
export async function openArchive(bytes: Buffer): Promise<Result<Archive, ArchiveFault>> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    // Sizes are checked below against our own limits, so that a lie about one is told from mere damage.
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: false });
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      const fault = judge(entry, total, entries.size);
      if (fault !== undefined) return err(fault);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    return err({ kind: 'corrupt', detail: reason(error) });
  }
  return ok({
    has: (name) => entries.has(name),
    readXml: (name, handler) => {
      const entry = entries.get(name);
      return entry === undefined
        ? Promise.resolve(err({ kind: 'corrupt', detail: `${name} is missing` }))
        : readEntry(zip, entry, handler);
    },
  });
}

function judge(entry: Entry, total: number, before: number): ArchiveFault | undefined {
  if (entry.isEncrypted()) return { kind: 'encrypted', detail: entry.fileName };
  if (before >= LIMITS.archiveEntries) return { kind: 'zip-bomb', detail: `more than ${before} entries` };
  if (total > LIMITS.archiveBytes) return { kind: 'zip-bomb', detail: `more than ${LIMITS.archiveBytes} bytes in all` };
  if (
    entry.uncompressedSize > LIMITS.archiveRatioFrom &&
    entry.uncompressedSize > LIMITS.archiveRatio * entry.compressedSize
  )
    return { kind: 'zip-bomb', detail: `${entry.fileName} inflates more than ${LIMITS.archiveRatio} times` };
  return undefined;
}

async function readEntry(zip: ZipFile, entry: Entry, handler: XmlHandler): Promise<Result<undefined, ArchiveFault>> {
  /** Elements still open when the text ends: the parser closes them by itself. */
  let ending = false;
  let depth = 0;
  let cutShort = false;
  /** What would be held in memory: the text so far, and the attributes of the element that is being read. */
  let characters = 0;
  let attributes = 0;
  const parser = new Parser(
    {
      onattribute: () => {
        attributes += 1;
      },
      onopentag: (name, given) => {
        depth += 1;
        attributes = 0;
        if (depth > LIMITS.nesting) parser.pause();
        handler.open?.(localName(name), withoutPrefixes(given));
      },
      onclosetag: (name) => {
        depth -= 1;
        cutShort ||= ending;
        handler.close?.(localName(name));
      },
      ontext: (text) => {
        characters += text.length;
        if (characters <= LIMITS.archiveCharacters) handler.text?.(text);
      },
    },
    { xmlMode: true },
  );
  let decoder: TextDecoder | undefined;
  let inflated = 0;
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      if (inflated > entry.uncompressedSize || inflated > LIMITS.archiveEntryBytes)
        return err({ kind: 'zip-bomb', detail: `${entry.fileName} inflates to more than it says` });
      decoder ??= new TextDecoder(markedEncoding(chunk) ?? 'utf-8');
      parser.write(decoder.decode(chunk, { stream: true }));
      if (characters > LIMITS.archiveCharacters)
        return err({ kind: 'too-large', detail: `more than ${LIMITS.archiveCharacters} characters` });
      if (attributes > LIMITS.attributes)
        return err({ kind: 'corrupt', detail: `${entry.fileName} has an element with too many attributes` });
      if (depth > LIMITS.nesting) return err({ kind: 'corrupt', detail: `${entry.fileName} is nested too deep` });
    }
    parser.write(decoder?.decode() ?? '');
    ending = true;
    parser.end();
  } catch (error) {
    return err({ kind: 'corrupt', detail: `${entry.fileName}: ${reason(error)}` });
  } finally {
    stream?.destroy();
  }
  return cutShort || inflated < entry.uncompressedSize
    ? err({ kind: 'corrupt', detail: `${entry.fileName} is cut short` })
    : ok(undefined);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `r:id` and `id` may stand on one element: the one with a prefix keeps it when the plain name is taken. */
function withoutPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = Object.entries(attributes);
  // The last of equals stays: the first prefix before the others, and whatever has none before all.
  const bare = named.map(([name, value]) => [localName(name), value] as const).reverse();
  return Object.fromEntries([...bare, ...named]);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
