import { err, ok, type Result } from '../result.ts';
import { decodeText } from './decode-text.ts';
import type { Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { createSectionWriter } from './sections.ts';

/** Plain text: one part, or one per page where form feeds part them (as `pdftotext` writes). */
export function readText(file: FileContent): Result<Extracted, DocumentFault> {
  const text = decodeText(file.bytes);
  if (text === undefined) return err(documentFault('corrupt', file.path, 'binary content'));
  const pages = text.split('\f');
  const paged = pages.length > 1;
  const parts = pages.flatMap((page, index) => {
    const sections = createSectionWriter();
    sections.paragraph(unwrap(page));
    return sections.finish().map((part) => (paged ? { ...part, name: `page ${index + 1}` } : part));
  });
  return ok({ titles: [], parts, pages: paged ? pages.length : undefined, silentPages: 0 });
}

/** A paragraph hard-wrapped at 70–80 columns is one paragraph; a blank line, a list or an indent still ends it. */
function unwrap(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?<=[^\n]{60})\n(?=[\p{Ll}\p{Lu}\d(«])/gu, ' ');
}
