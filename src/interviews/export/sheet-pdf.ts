import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import { withFontSpaces, writeTaggedPdf } from '../../documents/tagged-pdf.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import { sheetParts } from '../port/sheet-parts.ts';
import type { Sheet } from '../sheet.ts';

const { title, file, heads } = interviewTexts.fr;
const INK = '#1a1f2b';
const GREY = '#4b5563';
const MARGIN = 56;
const INDENT = 14;

/** The sheet as a PDF that is taken along. */
export function sheetPdf(sheet: Sheet, day: IsoDate): Promise<Buffer> {
  const head = { title: `${title} : ${sheet.verdict}`, author: file.creator, margin: MARGIN };
  return writeTaggedPdf(head, (doc, root) => {
    const block = (type: string, font: 'text' | 'strong', size: number, text: string, colour = INK) =>
      root.add(doc.struct(type, {}, () => writeLine(doc, { font, size, colour, text, x: MARGIN })));
    block('H1', 'strong', 20, sheet.verdict);
    block('P', 'text', 11, `${heads.retained}\u00a0: ${sheet.retained.join(' · ')}`);
    for (const part of sheetParts(sheet)) {
      doc.y += 8;
      block('H2', 'strong', 14, part.title);
      root.add(listOf(doc, part.lines));
    }
    doc.y += 10;
    block('P', 'text', 9, `${file.day(frenchDate(day))} ${file.caution}`, GREY);
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
