import type { IsoDate } from '../days/iso-date.ts';
import type { Corpus } from './read-corpus.ts';

/** A fiche or a figure whose day of review has come. */
export interface Overdue {
  readonly kind: 'fiche' | 'figure';
  readonly name: string;
  readonly reviewBefore: IsoDate;
}

/** What had to be reviewed before a day, the longest overdue first. */
export function overdue(corpus: Corpus, day: IsoDate): readonly Overdue[] {
  const due: Overdue[] = corpus.fiches.map(({ file, review_before }) => ({
    kind: 'fiche',
    name: file,
    reviewBefore: review_before,
  }));
  for (const { key, review_before } of corpus.figures.values())
    if (review_before !== undefined) due.push({ kind: 'figure', name: key, reviewBefore: review_before });
  return due
    .filter(({ reviewBefore }) => reviewBefore <= day)
    .sort((a, b) => a.reviewBefore.localeCompare(b.reviewBefore) || a.name.localeCompare(b.name));
}
