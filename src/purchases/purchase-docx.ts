import { frenchDate, parisDay } from '../days/iso-date.ts';
import { purchaseHelpTexts } from '../text/purchase-help-texts.ts';
import { purchaseSheetTexts } from '../text/purchase-sheet-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { purposeTexts } from '../text/purpose-texts.ts';
import type { PurchaseLine, PurchaseView } from './port/purchasing.ts';

/** What may go into the procedure's file, in its order. */
export const FILE_PARTS = ['form', 'settled', 'sheet', 'purpose', 'comments', 'talk'] as const;
export type FilePart = (typeof FILE_PARTS)[number];

const { parts: heads, names } = purchaseSheetTexts;

/** A demand as a Word document, of what was chosen of it: A4, in French, real headings. */
export async function purchaseDocx(view: PurchaseView, chosen: readonly FilePart[]): Promise<Buffer> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const { fr } = purchaseTexts;
  const document = new Document({
    title: view.title,
    creator: 'Truchement',
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(view.title)] }),
          plain(`${fr.stages[view.stage]}, ${[...view.prescribers, ...view.buyers].join(', ')}`),
          ...FILE_PARTS.filter((part) => chosen.includes(part)).flatMap((part) => {
            const lines = linesOf(view, part);
            if (lines.length === 0) return [];
            const head = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heads[part])] });
            return [head, ...lines.flatMap((line) => line.split('\n')).map(plain)];
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function linesOf(view: PurchaseView, part: FilePart): readonly string[] {
  switch (part) {
    case 'form':
      return view.form.lines.map(({ name, value }) => `${name}\u00a0: ${value}`);
    case 'settled':
      return view.answered.map(({ name, value }) => `${name} ${value}`);
    case 'sheet':
      return view.sheet.map(({ name, text }) => `${names[name]}\u00a0: ${text}`);
    case 'purpose':
      return purposeLines(view);
    case 'comments':
      return view.comments.map(
        ({ paragraph, text, original, answer }) =>
          `${paragraph === undefined ? purchaseHelpTexts.whole : purchaseHelpTexts.paragraph(paragraph)}\u00a0: ${original ?? text}${answer === undefined ? '' : ` (${purchaseHelpTexts.answered(answer)})`}`,
      );
    case 'talk':
      return view.lines.map(lineOf);
  }
}

function purposeLines({ purpose }: PurchaseView): readonly string[] {
  if (typeof purpose !== 'object') return [];
  const { serves, leaves, outcome } = purpose;
  return [
    ...(serves === '' ? [] : [serves]),
    ...leaves.map(({ theme, effect, measure }) => `${purposeTexts.themes[theme]}\u00a0: ${effect} (${measure})`),
    ...(outcome === undefined ? [] : [`${purposeTexts.asked} ${purposeTexts.was[outcome.was]}. ${outcome.text}`]),
  ];
}

/** The very words: a file is no place for a rewording. */
function lineOf(line: PurchaseLine): string {
  const day = frenchDate(parisDay(new Date(line.at)));
  if (line.kind === 'said') {
    const who = line.who === 'reservist' ? purchaseHelpTexts.reservist : line.who;
    return `${day}, ${who}\u00a0: ${line.original ?? line.text}`;
  }
  const { stages, steps } = purchaseTexts.fr;
  const all: Readonly<Record<string, (who: string) => string>> = {
    ...steps,
    ...purposeTexts.steps,
    ...purchaseHelpTexts.steps,
    ...purchaseSheetTexts.steps,
  };
  const stage = (stages as Readonly<Record<string, string>>)[line.what];
  const said = all[line.what]?.(line.who) ?? (stage === undefined ? '' : `${line.who}\u00a0: ${stage}`);
  return `${day}, ${said}${line.why === undefined ? '' : ` (${line.why})`}`;
}
