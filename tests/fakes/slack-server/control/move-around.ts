import type { Json } from '../json.ts';
import { dmOf, workspaceOf } from '../populate.ts';
import type { Channel, Delivery, Message, User, Workspace } from '../types.ts';
import { wireView } from '../wire.ts';
import type { World } from '../world.ts';
import type { Events } from './events.ts';

/** An open assistant pane: its conversation and its thread. */
interface Pane {
  readonly channel: Channel;
  readonly threadTs: string;
  readonly deliveries: readonly Delivery[];
}

/** What people do around the app: open its tabs, invite it, throw it out. */
export interface Moves {
  /** @param from the channel the person looks at */
  openAssistant(user: User, from?: Channel): Promise<Pane>;
  contextChanged(user: User, pane: Pane, to: Channel): Promise<readonly Delivery[]>;
  openHome(user: User, tab?: 'home' | 'messages'): Promise<readonly Delivery[]>;
  inviteBot(by: User, channel: Channel): Promise<readonly Delivery[]>;
  removeBot(by: User, channel: Channel): Promise<readonly Delivery[]>;
  /** The workspace's token is dead before the app is told, as with Slack. */
  uninstall(workspace: Workspace): Promise<readonly Delivery[]>;
}

export function createMoves(world: World, events: Events): Moves {
  return {
    async openAssistant(user, from) {
      const channel = dmOf(world, user);
      const workspace = workspaceOf(world, user.team);
      const root: Message = {
        channel: channel.id,
        ts: world.ids.ts(),
        team: channel.team,
        user: workspace.botUser,
        botId: workspace.botId,
        shownTo: undefined,
        threadTs: undefined,
        clientId: undefined,
        subtype: 'assistant_app_thread',
        text: 'New Assistant Thread',
        blocks: undefined,
        metadata: undefined,
        files: [],
        edited: undefined,
        streaming: false,
        deleted: false,
        reactions: [],
        chosen: new Map(),
      };
      world.messages.get(channel.id)?.push(root);
      world.assistantThreads.add(`${channel.id} ${root.ts}`);
      const deliveries = await events.send(user.team, 'assistant_thread_started', {
        type: 'assistant_thread_started',
        assistant_thread: pane(user, channel, root.ts, from),
        event_ts: world.ids.ts(),
      });
      return { channel, threadTs: root.ts, deliveries };
    },
    contextChanged: (user, { channel, threadTs }, to) =>
      events.send(user.team, 'assistant_thread_context_changed', {
        type: 'assistant_thread_context_changed',
        assistant_thread: pane(user, channel, threadTs, to),
        event_ts: world.ids.ts(),
      }),
    openHome(user, tab = 'home') {
      const home = world.homes.get(user.id);
      return events.send(user.team, 'app_home_opened', {
        type: 'app_home_opened',
        user: user.id,
        channel: dmOf(world, user).id,
        tab,
        ...(home !== undefined && tab === 'home' && { view: wireView(world, home) }),
        event_ts: world.ids.ts(),
      });
    },
    inviteBot(by, channel) {
      const { botUser } = workspaceOf(world, channel.team);
      channel.members.add(botUser);
      return events.send(channel.team, 'member_joined_channel', {
        ...membership('member_joined_channel', channel, botUser),
        inviter: by.id,
      });
    },
    removeBot(by, channel) {
      const { botUser } = workspaceOf(world, channel.team);
      channel.members.delete(botUser);
      return events.send(channel.team, 'member_left_channel', {
        ...membership('member_left_channel', channel, botUser),
        actor_id: by.id,
      });
    },
    async uninstall(workspace) {
      workspace.state = 'revoked';
      const event_ts = world.ids.ts();
      const sent = await Promise.all([
        events.send(workspace.id, 'tokens_revoked', {
          type: 'tokens_revoked',
          tokens: { oauth: [], bot: [workspace.botUser] },
          event_ts,
        }),
        events.send(workspace.id, 'app_uninstalled', { type: 'app_uninstalled', event_ts }),
      ]);
      return sent.flat();
    },
  };

  function pane(user: User, channel: Channel, threadTs: string, from: Channel | undefined): Json {
    return {
      user_id: user.id,
      context: from === undefined ? {} : { channel_id: from.id, team_id: from.team, enterprise_id: null },
      channel_id: channel.id,
      thread_ts: threadTs,
    };
  }

  function membership(type: string, channel: Channel, user: string): Json {
    return {
      type,
      user,
      channel: channel.id,
      channel_type: channel.kind === 'channel' ? 'C' : 'G',
      team: channel.team,
      event_ts: world.ids.ts(),
    };
  }
}
