/** Where a mail program puts the message that is answered: the head of it, or the line that announces it. */
const QUOTED =
  /(?:^|\n)[^\S\n]{0,8}(?:-{2,12}[^\S\n]{0,4}(?:message d'origine|message original|message transféré|original message|forwarded message)|(?:de|from)[^\S\n]{0,2}:[^\n]{1,200}\n[^\S\n]{0,8}(?:envoyé|date|sent|à|to|objet|subject)[^\S\n]{0,2}:|le [^\n]{6,120} a écrit[^\S\n]{0,2}:|on [^\n]{6,120} wrote:)/i;
/** Characters of one's own above it: «voir ci-dessous» leaves the need to what is quoted. */
const OWN = 60;

/** Where someone else's quoted message begins; undefined where nothing is quoted, or nothing was written above it. */
export function quotedFrom(source: string): number | undefined {
  const match = QUOTED.exec(source);
  if (match === null || source.slice(0, match.index).trim().length < OWN) return undefined;
  return match.index;
}
