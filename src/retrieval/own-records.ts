import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { IndexDocument, IndexPart } from './document.ts';

/** Where a found document comes from, to cite it and to know who may read it. */
export interface DocumentSource {
  readonly title: string;
  readonly collection: string;
  /** `all`, or the one organisation that may read it. */
  readonly audience: string;
  readonly path: string;
}

/** Some pages of an organisation's own document, about 600 words that are read and cited as one; its id is the key, `#`, its number. */
export interface OwnPages extends IndexDocument {
  readonly source: DocumentSource;
}

/** A passage as it is kept: its words for the word list, its vector, of unit length, for the other. */
interface KeptPart extends IndexPart {
  readonly terms: readonly string[];
  readonly vector: Float32Array;
}

/** A document as it is kept. */
export interface OwnDocument {
  /** Its content, collection and audience. */
  readonly key: string;
  /** Names all that it was made of and by: a document is made anew when that changes, and no other is. */
  readonly made: string;
  readonly source: DocumentSource;
  readonly pages: readonly { readonly title: string; readonly parts: readonly KeptPart[] }[];
}

/** A passage that one of the two lists found, best first; the score is that list's own. */
export interface FoundPassage {
  /** Of its pages. */
  readonly id: string;
  readonly part: number;
  readonly score: number;
}

/** The candidates of a question by its words and by its meaning. */
export interface FoundLists {
  readonly words: readonly FoundPassage[];
  readonly near: readonly FoundPassage[];
}

/**
 * Where an organisation's own documents are kept to be found: opened for those that some audiences may read. What one process
 * keeps another finds at once.
 */
export interface OwnRecords {
  /** What was made of each document that this data folder keeps, whatever its audience, by key. */
  kept(): Promise<Result<ReadonlyMap<string, string>, StoreDown>>;
  /** All of them or nothing, each in place of what was kept under its key. */
  keep(documents: readonly OwnDocument[]): Promise<Result<undefined, StoreDown>>;
  /**
   * Does a work that keeps so many documents. Where they are more than there were, what finds by meaning may be made after them,
   * in one go: until then passages are found all the same, more slowly.
   */
  filling<T>(coming: number, work: () => Promise<Result<T, StoreDown>>): Promise<Result<T, StoreDown>>;
  drop(key: string): Promise<Result<undefined, StoreDown>>;
  find(terms: readonly string[], vector: Float32Array): Promise<Result<FoundLists, StoreDown>>;
  /** Those that are there, in any order. */
  pages(ids: readonly string[]): Promise<Result<readonly OwnPages[], StoreDown>>;
  close(): Promise<void>;
}

/** Candidates of each list; with 64, what one list alone holds counts for too much (nDCG@10 .448 for .456 on 153 questions of labour law). */
export const CANDIDATES = 200;
