import type { IncomingMessage, ServerResponse } from 'node:http';
import { change, post, remove } from '../api/post.ts';
import { asText, isJson, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { say } from '../validate/faults.ts';
import { validateMessage } from '../validate/message.ts';
import type { World } from '../world.ts';
import { parse, readBytes } from './read-body.ts';

/** `/response/<id>`: five uses within thirty minutes («Handling user interaction», message responses). */
export async function serveResponseUrl(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const payload = parse((await readBytes(request)).toString());
  const answer = respond(world, id, payload);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
}

function respond(world: World, id: string, payload: unknown): { readonly status: number; readonly body: Json } {
  const refused = (status: number, error: string, messages?: readonly string[]) => ({
    status,
    body: { ok: false, error, ...(messages && { response_metadata: { messages } }) },
  });
  const target = world.responseUrls.get(id);
  const channel = world.channels.get(target?.channel ?? '');
  if (target === undefined || channel === undefined) return refused(404, 'no_such_url');
  if (world.clock.now() - target.at >= LIMITS.responseUrl.lifeMs) return refused(404, 'expired_url');
  if (target.uses >= LIMITS.responseUrl.uses) return refused(404, 'used_url');
  if (!isJson(payload)) return refused(400, 'invalid_payload');
  const original = target.message;
  if (payload['delete_original'] === true) {
    if (original === undefined || original.deleted) return refused(404, 'message_not_found');
    target.uses += 1;
    remove(world, original, 'response_url');
    return { status: 200, body: { ok: true } };
  }
  const replaces = payload['replace_original'] === true;
  const faults = validateMessage(payload, replaces ? 'update' : 'ephemeral');
  if (faults[0] !== undefined) return refused(400, faults[0].code, faults.map(say));
  if (replaces && (original === undefined || original.deleted)) return refused(404, 'message_not_found');
  target.uses += 1;
  if (replaces && original !== undefined) {
    // Unlike chat.update, what is sent replaces the whole: no blocks, no more blocks.
    change(world, original, { ...payload, blocks: payload['blocks'] ?? [] }, 'response_url');
    return { status: 200, body: { ok: true } };
  }
  const thread = asText(payload['thread_ts']);
  post(world, channel, {
    payload,
    threadTs: thread === '' ? undefined : thread,
    shownTo: payload['response_type'] === 'in_channel' ? undefined : target.user,
    via: 'response_url',
  });
  return { status: 200, body: { ok: true } };
}
