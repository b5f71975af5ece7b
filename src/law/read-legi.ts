import { Parser } from 'htmlparser2';
import type { OfficialVersion } from './official-source.ts';

/** An article of LEGI in one version, as its XML says it. */
export interface LegiArticle extends OfficialVersion {
  /** The texts that it says it belongs to: `LEGITEXT…`. */
  readonly texts: readonly string[];
  readonly number: string;
  /** Paragraphs parted by line ends. */
  readonly text: string;
}

/** How LEGI and Légifrance write «without end». */
export const ENDLESS = '2999-01-01';

const FIELDS = new Map([
  ['ID', 'id'],
  ['NUM', 'number'],
  ['ETAT', 'state'],
  ['DATE_DEBUT', 'since'],
  ['DATE_FIN', 'until'],
] as const satisfies readonly (readonly [string, string])[]);

const PARAGRAPH = /^(?:p|br|div|li|tr|blockquote)$/i;

/**
 * Reads LEGI's XML as it comes, one document after the other (the DTD of LEGI: META_COMMUN, META_ARTICLE, CONTEXTE, BLOC_TEXTUEL);
 * what is no article of a text is left aside.
 */
export function createLegiReader(onArticle: (article: LegiArticle) => void) {
  let path: string[] = [];
  let fields: Record<string, string> = {};
  let texts: string[] = [];
  let text = '';
  const isWithin = (name: string) => path.includes(name);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'ARTICLE') {
          path = [];
          fields = {};
          texts = [];
          text = '';
        }
        path.push(name);
        if (isWithin('BLOC_TEXTUEL') && PARAGRAPH.test(name)) text += '\n';
        const of = name === 'TEXTE' ? attributes['cid'] : name === 'TITRE_TXT' ? attributes['id_txt'] : undefined;
        if (of !== undefined && isWithin('CONTEXTE')) texts.push(of);
      },
      ontext: (said) => {
        const field = FIELDS.get((path.at(-1) ?? '') as 'ID');
        if (isWithin('BLOC_TEXTUEL')) text += said.replace(/\s+/g, ' ');
        else if (field !== undefined && isWithin('META')) fields[field] = (fields[field] ?? '') + said;
      },
      onclosetag: (name) => {
        if (isWithin('BLOC_TEXTUEL') && PARAGRAPH.test(name)) text += '\n';
        path.pop();
        if (name !== 'ARTICLE') return;
        const { id = '', number = '', state = '', since = '', until = '' } = fields;
        if (id !== '' && number !== '' && since !== '')
          onArticle({ id, number, state, since, until: until < ENDLESS ? until || undefined : undefined, texts, text });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return { write: (chunk: string) => parser.write(chunk), end: () => parser.end() };
}

/** A text of the API, in HTML, as paragraphs: read as LEGI's own, so that both give the same sentences. */
export function paragraphsOf(html: string): string {
  let text = '';
  const line = (name: string) => {
    if (PARAGRAPH.test(name)) text += '\n';
  };
  const parser = new Parser({
    onopentagname: line,
    onclosetag: line,
    ontext: (said) => {
      text += said.replace(/\s+/g, ' ');
    },
  });
  parser.end(html);
  return text;
}
