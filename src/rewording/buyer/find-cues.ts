import type { ConceptCue, LexiconEntry } from '../../corpus/lexicon.ts';
import { compileExpression } from '../../french/pattern/expression.ts';
import { createMatcher } from '../../french/pattern/matcher.ts';
import { readTokens, type TokenText } from '../../french/pattern/tokens.ts';
import type { Span } from '../../french/span.ts';

/** A turn of a concept, and the first place where it is said. */
interface Said {
  readonly entry: LexiconEntry;
  readonly cue: ConceptCue;
  readonly span: Span;
}

/** Those that hold, in the order of the lexicon; what is bought is not looked for in some places. */
export function createFindCues(
  lexicon: readonly LexiconEntry[],
): (text: string, hidden: readonly Span[]) => readonly Said[] {
  const rules = lexicon.flatMap((entry) => (entry.cues ?? []).map((cue) => ({ entry, cue })));
  const find = createMatcher(
    rules.flatMap((rule) => [
      ...rule.cue.say.map((source) => ({ expression: compile(source), value: { rule, holds: true } })),
      ...rule.cue.except.map((source) => ({ expression: compile(source), value: { rule, holds: false } })),
    ]),
  );
  return (text, hidden) => {
    const read = readTokens(text);
    const first = new Map<(typeof rules)[number], Span>();
    const refused = new Set<(typeof rules)[number]>();
    for (const sentence of read.sentences)
      for (const { match, value } of find(read, sentence.first, sentence.last)) {
        const span = spanOf(read, match.first, match.last);
        if (!value.holds) refused.add(value.rule);
        else if (!first.has(value.rule) && !(value.rule.cue.bought !== undefined && isIn(span, hidden)))
          first.set(value.rule, span);
      }
    return rules.flatMap((rule) => {
      const span = refused.has(rule) ? undefined : first.get(rule);
      return span === undefined ? [] : [{ ...rule, span }];
    });
  };
}

const compile = (source: string) => compileExpression(source, NO_LISTS);
const NO_LISTS = new Map();

const spanOf = ({ tokens }: TokenText, first: number, last: number): Span => [
  tokens[first]?.start ?? 0,
  tokens[last - 1]?.end ?? 0,
];
const isIn = ([start, end]: Span, places: readonly Span[]): boolean =>
  places.some((place) => start < place[1] && end > place[0]);
