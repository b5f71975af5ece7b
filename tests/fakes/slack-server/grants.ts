import { LIMITS } from './limits.ts';
import type { Message } from './types.ts';
import type { World } from './world.ts';

/** A right to open one modal, within three seconds. */
export function grantTrigger(world: World, user: string): string {
  const id = `${world.ids.next('')}.${Math.floor(world.clock.now())}.${world.ids.next('x').toLowerCase()}`;
  world.triggers.set(id, { user, at: world.clock.now(), used: false });
  return id;
}

export function useTrigger(world: World, id: string): { readonly user: string } | { readonly error: string } {
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (world.clock.now() - trigger.at >= LIMITS.triggerLifeMs) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { user: trigger.user };
}

export function grantResponseUrl(
  world: World,
  given: { readonly channel: string; readonly user: string; readonly message?: Message },
): string {
  const id = world.ids.next('R');
  world.responseUrls.set(id, {
    channel: given.channel,
    user: given.user,
    message: given.message,
    at: world.clock.now(),
    uses: 0,
  });
  return `${world.baseUrl}/response/${id}`;
}
