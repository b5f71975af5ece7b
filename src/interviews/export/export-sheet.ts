import { parisDay } from '../../days/iso-date.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import type { FileKind } from '../port/interviewing.ts';
import type { Sheet } from '../sheet.ts';
import { sheetCalendar } from './sheet-calendar.ts';
import { sheetDocx } from './sheet-docx.ts';
import { sheetPdf } from './sheet-pdf.ts';

interface Made {
  /** Of the purchase: the same days of it replace each other in a calendar. */
  readonly id: string;
  readonly now: Date;
}

/** The sheet as a file to keep or to pass on. */
export async function exportSheet(
  sheet: Sheet,
  kind: FileKind,
  { id, now }: Made,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const day = parisDay(now);
  const name = `${interviewTexts.fr.file.name}-${day}.${kind}`;
  switch (kind) {
    case 'docx':
      return { name, bytes: await sheetDocx(sheet, day) };
    case 'pdf':
      return { name, bytes: await sheetPdf(sheet, day) };
    case 'ics':
      return { name, bytes: new TextEncoder().encode(sheetCalendar(sheet, { id, now })) };
  }
}
