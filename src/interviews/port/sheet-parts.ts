import { frenchDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { weekday } from '../../rules/calendar.ts';
import type { Line } from '../../rules/work.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Sheet } from '../sheet.ts';

/** Procedure, publicity, calendar, a line each; what is not known yet is left out. */
export function sheetLines(
  sheet: Sheet,
): readonly { readonly name: 'procedure' | 'publicity' | 'calendar'; readonly text: string }[] {
  const { publicity, need } = sheet;
  const procedure = need === undefined ? sheet.procedure : `${sheet.procedure} (${need})`;
  const calendar = calendarLines(sheet).join(' ; ');
  const lines: readonly (readonly ['procedure' | 'publicity' | 'calendar', string | undefined])[] = [
    ['procedure', procedure],
    ['publicity', publicity],
    ['calendar', calendar],
  ];
  return lines.flatMap(([name, text]) =>
    text === undefined || text === '' ? [] : [{ name, text: frenchTypography(text) }],
  );
}

function calendarLines({ steps, calendar }: Sheet): readonly string[] {
  return steps.length === 0
    ? calendar.map(sayLine)
    : steps.map(({ label, date }) => frenchTypography(`${label} : ${weekday(date)} ${frenchDate(date)}`));
}

/** A part of a sheet, its lines whole: what is to be done or known, then the articles. */
export interface SheetPart {
  readonly name: keyof typeof interviewTexts.fr.heads | 'more';
  readonly title: string;
  readonly lines: readonly string[];
}

/** A sheet in the order in which it is read, for a screen as for a paper; what is empty is left out. @param language of its titles: the lines are French */
export function sheetParts(sheet: Sheet, language: Language = 'fr'): readonly SheetPart[] {
  const { local, branches, steps, calendar, duties, watch, changes, why, more } = sheet;
  const { heads, more: asked } = interviewTexts[language];
  const parts: readonly SheetPart[] = [
    { name: 'local', title: heads.local, lines: local },
    { name: 'branches', title: heads.branches, lines: branches },
    { name: 'calendar', title: heads.calendar, lines: calendarLines(sheet) },
    { name: 'duties', title: heads.duties, lines: duties.map(sayLine) },
    { name: 'watch', title: heads.watch, lines: watch.map(sayLine) },
    { name: 'changes', title: heads.changes, lines: changes },
    ...more.map(({ name, lines }) => ({ name: 'more' as const, title: asked[name], lines: lines.map(sayLine) })),
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
