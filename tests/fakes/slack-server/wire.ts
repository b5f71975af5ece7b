import { type Json, trimmed } from './json.ts';
import type { Channel, Message, SharedFile, User, View, Workspace } from './types.ts';
import type { World } from './world.ts';

/** How each thing looks on the wire (docs.slack.dev, «Objects»). */
export function wireUser(user: User, withEmail: boolean): Json {
  return {
    id: user.id,
    team_id: user.team,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    is_bot: user.isBot,
    is_app_user: false,
    locale: user.locale,
    tz: 'Europe/Paris',
    profile: trimmed({
      real_name: user.realName,
      display_name: user.name,
      email: withEmail ? user.email : undefined,
      team: user.team,
    }),
  };
}

export function wireChannel(channel: Channel, workspace: Workspace): Json {
  const im = channel.kind === 'im';
  return trimmed({
    id: channel.id,
    name: im ? undefined : channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'group',
    is_im: im,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'channel',
    is_archived: channel.archived,
    is_member: im ? undefined : channel.members.has(workspace.botUser),
    user: im ? [...channel.members].find((member) => member !== workspace.botUser) : undefined,
    context_team_id: channel.team,
    num_members: channel.members.size,
  });
}

export function wireFile(world: World, file: SharedFile): Json {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.size,
    filetype: file.name.slice(file.name.lastIndexOf('.') + 1),
    url_private: `${world.baseUrl}/files-pri/${file.id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${world.baseUrl}/files-pri/${file.id}/download/${encodeURIComponent(file.name)}`,
  };
}

/** @param metadata whether the reader asked for it */
export function wireMessage(world: World, message: Message, metadata: boolean): Json {
  const replies = (world.messages.get(message.channel) ?? []).filter(
    (other) => other.threadTs === message.ts && !other.deleted && other.shownTo === undefined,
  );
  return trimmed({
    type: 'message',
    subtype: message.subtype,
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: message.team,
    client_msg_id: message.clientId,
    bot_id: message.botId,
    app_id: message.botId === undefined ? undefined : world.app.appId,
    bot_profile:
      message.botId === undefined ? undefined : { id: message.botId, app_id: world.app.appId, deleted: false },
    blocks: message.blocks,
    thread_ts: message.threadTs ?? (replies.length > 0 ? message.ts : undefined),
    reply_count: replies.length > 0 ? replies.length : undefined,
    metadata: metadata ? message.metadata : undefined,
    edited: message.edited === undefined ? undefined : { user: message.user, ts: message.edited },
    files: message.files.length > 0 ? message.files.map((file) => wireFile(world, file)) : undefined,
    reactions:
      message.reactions.length > 0
        ? message.reactions.map(({ name, users }) => ({ name, users, count: users.length }))
        : undefined,
  });
}

export function wireView(world: World, view: View): Json {
  const workspace = world.workspaces.get(view.team);
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    submit_disabled: false,
    ...view.body,
    id: view.id,
    team_id: view.team,
    app_id: world.app.appId,
    app_installed_team_id: view.team,
    bot_id: workspace?.botId ?? '',
    state: { values: view.values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
  };
}
