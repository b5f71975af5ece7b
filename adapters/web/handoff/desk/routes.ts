import type { CaseView } from '../../../../src/handoff/port/views.ts';
import { ownValue } from '../../../../src/own-value.ts';
import type { SignedIn } from '../../../../src/reserve/port/signed-in.ts';
import { sayHelpFault } from '../../../../src/text/say-help-fault.ts';
import type { HelpFault } from '../../../../src/vocabulary/cases.ts';
import { field } from '../../inbound.ts';
import { type HelpAsked, type HelpReply, type HelpRoute, redirect } from '../../session/route.ts';
import { faultPage, statusOf } from '../faults.ts';
import { LARGEST_BODY, readDeclaration } from '../inbound.ts';
import type { HelpParts } from '../route.ts';
import { renderDesk } from './screen.ts';
import type { AvailabilityTalk, DeskScreen } from './shown.ts';

const REFRESH_MS = 5000;
/** Bytes: ten years of a busy diary are about half of it. */
const LARGEST_CALENDAR = 2 * 1024 * 1024;
const QUIET: AvailabilityTalk = { typed: '', playback: undefined, fault: undefined };

/** The reservist's desk. */
export function deskRoutes({ helping, guard, show, guarded, refuse }: HelpParts): readonly HelpRoute[] {
  const forReservists = (asked: HelpAsked, then: (by: SignedIn) => Promise<HelpReply>) =>
    guard(asked, async (by) => (by.reservist ? then(by) : faultPage(show, asked, 403, 'not_reservist')));

  const read = (asked: HelpAsked) =>
    forReservists(asked, (by) => {
      const { case: texts, desk } = asked.view.texts.handoffWeb;
      const done = field(asked.query, 'fait');
      const changed = done === 'hours' || done === 'declared';
      return give(asked, 200, by, QUIET, changed ? desk.changed : ownValue(texts.done, done));
    });

  const speak = (asked: HelpAsked) =>
    forReservists(asked, async (by) => {
      const typed = field(asked.body, 'text').trim();
      const confirm = field(asked.body, 'confirm') === '1';
      if (typed === '') return unclear(asked, by, typed, { kind: 'empty_text' });
      const heard = await guarded(() => helping.availability(by.person, typed, confirm));
      if (!heard.ok) return unclear(asked, by, typed, heard.error);
      if (heard.value.done) return redirect(asked.view.at('/reserve?fait=hours'));
      return give(
        asked,
        200,
        by,
        { typed, playback: heard.value.playback, settled: confirm, fault: undefined },
        undefined,
      );
    });

  const declare = (asked: HelpAsked) =>
    forReservists(asked, async (by) => {
      const declared = readDeclaration(asked.body);
      const kept = await guarded(() => helping.declare(by.person, declared));
      if (kept.ok) return redirect(asked.view.at('/reserve?fait=declared'));
      if (kept.error.kind === 'store_down') return refuse(asked, kept.error);
      const { text } = sayHelpFault(kept.error, asked.view.texts);
      return give(asked, statusOf(kept.error), by, QUIET, undefined, { declared, fault: text });
    });

  const diary = (asked: HelpAsked) =>
    forReservists(asked, async (by) => {
      const calendar = await guarded(() => helping.calendar(by.person));
      if (!calendar.ok) return refuse(asked, calendar.error);
      const { calendarFile } = asked.view.texts.handoffWeb.desk;
      const headers = { 'content-disposition': `attachment; filename="${calendarFile}"` };
      return { status: 200, type: 'text/calendar; charset=utf-8', headers, body: calendar.value };
    });

  const takeDiary = (asked: HelpAsked) =>
    forReservists(asked, async (by) => {
      const { desk } = asked.view.texts.handoffWeb;
      const { file } = asked;
      if (file === undefined)
        return give(asked, 422, by, QUIET, undefined, { calendar: { fault: desk.calendarMissing } });
      const text = new TextDecoder('utf-8').decode(file.bytes);
      const taken = await guarded(() => helping.takeCalendar(by.person, text));
      if (taken.ok) {
        const notice = [desk.calendarTaken(taken.value.absences), ...taken.value.leftOut].join('\n');
        return give(asked, 200, by, QUIET, notice);
      }
      if (taken.error.kind === 'store_down') return refuse(asked, taken.error);
      return give(asked, statusOf(taken.error), by, QUIET, undefined, {
        calendar: { fault: sayHelpFault(taken.error, asked.view.texts).text },
      });
    });

  function unclear(asked: HelpAsked, by: SignedIn, typed: string, fault: HelpFault): Promise<HelpReply> {
    if (fault.kind === 'store_down') return Promise.resolve(refuse(asked, fault));
    const { text } = sayHelpFault(fault, asked.view.texts);
    return give(asked, statusOf(fault), by, { typed, playback: undefined, fault: text }, undefined);
  }

  async function give(
    asked: HelpAsked,
    status: number,
    { person }: SignedIn,
    talk: AvailabilityTalk,
    notice: string | undefined,
    more: Pick<DeskScreen, 'declared' | 'fault' | 'calendar'> = {},
  ): Promise<HelpReply> {
    const desk = await guarded(() => helping.desk(person));
    if (!desk.ok) return refuse(asked, desk.error);
    const briefs = await Promise.all(desk.value.offers.map(({ id }) => guarded(() => helping.view(person, id))));
    const offered = new Map(
      briefs.flatMap((brief): readonly [string, CaseView][] => (brief.ok ? [[brief.value.id, brief.value]] : [])),
    );
    const inside = renderDesk({ desk: desk.value, offered, talk, notice, ...more }, asked.view);
    const { title } = asked.view.texts.handoffWeb.desk;
    const refresh = asked.method === 'GET' ? { refresh: REFRESH_MS } : {};
    return show(asked, { status, title, inside, ...refresh });
  }

  return [
    { method: 'GET', path: '/reserve', answer: read },
    { method: 'POST', path: '/reserve/disponibilite', largestBody: LARGEST_BODY, answer: speak },
    { method: 'POST', path: '/reserve/declaration', largestBody: LARGEST_BODY, answer: declare },
    { method: 'GET', path: '/reserve/calendrier.ics', answer: diary },
    { method: 'POST', path: '/reserve/calendrier', largestFile: LARGEST_CALENDAR, answer: takeDiary },
  ];
}
