import type { Figures } from '../corpus/figures.ts';
import { frenchDate, type IsoDate, isIsoDate, MONTHS } from '../days/iso-date.ts';
import { citeArticle } from '../french/articles.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import { alertTexts as texts } from '../text/alert-texts.ts';
import { changesBetween } from './figure-changes.ts';
import type { KeptChange } from './law-records.ts';
import type { Period, ToldChange } from './port/law-pages.ts';

/** What changed in a period, both its days counted, the latest first. */
export function whatChanged(
  figures: Figures,
  kept: readonly KeptChange[],
  { from, to }: Period,
  today: IsoDate,
): readonly ToldChange[] {
  const told = changesBetween(figures, from, to);
  const articles = kept
    .filter(({ since }) => since >= from && since <= to)
    .filter(({ article, since }) => !told.some((one) => !one.announced && one.article === article && one.on === since))
    .map(({ article, since, kind, closed }): ToldChange => {
      const readOn = closed === undefined ? undefined : frenchDate(closed.readOn);
      return {
        on: since,
        article,
        said: texts.changedArticle(citeArticle(article), kind, frenchDate(since), since > today, readOn),
        announced: false,
      };
    });
  return [...told.map(({ on, article, said, announced }) => ({ on, article, said, announced })), ...articles].toSorted(
    (a, b) => b.on.localeCompare(a.on) || a.said.localeCompare(b.said),
  );
}

/** The period that a line names: up to a year from today on where it names its beginning alone, the last year where it names none. */
export function readPeriod(text: string, today: IsoDate): Period {
  const values = readValues(text);
  const days = values.flatMap((one) => (one.kind === 'date' ? (dayOf(one.iso, one.head, today) ?? []) : []));
  const months = values.flatMap((one) => (one.kind === 'duration' && one.unit === 'month' ? [one.low ?? 12] : []))[0];
  const [first, last] = days.toSorted();
  const later = shift(today, 12);
  if (first !== undefined) return { from: first, to: last === undefined || last === first ? later : endOf(last) };
  return { from: shift(today, -(months ?? 12)), to: later };
}

/** The first day that a date names; of a month without its year, or a day, the last that has come. */
function dayOf(iso: string | undefined, head: string, today: IsoDate): IsoDate | undefined {
  if (iso !== undefined) {
    const whole = `${iso}-01-01`.slice(0, 10);
    return isIsoDate(whole) ? whole : undefined;
  }
  const year = today.slice(0, 4);
  const said = fold(head);
  if (/\bannee\b/.test(said)) return `${year}-01-01`;
  if (/\bmois\b/.test(said)) return `${today.slice(0, 7)}-01`;
  const month = MONTHS.findIndex((name) => said.includes(fold(name)));
  if (month < 0) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${two(month + 1)}-${two(Number(/\d{1,2}/.exec(said)?.[0] ?? 1))}`;
  return [`${year}-${day}`, `${Number(year) - 1}-${day}`].find((one) => isIsoDate(one) && one <= today);
}

/** The last day of the month that begins on a day; any other day is itself. */
function endOf(day: IsoDate): IsoDate {
  if (!day.endsWith('-01')) return day;
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function shift(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, 28))).toISOString().slice(0, 10);
}
