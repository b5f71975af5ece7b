import { clear, revise, show } from '../api/views.ts';
import { asJson, asList, asText, isJson, type Json } from '../json.ts';
import type { Delivery, User, View } from '../types.ts';
import { type Fault, say } from '../validate/faults.ts';
import { validateView } from '../validate/view.ts';
import { wireView } from '../wire.ts';
import type { World } from '../world.ts';
import { actor, interaction, type Reply, replyOf } from './interact.ts';
import { type Choice, chosenIn, complaintOf, stateOf } from './values.ts';

/** What a submission does to the modal. */
type Submitted = Reply & {
  readonly result:
    | { readonly kind: 'closed' }
    | { readonly kind: 'cleared' }
    | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
    | { readonly kind: 'updated'; readonly view: View }
    | { readonly kind: 'pushed'; readonly view: View }
    /** Slack says that something went wrong: no acknowledgement, or one it does not take. */
    | { readonly kind: 'trouble'; readonly why: string };
};

export interface Modals {
  /**
   * Fills inputs by `action_id` (or `block_id` where one is met twice) and submits. What Slack's client would not let go
   * (a required input left empty, a text too long) throws: the app never hears of it.
   */
  submitView(view: View, values?: Readonly<Record<string, Choice>>): Promise<Submitted>;
  /** The cross; `view_closed` is sent to those who asked for it. */
  closeView(view: View): Promise<readonly Delivery[]>;
}

export function createModals(world: World, deliver: (payload: Json) => Promise<Delivery>): Modals {
  return {
    async submitView(view, values = {}) {
      if (world.stacks.get(view.user)?.at(-1) !== view.id) throw new Error('that modal is not the one on top');
      if (view.body['submit'] === undefined) throw new Error('that modal has nothing to submit');
      fill(view, values);
      const user = actor(world, view, undefined);
      const reply = replyOf(
        await deliver({
          ...interaction(world, user, 'view_submission'),
          view: { ...wireView(world, view), state: { values: stateOf(inputsOf(view), view.values) } },
          response_urls: [],
        }),
      );
      return { ...reply, result: follow(view, reply) };
    },
    async closeView(view) {
      const user = actor(world, view, undefined);
      const whole = view.body['clear_on_close'] === true;
      const told = { ...wireView(world, view), state: { values: stateOf(inputsOf(view), view.values) } };
      leave(view, whole);
      if (view.body['notify_on_close'] !== true) return [];
      const { trigger_id: _none, ...rest } = interaction(world, user, 'view_closed');
      return [await deliver({ ...rest, view: told, is_cleared: whole })];
    },
  };

  function fill(view: View, values: Readonly<Record<string, Choice>>): void {
    const inputs = inputsOf(view);
    const known = new Set<string>();
    const complaints: string[] = [];
    for (const block of inputs) {
      const element = asJson(block['element']);
      const id = asText(block['block_id']);
      const action = asText(element['action_id']);
      for (const name of [id, action]) known.add(name);
      const given = id in values ? id : action in values ? action : undefined;
      if (given !== undefined) view.values[id] = { ...view.values[id], [action]: chosenIn(element, values[given]) };
      const state = stateOf([block], view.values)[id]?.[action];
      const complaint = state === undefined ? undefined : complaintOf(block, element, state);
      if (complaint !== undefined) complaints.push(`${action}: ${complaint}`);
    }
    const stranger = Object.keys(values).find((name) => !known.has(name));
    if (stranger !== undefined) throw new Error(`no input «${stranger}», only ${[...known].join(', ')}`);
    if (complaints.length > 0) throw new Error(`Slack keeps the form open: ${complaints.join('; ')}`);
  }

  function follow(view: View, reply: Reply): Submitted['result'] {
    if (reply.outcome.kind !== 'acked') return { kind: 'trouble', why: reply.outcome.kind };
    const { body } = reply.outcome;
    const action = isJson(body) ? asText(body['response_action']) : '';
    if (!isJson(body) || action === '') {
      leave(view, false);
      return { kind: 'closed' };
    }
    switch (action) {
      case 'clear':
        clear(world, view.user);
        return { kind: 'cleared' };
      case 'errors':
        return errorsOf(view, body);
      case 'update':
      case 'push': {
        const faults = validateView(body['view']);
        if (faults.length > 0) return trouble(faults);
        if (action === 'update') {
          revise(world, view, asJson(body['view']));
          world.journal.add({ kind: 'view', how: 'updated', view });
          return { kind: 'updated', view };
        }
        if ((world.stacks.get(view.user) ?? []).length >= 3) return { kind: 'trouble', why: 'push_limit_reached' };
        const pushed = show(world, { team: view.team, user: view.user, body: asJson(body['view']), below: view });
        world.journal.add({ kind: 'view', how: 'pushed', view: pushed });
        return { kind: 'pushed', view: pushed };
      }
      default:
        return { kind: 'trouble', why: `unknown response_action: ${action}` };
    }
  }

  function leave(view: View, whole: boolean): void {
    if (whole) {
      clear(world, view.user);
      return;
    }
    const stack = world.stacks.get(view.user) ?? [];
    world.views.delete(view.id);
    world.stacks.set(
      view.user,
      stack.filter((id) => id !== view.id),
    );
  }
}

/** The modal a user has on top, if any. */
export function topView(world: World, user: User): View | undefined {
  return world.views.get(world.stacks.get(user.id)?.at(-1) ?? '');
}

function inputsOf(view: View): Json[] {
  return asList(view.body['blocks']).filter((block) => block['type'] === 'input');
}

function errorsOf(view: View, body: Json): Submitted['result'] {
  const errors = asJson(body['errors']);
  const ids = new Set(inputsOf(view).map((block) => block['block_id']));
  const stranger = Object.keys(errors).find((id) => !ids.has(id));
  if (stranger !== undefined) return { kind: 'trouble', why: `no input block «${stranger}» to show an error under` };
  if (Object.keys(errors).length === 0) return { kind: 'trouble', why: 'no errors in the errors' };
  return { kind: 'errors', errors: Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, asText(text)])) };
}

function trouble(faults: readonly Fault[]): Submitted['result'] {
  return { kind: 'trouble', why: faults.map(say).join('; ') };
}
