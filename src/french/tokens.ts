/** A word, a run of digits or one other character of a flat text (see ./text.ts); offsets are those of the flat text. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
  /** A line ends between it and the token before. */
  readonly newLine: boolean;
  /** Written with a capital first letter. */
  readonly capital: boolean;
  /** First of a sentence, a line or a bracket, where a capital says nothing. */
  readonly first: boolean;
}

const TOKEN = /[a-z]+|\d+|[^\sa-z\d]/g;
const OPENS = new Set(['.', '!', '?', ':', ';', '(', '[', '«', '"', '•', '*', '/', '…', '“']);

export function readTokens(flat: string, isCapital: (at: number) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let previous: Token | undefined;
  let title = false;
  for (const match of flat.matchAll(TOKEN)) {
    const text = match[0];
    const code = text.charCodeAt(0);
    const kind = code >= 97 && code <= 122 ? 'word' : code >= 48 && code <= 57 ? 'digits' : 'sign';
    const start = match.index;
    const gap = previous === undefined ? 0 : start - previous.end;
    const newLine = gap > 0 && flat.slice(previous?.end, start).includes('\n');
    const token: Token = {
      kind,
      text,
      start,
      end: start + text.length,
      glued: previous !== undefined && gap === 0,
      newLine,
      capital: kind === 'word' && isCapital(start),
      first: previous === undefined || newLine || (opens(previous, gap) && !title),
    };
    tokens.push(token);
    // «M. Durand»: the full stop of a title opens nothing.
    title = text === '.' && token.glued && previous !== undefined && /^(?:m|mm|mr|dr|pr|me)$/.test(previous.text);
    previous = token;
  }
  return tokens;
}

/** A full stop glued to a word («M.Durand», «H.T.») opens nothing; a dash between spaces opens an item. */
function opens(previous: Token, gap: number): boolean {
  if (previous.kind !== 'sign') return false;
  if (previous.text === '-') return gap > 0 && !previous.glued;
  return OPENS.has(previous.text) && (previous.text !== '.' || gap > 0);
}
