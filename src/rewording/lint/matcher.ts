import { type Expression, headOf, openHeadOf } from '../../french/pattern/expression.ts';
import { NAME_MARK, type TokenText } from '../../french/pattern/tokens.ts';
import { firstFrom } from '../../french/placed.ts';

export interface Match {
  /** Token numbers, `last` excluded. */
  readonly first: number;
  readonly last: number;
}

/** Runs many expressions at once: each is tried only where a word can start it. */
export function createMatcher<T>(items: readonly { readonly expression: Expression; readonly value: T }[]) {
  const byHead = new Map<string, { expression: Expression; value: T }[]>();
  for (const item of items)
    for (const head of item.expression.heads) {
      const list = byHead.get(head);
      if (list === undefined) byHead.set(head, [item]);
      else list.push(item);
    }
  const atNames = byHead.get(NAME_MARK);

  return (text: TokenText, from: number, to: number): { match: Match; value: T }[] => {
    const said = headsIn(text);
    const found: { match: Match; value: T }[] = [];
    for (let first = from; first < to; first += 1) {
      const token = text.tokens[first];
      if (token === undefined) break;
      for (const list of [
        byHead.get(headOf(token.text)),
        byHead.get(openHeadOf(token.text)),
        token.name ? atNames : undefined,
      ])
        for (const { expression, value } of list ?? []) {
          if (!expression.needs.every((heads) => said.meets(heads))) continue;
          const match = matchAt(text, first, expression);
          if (match !== undefined && match.last <= to) found.push({ match, value });
        }
    }
    return found;
  };
}

interface Heads {
  readonly meets: (heads: ReadonlySet<string>) => boolean;
}

/** Of the text at hand: the rules ask for it hundreds of times. */
let lately: { readonly text: TokenText; readonly heads: Heads } | undefined;

/** What the words of a text are looked up by, and which sets hold one of them. */
function headsIn(text: TokenText): Heads {
  if (lately?.text === text) return lately.heads;
  const said = new Set<string>();
  for (const { text: word, name } of text.tokens) {
    said.add(headOf(word));
    said.add(openHeadOf(word));
    if (name) said.add(NAME_MARK);
  }
  const known = new Map<ReadonlySet<string>, boolean>();
  const meets = (heads: ReadonlySet<string>): boolean => {
    let answer = known.get(heads);
    if (answer === undefined) {
      const [few, many] = heads.size < said.size ? [heads, said] : [said, heads];
      answer = [...few].some((head) => many.has(head));
      known.set(heads, answer);
    }
    return answer;
  };
  lately = { text, heads: { meets } };
  return lately.heads;
}

function matchAt({ plain, at }: TokenText, first: number, { pattern }: Expression): Match | undefined {
  pattern.lastIndex = at[first] ?? 0;
  const found = pattern.exec(plain);
  if (found === null) return undefined;
  return { first, last: firstFrom(at.length - 1, (token) => (at[token] ?? 0) < pattern.lastIndex) };
}
