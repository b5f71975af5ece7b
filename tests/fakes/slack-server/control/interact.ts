import { grantResponseUrl, grantTrigger } from '../grants.ts';
import { asJson, asList, asText, type Json, trimmed } from '../json.ts';
import { workspaceOf } from '../populate.ts';
import type { Attempt, Channel, Delivery, Message, User, View } from '../types.ts';
import { elementsOf } from '../validate/across.ts';
import { wireMessage, wireView } from '../wire.ts';
import type { World } from '../world.ts';
import { channelOf } from './speak.ts';
import { type Choice, chosenIn, stateOf } from './values.ts';

/** What the app answered to an interaction, within three seconds or not. */
export interface Reply {
  readonly delivery: Delivery;
  readonly outcome: Attempt['outcome'];
}

/** Which element, when its `action_id` is met in several blocks; who clicks, when not the reader of a private message. */
interface Which {
  readonly user?: User;
  readonly blockId?: string;
}

/** What people do with what the app shows: built from what it really posted, so that a button which is not there cannot be clicked. */
export interface Interactions {
  /** @param shown a message, or a modal or Home; @param value of `feedback_buttons`: `positive` or `negative` */
  click(shown: Message | View, actionId: string, which?: Which & { readonly value?: string }): Promise<Reply>;
  /** In a menu, a date picker, radio buttons, check boxes, an overflow; in an input only with `dispatch_action`. */
  select(shown: Message | View, actionId: string, choice: Choice, which?: Which): Promise<Reply>;
}

export function createInteractions(world: World, deliver: (payload: Json) => Promise<Delivery>): Interactions {
  return {
    async click(shown, actionId, which = {}) {
      const { element, block } = find(shown, actionId, which.blockId);
      return act(shown, block, element, pressed(element, which.value), which.user);
    },
    async select(shown, actionId, choice, which = {}) {
      const { element, block } = find(shown, actionId, which.blockId);
      const state = chosenIn(element, choice);
      if (element['type'] !== 'overflow') keep(shown, which.user, asText(block['block_id']), actionId, state);
      if (block['type'] === 'input' && block['dispatch_action'] !== true)
        throw new Error(`${actionId} is an input without dispatch_action: fill it with submitView`);
      return act(shown, block, element, state, which.user);
    },
  };

  async function act(
    shown: Message | View,
    block: Json,
    element: Json,
    more: Json,
    by: User | undefined,
  ): Promise<Reply> {
    const user = actor(world, shown, by);
    const action = {
      ...more,
      type: element['type'],
      action_id: element['action_id'],
      block_id: block['block_id'],
      action_ts: world.ids.ts(),
      ...(element['placeholder'] !== undefined && { placeholder: element['placeholder'] }),
    };
    const delivery = await deliver({
      ...interaction(world, user, 'block_actions'),
      ...('ts' in shown ? inMessage(shown, user) : inView(shown)),
      actions: [action],
    });
    return replyOf(delivery);
  }

  function inMessage(message: Message, user: User): Json {
    const channel = channelOf(world, message);
    const ephemeral = message.shownTo !== undefined;
    return {
      container: trimmed({
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: ephemeral,
        thread_ts: message.threadTs,
      }),
      channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
      // Slack tells the app nothing but the address of a message only one person sees.
      ...(!ephemeral && { message: wireMessage(world, message, true) }),
      state: { values: stateOf(message.blocks ?? [], message.chosen.get(user.id) ?? {}) },
      response_url: grantResponseUrl(world, { channel: channel.id, user: user.id, message }),
    };
  }

  function inView(view: View): Json {
    const wire = wireView(world, view);
    const values = stateOf(asList(view.body['blocks']), view.values);
    return { container: { type: 'view', view_id: view.id }, view: { ...wire, state: { values } } };
  }

  function keep(shown: Message | View, by: User | undefined, block: string, action: string, state: Json): void {
    if (!('ts' in shown)) {
      shown.values[block] = { ...shown.values[block], [action]: state };
      return;
    }
    const user = actor(world, shown, by).id;
    const held = shown.chosen.get(user) ?? {};
    shown.chosen.set(user, { ...held, [block]: { ...held[block], [action]: state } });
  }
}

/** What every interaction begins with. */
export function interaction(world: World, user: User, type: string): Json {
  const workspace = workspaceOf(world, user.team);
  return {
    type,
    token: 'a-verification-token-nobody-checks',
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    api_app_id: world.app.appId,
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: grantTrigger(world, user.id),
  };
}

export function replyOf(delivery: Delivery): Reply {
  const outcome = delivery.attempts.at(-1)?.outcome;
  if (outcome === undefined) throw new Error('the delivery was never sent');
  return { delivery, outcome };
}

function find(shown: Message | View, actionId: string, blockId: string | undefined): { element: Json; block: Json } {
  if ('ts' in shown && shown.deleted) throw new Error('that message was deleted');
  const blocks = 'ts' in shown ? (shown.blocks ?? []) : asList(shown.body['blocks']);
  const all = [...elementsOf(blocks)];
  const found = all.filter(
    ({ element, block }) =>
      element['action_id'] === actionId && (blockId === undefined || block['block_id'] === blockId),
  );
  const [only] = found;
  if (only === undefined)
    throw new Error(
      `nothing «${actionId}» there, only ${all.map(({ element }) => asText(element['action_id'])).join(', ')}`,
    );
  if (found.length > 1) throw new Error(`several «${actionId}»: say in which block`);
  return only;
}

function pressed(element: Json, value: string | undefined): Json {
  switch (element['type']) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return trimmed({ text: element['text'], value: element['value'], style: element['style'] });
    case 'feedback_buttons': {
      if (value !== 'positive' && value !== 'negative') throw new Error('say which: positive or negative');
      const button = asJson(element[`${value}_button`]);
      return { text: button['text'], value: button['value'] };
    }
    default:
      throw new Error(`a ${asText(element['type'])} is not clicked: use select`);
  }
}

/** Who acts: the one given, else the only one who sees it, else the person a direct message is with. */
export function actor(world: World, shown: Message | View, by: User | undefined): User {
  const id = by?.id ?? ('ts' in shown ? (shown.shownTo ?? partner(world, shown)) : shown.user);
  const user = world.users.get(id ?? '');
  if (user === undefined) throw new Error('say who acts: this message is seen by several people');
  if ('ts' in shown && shown.shownTo !== undefined && shown.shownTo !== user.id)
    throw new Error(`${user.name} does not see that message`);
  if ('ts' in shown && !channelOf(world, shown).members.has(user.id))
    throw new Error(`${user.name} is not in that conversation`);
  return user;
}

function partner(world: World, message: Message): string | undefined {
  const channel: Channel = channelOf(world, message);
  const { botUser } = workspaceOf(world, channel.team);
  return channel.kind === 'im' ? [...channel.members].find((member) => member !== botUser) : undefined;
}
