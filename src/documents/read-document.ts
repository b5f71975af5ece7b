import { extname } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import type { DocumentPart, Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readOdt } from './read-odt.ts';
import { readPdf } from './read-pdf.ts';
import { readPptx } from './read-pptx.ts';
import { readText } from './read-text.ts';
import { chooseTitle } from './title.ts';

/** Raised when a reader gives other text for the same file: what it read before is read again. */
export const READER_VERSION = 1;

export interface ReadDocument {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  readonly pages: number | undefined;
  readonly silentPages: number;
}

interface Format {
  readonly maxBytes: number;
  readonly read: (file: FileContent) => Result<Extracted, DocumentFault> | Promise<Result<Extracted, DocumentFault>>;
  /** What the file must begin with, when its format says. */
  readonly startsWith?: string;
}

const TEXT: Format = { maxBytes: LIMITS.textFileBytes, read: readText };
const MARKDOWN: Format = { maxBytes: LIMITS.textFileBytes, read: readMarkdown };
const HTML: Format = { maxBytes: LIMITS.textFileBytes, read: readHtml };
const DOCX: Format = { maxBytes: LIMITS.fileBytes, read: readDocx, startsWith: 'PK' };
const PPTX: Format = { maxBytes: LIMITS.fileBytes, read: readPptx, startsWith: 'PK' };

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.txt', TEXT],
  ['.text', TEXT],
  ['.md', MARKDOWN],
  ['.markdown', MARKDOWN],
  ['.html', HTML],
  ['.htm', HTML],
  ['.xhtml', HTML],
  ['.docx', DOCX],
  ['.docm', DOCX],
  ['.pptx', PPTX],
  ['.pptm', PPTX],
  ['.odt', { maxBytes: LIMITS.fileBytes, read: readOdt, startsWith: 'PK' }],
  ['.pdf', { maxBytes: LIMITS.fileBytes, read: readPdf }],
]);

/** Bytes that a file of this name may have; undefined when its format is not read. */
export function sizeLimit(path: string): number | undefined {
  return FORMATS.get(extname(path).toLowerCase())?.maxBytes;
}

/** Text of a file by page or heading, whatever its format. Never throws for what is in the file. */
export async function readDocument(file: FileContent): Promise<Result<ReadDocument, DocumentFault>> {
  const { path, bytes } = file;
  const format = FORMATS.get(extname(path).toLowerCase());
  if (format === undefined) return err(documentFault('unsupported', path));
  if (bytes.length > format.maxBytes)
    return err(documentFault('too-large', path, `${bytes.length} bytes, ${format.maxBytes} at most`));
  if (bytes.length === 0) return err(documentFault('empty', path, 'no byte'));
  if (format.startsWith !== undefined && !bytes.subarray(0, 2).equals(Buffer.from(format.startsWith)))
    return err(oldOffice(bytes) ?? documentFault('corrupt', path, 'not a zip archive'));

  const extracted = await readGuarded(format, file);
  if (!extracted.ok) return extracted;
  const { titles, parts, pages, silentPages } = extracted.value;
  if (!parts.some((part) => /[\p{L}\d]/u.test(part.text))) return err(documentFault('empty', path));
  if (parts.reduce((sum, part) => sum + part.text.length, 0) > LIMITS.characters)
    return err(documentFault('too-large', path, `more than ${LIMITS.characters} characters`));
  return ok({ title: chooseTitle(titles, path), parts, pages, silentPages });

  /** Office wraps a document under password in its old container; without one inside, it is an old .doc or .ppt renamed. */
  function oldOffice(content: Buffer): DocumentFault | undefined {
    if (!content.subarray(0, 8).equals(OLD_CONTAINER)) return undefined;
    return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? documentFault('encrypted', path)
      : documentFault('unsupported', path, 'an old binary Office file');
  }
}

/** A parser that gives up on a hostile file (nesting too deep) must not take the other files with it. */
async function readGuarded(format: Format, file: FileContent): Promise<Result<Extracted, DocumentFault>> {
  try {
    return await format.read(file);
  } catch (error) {
    return err(documentFault('corrupt', file.path, error instanceof Error ? error.message : String(error)));
  }
}

const OLD_CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
