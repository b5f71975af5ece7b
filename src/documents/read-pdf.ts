import { getDocumentProxy } from 'unpdf';
import { visibleText } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import { countWords, type DocumentPart, type Extracted, type FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS, SCANNED_WORDS_PER_PAGE } from './limits.ts';
import { type PdfRun, pageText } from './pdf-lines.ts';
import { hasStreamBomb } from './pdf-streams.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Pages after which fonts and other things shared by pages are let go. */
const PAGES_BETWEEN_CLEANUPS = 50;

/** The only door to pdf.js (in unpdf's build, which needs no canvas). One page at a time; its memory is given back before the next. */
export async function readPdf(file: FileContent): Promise<Result<Extracted, DocumentFault>> {
  if (hasStreamBomb(file.bytes)) return err(documentFault('zip-bomb', file.path, 'a stream inflates too far'));
  // Images are streams of their own, so their dictionary stands in clear in the file.
  const hasImages = ['/Subtype /Image', '/Subtype/Image'].some((mark) => file.bytes.includes(mark));
  let pdf: PdfDocument;
  try {
    // A copy: pdf.js may keep the array it is given and detach it.
    pdf = await getDocumentProxy(new Uint8Array(file.bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 1,
    });
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return err(documentFault(encrypted ? 'encrypted' : 'corrupt', file.path, reason(error)));
  }
  try {
    const texts = await readPages(pdf, file.path);
    if (!texts.ok) return texts;
    const title = await infoTitle(pdf);
    return describe(file.path, texts.value, title, hasImages);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: PdfDocument, path: string): Promise<Result<readonly string[], DocumentFault>> {
  if (pdf.numPages > LIMITS.pages)
    return err(documentFault('too-large', path, `${pdf.numPages} pages, ${LIMITS.pages} at most`));
  const texts: string[] = [];
  const started = performance.now();
  let characters = 0;
  let failed = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const runs = content.items.filter((item): item is typeof item & PdfRun => 'str' in item);
      texts.push(visibleText(pageText(runs)));
      page.cleanup();
    } catch {
      // One damaged page among others: the rest of the document is worth having.
      texts.push('');
      failed += 1;
    }
    characters += texts.at(-1)?.length ?? 0;
    if (characters > LIMITS.characters)
      return err(documentFault('too-large', path, `more than ${LIMITS.characters} characters`));
    if (performance.now() - started > LIMITS.milliseconds)
      return err(documentFault('too-slow', path, `stopped at page ${number} of ${pdf.numPages}`));
    if (number % PAGES_BETWEEN_CLEANUPS === 0) await pdf.cleanup();
  }
  if (failed === pdf.numPages) return err(documentFault('corrupt', path, 'no page can be read'));
  return ok(texts);
}

async function infoTitle(pdf: PdfDocument): Promise<string | undefined> {
  try {
    const { info } = await pdf.getMetadata();
    const title = 'Title' in info ? info.Title : undefined;
    return typeof title === 'string' ? title : undefined;
  } catch {
    return undefined;
  }
}

function describe(
  path: string,
  texts: readonly string[],
  title: string | undefined,
  hasImages: boolean,
): Result<Extracted, DocumentFault> {
  const stamps = repeatedLines(texts);
  const own = texts.map((text) => ownWords(text, stamps));
  const silentPages = own.filter((words) => words < (hasImages ? SCANNED_WORDS_PER_PAGE : 1)).length;
  const words = own.reduce((sum, count) => sum + count, 0);
  if (
    words / texts.length < SCANNED_WORDS_PER_PAGE &&
    (hasImages || texts.some((text) => text !== '' && !isLegible(text)))
  )
    return err(documentFault('scanned', path, `${texts.length} pages, ${words} words`));
  const parts: DocumentPart[] = texts.flatMap((text, index) =>
    text === '' || !isLegible(text) ? [] : [{ name: `page ${index + 1}`, text }],
  );
  return ok({ titles: [title], parts, pages: texts.length, silentPages });
}

const STAMP_WORDS = 30;

/** Lines on most pages, digits aside: the stamp of the prefecture or a page number on a scan is no text of its own. */
function repeatedLines(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const line of new Set(text.split('\n').map(withoutDigits))) counts.set(line, (counts.get(line) ?? 0) + 1);
  const most = Math.max(3, texts.length / 2);
  return new Set(
    [...counts].filter(([line, count]) => count >= most && countWords(line) <= STAMP_WORDS).map(([line]) => line),
  );
}

function ownWords(text: string, stamps: ReadonlySet<string>): number {
  if (!isLegible(text)) return 0;
  return countWords(
    text
      .split('\n')
      .filter((line) => !stamps.has(withoutDigits(line)))
      .join('\n'),
  );
}

function withoutDigits(line: string): string {
  return line.replace(/\d+/g, '#').trim();
}

/** A font without a map to characters gives private or replacement ones: nothing to search. */
function isLegible(text: string): boolean {
  return (text.match(/[\p{Co}\ufffd]/gu)?.length ?? 0) <= text.length * 0.3;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
