import { basename, extname } from 'node:path';
import { oneLine, shorten } from './sections.ts';

/** Titles that software puts in by itself and that say nothing. */
const WORTHLESS =
  /^(?:microsoft (?:word|powerpoint|excel)\b|powerpoint presentation|pr[ée]sentation(?: powerpoint)?\s*\d*$|document\s*\d*$|untitled|sans[ -](?:titre|nom)|sommaire$|table des mati[èe]res$|title$|titre$|slide \d+$|<)/i;

/** The first title worth showing, else the name of the file in words. */
export function chooseTitle(titles: readonly (string | undefined)[], path: string): string {
  for (const title of titles) {
    const shown = oneLine(title ?? '');
    if (/\p{L}{2}/u.test(shown) && !WORTHLESS.test(shown) && !/\.(?:docx?|pptx?|odt|pdf|indd|rtf|dot)$/i.test(shown))
      return shorten(shown);
  }
  const name = basename(path, extname(path));
  return shorten(oneLine(name.replace(/[_\s]+/g, ' '))) || 'document';
}
