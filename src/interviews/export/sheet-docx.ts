import {
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import { sheetParts } from '../port/sheet-parts.ts';
import type { Sheet } from '../sheet.ts';

const { title, file, heads } = interviewTexts.fr;
/** A4, lengths in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = convertMillimetersToTwip(20);
const INK = '1B3A4B';

/** The sheet as a Word document: A4, in French, real headings and lists. */
export function sheetDocx(sheet: Sheet, day: IsoDate): Promise<Buffer> {
  const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const document = new Document({
    title,
    subject: sheet.verdict,
    creator: file.creator,
    lastModifiedBy: file.creator,
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(sheet.verdict)] }),
          plain(`${heads.retained}\u00a0: ${sheet.retained.join(' · ')}`),
          ...sheetParts(sheet).flatMap((part) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(part.title)] }),
            ...part.lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(line)] })),
          ]),
          plain(`${file.day(frenchDate(day))} ${file.caution}`),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const heading = (size: number, before: number) => ({
  run: { font: 'Arial', size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: 'Arial', size: 20, language: { value: 'fr-FR' } }, paragraph: { spacing: { after: 80 } } },
    title: heading(32, 0),
    heading1: heading(24, 240),
  },
};
