import type { Span } from '../../french/span.ts';

export const inRange = <T>(range: Span, items: readonly T[], at: (item: T) => number): readonly T[] =>
  items.filter((item) => at(item) >= range[0] && at(item) < range[1]);
