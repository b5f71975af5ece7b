import { err, ok, type Result } from '../result.ts';
import { type Archive, type ArchiveFault, openArchive, type XmlHandler } from './archive.ts';
import { readStyles } from './docx-styles.ts';
import type { Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { createSectionWriter, type SectionWriter, tableLine } from './sections.ts';

/** What Word keeps beside the text: the second copy of a drawing, and what was moved away with changes tracked. */
const UNSHOWN = new Set(['Fallback', 'moveFrom', 'del', 'instrText', 'delText', 'pPrChange', 'rPrChange']);

/** Body and notes of a Word document, by heading; a row of a table is one line, its cells apart by bars. */
export async function readDocx(file: FileContent): Promise<Result<Extracted, DocumentFault>> {
  const fault = ({ kind, detail }: ArchiveFault) => err(documentFault(kind, file.path, detail));
  const archive = await openArchive(file.bytes);
  if (!archive.ok) return fault(archive.error);

  const styles = await readStyles(archive.value);
  if (!styles.ok) return fault(styles.error);
  const sections = createSectionWriter();
  let title: string | undefined;
  const onTitle = (text: string) => {
    title ??= text;
  };
  const body = await archive.value.readXml('word/document.xml', bodyHandler(sections, styles.value, onTitle));
  if (!body.ok) return fault(body.error);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    if (!archive.value.has(name)) continue;
    const notes = await archive.value.readXml(name, bodyHandler(sections, new Map(), onTitle));
    if (!notes.ok) return fault(notes.error);
  }
  const core = await titleIn(archive.value, CORE);
  return ok({
    titles: [title, core, sections.firstHeading],
    parts: sections.finish(),
    pages: undefined,
    silentPages: 0,
  });
}

interface Paragraph {
  text: string;
  level: number | undefined;
}

function bodyHandler(
  sections: SectionWriter,
  styles: ReadonlyMap<string, number>,
  onTitle: (text: string) => void,
): XmlHandler {
  /** A text box is a paragraph within a paragraph. */
  const paragraphs: Paragraph[] = [];
  let unshown = 0;
  let inText = 0;
  let rows = 0;
  let cells: string[] = [];

  const end = (paragraph: Paragraph) => {
    if (paragraph.text.trim() === '') return;
    if (rows > 0) cells.push(`${cells.pop() ?? ''} ${paragraph.text}`);
    else if (paragraph.level === undefined) sections.paragraph(paragraph.text);
    else {
      if (paragraph.level === 0) onTitle(paragraph.text);
      sections.heading(paragraph.text);
    }
  };
  return {
    open: (name, attributes) => {
      if (UNSHOWN.has(name)) unshown += 1;
      if (unshown > 0) return;
      const paragraph = paragraphs.at(-1);
      if (name === 'p') paragraphs.push({ text: '', level: undefined });
      else if (name === 't') inText += 1;
      else if (name === 'tr') rows += 1;
      else if (name === 'tc' && rows === 1) cells.push('');
      else if (paragraph === undefined) return;
      else if (name === 'pStyle') paragraph.level = styles.get(attributes['val'] ?? '');
      else if (name === 'outlineLvl') paragraph.level = outlineLevel(attributes['val']) ?? paragraph.level;
      else if (name === 'tab') paragraph.text += ' ';
      else if (name === 'br' || name === 'cr') paragraph.text += '\n';
      else if (name === 'noBreakHyphen') paragraph.text += '-';
    },
    text: (text) => {
      const paragraph = paragraphs.at(-1);
      if (unshown === 0 && inText > 0 && paragraph !== undefined) paragraph.text += text;
    },
    close: (name) => {
      if (UNSHOWN.has(name)) unshown = Math.max(0, unshown - 1);
      else if (unshown > 0) return;
      else if (name === 't') inText = Math.max(0, inText - 1);
      else if (name === 'p') {
        const paragraph = paragraphs.pop();
        if (paragraph !== undefined) end(paragraph);
      } else if (name === 'tr') {
        rows = Math.max(0, rows - 1);
        if (rows > 0) return;
        sections.paragraph(tableLine(cells));
        cells = [];
      }
    },
  };
}

/** 0 to 8 in the file, 9 for body text; 1 to 9 here, since 0 is the title. */
function outlineLevel(value: string | undefined): number | undefined {
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) + 1 : undefined;
}

/** Where an Office file says its title. */
export const CORE = 'docProps/core.xml';

/** The title that a part of the file holds (`dc:title`); what cannot be read there is no loss. */
export async function titleIn(archive: Archive, part: string): Promise<string | undefined> {
  if (!archive.has(part)) return undefined;
  let title = '';
  let inside = false;
  await archive.readXml(part, {
    open: (name) => {
      inside = name === 'title';
    },
    text: (text) => {
      if (inside) title += text;
    },
    close: () => {
      inside = false;
    },
  });
  return title;
}
