import { ownValue } from '../../../../src/own-value.ts';
import { HOURS_BOX } from '../../../../src/screens/desk.ts';
import { sayHelpFault } from '../../../../src/text/say-help-fault.ts';
import type { HelpFault } from '../../../../src/vocabulary/cases.ts';
import { field } from '../../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../../route.ts';
import { faultPage, statusOf } from '../faults.ts';
import { LARGEST_BODY, readDeclaration } from '../inbound.ts';
import { press } from '../press.ts';
import type { HelpParts } from '../route.ts';
import { renderDesk } from './screen.ts';
import type { DeskMore, OfferedCase } from './shown.ts';

const REFRESH_MS = 5000;
/** Bytes: ten years of a busy diary are about half of it. */
const LARGEST_CALENDAR = 2 * 1024 * 1024;

/** The reservist's desk: its offers and hours as on every face, and what a page has more, what is declared and the diary. */
export function deskRoutes(parts: HelpParts): readonly Route[] {
  const forReservists =
    (then: (parts: HelpParts, asked: Asked, person: string) => Promise<Reply>): Route['answer'] =>
    (asked) =>
      parts.guard(asked, async ({ reservist, person }) =>
        reservist ? then(parts, asked, person) : faultPage(parts.show, asked, 403, 'not_reservist'),
      );
  const posts = { method: 'POST', largestBody: LARGEST_BODY } as const;
  return [
    { method: 'GET', path: '/reserve', answer: forReservists(read) },
    { ...posts, path: '/reserve/disponibilite', answer: forReservists(speak) },
    { ...posts, path: '/reserve/declaration', answer: forReservists(declare) },
    { method: 'GET', path: '/reserve/calendrier.ics', answer: forReservists(giveDiary) },
    { method: 'POST', path: '/reserve/calendrier', largestFile: LARGEST_CALENDAR, answer: forReservists(takeDiary) },
  ];
}

function read(parts: HelpParts, asked: Asked): Promise<Reply> {
  const { case: texts, desk } = asked.view.texts.handoffWeb;
  const done = field(asked.query, 'fait');
  const changed = done === 'hours' || done === 'declared';
  return showDesk(parts, asked, 200, { notice: changed ? desk.changed : ownValue(texts.done, done) });
}

async function speak(parts: HelpParts, asked: Asked): Promise<Reply> {
  const typed = field(asked.body, HOURS_BOX);
  const confirms = field(asked.body, 'confirm') === '1';
  const value = confirms ? { confirm: typed } : {};
  const happened = (await press(parts, asked, { verb: 'availability', value }))?.happened;
  switch (happened?.name) {
    case 'hours':
      return showDesk(parts, asked, 200, { typed, playback: happened.playback });
    case 'hours_kept':
      if (happened.done) return redirect(asked.view.at('/reserve?fait=hours'));
      return showDesk(parts, asked, 200, { typed, playback: happened.playback, settled: true });
    default: {
      const fault: HelpFault = happened?.name === 'refused' ? happened.fault : { kind: 'store_down' };
      return unless(parts, asked, fault, (text) => ({ typed, hoursFault: text }));
    }
  }
}

async function declare(parts: HelpParts, asked: Asked, person: string): Promise<Reply> {
  const declared = readDeclaration(asked.body);
  const kept = await parts.guarded(() => parts.helping.declare(person, declared));
  if (kept.ok) return redirect(asked.view.at('/reserve?fait=declared'));
  return unless(parts, asked, kept.error, (fault) => ({ declared, fault }));
}

async function giveDiary(parts: HelpParts, asked: Asked, person: string): Promise<Reply> {
  const calendar = await parts.guarded(() => parts.helping.calendar(person));
  if (!calendar.ok) return parts.refuse(asked, calendar.error);
  const { calendarFile } = asked.view.texts.handoffWeb.desk;
  const headers = { 'content-disposition': `attachment; filename="${calendarFile}"` };
  return { status: 200, type: 'text/calendar; charset=utf-8', headers, body: calendar.value };
}

async function takeDiary(parts: HelpParts, asked: Asked, person: string): Promise<Reply> {
  const { desk } = asked.view.texts.handoffWeb;
  const { file } = asked;
  if (file === undefined) return showDesk(parts, asked, 422, { calendar: { fault: desk.calendarMissing } });
  const text = new TextDecoder('utf-8').decode(file.bytes);
  const taken = await parts.guarded(() => parts.helping.takeCalendar(person, text));
  if (!taken.ok) return unless(parts, asked, taken.error, (fault) => ({ calendar: { fault } }));
  const notice = [desk.calendarTaken(taken.value.absences), ...taken.value.leftOut].join('\n');
  return showDesk(parts, asked, 200, { notice });
}

/** What was refused is said beside what was typed; a store that is down has a page of its own, with all of it. */
async function unless(
  parts: HelpParts,
  asked: Asked,
  fault: HelpFault,
  beside: (text: string) => DeskMore,
): Promise<Reply> {
  if (fault.kind === 'store_down') return parts.refuse(asked, fault);
  return showDesk(parts, asked, statusOf(fault), beside(sayHelpFault(fault, asked.view.texts).text));
}

async function showDesk(parts: HelpParts, asked: Asked, status: number, more: DeskMore): Promise<Reply> {
  const shown = await press(parts, asked, { verb: 'desk', value: {} });
  const happened = shown?.happened;
  if (shown === undefined || happened?.name !== 'desk')
    return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'store_down' });
  const { desk } = happened;
  const opened = await Promise.all(
    desk.offers.map(({ id }) => press(parts, asked, { verb: 'open', value: { case: id } })),
  );
  const offered = opened.flatMap((one): readonly OfferedCase[] =>
    one?.happened.name === 'case' ? [{ shown: one.happened.view, screen: one.screen }] : [],
  );
  const { title = '' } = shown.screen;
  const inside = renderDesk({ desk, screen: shown.screen, offered, ...more }, asked.view);
  return parts.show(asked, { status, title, inside, ...(asked.method === 'GET' ? { refresh: REFRESH_MS } : {}) });
}
