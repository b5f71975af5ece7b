/** A remark on a text that was given to read, and the paragraph that it is on; on the whole where none is named. */
export interface ReadComment {
  /** Counts from 1. */
  readonly paragraph: number | undefined;
  readonly text: string;
}

const MARKED = /^\s{0,8}(?:§|par(?:agraphe)?\b)\s{0,3}(\d{1,3})\s{0,3}[:.)–—-]?\s{0,8}/i;

/** Remarks as whoever reads them writes them: «§ 2 : le délai est trop long», one after the other. */
export function readComments(said: string, paragraphs: number): readonly ReadComment[] {
  const comments: { paragraph: number | undefined; lines: string[] }[] = [];
  for (const line of said.split('\n')) {
    const mark = MARKED.exec(line);
    const number = Number(mark?.[1]);
    const last = comments.at(-1);
    if (mark !== null && number >= 1 && number <= paragraphs)
      comments.push({ paragraph: number, lines: [line.slice(mark[0].length)] });
    else if (last === undefined) comments.push({ paragraph: undefined, lines: [line] });
    else last.lines.push(line);
  }
  return comments
    .map(({ paragraph, lines }) => ({ paragraph, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** A section as its paragraphs, those without a word left out. */
export function paragraphsOf(section: string): readonly string[] {
  return section
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}
