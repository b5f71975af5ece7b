/**
 * A pattern as its alternatives, each to be judged alone: `\b(?:a|b)c` takes as long as `\bac` and `\bbc` together, so that
 * it is linear where both are. The analyser's time grows much faster than a pattern's length; long lists of turns of
 * phrase would never be judged whole. Only groups that are not repeated are opened.
 */
export function piecesOf(source: string): readonly string[] {
  const top = alternatives(source);
  if (top.length > 1) return top.flatMap(piecesOf);
  // A back reference needs its group where it was.
  if (source.length <= SHORT_ENOUGH || /\\[1-9k]/.test(source)) return [source];
  const group = widestGroup(source);
  if (group === undefined) return [source];
  const inside = alternatives(source.slice(group.start, group.end));
  return inside.flatMap((one) => piecesOf(source.slice(0, group.open) + one + source.slice(group.end + 1)));
}

/** Patterns of this length are judged whole in some hundredths of a second. */
const SHORT_ENOUGH = 90;

interface Group {
  /** Of its opening bracket, of the first character of its content, of its closing bracket. */
  readonly open: number;
  readonly start: number;
  readonly end: number;
}

function widestGroup(source: string): Group | undefined {
  let best: { group: Group; count: number } | undefined;
  let open = -1;
  for (const { at, depth, sign } of brackets(source)) {
    if (sign === '(' && depth === 0) open = at;
    if (sign !== ')' || depth !== 0) continue;
    const start = open + (/^\((?:\?:|\?<[a-z]\w*>)?/i.exec(source.slice(open, open + 40))?.[0].length ?? 1);
    // An assertion is no group; a repeated group is judged whole.
    if (source.charAt(start) === '?' || /[?*+{]/.test(source.charAt(at + 1))) continue;
    const count = alternatives(source.slice(start, at)).length;
    if (count > 1 && count > (best?.count ?? 0)) best = { group: { open, start, end: at }, count };
  }
  return best?.group;
}

function alternatives(source: string): readonly string[] {
  const cuts = [...brackets(source)].filter(({ sign, depth }) => sign === '|' && depth === 0).map(({ at }) => at);
  return [...cuts, source.length].map((cut, index) => source.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, cut));
}

/** The brackets and bars of a pattern, with the depth they stand at (a group's own brackets at the depth around it). */
function* brackets(source: string): Generator<{ at: number; depth: number; sign: string }> {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') yield { at, depth: depth++, sign };
    else if (sign === ')') yield { at, depth: --depth, sign };
    else if (sign === '|') yield { at, depth, sign };
  }
}
