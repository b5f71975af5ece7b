/** A page, slide or section of a document, the way a reader would cite it. */
export interface DocumentPart {
  /** `page 3`, `diapositive 3`, or the heading. */
  readonly name: string;
  /** Paragraphs, one a line; the heading comes first. */
  readonly text: string;
}

/** What a format's reader takes out of a file. */
export interface Extracted {
  /** Titles the file gives itself, best first; each may be absent or worthless (`Microsoft Word - ccap2.doc`). */
  readonly titles: readonly (string | undefined)[];
  readonly parts: readonly DocumentPart[];
  /** Pages or slides; undefined for a format that has none. */
  readonly pages: number | undefined;
  /** Pages without text of their own: images among the text, which are not searched. */
  readonly silentPages: number;
}

/** A file as its reader gets it. */
export interface FileContent {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Words as they are counted everywhere here: what white space separates. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
