import { ok, type Result } from '../../../src/result.ts';
import type { NotSent, Reference } from '../door.ts';
import type { Place } from '../inbound/heard.ts';
import type { HandlerParts } from './handler-parts.ts';

/** The personal chat of whoever speaks, opened when they have none yet: what concerns a case is said nowhere else. */
export async function privateChat({ context, kept }: HandlerParts, at: Place): Promise<Result<Reference, NotSent>> {
  const { reference, scope, from } = at;
  if (scope === 'personal') return ok(reference);
  const known = await kept.chat(reference.tenant, from.account);
  if (known.ok && known.value !== undefined) return ok({ ...reference, conversation: known.value });
  return openChat({ context, kept }, reference, from);
}

/** @param from as the conversation of `reference` knows them */
export async function openChat(
  { context, kept }: Pick<HandlerParts, 'context' | 'kept'>,
  reference: Reference,
  from: { readonly id: string; readonly account: string },
): Promise<Result<Reference, NotSent>> {
  const opened = await context.door.open(reference, from.id);
  if (!opened.ok) return opened;
  const chat = { ...reference, conversation: opened.value };
  await kept.keepReference(chat);
  await kept.keepChat(reference.tenant, from.account, opened.value);
  return ok(chat);
}
