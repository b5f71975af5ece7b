import type { Animating, NetworkView, PersonRow } from '../../../src/handoff/port/animating.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, type Result } from '../../../src/result.ts';
import { sayNetworkFault } from '../../../src/text/network-texts.ts';
import type { NetworkAct, NetworkFault } from '../../../src/vocabulary/network.ts';
import { faultPage } from '../handoff/faults.ts';
import type { HelpParts } from '../handoff/route.ts';
import { renderMessage } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { renderHanded, renderJournal, renderOpinions } from './follow-screen.ts';
import { renderBodies, renderPeoplePage } from './list-screen.ts';
import { personPath, type Told, textsOf } from './parts.ts';
import { renderInvited, renderJoining, renderPerson } from './person-screen.ts';
import { readAct } from './read-act.ts';

export interface PeopleParts extends Pick<HelpParts, 'guard' | 'show' | 'log'> {
  readonly animating: Animating;
  /** What links of invitation begin with; undefined where nobody signs in by a provider. */
  readonly publicUrl: string | undefined;
}

type Answer = (parts: PeopleParts, asked: Asked, by: string) => Promise<Reply>;

/** The pages on which the network is looked after, for coordinators and administrators. */
export function peopleRoutes(parts: PeopleParts): readonly Route[] {
  const { guard, show, log } = parts;
  const forCoordinators =
    (then: Answer): Route['answer'] =>
    (asked) =>
      guard(asked, async ({ coordinator, person }: SignedIn) => {
        if (!coordinator) return faultPage(show, asked, 403, 'not_coordinator');
        try {
          return await then(parts, asked, person);
        } catch (error) {
          log?.error({ err: error }, 'the network could not be read or changed');
          return refused(parts, asked, { kind: 'store_down' });
        }
      });
  const route = (method: 'GET' | 'POST', path: string, then: Answer): Route => ({
    method,
    path: `/animation/${path}`,
    answer: forCoordinators(then),
  });
  return [
    route('GET', 'personnes', (all, asked, by) => showPeople(all, asked, by, doneIn(asked))),
    route('POST', 'personnes', addPerson),
    route('GET', 'personnes.csv', csv),
    route('GET', 'personnes/:id', (all, asked, by) => showPerson(all, asked, by, doneIn(asked))),
    route('POST', 'personnes/:id', actOnPerson),
    route('GET', 'organismes', (all, asked, by) => showBodies(all, asked, by, doneIn(asked))),
    route('POST', 'organismes', (all, asked, by) => act(all, asked, by, asked.path, showBodies)),
    route('GET', 'demandes/:id', (all, asked, by) => showCase(all, asked, by, doneIn(asked))),
    route('POST', 'demandes/:id', (all, asked, by) => act(all, asked, by, asked.path, showCase)),
    route('GET', 'avis', (all, asked, by) => showOpinions(all, asked, by, doneIn(asked))),
    route('POST', 'avis', (all, asked, by) => act(all, asked, by, asked.path, showOpinions)),
    route('POST', 'relances', (all, asked, by) =>
      act(all, asked, by, '/animation', async (_parts, _asked, _by, { fault }) =>
        refused(all, asked, fault ?? { kind: 'unknown' }),
      ),
    ),
    route('GET', 'journal', async (all, asked, by) => {
      const acts = await all.animating.journal(by);
      return shown(all, asked, acts, textsOf(asked.view).journal.title, (value) => renderJournal(value, asked.view));
    }),
  ];
}

type ShowPage = (parts: PeopleParts, asked: Asked, by: string, told: Told) => Promise<Reply>;

/** Done, the page says so at its own address; refused, it is drawn as it stands, with what was typed and why. */
async function act(parts: PeopleParts, asked: Asked, by: string, to: string, page: ShowPage): Promise<Reply> {
  const wish = readAct(asked);
  if (wish === undefined) return faultPage(parts.show, asked, 422, 'unread');
  const acted = await parts.animating.act(by, wish);
  if (!acted.ok) return page(parts, asked, by, { fault: acted.error, typed: asked.body });
  parts.log?.info({ act: wish.kind }, 'looked after the network');
  return redirect(asked.view.at(`${to}?fait=${acted.value.same === true ? 'same' : wish.kind}`));
}

async function addPerson(parts: PeopleParts, asked: Asked, by: string): Promise<Reply> {
  const wish = readAct(asked);
  if (wish === undefined) return faultPage(parts.show, asked, 422, 'unread');
  const acted = await parts.animating.act(by, wish);
  if (!acted.ok) return showPeople(parts, asked, by, { fault: acted.error, typed: asked.body });
  return redirect(asked.view.at(`${personPath(acted.value.person ?? '')}?fait=add_person`));
}

async function actOnPerson(parts: PeopleParts, asked: Asked, by: string): Promise<Reply> {
  const wish = readAct(asked);
  const { view, params } = asked;
  if (wish === undefined) return faultPage(parts.show, asked, 422, 'unread');
  if (wish.kind === 'join' && field(asked.body, 'sure') === '') return sureToJoin(parts, asked, by);
  if (wish.kind === 'invite') return inviteOne(parts, asked, by, wish);
  const to = wish.kind === 'remove_person' ? '/animation/personnes' : personPath(field(params, 'id'));
  return act(parts, { ...asked, view }, by, to, showPerson);
}

