import { z } from 'zod';
import { asList, asText, isJson, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { faultsAcross } from './across.ts';
import { messageBlocks } from './blocks.ts';
import { type Fault, readFaults } from './faults.ts';

/** How a message is sent: an update holds less text. */
export type Sending = 'post' | 'update' | 'ephemeral';

const metadataSchema = z.strictObject({
  event_type: z
    .string()
    .max(LIMITS.metadata.eventType)
    .regex(/^[A-Za-z][\w.-]*$/, 'must be an alphanumeric name'),
  event_payload: z.record(z.string(), z.unknown()),
});

/**
 * What Slack (and the house, which wants a `text` beside every `blocks`) finds wrong with the message of
 * `chat.postMessage`, `chat.update`, `chat.postEphemeral` or a `response_url`. Empty: it would be accepted.
 */
export function validateMessage(payload: Json, sending: Sending = 'post'): Fault[] {
  const text = payload['text'];
  const markdown = payload['markdown_text'];
  const blocks = payload['blocks'];
  const faults: Fault[] = [];
  const fault = (code: string, message: string, at: string) => faults.push({ code, message, at });

  if (text !== undefined && typeof text !== 'string') fault('invalid_arguments', 'must provide a string', '/text');
  if (markdown !== undefined && (text !== undefined || blocks !== undefined))
    fault('markdown_text_conflict', 'markdown_text stands alone', '/markdown_text');
  if (asText(markdown).length > LIMITS.markdown) fault('msg_too_long', 'markdown_text is too long', '/markdown_text');
  const most = sending === 'update' ? LIMITS.updateText : LIMITS.postText;
  if (asText(text).length > most) fault('msg_too_long', `text is longer than ${most} characters`, '/text');

  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  const hasText = asText(text).trim() !== '' || asText(markdown).trim() !== '';
  const attachments = asList(payload['attachments']);
  if (!hasText && !hasBlocks && attachments.length === 0) fault('no_text', 'no message text provided', '/text');
  if (!hasText && (hasBlocks || attachments.length > 0))
    fault('no_text', 'a message of blocks has a text fallback: notifications and screen readers read it', '/text');
  if (attachments.length > LIMITS.attachments) fault('too_many_attachments', 'too many attachments', '/attachments');

  if (blocks !== undefined) faults.push(...validateBlocks(blocks));
  if (payload['metadata'] !== undefined) faults.push(...validateMetadata(payload['metadata']));
  return faults;
}

/** The blocks of a message, alone. */
export function validateBlocks(blocks: unknown): Fault[] {
  if (!Array.isArray(blocks)) return [{ code: 'invalid_blocks_format', message: 'must be an array', at: '/blocks' }];
  const read = messageBlocks.safeParse(blocks, { reportInput: true });
  const faults = read.success ? [] : readFaults('invalid_blocks', '/blocks', read.error.issues);
  const list = blocks.filter(isJson);
  faults.push(...faultsAcross(list, 'invalid_blocks'));
  const markdown = list.filter((block) => block['type'] === 'markdown');
  const written = markdown.reduce((sum, block) => sum + asText(block['text']).length, 0);
  if (written > LIMITS.markdown)
    faults.push({ code: 'invalid_blocks', message: 'markdown blocks are too long together', at: '/blocks' });
  if (JSON.stringify(blocks).length > LIMITS.messageBlocksTotal)
    faults.push({ code: 'msg_blocks_too_long', message: 'blocks are too long together', at: '/blocks' });
  return faults;
}

function validateMetadata(metadata: unknown): Fault[] {
  const read = metadataSchema.safeParse(metadata, { reportInput: true });
  if (!read.success) return readFaults('invalid_metadata_format', '/metadata', read.error.issues);
  return JSON.stringify(metadata).length > LIMITS.metadata.bytes
    ? [{ code: 'metadata_too_large', message: 'metadata exceeds its size limit', at: '/metadata' }]
    : [];
}
