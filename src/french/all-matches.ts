const NONE: readonly RegExpExecArray[] = [];

/**
 * What `text.matchAll(pattern)` gives, as an array. Most patterns of the tables match nowhere in a one-line message, and
 * `matchAll` copies its pattern each time, which costs more than the search itself. The pattern must be global.
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const out: RegExpExecArray[] = [];
  while (match !== null) {
    out.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return out;
}
