import { micromark } from 'micromark';
import { err, ok, type Result } from '../result.ts';
import { decodeText } from './decode-text.ts';
import type { Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { htmlSections } from './read-html.ts';
import { tableLine } from './sections.ts';

const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;
/** The line of dashes under the head of a table: no words. */
const TABLE_RULE = /^[ \t|:-]+$/gm;

/** A row of a table: a paragraph of its own, or all of the table reads as one sentence. */
const TABLE_ROW = /^\|(.+)\|[ \t]*$/gm;

/** Nobody writes these; micromark takes the square of their length in time. They hold no words. */
const LONG_RUN = /([`*_~>[\]!(<#])\1{49,}/g;
const DEEP_QUOTE = /^(?:[ \t]*(?:>|[-*+][ \t])){16,}/gm;

/** Markdown through HTML, so that both are cut by headings in the same way; the front matter gives only its title. */
export function readMarkdown(file: FileContent): Result<Extracted, DocumentFault> {
  const source = decodeText(file.bytes)?.replace(/\r\n?/g, '\n');
  if (source === undefined) return err(documentFault('corrupt', file.path, 'binary content'));
  const front = FRONT_MATTER.exec(source);
  const body = source
    .slice(front?.[0].length ?? 0)
    .replace(TABLE_RULE, (line) => (line.includes('--') && line.includes('|') ? '' : line))
    .replace(TABLE_ROW, (_, cells: string) => `${tableLine(cells.split('|'))}\n`)
    .replace(LONG_RUN, '$1')
    .replace(DEEP_QUOTE, '> ');
  const { firstHeading, parts, tooDeep } = htmlSections(toHtml(body));
  if (tooDeep) return err(documentFault('corrupt', file.path, 'nested too deep'));
  const named = /^title:(.+)$/m
    .exec(front?.[1] ?? '')?.[1]
    ?.trim()
    .replace(/^["']|["']$/g, '');
  return ok({ titles: [named, firstHeading], parts, pages: undefined, silentPages: 0 });
}

/** In characters. micromark holds hundreds of bytes for each, and slows down within one long list: a long file goes in pieces. */
const PIECE = 8 * 1024;

function toHtml(body: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < body.length; ) {
    const end = endOfPiece(body, at);
    pieces.push(micromark(body.slice(at, end), { allowDangerousHtml: true }));
    at = end;
  }
  return pieces.join('\n');
}

/** After a blank line where there is one, else after a line, so that a paragraph stays whole. */
function endOfPiece(body: string, start: number): number {
  const most = start + PIECE;
  if (most >= body.length) return body.length;
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = body.lastIndexOf(mark, most);
    if (at > start + PIECE / 2) return at + mark.length;
  }
  return most;
}
