import { frenchDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { weekday } from '../../rules/calendar.ts';
import type { Line } from '../../rules/work.ts';
import { purchaseTexts } from '../../text/purchase-texts.ts';
import type { Sheet } from '../sheet.ts';

const texts = purchaseTexts.fr;

/** A part of a sheet, its lines whole: what is to be done or known, then the articles. */
export interface SheetPart {
  readonly name: keyof typeof texts.heads | 'more';
  readonly title: string;
  readonly lines: readonly string[];
}

/** A sheet in the order in which it is read, for a screen as for a paper; what is empty is left out. */
export function sheetParts({
  local,
  branches,
  steps,
  calendar,
  duties,
  watch,
  changes,
  why,
  more,
}: Sheet): readonly SheetPart[] {
  const { heads } = texts;
  const days = steps.map(({ label, date }) => frenchTypography(`${label} : ${weekday(date)} ${frenchDate(date)}`));
  const parts: readonly SheetPart[] = [
    { name: 'local', title: heads.local, lines: local },
    { name: 'branches', title: heads.branches, lines: branches },
    { name: 'calendar', title: heads.calendar, lines: steps.length > 0 ? days : calendar.map(sayLine) },
    { name: 'duties', title: heads.duties, lines: duties.map(sayLine) },
    { name: 'watch', title: heads.watch, lines: watch.map(sayLine) },
    { name: 'changes', title: heads.changes, lines: changes },
    ...more.map(({ title, lines }) => ({ name: 'more' as const, title, lines: lines.map(sayLine) })),
    {
      name: 'why',
      title: heads.why,
      lines: [...why, ...(steps.length > 0 ? calendar : []), ...reasonsOf(duties)].map(sayLine),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The reasoning of each duty, once. */
function reasonsOf(duties: Sheet['duties']): readonly Line[] {
  const reasons = duties.flatMap(({ why, articles }) => (why === undefined ? [] : [{ text: why, articles }]));
  return [...new Map(reasons.map((line) => [line.text, line])).values()];
}

function sayLine({ text, articles }: Line): string {
  const end = /[.!?]$/.exec(text)?.[0] ?? '';
  const said = end === '' ? text : text.slice(0, -1);
  return frenchTypography(articles.length === 0 ? text : `${said} (${articles.join(', ')})${end}`);
}