async function inviteOne(parts: PeopleParts, asked: Asked, by: string, wish: NetworkAct): Promise<Reply> {
  const { animating, show, publicUrl } = parts;
  const sheet = await animating.person(by, field(asked.params, 'id'));
  if (!sheet.ok) return refused(parts, asked, sheet.error);
  const acted = publicUrl === undefined ? err<NetworkFault>({ kind: 'unknown' }) : await animating.act(by, wish);
  if (!acted.ok) return showPerson(parts, asked, by, { fault: acted.error });
  const link = `${publicUrl}/rejoindre?jeton=${acted.value.token ?? ''}`;
  const title = textsOf(asked.view).person.invited;
  return show(asked, { status: 200, title, inside: renderInvited(sheet.value.person, link, asked.view) });
}

/** The other entry is named as a person would, found, and both are shown before anything is done. */
async function sureToJoin(parts: PeopleParts, asked: Asked, by: string): Promise<Reply> {
  const { view, params, body } = asked;
  const network = await parts.animating.network(by);
  if (!network.ok) return refused(parts, asked, network.error);
  const { people } = network.value;
  const kept = people.find(({ id }) => id === field(params, 'id'));
  const gone = findOne(people, field(body, 'other'));
  if (kept === undefined) return refused(parts, asked, { kind: 'unknown' });
  if (gone === undefined || gone.id === kept.id) {
    const fault: NetworkFault =
      gone === undefined ? { kind: 'unfit', why: textsOf(view).person.joinNone } : { kind: 'same_person' };
    return showPerson(parts, asked, by, { fault, typed: body });
  }
  const title = textsOf(view).person.join;
  return parts.show(asked, { status: 200, title, inside: renderJoining(kept, gone, view) });
}

function findOne(people: readonly PersonRow[], text: string): PersonRow | undefined {
  const typed = text.trim().toLowerCase();
  const found = people.filter(({ name, email }) => email?.toLowerCase() === typed || name.toLowerCase() === typed);
  return found.length === 1 ? found[0] : undefined;
}

async function showPeople(parts: PeopleParts, asked: Asked, by: string, told: Told): Promise<Reply> {
  const { query, view } = asked;
  const sought = { text: field(query, 'q').slice(0, 120), role: field(query, 'role') };
  const network = await parts.animating.network(by);
  const title = textsOf(view).people.title;
  return shown(parts, asked, network, title, (value) => renderPeoplePage(value, sought, told, view), told);
}

async function showPerson(parts: PeopleParts, asked: Asked, by: string, told: Told): Promise<Reply> {
  const { view, params, body } = asked;
  const sheet = await parts.animating.person(by, field(params, 'id'));
  const page = { ...told, signsIn: parts.publicUrl !== undefined, refused: told.fault && field(body, 'do') };
  // On what stands now it is decided anew: the words of a form that is out of date would hide what changed.
  const now = told.fault?.kind === 'stale' ? { ...page, typed: undefined } : page;
  return shown(
    parts,
    asked,
    sheet,
    sheet.ok ? sheet.value.person.name : '',
    (value) => renderPerson({ ...now, sheet: value }, view),
    told,
  );
}

async function showBodies(parts: PeopleParts, asked: Asked, by: string, told: Told): Promise<Reply> {
  const network = await parts.animating.network(by);
  const open = told.fault === undefined ? undefined : field(asked.body, 'body');
  const typed = told.fault?.kind === 'stale' ? undefined : told.typed;
  const page = (value: NetworkView) => renderBodies(value, { ...told, open, typed }, asked.view);
  return shown(parts, asked, network, textsOf(asked.view).bodies.title, page, told);
}

async function showCase(parts: PeopleParts, asked: Asked, by: string, told: Told): Promise<Reply> {
  const sheet = await parts.animating.handed(by, field(asked.params, 'id'));
  const { title } = textsOf(asked.view).handed;
  return shown(parts, asked, sheet, title, (value) => renderHanded(value, told, asked.view), told);
}

async function showOpinions(parts: PeopleParts, asked: Asked, by: string, told: Told): Promise<Reply> {
  const opinions = await parts.animating.opinions(by);
  const { title } = textsOf(asked.view).opinions;
  return shown(parts, asked, opinions, title, (value) => renderOpinions(value, told, asked.view), told);
}

async function csv(parts: PeopleParts, asked: Asked, by: string): Promise<Reply> {
  const file = await parts.animating.csv(by);
  if (!file.ok) return refused(parts, asked, file.error);
  return {
    status: 200,
    type: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': 'attachment; filename="personnes.csv"' },
    body: file.value,
  };
}

function shown<T>(
  parts: PeopleParts,
  asked: Asked,
  read: Result<T, NetworkFault>,
  title: string,
  draw: (value: T) => Markup,
  { fault }: Told = {},
): Reply {
  if (!read.ok) return refused(parts, asked, read.error);
  return parts.show(asked, { status: fault === undefined ? 200 : statusOf(fault), title, inside: draw(read.value) });
}

/** Where there is no page left to show it on. */
function refused({ show }: PeopleParts, asked: Asked, fault: NetworkFault): Reply {
  const { view } = asked;
  const { nav } = textsOf(view);
  const said = { title: nav.label, text: sayNetworkFault(fault, view.language) };
  const more = html`<p class="acts"><a href="${view.at('/animation')}">${nav.board}</a> <a href="${view.at('/animation/personnes')}">${nav.people}</a></p>`;
  return show(asked, { status: statusOf(fault), title: said.title, inside: renderMessage(said, view, more) });
}

function statusOf({ kind }: NetworkFault): number {
  if (kind === 'store_down') return 503;
  if (kind === 'unknown') return 404;
  if (kind === 'not_coordinator' || kind === 'out_of_reach') return 403;
  return kind === 'stale' || kind === 'email_taken' || kind === 'siret_taken' ? 409 : 422;
}

function doneIn({ query, view }: Asked): Told {
  const { done } = textsOf(view);
  const said = field(query, 'fait');
  return { notice: Object.entries(done).find(([name]) => name === said)?.[1] };
}
