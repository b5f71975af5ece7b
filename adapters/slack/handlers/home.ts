import { ok } from '../../../src/result.ts';
import type { Workspace } from '../api.ts';
import { commonOf } from '../face.ts';
import type { HomeOpened } from '../inbound/inbound.ts';
import { homeOf } from '../render.ts';
import { delivered, type Handled, type Tools, workspaceOf } from '../tools.ts';

/** The Home tab, as things stand when it is opened. */
export async function publishHome(tools: Tools, workspace: Workspace, user: string): Handled {
  const { team, api } = workspace;
  const { name } = await tools.people.profile(workspace, user);
  const place = { user, id: 'home', conversation: `${team}:${user}`, isPrivate: true };
  const common = await commonOf(tools, workspace, place);
  for await (const { screen } of tools.context.desk.hear({ ...common, kind: 'opened', name })) {
    const published = await api.call('views.publish', { user_id: user, view: JSON.stringify(homeOf(screen)) });
    if (published.ok || published.error.kind !== 'refused') return delivered(published);
    tools.context.without(team, 'views.publish', published.error.error);
  }
  return ok(undefined);
}

export async function onHome(tools: Tools, { team, user }: HomeOpened): Handled {
  const found = await workspaceOf(tools.context, team);
  return found.ok ? publishHome(tools, found.value, user) : found;
}
