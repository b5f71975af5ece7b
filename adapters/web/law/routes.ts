import type { Alerts } from '../../../src/law/port/alerts.ts';
import type { LawPages } from '../../../src/law/port/law-pages.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { alertTexts } from '../../../src/text/alert-texts.ts';
import { lawTexts } from '../../../src/text/law-texts.ts';
import { faultPage } from '../handoff/faults.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import { renderChanges, renderToRead } from './screen.ts';

export interface LawParts {
  readonly law: { readonly pages: LawPages; readonly alerts: Alerts };
  /** Left out where nobody signs in: what changed is read by all the same. */
  readonly guard: Guard | undefined;
  readonly show: Show;
}

const LAW_PATH = '/animation/loi';
const CHANGES_PATH = '/changements';

/** What changed, for all; one's alerts, for whoever is signed in; what is to be read again, for coordinators. */
export function lawRoutes(parts: LawParts): readonly Route[] {
  const { guard } = parts;
  const open: Route = { method: 'GET', path: CHANGES_PATH, answer: (asked) => changes(parts, asked) };
  if (guard === undefined) return [open];
  const forCoordinators =
    (then: (parts: LawParts, asked: Asked, by: SignedIn) => Promise<Reply>): Route['answer'] =>
    (asked) =>
      guard(asked, async (by) =>
        by.coordinator ? then(parts, asked, by) : faultPage(parts.show, asked, 403, 'not_coordinator'),
      );
  return [
    open,
    { method: 'POST', path: CHANGES_PATH, answer: (asked) => guard(asked, (by) => alert(parts, asked, by)) },
    { method: 'GET', path: LAW_PATH, answer: forCoordinators((_, asked) => toRead(parts, asked)) },
    { method: 'POST', path: LAW_PATH, answer: forCoordinators(close) },
  ];
}

async function changes({ law: { pages, alerts }, show }: LawParts, asked: Asked, notice?: string): Promise<Reply> {
  const { view, query } = asked;
  const period = pages.period(field(query, 'depuis'), field(query, 'jusque'));
  const person = view.help?.person;
  const mine = person === undefined ? undefined : await alerts.of(person.person);
  if (mine?.ok === false) return down(show, asked);
  const shown = { period, changes: pages.changes(period), today: pages.today(), alerts: mine?.value, notice };
  return show(asked, { status: 200, title: alertTexts.list.title, inside: renderChanges(shown, view) });
}

/** One alert taken back, or asked for in the words of the chat. */
async function alert(parts: LawParts, asked: Asked, { person }: SignedIn): Promise<Reply> {
  const { alerts } = parts.law;
  const about = field(asked.body, 'sujet');
  if (about !== '') {
    const heard = await alerts.hear(person, alertTexts.page.line(about), undefined);
    if (!heard.ok) return down(parts.show, asked);
    if (heard.value.kind !== 'asked') return changes(parts, asked, alertTexts.notFound);
  } else {
    const mine = await alerts.of(person);
    const row = mine.ok
      ? mine.value.find(({ kind, id }) => `${kind} ${id}` === field(asked.body, 'retirer'))
      : undefined;
    const gone = row === undefined ? mine : await alerts.stop(person, row);
    if (!gone.ok) return down(parts.show, asked);
  }
  return redirect(asked.view.at(CHANGES_PATH));
}

async function toRead({ law: { pages }, show }: LawParts, asked: Asked, refused = false): Promise<Reply> {
  const open = await pages.toRead();
  if (!open.ok) return down(show, asked);
  const { page } = lawTexts;
  const notice = field(asked.query, 'fait') === 'relu' ? page.done : undefined;
  const inside = renderToRead({ open: open.value, today: pages.today(), notice, refused }, asked.view);
  return show(asked, { status: refused ? 409 : 200, title: page.title, inside });
}

async function close(parts: LawParts, asked: Asked, { name }: SignedIn): Promise<Reply> {
  const closed = await parts.law.pages.close(field(asked.body, 'id'), field(asked.body, 'lu'), name);
  if (!closed.ok) return down(parts.show, asked);
  return closed.value ? redirect(asked.view.at(`${LAW_PATH}?fait=relu`)) : toRead(parts, asked, true);
}

function down(show: Show, asked: Asked): Reply {
  const said = asked.view.texts.faults.store_down;
  return show(asked, { status: 503, title: said.title, inside: renderMessage(said, asked.view) });
}
