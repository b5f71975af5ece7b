import { Parser } from 'htmlparser2';
import { err, ok, type Result } from '../result.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentPart, Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { createSectionWriter } from './sections.ts';

const UNSHOWN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'nav', 'select']);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function readHtml(file: FileContent): Result<Extracted, DocumentFault> {
  const text = decodeText(file.bytes);
  if (text === undefined) return err(documentFault('corrupt', file.path, 'binary content'));
  const { title, firstHeading, parts, tooDeep } = htmlSections(text);
  if (tooDeep) return err(documentFault('corrupt', file.path, 'nested too deep'));
  return ok({ titles: [firstHeading, title], parts, pages: undefined, silentPages: 0 });
}

/** Text of a page by heading, menus and scripts left out, and what is hidden from its reader too: nobody could check it. */
export function htmlSections(html: string): {
  readonly title: string | undefined;
  readonly firstHeading: string | undefined;
  readonly parts: readonly DocumentPart[];
  /** Nested past the limit: what was read up to there is no document. */
  readonly tooDeep: boolean;
} {
  const sections = createSectionWriter();
  let title: string | undefined;
  let text = '';
  let inTitle = false;
  let preformatted = 0;
  let depth = 0;
  /** Element that is not shown, and how many of the same name are open inside it. */
  let unshown: { readonly name: string; depth: number } | undefined;

  const end = (kind: 'heading' | 'paragraph') => {
    sections[kind](text);
    text = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > LIMITS.nesting) parser.pause();
      if (name === 'title' && unshown === undefined) inTitle = true;
      if (unshown !== undefined) {
        if (unshown.name === name) unshown.depth += 1;
        return;
      }
      if (VOID.has(name)) {
        if (name === 'br') text += '\n';
        else if (name === 'hr') end('paragraph');
        return;
      }
      if (UNSHOWN.has(name) || isHidden(attributes)) unshown = { name, depth: 1 };
      else if (name === 'td' || name === 'th') text += text === '' ? '' : ' | ';
      else if (!INLINE.has(name) && name !== 'title') end('paragraph');
      if (name === 'pre' && unshown === undefined) preformatted += 1;
    },
    ontext: (piece) => {
      if (inTitle) title = (title ?? '') + piece;
      else if (unshown === undefined) text += preformatted > 0 ? piece : piece.replace(/\s+/g, ' ');
    },
    onclosetag: (name) => {
      depth -= 1;
      if (name === 'title') inTitle = false;
      if (unshown !== undefined) {
        if (unshown.name === name) unshown.depth -= 1;
        if (unshown.depth === 0) unshown = undefined;
        return;
      }
      if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      if (VOID.has(name) || INLINE.has(name) || name === 'title' || name === 'td' || name === 'th') return;
      end(/^h[1-6]$/.test(name) ? 'heading' : 'paragraph');
    },
  });
  parser.write(html);
  const tooDeep = depth > LIMITS.nesting;
  if (!tooDeep) parser.end();
  end('paragraph');
  return { title, firstHeading: sections.firstHeading, parts: sections.finish(), tooDeep };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    attributes['hidden'] !== undefined ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))/i.test(attributes['style'] ?? '')
  );
}
