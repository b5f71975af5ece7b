import type { ConceptCue, LexiconEntry } from '../../corpus/lexicon.ts';
import { compileExpression, type Expression } from '../../french/pattern/expression.ts';
import { createMatcher } from '../../french/pattern/matcher.ts';
import { readTokens, type TokenText } from '../../french/pattern/tokens.ts';
import type { Span } from '../../french/span.ts';
import type { Sliced } from '../../sliced.ts';

/** A turn of a concept, and the first place where it is said. */
interface Said {
  readonly entry: LexiconEntry;
  readonly cue: ConceptCue;
  readonly span: Span;
}

/** Those that hold, in the order of the lexicon; what is bought is not looked for in some places. */
type FindCues = (text: string, hidden: readonly Span[]) => readonly Said[];

/** So many turns are compiled at a time. */
const AT_A_TIME = 100;

export function* createFindCues(lexicon: readonly LexiconEntry[]): Sliced<FindCues> {
  const rules = lexicon.flatMap((entry) => (entry.cues ?? []).map((cue) => ({ entry, cue })));
  const turns: { readonly expression: Expression; readonly value: { rule: (typeof rules)[number]; holds: boolean } }[] =
    [];
  for (const [at, rule] of rules.entries()) {
    for (const source of rule.cue.say) turns.push({ expression: compile(source), value: { rule, holds: true } });
    for (const source of rule.cue.except) turns.push({ expression: compile(source), value: { rule, holds: false } });
    if (at % AT_A_TIME === 0) yield;
  }
  const find = createMatcher(turns);
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
