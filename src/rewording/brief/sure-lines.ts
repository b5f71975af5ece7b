import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import type { Findings } from './findings.ts';
import { inRange } from './in-range.ts';
import type { JudgeLine } from './judge-lines.ts';
import { counts, type LineCandidate, type LineText } from './line-features.ts';
import { overlaps } from './spans.ts';
import { isPriceOfOne, type PlacedValue, type ValueFound } from './value-context.ts';
import { withLead } from './value-slots.ts';

/** What the readers offer for each slot. */
export type Offered = Readonly<Record<Slot, readonly Span[]>>;

/** Of what the readers offer and of the values that none of them claims, what surely stands on a line, by line. */
export function sureLines(
  { source: { folded }, words, values }: Findings,
  range: Span,
  offered: Offered,
  found: readonly ValueFound[],
  judgeLine: JudgeLine,
): ReadonlyMap<Slot, readonly Span[]> {
  const text: LineText = { folded, things: words.map(({ start, end }) => [start, end]), objects: offered.object };
  const all = SLOTS.flatMap((by) =>
    offered[by].map((span, at): LineCandidate => ({ by, span, first: at === 0, value: valueIn(span, found, values) })),
  );
  const taken = all.map(({ span }) => span);
  for (const { value, span } of inRange(range, values, ({ span: [start] }) => start))
    if (!overlaps(span, taken)) all.push({ by: 'value', span: withLead(folded, { value, span }), first: false, value });
  const sure = new Map<Slot, Span[]>();
  for (const candidate of all) {
    // «pas avant mai» is no «avant mai».
    if (DENIED.test(folded.slice(Math.max(0, candidate.span[0] - 8), candidate.span[0]))) continue;
    const line = judgeLine(candidate, text);
    const [start] = candidate.span;
    if (line === 'budget' && isPriceOfOne(folded.slice(Math.max(0, start - 60), start))) continue;
    if (line !== undefined) sure.set(line, [...(sure.get(line) ?? []), candidate.span]);
  }
  // A number that stands right before what is surely bought says how many of it.
  const things = sure.get('object') ?? [];
  for (const candidate of all)
    if (
      things.some(([start]) => counts(candidate, start, folded)) &&
      !overlaps(candidate.span, sure.get('quantity') ?? [])
    )
      sure.set('quantity', [...(sure.get('quantity') ?? []), candidate.span]);
  // Shares of which one is left out say something else.
  if ((sure.get('criteria')?.length ?? 0) < offered.criteria.length) sure.delete('criteria');
  return sure;
}

const DENIED = /\b(?:pas|jamais|ni|non|sauf) $/;

/** The value that words come down to. */
function valueIn(span: Span, found: readonly ValueFound[], values: readonly PlacedValue[]): SaidValue | undefined {
  const own = found.find((one) => one.span[0] === span[0] && one.span[1] === span[1]);
  return own?.value ?? values.find((one) => span[0] <= one.span[0] && one.span[1] <= span[1])?.value;
}
