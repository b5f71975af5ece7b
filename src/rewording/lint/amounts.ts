import type { Match } from '../../french/pattern/matcher.ts';
import type { TokenText } from '../../french/pattern/tokens.ts';
import { readValues } from '../../french/values/read-values.ts';

/** The amounts of money that do not say their tax basis, as tokens. */
export function findAmounts(source: string, { tokens }: TokenText): readonly Match[] {
  const amounts = readValues(source).filter((value) => value.kind === 'amount' && value.tax === undefined);
  let first = 0;
  return amounts.flatMap(({ span: [start, end] }) => {
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= start) first += 1;
    let last = first;
    while (last < tokens.length && (tokens[last]?.start ?? end) < end) last += 1;
    return last > first ? [{ first, last }] : [];
  });
}
