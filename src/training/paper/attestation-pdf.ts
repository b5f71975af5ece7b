import type { IsoDate } from '../../days/iso-date.ts';
import { withFontSpaces, writeTaggedPdf } from '../../documents/tagged-pdf.ts';
import { frenchTypography } from '../../french/typography.ts';
import { paperTexts } from '../../text/paper-texts.ts';

/** What is printed; texts are French, whatever the reader's language: the course is. */
export interface Paper {
  readonly name: string;
  readonly organisation: string;
  readonly kind: 'module' | 'path';
  readonly title: string;
  readonly objectives: readonly string[];
  readonly score: number | undefined;
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  readonly code: string;
  /** Where the code is checked. */
  readonly checkAt: string;
  readonly issuer: string;
}

const INK = '#1a1f2b';
const ACCENT = '#7a3368';
const GREY = '#4b5563';
const MARGIN = 64;

/** The attestation as a PDF; its decoration is marked as such. */
export function attestationPdf(paper: Paper): Promise<Buffer> {
  const head = {
    title: frenchTypography(`${paperTexts.heading} : ${paper.title}`),
    author: paper.issuer,
    subject: frenchTypography(paperTexts.subject),
    margin: MARGIN,
  };
  return writeTaggedPdf(head, (doc, root) => {
    const block = (type: string, ...line: Line) => root.add(doc.struct(type, {}, () => writeLine(doc, line)));

    asDecoration(doc, () => doc.rect(0, 0, doc.page.width, 14).fill(ACCENT));
    doc.y = MARGIN;
    block('P', 'strong', 12, ACCENT, paper.issuer, 22);
    block('H1', 'strong', 28, INK, paperTexts.heading, 26);
    block('P', 'text', 13, GREY, paperTexts.givenTo, 2);
    block('P', 'strong', 22, INK, paper.name, 0);
    block('P', 'text', 13, GREY, paper.organisation, 22);
    block('P', 'text', 13, GREY, paperTexts.passed[paper.kind], 2);
    block('H2', 'strong', 18, INK, paper.title, 18);
    if (paper.score !== undefined) block('P', 'text', 12, INK, paperTexts.score(paper.score), 14);
    if (paper.objectives.length > 0) {
      block('H3', 'strong', 12, INK, paperTexts.holds[paper.kind], 4);
      root.add(listOf(doc, paper.objectives));
      doc.y += 14;
    }
    asDecoration(doc, () =>
      doc
        .moveTo(MARGIN, doc.y)
        .lineTo(doc.page.width - MARGIN, doc.y)
        .lineWidth(0.75)
        .strokeColor('#cbd5e1')
        .stroke(),
    );
    doc.y += 16;
    block('P', 'text', 12, INK, paperTexts.valid(paper.issuedOn, paper.validUntil), 12);
    block('P', 'text', 12, GREY, paperTexts.code, 0);
    block('P', 'strong', 20, ACCENT, paper.code, 4);
    block('P', 'text', 11, GREY, paperTexts.check(paper.checkAt), 10);
    block('P', 'text', 10, GREY, paperTexts.means, 0);
  });
}

type Line = readonly [font: 'text' | 'strong', size: number, colour: string, text: string, gap: number];

/** Marked as such, so that it is not read aloud. */
function asDecoration(doc: PDFKit.PDFDocument, draw: () => unknown): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

function writeLine(doc: PDFKit.PDFDocument, [font, size, colour, text, gap]: Line): void {
  const width = doc.page.width - 2 * MARGIN;
  doc.font(font).fontSize(size).fillColor(colour).text(say(text), MARGIN, doc.y, { width, lineGap: 3 });
  doc.y += gap;
}

function listOf(doc: PDFKit.PDFDocument, objectives: readonly string[]): PDFKit.PDFStructureElement {
  const list = doc.struct('L');
  const width = doc.page.width - 2 * MARGIN - 14;
  for (const objective of objectives) {
    const item = doc.struct('LI');
    list.add(item);
    const { y } = doc;
    const write = (text: string, x: number, options: PDFKit.Mixins.TextOptions) =>
      doc.font('text').fontSize(12).fillColor(INK).text(text, x, y, options);
    item.add(doc.struct('Lbl', {}, () => write('•', MARGIN, { width: 12 })));
    item.add(
      doc.struct('LBody', {}, () => {
        write(say(objective), MARGIN + 14, { width, lineGap: 2 });
        doc.y += 3;
      }),
    );
    item.end();
  }
  list.end();
  return list;
}

function say(text: string): string {
  return withFontSpaces(frenchTypography(text));
}
