const WIDTH = 84;
const ROWS = new RegExp(`.{1,${WIDTH}}`, 'gu');
/** Control characters, the escapes of a terminal among them, and what turns the direction of writing. */
const UNSEEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;
/** What the renderer of Markdown keeps for its own use. */
const PRIVATE = /[\ue000-\ue07f]/g;

/** Another person's words: they show, and do nothing to the terminal. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(PRIVATE, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Words behind a bar, line by line, so that none of them passes for ours. */
export function quoteText(text: string): string {
  return cleanText(text)
    .split('\n')
    .flatMap(foldLine)
    .map((row) => `  │ ${row}`.trimEnd())
    .join('\n');
}

/** Words within a sentence of ours: on one line, at most `longest` characters, no markup. */
export function literal(text: string, longest = 200): string {
  const line = cleanText(text).replace(/\s+/g, ' ');
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
