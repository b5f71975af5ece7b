import { err, ok, type Result } from '../result.ts';
import { type ArchiveFault, openArchive, type XmlHandler } from './archive.ts';
import type { Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { titleIn } from './read-docx.ts';
import { createSectionWriter, type SectionWriter, tableLine } from './sections.ts';

/** Not part of the text as printed: deleted text, comments, and declarations. */
const UNSHOWN = new Set(['tracked-changes', 'annotation', 'sequence-decls', 'forms', 'user-field-decls', 'desc']);

/** Body of an OpenDocument text, by heading; a row of a table is one line, its cells apart by bars. */
export async function readOdt(file: FileContent): Promise<Result<Extracted, DocumentFault>> {
  const fault = ({ kind, detail }: ArchiveFault) => err(documentFault(kind, file.path, detail));
  const opened = await openArchive(file.bytes);
  if (!opened.ok) return fault(opened.error);
  const archive = opened.value;

  let encrypted = false;
  if (archive.has('META-INF/manifest.xml')) {
    const manifest = await archive.readXml('META-INF/manifest.xml', {
      open: (name) => {
        encrypted ||= name === 'encryption-data';
      },
    });
    if (!manifest.ok) return fault(manifest.error);
  }
  if (encrypted) return err(documentFault('encrypted', file.path));

  const sections = createSectionWriter();
  const body = await archive.readXml('content.xml', bodyHandler(sections));
  if (!body.ok) return fault(body.error);
  const title = await titleIn(archive, 'meta.xml');
  return ok({ titles: [title, sections.firstHeading], parts: sections.finish(), pages: undefined, silentPages: 0 });
}

function bodyHandler(sections: SectionWriter): XmlHandler {
  /** Texts of open paragraphs and headings: a note or a frame is a paragraph within one. */
  const open: string[] = [];
  let unshown = 0;
  let rows = 0;
  let cells: string[] = [];
  const add = (text: string) => {
    if (unshown === 0 && open.length > 0) open.push(`${open.pop() ?? ''}${text}`);
  };
  return {
    open: (name, attributes) => {
      if (UNSHOWN.has(name)) unshown += 1;
      if (unshown > 0) return;
      if (name === 'p' || name === 'h') open.push('');
      else if (name === 's') add(' ');
      else if (name === 'tab') add(' ');
      else if (name === 'line-break') add('\n');
      else if (name === 'table-row') rows += 1;
      else if (name === 'table-cell' && rows === 1 && attributes['number-columns-repeated'] === undefined)
        cells.push('');
    },
    text: (text) => add(text.replace(/\s+/g, ' ')),
    close: (name) => {
      if (UNSHOWN.has(name)) unshown = Math.max(0, unshown - 1);
      else if (unshown > 0) return;
      else if (name === 'p' || name === 'h') {
        const text = open.pop() ?? '';
        if (text.trim() === '') return;
        if (rows > 0) cells.push(`${cells.pop() ?? ''} ${text}`);
        else if (name === 'h') sections.heading(text);
        else sections.paragraph(text);
      } else if (name === 'table-row') {
        rows = Math.max(0, rows - 1);
        if (rows > 0) return;
        sections.paragraph(tableLine(cells));
        cells = [];
      }
    },
  };
}
