import type { Json } from '../json.ts';
import { workspaceOf } from '../populate.ts';
import { EVENT_SCOPES } from '../scopes.ts';
import type { Delivery, Workspace } from '../types.ts';
import type { World } from '../world.ts';

/** The envelope of the Events API («Events API», callback field overview). */
export function eventPayload(world: World, workspace: Workspace, event: Json): Json {
  return {
    token: 'a-verification-token-nobody-checks',
    team_id: workspace.id,
    context_team_id: workspace.id,
    context_enterprise_id: null,
    api_app_id: world.app.appId,
    event,
    type: 'event_callback',
    event_id: world.ids.next('Ev'),
    event_time: Math.floor(world.clock.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${workspace.id}-${world.ids.next('x')}`,
  };
}

export interface Events {
  /** Sends an event if the app listens to it and holds its scope; nothing otherwise. */
  send(team: string, subscription: string, event: Json): Promise<readonly Delivery[]>;
}

/** @param subscriptions the «bot events» of the app's manifest; all of them when absent */
export function createEvents(
  world: World,
  deliver: (payload: Json) => Promise<Delivery>,
  subscriptions: readonly string[] | undefined,
): Events {
  return {
    async send(team, subscription, event) {
      const workspace = workspaceOf(world, team);
      const scope = EVENT_SCOPES[subscription];
      const heard = subscriptions === undefined || subscriptions.includes(subscription);
      if (!heard || (scope !== undefined && !workspace.scopes.includes(scope))) return [];
      return [await deliver(eventPayload(world, workspace, event))];
    },
  };
}
