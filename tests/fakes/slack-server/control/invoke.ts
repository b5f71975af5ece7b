import { post } from '../api/post.ts';
import { grantResponseUrl, grantTrigger } from '../grants.ts';
import { asText, isJson, type Json } from '../json.ts';
import { workspaceOf } from '../populate.ts';
import type { Channel, Delivery, DeliveryKind, Message, User } from '../types.ts';
import { say } from '../validate/faults.ts';
import { validateMessage } from '../validate/message.ts';
import { wireMessage } from '../wire.ts';
import type { World } from '../world.ts';
import { interaction, type Reply, replyOf } from './interact.ts';
import { channelOf } from './speak.ts';
import { encodeTyped } from './typed-text.ts';

/** What people start: slash commands and shortcuts. */
export interface Invocations {
  /** What the acknowledgement says is shown, as Slack does. @param command with its slash */
  command(user: User, channel: Channel, command: string, text: string): Promise<Reply>;
  shortcut(user: User, callbackId: string): Promise<Reply>;
  messageShortcut(user: User, message: Message, callbackId: string): Promise<Reply>;
}

/** @param declared the commands and shortcuts of the app's manifest; anything when absent */
export function createInvocations(
  world: World,
  deliver: (kind: DeliveryKind, payload: Json) => Promise<Delivery>,
  declared: { readonly commands?: readonly string[] | undefined; readonly shortcuts?: readonly string[] | undefined },
): Invocations {
  return {
    async command(user, channel, command, text) {
      check(declared.commands, command);
      const workspace = workspaceOf(world, user.team);
      const delivery = await deliver('command', {
        token: 'a-verification-token-nobody-checks',
        team_id: workspace.id,
        team_domain: workspace.domain,
        channel_id: channel.id,
        channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
        user_id: user.id,
        user_name: user.name,
        command,
        text: encodeTyped(text),
        api_app_id: world.app.appId,
        is_enterprise_install: 'false',
        response_url: grantResponseUrl(world, { channel: channel.id, user: user.id }),
        trigger_id: grantTrigger(world, user.id),
      });
      const reply = replyOf(delivery);
      if (reply.outcome.kind === 'acked') showAck(user, channel, reply.outcome.body);
      return reply;
    },
    async shortcut(user, callbackId) {
      check(declared.shortcuts, callbackId);
      const payload = { ...interaction(world, user, 'shortcut'), callback_id: callbackId, action_ts: world.ids.ts() };
      return replyOf(await deliver('interaction', payload));
    },
    async messageShortcut(user, message, callbackId) {
      check(declared.shortcuts, callbackId);
      const channel = channelOf(world, message);
      if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
      const payload = {
        ...interaction(world, user, 'message_action'),
        callback_id: callbackId,
        action_ts: world.ids.ts(),
        message_ts: message.ts,
        channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
        message: wireMessage(world, message, true),
        response_url: grantResponseUrl(world, { channel: channel.id, user: user.id }),
      };
      return replyOf(await deliver('interaction', payload));
    },
  };

  /** The body of the acknowledgement is a message: private unless it says `in_channel`. */
  function showAck(user: User, channel: Channel, body: unknown): void {
    const payload: Json = typeof body === 'string' ? { text: body } : isJson(body) ? body : {};
    if (Object.keys(payload).length === 0) return;
    const faults = validateMessage(payload, 'ephemeral');
    if (faults.length > 0) throw new Error(`Slack shows nothing of that answer: ${faults.map(say).join('; ')}`);
    const open = asText(payload['response_type']) === 'in_channel';
    post(world, channel, { payload, threadTs: undefined, shownTo: open ? undefined : user.id, via: 'command' });
  }
}

function check(declared: readonly string[] | undefined, name: string): void {
  if (declared !== undefined && !declared.includes(name)) throw new Error(`the app declares no «${name}»`);
}
