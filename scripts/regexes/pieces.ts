/**
 * A pattern as its alternatives, each to be judged alone: `\b(?:a|b)c` takes as long as `\bac` and `\bbc` together, so that
 * it is linear where both are. The widest group is opened that is not repeated; what stands in an assertion as well, for
 * `a(?=b|c)` tries what `a(?=b)` and `a(?=c)` try, and `a(?!b|c)` no more than `a(?!b)` and `a(?!c)`. Undefined when there
 * is nothing to open.
 */
export function opened(source: string): readonly string[] | undefined {
  const top = alternatives(source);
  if (top.length > 1) return top;
  // A back reference needs its group where it was.
  const group = /\\[1-9k]/.test(source) ? undefined : widestGroup(source);
  if (group === undefined) return undefined;
  const inside = alternatives(source.slice(group.start, group.end));
  return inside.map((one) => source.slice(0, group.open) + one + source.slice(group.close));
}

interface Group {
  /** What an alternative takes the place of: the group with its brackets, or the inside of an assertion. */
  readonly open: number;
  readonly close: number;
  /** Its inside. */
  readonly start: number;
  readonly end: number;
}

function widestGroup(source: string): Group | undefined {
  let best: { group: Group; count: number } | undefined;
  for (const group of groupsOf(source)) {
    const count = alternatives(source.slice(group.start, group.end)).length;
    if (count > (best?.count ?? 1)) best = { group, count };
  }
  return best?.group;
}

/** Those that are not repeated and stand in none that is: what is repeated is judged whole. */
function groupsOf(source: string): readonly Group[] {
  const open: { at: number; inside: Group[] }[] = [{ at: 0, inside: [] }];
  for (const { at, sign } of brackets(source)) {
    if (sign === '(') open.push({ at, inside: [] });
    if (sign !== ')') continue;
    const closed = open.pop();
    if (closed === undefined || /[?*+{]/.test(source.charAt(at + 1))) continue;
    const [said = '(', asserts] = OPENING.exec(source.slice(closed.at, closed.at + 40)) ?? [];
    const start = closed.at + said.length;
    const whole = asserts === undefined ? { open: closed.at, close: at + 1 } : { open: start, close: at };
    open.at(-1)?.inside.push({ ...whole, start, end: at }, ...closed.inside);
  }
  return open[0]?.inside ?? [];
}

const OPENING = /^\((?:\?(?::|(<?[=!])|<[a-z]\w{0,30}>))?/i;

export function alternatives(source: string): readonly string[] {
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
