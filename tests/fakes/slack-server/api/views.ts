import { useTrigger } from '../grants.ts';
import { asJson, asList, asText, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { View } from '../types.ts';
import { validateView } from '../validate/view.ts';
import { wireView } from '../wire.ts';
import type { World } from '../world.ts';
import { type Handler, refuse, refuseFor, withIds } from './answer.ts';

const open: Handler = (ask) => {
  const faults = validateView(ask.args['view']);
  if (faults.length > 0) return refuseFor(faults);
  const body = asJson(ask.args['view']);
  if (body['type'] !== 'modal') return refuse('invalid_arguments');
  if (isTaken(ask.world, body)) return refuse('duplicate_external_id');
  const trigger = useTrigger(ask.world, asText(ask.args['trigger_id']));
  if ('error' in trigger) return refuse(trigger.error);
  const view = show(ask.world, { team: ask.workspace.id, user: trigger.user, body, below: undefined });
  ask.world.journal.add({ kind: 'view', how: 'opened', view });
  return { ok: true, view: wireView(ask.world, view) };
};

const push: Handler = (ask) => {
  const faults = validateView(ask.args['view']);
  if (faults.length > 0) return refuseFor(faults);
  const body = asJson(ask.args['view']);
  if (isTaken(ask.world, body)) return refuse('duplicate_external_id');
  const trigger = useTrigger(ask.world, asText(ask.args['trigger_id']));
  if ('error' in trigger) return refuse(trigger.error);
  const stack = ask.world.stacks.get(trigger.user) ?? [];
  const top = ask.world.views.get(stack.at(-1) ?? '');
  if (top === undefined) return refuse('not_found');
  if (stack.length >= LIMITS.view.stack) return refuse('push_limit_reached');
  const view = show(ask.world, { team: ask.workspace.id, user: trigger.user, body, below: top });
  ask.world.journal.add({ kind: 'view', how: 'pushed', view });
  return { ok: true, view: wireView(ask.world, view) };
};

const update: Handler = (ask) => {
  const { world, args } = ask;
  const view = [...world.views.values()].find(
    (one) =>
      one.team === ask.workspace.id &&
      (args['view_id'] === undefined ? one.body['external_id'] === args['external_id'] : one.id === args['view_id']),
  );
  if (view === undefined || (args['view_id'] === undefined && args['external_id'] === undefined))
    return refuse('not_found');
  if (args['hash'] !== undefined && args['hash'] !== view.hash) return refuse('hash_conflict');
  const faults = validateView(args['view']);
  if (faults.length > 0) return refuseFor(faults);
  revise(world, view, asJson(args['view']));
  world.journal.add(view.kind === 'home' ? { kind: 'home', view } : { kind: 'view', how: 'updated', view });
  return { ok: true, view: wireView(world, view) };
};

const publish: Handler = (ask) => {
  const { world, args } = ask;
  const faults = validateView(args['view']);
  if (faults.length > 0) return refuseFor(faults);
  const body = asJson(args['view']);
  if (body['type'] !== 'home') return refuse('invalid_arguments');
  const user = world.users.get(asText(args['user_id']));
  if (user === undefined || user.team !== ask.workspace.id) return refuse('user_not_found');
  const before = world.homes.get(user.id);
  if (args['hash'] !== undefined && before !== undefined && args['hash'] !== before.hash)
    return refuse('hash_conflict');
  const view = before ?? create(world, { team: ask.workspace.id, user: user.id, kind: 'home', body, below: undefined });
  if (before !== undefined) revise(world, before, body);
  world.homes.set(user.id, view);
  world.journal.add({ kind: 'home', view });
  return { ok: true, view: wireView(world, view) };
};

export const views: Readonly<Record<string, Handler>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

/** A modal over what the user sees: alone, or over the one below. */
export function show(
  world: World,
  given: { readonly team: string; readonly user: string; readonly body: Json; readonly below: View | undefined },
): View {
  const view = create(world, { ...given, kind: 'modal' });
  const stack = given.below === undefined ? [] : (world.stacks.get(given.user) ?? []);
  if (given.below === undefined) clear(world, given.user);
  world.stacks.set(given.user, [...stack, view.id]);
  return view;
}

export function revise(world: World, view: View, body: Json): void {
  view.body = filled(world, body);
  view.hash = world.ids.next('h');
  // What was typed stays in the inputs whose ids stay.
  for (const [block, actions] of Object.entries(view.values))
    for (const action of Object.keys(actions)) if (!declares(view.body, block, action)) delete actions[action];
}

/** Every modal of a user goes. */
export function clear(world: World, user: string): void {
  for (const id of world.stacks.get(user) ?? []) world.views.delete(id);
  world.stacks.delete(user);
}

function create(
  world: World,
  given: {
    readonly team: string;
    readonly user: string;
    readonly kind: View['kind'];
    readonly body: Json;
    readonly below: View | undefined;
  },
): View {
  const id = world.ids.next('V');
  const view: View = {
    id,
    team: given.team,
    user: given.user,
    kind: given.kind,
    rootId: given.below?.rootId ?? id,
    previousId: given.below?.id,
    body: filled(world, given.body),
    hash: world.ids.next('h'),
    values: {},
  };
  world.views.set(id, view);
  return view;
}

function filled(world: World, body: Json): Json {
  return { ...body, blocks: withIds(world, asList(body['blocks'])) };
}

function declares(body: Json, block: string, action: string): boolean {
  return asList(body['blocks']).some(
    (one) => one['block_id'] === block && asJson(one['element'] ?? one['accessory'])['action_id'] === action,
  );
}

function isTaken(world: World, body: Json): boolean {
  const id = asText(body['external_id']);
  return id !== '' && [...world.views.values()].some((view) => view.body['external_id'] === id);
}
