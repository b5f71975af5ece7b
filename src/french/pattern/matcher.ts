import { firstFrom } from '../placed.ts';
import type { Expression } from './expression.ts';
import type { TokenText } from './tokens.ts';

export interface Match {
  /** Token numbers, `last` excluded. */
  readonly first: number;
  readonly last: number;
}

/** Runs many expressions at once: each is tried only where a word can start it, and where the others it needs are said. */
export function createMatcher<T>(items: readonly { readonly expression: Expression; readonly value: T }[]) {
  const byHead = new Map<string, { expression: Expression; value: T }[]>();
  for (const item of items)
    for (const head of item.expression.heads) {
      const list = byHead.get(head);
      if (list === undefined) byHead.set(head, [item]);
      else list.push(item);
    }

  /** `from` and `to` are of one sentence: no expression goes beyond. */
  return (text: TokenText, from: number, to: number): { match: Match; value: T }[] => {
    const found: { match: Match; value: T }[] = [];
    let isSaid: ((heads: ReadonlySet<string>) => boolean) | undefined;
    for (let first = from; first < to; first += 1)
      for (const head of text.tokens[first]?.heads ?? [])
        for (const { expression, value } of byHead.get(head) ?? []) {
          const { next } = expression;
          if (next !== undefined && text.tokens[first + 1]?.heads.some((one) => next.has(one)) !== true) continue;
          isSaid ??= headsIn(text, from, to);
          if (!expression.needs.every(isSaid)) continue;
          const match = matchAt(text, first, expression);
          if (match !== undefined && match.last <= to) found.push({ match, value });
        }
    return found;
  };
}

/** Whether one of some heads stands in a stretch of a text. */
function headsIn({ tokens }: TokenText, from: number, to: number): (heads: ReadonlySet<string>) => boolean {
  const said = new Set<string>();
  for (let at = from; at < to; at += 1) for (const head of tokens[at]?.heads ?? []) said.add(head);
  const known = new Map<ReadonlySet<string>, boolean>();
  return (heads) => {
    let answer = known.get(heads);
    if (answer === undefined) {
      const [few, many] = heads.size < said.size ? [heads, said] : [said, heads];
      answer = false;
      for (const head of few)
        if (many.has(head)) {
          answer = true;
          break;
        }
      known.set(heads, answer);
    }
    return answer;
  };
}

function matchAt({ plain, at }: TokenText, first: number, { pattern }: Expression): Match | undefined {
  pattern.lastIndex = at[first] ?? 0;
  if (!pattern.test(plain)) return undefined;
  const end = pattern.lastIndex;
  return { first, last: firstFrom(at.length - 1, (token) => (at[token] ?? 0) < end) };
}
