import type { Span } from '../../french/span.ts';

export const within = (at: number, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => at >= start && at < end);
export const overlaps = ([start, end]: Span, spans: readonly Span[]): boolean =>
  spans.some(([from, to]) => start < to && end > from);
