import type { Corpus } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { changesBetween, type FigureChange } from './figure-changes.ts';
import type { KeptChange } from './law-records.ts';

/** What somebody validated, told as one: the figures that an article sets from a day, or the article itself. */
export interface ValidChange {
  /** What is kept of it, once told. */
  readonly changes: readonly string[];
  readonly article: string;
  readonly since: IsoDate;
  readonly figures: readonly FigureChange[];
  /** Where no figure says it: an article's change that was read. */
  readonly read: KeptChange | undefined;
}

/** The oldest first. */
export function validChanges(
  { figures }: Pick<Corpus, 'figures'>,
  kept: readonly KeptChange[],
): readonly ValidChange[] {
  const byDay = new Map<string, FigureChange[]>();
  for (const change of changesBetween(figures, FIRST_DAY, LAST_DAY)) {
    if (change.announced) continue;
    const list = byDay.get(dayOf(change.article, change.on)) ?? [];
    byDay.set(dayOf(change.article, change.on), list);
    list.push(change);
  }
  const entered = [...byDay.values()].flatMap((list): readonly ValidChange[] => {
    const [first] = list;
    if (first === undefined) return [];
    const changes = list.map(({ key, on, after }) => `${key}@${on}=${after}`);
    return [{ changes, article: first.article, since: first.on, figures: list, read: undefined }];
  });
  const read = kept
    .filter(({ closed, article, since }) => closed !== undefined && !byDay.has(dayOf(article, since)))
    .map((one): ValidChange => ({ changes: [one.id], article: one.article, since: one.since, figures: [], read: one }));
  return [...entered, ...read].toSorted((a, b) => a.since.localeCompare(b.since));
}

const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31'];
const dayOf = (article: string, day: IsoDate) => `${article}@${day}`;
