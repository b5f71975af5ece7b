const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const ITALIC = ['\u001b[3m', '\u001b[23m'] as const;
const WIDTH = 88;
/** Where an escaped mark hides meanwhile: private characters, which no text of ours holds. */
const HIDDEN = 0xe000;

/** The little Markdown of answers for a terminal: bold and italics as escape codes when it shows them, lines folded at 88 columns. */
export function renderMarkdown(text: string, colours: boolean): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(HIDDEN + mark.charCodeAt(0)))
    .split('\n')
    .map((line) => fold(line))
    .join('\n')
    .replace(/\*\*([^*]+)\*\*/g, (_, inner: string) => (colours ? `${BOLD[0]}${inner}${BOLD[1]}` : inner))
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, (_, inner: string) =>
      colours ? `${ITALIC[0]}${inner}${ITALIC[1]}` : inner,
    )
    .replace(/^- /gm, '• ')
    .replace(/[\ue021-\ue02f\ue03a-\ue040\ue05b-\ue060\ue07b-\ue07e]/g, (hidden) =>
      String.fromCharCode(hidden.charCodeAt(0) - HIDDEN),
    );
}

/** Folds at plain spaces only: a no-break space keeps a number with its unit. */
function fold(line: string): string {
  const indent = line.startsWith('- ') ? '  ' : '';
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > WIDTH) {
      rows.push(row);
      row = indent + word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row].join('\n');
}
