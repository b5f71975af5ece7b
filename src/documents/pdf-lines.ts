/** What pdf.js gives for a run of glyphs: the text, whether a line ends after it, and where it stands (points, from the bottom). */
export interface PdfRun {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/** Hyphens that belong to the word even at the end of a line: `sous-traitance`, `vice-président`. */
const KEPT_HYPHEN =
  /(?:^|[\s'’(])(?:sous|vice|non|avant|après|mi|ci|contre|co|hors|semi|multi|pluri|quasi|demi|celui|celle|là|peut|doit|procès|est|sont|a|ont)-$/i;

/** Puts the runs of a page back into paragraphs, one a line: words cut at the end of a line are joined, lines flow together. */
export function pageText(runs: readonly PdfRun[]): string {
  const paragraphs: string[] = [];
  let paragraph = '';
  let line = '';
  let lineTop: number | undefined;
  let previousTop: number | undefined;
  let size = 0;

  const endLine = () => {
    if (line.trim() === '') {
      line = '';
      return;
    }
    const gap = previousTop === undefined || lineTop === undefined ? 0 : Math.abs(previousTop - lineTop);
    if (paragraph !== '' && gap > 1.7 * (size || 12)) {
      paragraphs.push(paragraph);
      paragraph = '';
    }
    paragraph = joinLines(paragraph, line.trim());
    previousTop = lineTop;
    lineTop = undefined;
    line = '';
  };
  for (const run of runs) {
    if (run.str.trim() !== '') {
      lineTop ??= run.transform[5];
      size = run.height > 0 ? run.height : size;
    }
    line += run.str;
    if (run.hasEOL) endLine();
  }
  endLine();
  if (paragraph !== '') paragraphs.push(paragraph);
  return paragraphs.join('\n');
}

function joinLines(before: string, line: string): string {
  if (before === '') return line;
  if (before.endsWith('\u00ad')) return `${before.slice(0, -1)}${line}`;
  if (!/\p{Ll}-$/u.test(before) || !/^\p{Ll}/u.test(line)) return `${before} ${line}`;
  return KEPT_HYPHEN.test(before.slice(-40)) ? `${before}${line}` : `${before.slice(0, -1)}${line}`;
}
