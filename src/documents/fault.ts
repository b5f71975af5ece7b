export type DocumentFaultKind =
  | 'missing'
  | 'unreadable'
  | 'outside'
  | 'unsupported'
  | 'empty'
  | 'encrypted'
  | 'corrupt'
  | 'scanned'
  | 'too-large'
  | 'too-slow'
  | 'zip-bomb'
  | 'not-kept';

/** Why one file is not in the library. It never stops the others. */
export interface DocumentFault {
  readonly kind: DocumentFaultKind;
  readonly path: string;
  /** For the log, in English: the file, what is wrong, what to do. */
  readonly message: string;
}

export function documentFault(kind: DocumentFaultKind, path: string, detail?: string): DocumentFault {
  const message = `${printablePath(path)}: ${SAID[kind]}${detail === undefined ? '' : ` (${detail})`}`;
  return { kind, path, message };
}

/** A name as it may be printed: a control character in it must not drive the terminal, nor a direction mark reverse it. */
export function printablePath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
}

const SAID: Readonly<Record<DocumentFaultKind, string>> = {
  missing: 'there is no such file; check the path',
  unreadable: 'it cannot be read; check that it is a plain file, its name and its permissions',
  outside: 'it is a link that leads out of the folder, so it was not followed; add the file itself',
  unsupported: 'not a format that is read; save it as PDF, DOCX, PPTX, ODT, HTML, Markdown or text',
  empty: 'there is no text in it; check that it is the right file',
  encrypted: 'it is protected by a password; save a copy without one',
  corrupt: 'it is damaged, or not of the format its name says; open it in its own software and save it again',
  scanned: 'its pages are images without text; run a character recognition (OCR) and add the result',
  'too-large': 'it is larger than what is read in one file; split it',
  'too-slow': 'it takes too long to read; split it or print it to a new PDF',
  'zip-bomb': 'it inflates far beyond what a document does, so it was not opened; save it again from its own software',
  'not-kept': 'it was read but could not be written in the library; check the space and permissions of the data folder',
};
