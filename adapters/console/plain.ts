import { cleanText } from '../../src/french/clean.ts';

const WIDTH = 84;
const ROWS = new RegExp(`.{1,${WIDTH}}`, 'gu');
/** What the renderer of Markdown keeps for its own use. */
const PRIVATE = /[\ue000-\ue07f]/g;

/** Another person's words: they show, and do nothing to the terminal. */
export function ownText(text: string): string {
  return cleanText(text.replace(PRIVATE, ''));
}

/** Words behind a bar, line by line, so that none of them passes for ours. */
export function quoteText(text: string): string {
  return ownText(text)
    .split('\n')
    .flatMap(foldLine)
    .map((row) => `  │ ${row}`.trimEnd())
    .join('\n');
}

/** Words within a sentence of ours: on one line, at most `longest` characters, no markup. */
export function literal(text: string, longest = 200): string {
  const line = ownText(text).replace(/\s+/g, ' ');
  const short = line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return short.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** At spaces; a word longer than a row is cut. */
function foldLine(line: string): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ').flatMap((one) => one.match(ROWS) ?? [''])) {
    if (row !== '' && row.length + 1 + word.length > WIDTH) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
