import { createRequire } from 'node:module';

interface PdfHead {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** Of each side, in points. */
  readonly margin: number;
}

const require = createRequire(import.meta.url);
const FONT = '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin';

/**
 * A French A4 document that a screen reader reads in order (PDF/UA: language, title, structure, embedded fonts). `write` draws
 * under the root that it is given, with the fonts `text` and `strong`. @throws what `write` throws
 */
export async function writeTaggedPdf(
  { title, author, subject, margin }: PdfHead,
  write: (doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) => void,
): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: withFontSpaces(title),
      Author: author,
      ...(subject === undefined ? {} : { Subject: withFontSpaces(subject) }),
    },
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
  const root = doc.struct('Document');
  doc.addStructure(root);
  write(doc, root);
  root.end();
  doc.end();
  return ended;
}

/** The narrow no-break space is not in the font: the wide one stands for it. */
export function withFontSpaces(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
