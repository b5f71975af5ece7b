import { withFontSpaces, writeTaggedPdf } from './tagged-pdf.ts';

/** A short paper: what it says first, a line under it, parts with their lines, and what stands in small at the end. French. */
export interface PdfPage {
  /** Of the document, which a reader of windows and tabs shows. */
  readonly title: string;
  readonly author: string;
  readonly first: string;
  readonly under: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly foot: string;
}

const INK = '#1a1f2b';
const GREY = '#4b5563';
const MARGIN = 56;
const INDENT = 14;

/** On A4, a list under each heading. */
export function pagePdf({ title, author, first, under, parts, foot }: PdfPage): Promise<Buffer> {
  return writeTaggedPdf({ title, author, margin: MARGIN }, (doc, root) => {
    const block = (type: string, font: 'text' | 'strong', size: number, text: string, colour = INK) =>
      root.add(doc.struct(type, {}, () => writeLine(doc, { font, size, colour, text, x: MARGIN })));
    block('H1', 'strong', 20, first);
    block('P', 'text', 11, under);
    for (const part of parts) {
      doc.y += 8;
      block('H2', 'strong', 14, part.title);
      root.add(listOf(doc, part.lines));
    }
    doc.y += 10;
    block('P', 'text', 9, foot, GREY);
  });
}

interface Line {
  readonly font: 'text' | 'strong';
  readonly size: number;
  readonly colour: string;
  readonly text: string;
  readonly x: number;
}

function writeLine(doc: PDFKit.PDFDocument, { font, size, colour, text, x }: Line): void {
  const width = doc.page.width - MARGIN - x;
  doc.font(font).fontSize(size).fillColor(colour).text(withFontSpaces(text), x, doc.y, { width, lineGap: 2 });
  doc.y += 3;
}

function listOf(doc: PDFKit.PDFDocument, lines: readonly string[]): PDFKit.PDFStructureElement {
  const list = doc.struct('L');
  for (const text of lines) {
    const item = doc.struct('LI');
    list.add(item);
    // A line that does not fit goes to the next page with its mark.
    const height = doc
      .font('text')
      .fontSize(11)
      .heightOfString(withFontSpaces(text), { width: doc.page.width - 2 * MARGIN - INDENT });
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
    const { y } = doc;
    item.add(
      doc.struct('Lbl', {}, () => doc.font('text').fontSize(11).fillColor(INK).text('•', MARGIN, y, { width: INDENT })),
    );
    doc.y = y;
    item.add(
      doc.struct('LBody', {}, () => writeLine(doc, { font: 'text', size: 11, colour: INK, text, x: MARGIN + INDENT })),
    );
    item.end();
  }
  list.end();
  return list;
}
