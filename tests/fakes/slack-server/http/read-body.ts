import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../../src/result.ts';
import { isJson, type Json } from '../json.ts';

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Arguments which are JSON inside a form. */
const STRUCTURED: Readonly<Record<string, string>> = {
  attachments: 'invalid_attachments',
  blocks: 'invalid_blocks_format',
  chunks: 'invalid_chunks',
  files: 'invalid_arguments',
  loading_messages: 'invalid_arguments',
  metadata: 'invalid_metadata_format',
  prompts: 'invalid_arguments',
  unfurls: 'invalid_unfurls_format',
  view: 'invalid_arguments',
};

/** The arguments of a call, from its query, form or JSON body; or Slack's error code. */
export function readArguments(type: string, query: URLSearchParams, body: Buffer): Result<Json, string> {
  const args: Record<string, unknown> = Object.fromEntries(query);
  if (body.length > 0) {
    if (type.startsWith('application/json')) {
      const parsed = parse(body.toString());
      if (!isJson(parsed)) return err('invalid_json');
      return ok({ ...args, ...parsed });
    }
    if (!type.startsWith('application/x-www-form-urlencoded')) return err('invalid_post_type');
    Object.assign(args, Object.fromEntries(new URLSearchParams(body.toString())));
  }
  for (const [name, error] of Object.entries(STRUCTURED)) {
    const text = args[name];
    if (typeof text !== 'string') continue;
    const parsed = parse(text);
    if (typeof parsed !== 'object' || parsed === null) return err(error);
    args[name] = parsed;
  }
  return ok(args);
}

/** The bytes of an upload: raw, or the only file of a multipart form. */
export async function readUpload(type: string, body: Buffer): Promise<Buffer | undefined> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return undefined;
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
