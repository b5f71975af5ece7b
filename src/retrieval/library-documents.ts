import { createHash } from 'node:crypto';
import { countWords, type DocumentPart } from '../documents/extracted.ts';
import type { Library, LibraryRecord } from '../documents/library.ts';
import { GROUP_WORDS } from '../documents/limits.ts';
import { splitPassages } from '../documents/split-passages.ts';
import type { IndexDocument, IndexPart } from './document.ts';

const PREFIX = 'document:';

/** Where a found document comes from, to cite it and to know who may read it. */
export interface DocumentSource {
  readonly title: string;
  readonly collection: string;
  /** `all`, or the one organisation that may read it. */
  readonly audience: string;
  readonly path: string;
}

export function isLibraryDocument(id: string): boolean {
  return id.startsWith(PREFIX);
}

/**
 * The library as documents to find: groups of about 600 words (one long page, or several short sections), cut into
 * passages of about 110, each named by its page or heading. The same content added twice for the same audience and
 * collection comes once; for two audiences it comes twice, since each must be found by its own.
 */
export function libraryDocuments(library: Library): readonly IndexDocument[] {
  return distinct(library).flatMap(([hash, record]) =>
    groupParts(record.parts).map((parts, index) => ({
      id: `${PREFIX}${hash}#${index + 1}`,
      title: groupTitle(record, parts),
      questions: [],
      articles: [],
      parts,
    })),
  );
}

/** By the part of the id before `#`: see `documentSource`. */
export function librarySources(library: Library): ReadonlyMap<string, DocumentSource> {
  return new Map(
    distinct(library).map(([hash, { title, collection, audience, path }]) => [
      `${PREFIX}${hash}`,
      { title, collection, audience, path },
    ]),
  );
}

export function documentSource(sources: ReadonlyMap<string, DocumentSource>, id: string): DocumentSource | undefined {
  return sources.get(id.split('#')[0] ?? id);
}

function distinct(library: Library): readonly (readonly [string, LibraryRecord])[] {
  const found = new Map<string, LibraryRecord>();
  for (const record of library.records) {
    const hash = createHash('sha256')
      .update(JSON.stringify([record.hash, record.audience, record.collection]))
      .digest('hex')
      .slice(0, 24);
    if (!found.has(hash)) found.set(hash, record);
  }
  return [...found];
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
      // The index gives another meaning to a part named `question`.
      group.push({ name: name === 'question' ? 'Question' : name, text: passage });
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
