import { createHash } from 'node:crypto';
import { digestRooms } from '../digest-files.ts';
import { countWords, type DocumentPart } from '../documents/extracted.ts';
import type { Library, LibraryRecord } from '../documents/library.ts';
import { GROUP_WORDS } from '../documents/limits.ts';
import { splitPassages } from '../documents/split-passages.ts';
import { indexTerms } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import type { IndexPart } from './document.ts';
import type { OwnDocument } from './own-records.ts';

const PREFIX = 'document:';
/** What reads, cuts and tells words of a document. */
const MAKERS = ['documents', 'french'];

/** What is to be kept of a library: what each document would be made of, by its key, and the record it would be made from. */
export type WantedDocuments = ReadonlyMap<string, { readonly made: string; readonly record: LibraryRecord }>;

/**
 * The same content added twice for the same audience and collection comes once; for two audiences it comes twice, since each
 * must be found by its own.
 * @param embedder names model and weights
 */
export function wantedDocuments({ records }: Library, embedder: string): WantedDocuments {
  const makers = [digestRooms(MAKERS), embedder];
  const wanted = new Map<string, { made: string; record: LibraryRecord }>();
  for (const record of records) {
    const { hash, audience, collection, title, path, reader } = record;
    const key = `${PREFIX}${digest([hash, audience, collection])}`;
    if (!wanted.has(key)) wanted.set(key, { made: digest([...makers, title, path, reader]), record });
  }
  return wanted;
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 24);
}

/**
 * A document as it is kept: groups of about 600 words (one long page, or several short sections), cut into passages of about
 * 110, each named by its page or heading and embedded with the title in front.
 */
export async function makeDocument(
  key: string,
  { made, record }: { readonly made: string; readonly record: LibraryRecord },
  embed: Embed,
): Promise<OwnDocument> {
  const { title, collection, audience, path } = record;
  const pages = await Promise.all(
    groupParts(record.parts).map(async (group) => {
      const named = groupTitle(record, group);
      const vectors = await embed.embed(group.map(({ text }) => `${named} ${text}`));
      const parts = group.flatMap((part, number) => {
        const vector = vectors[number];
        return vector === undefined ? [] : [{ ...part, terms: passageTerms(named, part), vector }];
      });
      return { title: named, parts };
    }),
  );
  return { key, made, source: { title, collection, audience, path }, pages };
}

/** The words that a passage is found by. */
export function passageTerms(title: string, { name, text }: IndexPart): readonly string[] {
  return indexTerms(`${title} ${name} ${text}`);
}

/** A group starts at a page or heading whenever the next one does not fit whole; only a longer one is cut inside. */
export function groupParts(parts: readonly DocumentPart[]): readonly (readonly IndexPart[])[] {
  const groups: IndexPart[][] = [];
  let group: IndexPart[] = [];
  let size = 0;
  const start = () => {
    if (group.length > 0) groups.push(group);
    group = [];
    size = 0;
  };
  for (const { name, text } of parts) {
    if (size + countWords(text) > GROUP_WORDS) start();
    for (const passage of splitPassages(text)) {
      const words = countWords(passage);
      if (size + words > GROUP_WORDS) start();
      group.push({ name, text: passage });
      size += words;
    }
  }
  start();
  return groups;
}

/** A heading says more than the title alone; `page 3` says nothing to search for. */
function groupTitle(record: LibraryRecord, parts: readonly IndexPart[]): string {
  const name = parts[0]?.name ?? '';
  const sole = parts.every((part) => part.name === name);
  return !sole || name === record.title || /^(?:page \d+|diapositive \d+|introduction|texte)$/.test(name)
    ? record.title
    : `${record.title} : ${name.replace(/^diapositive \d+ : /, '')}`;
}
