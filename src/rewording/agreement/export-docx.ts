import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { assertNever } from '../../result.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { AgreementView } from '../port/agreement.ts';
import { type Block, createFiche, type Fiche } from './fiche.ts';

/** A4 as Word writes it, with margins of 20 mm; lengths in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = convertMillimetersToTwip(20);
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
/** On every machine, or replaced there by a font of the same widths. */
const FONT = 'Arial';
/** Dark on white, and white's darkest tint behind table heads: contrasts above 7 to 1. */
const INK = { title: '1B3A4B', rule: '8FA3AD', head: 'E3EBEF' };
/** A subject is repeated on every page: no longer than a line. */
const HEADER_LENGTH = 70;

/** The fiche as a Word document: A4, its language set, real headings and lists, heads of tables marked and repeated. */
export async function exportDocx(view: AgreementView, language: Language): Promise<Buffer> {
  const fiche = createFiche(view, language);
  const { title, subject, state, texts } = fiche;
  const document = new Document({
    title: xmlText(fullTitle(fiche)),
    subject: xmlText(state),
    description: texts.description,
    creator: texts.creator,
    lastModifiedBy: texts.creator,
    styles: stylesFor(texts.locale),
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        headers: { default: pageHeader(fiche) },
        footers: { default: pageFooter(fiche) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
          ...(subject === undefined ? [] : [new Paragraph({ style: 'Subtitle', children: runs(subject) })]),
          new Paragraph({
            style: 'State',
            children: [
              new TextRun({ text: `${texts.state.name}${language === 'fr' ? '\u00a0' : ''}: ` }),
              ...runs(state),
            ],
          }),
          ...fiche.blocks.flatMap(blockDocx),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function stylesFor(locale: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, color: INK.title },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  const rule = { style: BorderStyle.SINGLE, color: INK.rule, space: 8 };
  return {
    default: {
      document: {
        run: { font: FONT, size: 20, language: { value: locale } },
        paragraph: { spacing: { after: 100, line: 264 } },
      },
      title: { ...heading(38, 0, 60), paragraph: { spacing: { after: 120 }, keepNext: true } },
      heading1: heading(26, 320, 120),
      heading2: heading(22, 220, 80),
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: 24 },
        paragraph: { spacing: { after: 120 } },
      },
      {
        id: 'State',
        name: 'State',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { after: 200 }, border: { bottom: { ...rule, size: 8 } } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: 280 }, border: { left: { ...rule, size: 18 } }, spacing: { after: 80 } },
      },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { before: 20, after: 20, line: 250 } } },
      { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { bold: true, color: INK.title } },
      { id: 'Margin', name: 'Margin', basedOn: 'Normal', run: { size: 16 }, paragraph: { spacing: { after: 0 } } },
    ],
  };
}

function fullTitle({ title, subject }: Fiche): string {
  return subject === undefined ? title : `${title} \u2013 ${subject}`;
}

function pageHeader(fiche: Fiche): Header {
  const whole = fullTitle(fiche);
  const short = whole.length <= HEADER_LENGTH ? whole : `${whole.slice(0, HEADER_LENGTH - 1).trimEnd()}…`;
  return new Header({
    children: [new Paragraph({ style: 'Margin', alignment: AlignmentType.RIGHT, children: runs(short) })],
  });
}

function pageFooter({ state, texts }: Fiche): Footer {
  const [page, of] = texts.page;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Margin',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...runs(state),
          new TextRun({ children: ['\t', page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function blockDocx(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: runs(block.text),
        }),
      ];
    case 'note':
      return [new Paragraph({ children: runs(block.text) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case 'quote':
      return block.text
        .replace(/\r\n/g, '\n')
        .split(BLANK_LINES)
        .map((text) => new Paragraph({ style: 'Quote', children: runs(text) }));
    case 'table':
      return [tableDocx(block)];
    default:
      return assertNever(block);
  }
}

function tableDocx({ columns, rows, widths }: Extract<Block, { kind: 'table' }>): Table {
  const columnWidths = widths.map((share) => Math.floor((TEXT_WIDTH * share) / 100));
  const line = { style: BorderStyle.SINGLE, size: 4, color: INK.rule };
  const cell = (lines: readonly string[], column: number, head: boolean) =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      ...(head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: INK.head } } : {}),
      children: (lines.length === 0 ? [''] : lines).map(
        (text) => new Paragraph({ style: head || column === 0 ? 'CellHead' : 'Cell', children: runs(text) }),
      ),
    });
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 100, right: 100 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((name, column) => cell([name], column, true)),
      }),
      ...rows.map((cells) => new TableRow({ children: cells.map((lines, column) => cell(lines, column, false)) })),
    ],
  });
}

const LINE_END = /\r\n|[\r\n\v\f\u2028\u2029]/;
/** Between two paragraphs of a text, however many. */
const BLANK_LINES = /[\r\n\v\f\u2028\u2029]{2,}/;

/** A text with its line ends as Word has them. */
function runs(text: string): TextRun[] {
  return text
    .split(LINE_END)
    .map((line, index) => new TextRun({ text: xmlText(line), ...(index === 0 ? {} : { break: 1 }) }));
}

/** Without what XML 1.0 has no way of writing: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
