import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { IsoDate } from '../../days/iso-date.ts';
import { frenchDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';

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

const require = createRequire(import.meta.url);
const FONT = '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin';
const INK = '#1a1f2b';
const ACCENT = '#7a3368';
const GREY = '#4b5563';
const MARGIN = 64;

/**
 * The attestation as a tagged PDF that a screen reader reads in order (PDF/UA: language, title, structure, embedded fonts,
 * decoration marked as such), in A4.
 */
export function attestationPdf(paper: Paper): Promise<Buffer> {
  const title = say(`Attestation de formation : ${paper.title}`);
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: { Title: title, Author: paper.issuer, Subject: say('Attestation de formation à la commande publique') },
  };
  // The types of the library do not know this subset, which it has.
  const doc = new PDFDocument(Object.assign<PDFKit.PDFDocumentOptions, object>(options, { subset: 'PDF/UA' }));
  doc.registerFont('text', require.resolve(`${FONT}-400-normal.woff`));
  doc.registerFont('strong', require.resolve(`${FONT}-700-normal.woff`));
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
  write(doc, paper);
  doc.end();
  return ended;
}

function write(doc: PDFKit.PDFDocument, paper: Paper): void {
  const width = doc.page.width - 2 * MARGIN;
  const root = doc.struct('Document');
  doc.addStructure(root);

  const artifact = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };
  const block = (type: string, draw: () => void) => root.add(doc.struct(type, {}, draw));
  const line = (font: 'text' | 'strong', size: number, colour: string, text: string, gap = 6) => {
    doc.font(font).fontSize(size).fillColor(colour).text(say(text), MARGIN, doc.y, { width, lineGap: 3 });
    doc.y += gap;
  };

  artifact(() => {
    doc.rect(0, 0, doc.page.width, 14).fill(ACCENT);
  });
  doc.y = MARGIN;
  block('P', () => line('strong', 12, ACCENT, paper.issuer, 22));
  block('H1', () => line('strong', 28, INK, 'Attestation de formation', 26));
  block('P', () => line('text', 13, GREY, 'La présente attestation est délivrée à', 2));
  block('P', () => line('strong', 22, INK, paper.name, 0));
  block('P', () => line('text', 13, GREY, paper.organisation, 22));
  block('P', () =>
    line(
      'text',
      13,
      GREY,
      paper.kind === 'module' ? 'pour avoir validé le module' : 'pour avoir validé le parcours',
      2,
    ),
  );
  block('H2', () => line('strong', 18, INK, paper.title, 18));
  if (paper.score !== undefined)
    block('P', () => line('text', 12, INK, `Réponses justes au quiz : ${paper.score} % (80 % demandés).`, 14));
  if (paper.objectives.length > 0) {
    block('H3', () =>
      line('strong', 12, INK, paper.kind === 'module' ? 'Ce que le module apprend' : 'Les modules du parcours', 4),
    );
    const list = doc.struct('L');
    root.add(list);
    for (const objective of paper.objectives) {
      const item = doc.struct('LI');
      list.add(item);
      const y = doc.y;
      item.add(
        doc.struct('Lbl', {}, () => {
          doc.font('text').fontSize(12).fillColor(INK).text('•', MARGIN, y, { width: 12 });
        }),
      );
      item.add(
        doc.struct('LBody', {}, () => {
          doc
            .font('text')
            .fontSize(12)
            .fillColor(INK)
            .text(say(objective), MARGIN + 14, y, { width: width - 14, lineGap: 2 });
          doc.y += 3;
        }),
      );
      item.end();
    }
    list.end();
    doc.y += 14;
  }
  artifact(() => {
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + width, doc.y)
      .lineWidth(0.75)
      .strokeColor('#cbd5e1')
      .stroke();
  });
  doc.y += 16;
  block('P', () =>
    line(
      'text',
      12,
      INK,
      `Délivrée le ${frenchDate(paper.issuedOn)}. Valable jusqu'au ${frenchDate(paper.validUntil)}, tant que la loi sur laquelle elle porte ne change pas.`,
      12,
    ),
  );
  block('P', () => line('text', 12, GREY, 'Code de vérification', 0));
  block('P', () => line('strong', 20, ACCENT, paper.code, 4));
  block('P', () => line('text', 11, GREY, `À vérifier à l'adresse ${paper.checkAt}`, 10));
  block('P', () =>
    line(
      'text',
      10,
      GREY,
      'Cette attestation dit ce qui a été appris ; elle ne donne aucun pouvoir de signature et ne vaut pas conseil juridique.',
      0,
    ),
  );
  root.end();
}

/** French typography with the spaces that the font has: the narrow one is not among them. */
function say(text: string): string {
  return frenchTypography(text).replaceAll('\u202f', '\u00a0');
}
