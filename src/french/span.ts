/** Half-open range of UTF-16 code units of the source text: `source.slice(...span)` is the person's own wording. */
export type Span = readonly [start: number, end: number];
