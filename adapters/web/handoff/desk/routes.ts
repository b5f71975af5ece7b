import type { CaseView, HelpFault, SignedIn } from '../../../../src/handoff/views.ts';
import { field } from '../../inbound.ts';
import { type HelpAsked, type HelpReply, type HelpRoute, redirect } from '../../session/route.ts';
import { faultPage, sayFault, statusOf } from '../faults.ts';
import { LARGEST_BODY } from '../inbound.ts';
import type { HelpParts } from '../route.ts';
import { type AvailabilityTalk, renderDesk } from './screen.ts';

const REFRESH_MS = 5000;
const QUIET: AvailabilityTalk = { typed: '', playback: undefined, fault: undefined };

/** The reservist's desk. */
export function deskRoutes({ helping, guard, show, guarded, refuse }: HelpParts): readonly HelpRoute[] {
  const forReservists = (asked: HelpAsked, then: (by: SignedIn) => Promise<HelpReply>) =>
    guard(asked, async (by) => (by.reservist ? then(by) : faultPage(show, asked, 403, 'not_reservist')));

  const read = (asked: HelpAsked) =>
    forReservists(asked, (by) => {
      const { case: texts, desk } = asked.view.texts.handoffWeb;
      const done = field(asked.query, 'fait');
      return give(asked, 200, by, QUIET, done === 'hours' ? desk.changed : texts.done[done]);
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

  function unclear(asked: HelpAsked, by: SignedIn, typed: string, fault: HelpFault): Promise<HelpReply> {
    if (fault.kind === 'store_down') return Promise.resolve(refuse(asked, fault));
    const { text } = sayFault(fault, asked.view);
    return give(asked, statusOf(fault), by, { typed, playback: undefined, fault: text }, undefined);
  }

  async function give(
    asked: HelpAsked,
    status: number,
    { person }: SignedIn,
    talk: AvailabilityTalk,
    notice: string | undefined,
  ): Promise<HelpReply> {
    const desk = await guarded(() => helping.desk(person));
    if (!desk.ok) return refuse(asked, desk.error);
    const briefs = await Promise.all(desk.value.offers.map(({ id }) => guarded(() => helping.view(person, id))));
    const offered = new Map(
      briefs.flatMap((brief): readonly [string, CaseView][] => (brief.ok ? [[brief.value.id, brief.value]] : [])),
    );
    const inside = renderDesk({ desk: desk.value, offered, talk, notice }, asked.view);
    const { title } = asked.view.texts.handoffWeb.desk;
    const refresh = asked.method === 'GET' ? { refresh: REFRESH_MS } : {};
    return show(asked, { status, title, inside, ...refresh });
  }

  return [
    { method: 'GET', path: '/reserve', answer: read },
    { method: 'POST', path: '/reserve/disponibilite', largestBody: LARGEST_BODY, answer: speak },
  ];
}
