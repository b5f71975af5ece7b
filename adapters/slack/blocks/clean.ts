/** Where there is nothing to show: Slack takes no empty text, and blanks count as none. */
export const NOTHING = '…';

/** At most `limit` code units, cut between characters as people see them; a cut text ends with «…». */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, seam(text, limit - 1)).trimEnd()}…`;
}

/** At most `limit` code units a piece, cut at a space where there is one; joined again they are the text. */
export function cutText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = Math.max(rest.lastIndexOf(' ', limit - 1), rest.lastIndexOf('\n', limit - 1));
    const at = space > limit / 2 ? space + 1 : seam(rest, limit);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

/** The last place at or before `at` that splits no surrogate pair, and no letter from its accents where that can be. */
function seam(text: string, at: number): number {
  let place = at;
  while (place > 1 && at - place < 32 && /^(?:\p{M}|\u200d)/u.test(text.slice(place, place + 2))) place -= 1;
  return place > 1 && /[\udc00-\udfff]/.test(text.charAt(place)) && /[\ud800-\udbff]/.test(text.charAt(place - 1))
    ? place - 1
    : Math.max(place, 1);
}
