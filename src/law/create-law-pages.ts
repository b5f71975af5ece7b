import { fillFigures } from '../corpus/prose.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { isIsoDate, parisDay } from '../days/iso-date.ts';
import { officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { ok } from '../result.ts';
import { lawTexts as texts } from '../text/law-texts.ts';
import type { ChangeRecords } from './law-records.ts';
import type { Leaning } from './leaning.ts';
import type { OpenChanges } from './open-changes.ts';
import type { LawPages } from './port/law-pages.ts';
import { readPeriod, whatChanged } from './what-changed.ts';

export interface LawPagesParts {
  readonly records: Pick<ChangeRecords, 'all' | 'close'>;
  readonly corpus: Corpus;
  readonly changes: Pick<OpenChanges, 'kept' | 'refresh'>;
  readonly leaningOn: (article: string) => readonly Leaning[];
  readonly now: () => Date;
}

const KINDS = Object.keys(texts.kinds) as readonly Leaning['kind'][];

export function createLawPages({ records, corpus, changes, leaningOn, now }: LawPagesParts): LawPages {
  const { figures } = corpus;
  const today = () => parisDay(now());
  const listed = (article: string) => {
    const all = leaningOn(article);
    return KINDS.flatMap((one) => {
      const own = all.filter(({ kind }) => kind === one);
      const titles = own.map(({ title }) => frenchTypography(fillFigures(title, figures, today())));
      return own.length === 0 ? [] : [{ label: `${texts.kinds[one]} (${own.length})`, titles }];
    });
  };
  return {
    today,
    period: (from, to) => {
      const usual = readPeriod('', today());
      return { from: isIsoDate(from) ? from : usual.from, to: isIsoDate(to) ? to : usual.to };
    },
    changes: (period) => whatChanged(figures, changes.kept(), period, today()),
    toRead: async () => {
      const all = await records.all();
      if (!all.ok) return all;
      return ok(
        all.value
          .filter(({ closed }) => closed === undefined)
          .map(({ id, article, kind, since, diff }) => ({
            id,
            article,
            said: texts.change(kind, article, since, today()),
            diff,
            leaning: listed(article),
            url: officialUrl(article),
          })),
      );
    },
    close: async (id, readOn, by) => {
      if (!isIsoDate(readOn) || readOn > today()) return ok(false);
      const closed = await records.close(id, { at: now().toISOString(), readOn, by });
      await changes.refresh();
      return closed;
    },
  };
}
