import { ok } from '../../../src/result.ts';
import { homeScreen } from '../../../src/screens/home.ts';
import type { Workspace } from '../api.ts';
import type { HomeOpened } from '../inbound/inbound.ts';
import { homeOf } from '../render.ts';
import { delivered, type Handled, type Tools, workspaceOf } from '../tools.ts';

/** The Home tab, as things stand when it is opened; a store that is down leaves it, and says so. */
export async function publishHome({ context, people }: Tools, workspace: Workspace, user: string): Handled {
  const { team, api } = workspace;
  const { name, language } = await people.profile(workspace, user);
  const known = await people.recognise(workspace, user);
  const person = known.ok ? known.value : undefined;
  const mine = person === undefined ? ok([]) : await context.helping.mine(person.person);
  const desk = person?.reservist === true ? await context.helping.desk(person.person) : ok(undefined);
  const role = await people.role(team, user);
  const view = homeScreen({
    language,
    name,
    person,
    role: role ?? person?.role,
    mine: mine.ok ? mine.value : [],
    desk: desk.ok ? desk.value : undefined,
    down: !known.ok || !mine.ok || !desk.ok,
    at: context.now().toISOString(),
  });
  const published = await api.call('views.publish', { user_id: user, view: JSON.stringify(homeOf(view)) });
  if (published.ok || published.error.kind !== 'refused') return delivered(published);
  context.without(team, 'views.publish', published.error.error);
  return ok(undefined);
}

export async function onHome(tools: Tools, { team, user }: HomeOpened): Handled {
  const found = await workspaceOf(tools.context, team);
  return found.ok ? publishHome(tools, found.value, user) : found;
}
