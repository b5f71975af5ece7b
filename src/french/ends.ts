/** The text without those of the signs that end it; a pattern that looks for an end tries again at every sign of a run. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The first `limit` characters, less the word that they cut. */
export function wholeWords(text: string, limit: number): string {
  const cut = text.slice(0, limit);
  let end = cut.length;
  while (end > 0 && !/\s/.test(cut.charAt(end - 1))) end -= 1;
  return end === 0 ? cut : cut.slice(0, end).trimEnd();
}
