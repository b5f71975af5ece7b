import { z } from 'zod';
import { err, ok } from '../../src/result.ts';
import type { SlackApi, Workspace, Workspaces } from './api.ts';
import type { Log } from './context.ts';
import type { Installations } from './install/installations.ts';

interface WorkspacesParts {
  readonly apiFor: (token: string, team: string) => SlackApi;
  /** Of the one workspace. */
  readonly botToken: string | undefined;
  /** Of many. */
  readonly installations: Installations | undefined;
  readonly log: Log;
}

const who = z.looseObject({
  team_id: z.string().optional(),
  team: z.string().optional(),
  user_id: z.string().optional(),
  bot_id: z.string().optional(),
});

/** How long what was read of an installation is kept, so that one revoked elsewhere is noticed. */
const FRESH_MS = 60_000;

/** Where the app is installed. With a token of its own it serves one workspace, whatever the event calls it. */
export function createWorkspaces({ apiFor, botToken, installations, log }: WorkspacesParts): Workspaces & {
  renew(team: string): void;
} {
  const kept = new Map<string, { readonly workspace: Workspace; readonly until: number }>();
  let own: Promise<Workspace> | undefined;

  /**
   * Slack is asked who the app is, once; a server that does not say leaves it unknown, which costs nothing but a name. One that
   * cannot be reached is asked again.
   */
  const readOwn = async (token: string, team: string): Promise<Workspace> => {
    const api = apiFor(token, team);
    const asked = await api.call('auth.test', {});
    if (!asked.ok) log.warn({ fault: asked.error }, 'Slack did not say who the app is');
    if (!asked.ok && asked.error.kind !== 'refused') own = undefined;
    const read = asked.ok ? who.safeParse(asked.value).data : undefined;
    const named = read?.team_id ?? team;
    return {
      api: named === team ? api : apiFor(token, named),
      team: named,
      teamName: read?.team,
      botUser: read?.user_id,
      bot: read?.bot_id,
    };
  };

  return {
    of: async (team) => {
      if (botToken !== undefined) {
        own ??= readOwn(botToken, team);
        return ok(await own);
      }
      if (installations === undefined) return ok(undefined);
      const before = kept.get(team);
      if (before !== undefined && before.until > Date.now()) return ok(before.workspace);
      const found = await installations.get(team);
      if (!found.ok) return err(found.error);
      if (found.value === undefined) {
        kept.delete(team);
        return ok(undefined);
      }
      const { token, teamName, botUser, bot } = found.value;
      const workspace: Workspace = { api: before?.workspace.api ?? apiFor(token, team), team, teamName, botUser, bot };
      kept.set(team, { workspace, until: Date.now() + FRESH_MS });
      return ok(workspace);
    },
    renew: (team) => {
      kept.delete(team);
    },
    forget: async (team) => {
      kept.delete(team);
      await installations?.remove(team);
      log.warn({ team }, 'the app was removed from a workspace');
    },
  };
}
