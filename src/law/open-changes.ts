import type { IsoDate } from '../days/iso-date.ts';
import type { ChangeRecords, KeptChange } from './law-records.ts';
import type { Leaning } from './leaning.ts';
import type { LawChange } from './watch-law.ts';

/** A change that nobody has read yet, as an answer that leans on it says it. */
export type OpenChange = Pick<LawChange, 'article' | 'kind' | 'since'>;

/** What answers have to be told of the law that changed under them. */
export interface OpenChanges {
  /** @param question of the fiche, by its id; undefined: the fiche as a whole answers */
  on(fiche: string, question: string | undefined): readonly OpenChange[];
  onArticles(articles: readonly string[]): readonly OpenChange[];
  /** All of them, read or not, the last first. */
  kept(): readonly KeptChange[];
  /** Reads what is open: at the start, after a watch, and now and then, for what another process closed. */
  refresh(): Promise<void>;
}

/** @param leaningOn asked only where something is open: who leans on what takes seconds to read */
export function createOpenChanges(
  records: Pick<ChangeRecords, 'all'>,
  leaningOn: (article: string) => readonly Leaning[],
): OpenChanges {
  let byEntry = new Map<string, OpenChange[]>();
  let byArticle = new Map<string, OpenChange[]>();
  let kept: readonly KeptChange[] = [];
  return {
    kept: () => kept,
    on: (fiche, question) =>
      byEntry.get(question === undefined ? `fiche ${fiche}` : `question ${fiche}/${question}`) ?? [],
    onArticles: (articles) => articles.flatMap((article) => byArticle.get(article) ?? []),
    refresh: async () => {
      const all = await records.all();
      // A store that does not answer takes no caution away.
      if (!all.ok) return;
      kept = all.value;
      const open = all.value.filter(({ closed }) => closed === undefined);
      const entries = new Map<string, OpenChange[]>();
      for (const change of soonestFirst(open))
        for (const { kind, id } of leaningOn(change.article)) push(entries, `${kind} ${id}`, change);
      byArticle = new Map();
      for (const change of soonestFirst(open)) push(byArticle, change.article, change);
      byEntry = entries;
    },
  };
}

function soonestFirst<T extends { readonly since: IsoDate }>(changes: readonly T[]): readonly T[] {
  return changes.toSorted((a, b) => a.since.localeCompare(b.since));
}

function push(map: Map<string, OpenChange[]>, key: string, { article, kind, since }: OpenChange): void {
  const list = map.get(key) ?? [];
  map.set(key, list);
  list.push({ article, kind, since });
}
