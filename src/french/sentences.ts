import type { Span } from './span.ts';

/** Sentences and lines, as spans without the blanks around them; the full stop of «Mme.», «art.» or an initial ends none. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  const add = (start: number, end: number) => {
    const said = text.slice(start, end);
    const from = start + (said.length - said.trimStart().length);
    const to = start + said.trimEnd().length;
    if (to > from) spans.push([from, to]);
  };
  let start = 0;
  for (const { index } of text.matchAll(/[.!?…](?=\s)|\n|[.!?…]$/g)) {
    const end = text[index] === '\n' ? index : index + 1;
    if (text[index] === '.' && ABBREVIATION.test(text.slice(Math.max(start, index - 6), index))) continue;
    add(start, end);
    start = index + 1;
  }
  add(start, text.length);
  return spans;
}

const ABBREVIATION = /(?:^|[\s(])(?:M|MM|Mme|Mlle|Dr|Me|art|cf|env|ex|réf|tél|n|p|St|Ste|[A-Z])$/u;
