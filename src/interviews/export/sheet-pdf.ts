import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import { pagePdf } from '../../documents/page-pdf.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import { sheetParts } from '../port/sheet-parts.ts';
import type { Sheet } from '../sheet.ts';

const { title, file, heads } = interviewTexts.fr;

/** The sheet as a PDF that is taken along. */
export function sheetPdf(sheet: Sheet, day: IsoDate): Promise<Buffer> {
  return pagePdf({
    title: `${title} : ${sheet.verdict}`,
    author: file.creator,
    first: sheet.verdict,
    under: `${heads.retained}\u00a0: ${sheet.retained.join(' · ')}`,
    parts: sheetParts(sheet),
    foot: `${file.day(frenchDate(day))} ${file.caution}`,
  });
}
