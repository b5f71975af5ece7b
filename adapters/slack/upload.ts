import { z } from 'zod';
import { err, ok, type Result } from '../../src/result.ts';
import type { ApiFault, Workspace } from './api.ts';
import type { Target } from './send.ts';

export interface SlackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
}

const place = z.looseObject({ upload_url: z.string(), file_id: z.string() });

/** Puts a file in a conversation, in Slack's three steps: an address is asked for, the bytes go there, the file is shown. */
export async function uploadFile(
  { api }: Workspace,
  { channel, thread }: Target,
  { name, bytes, comment }: SlackFile,
): Promise<Result<undefined, ApiFault>> {
  const asked = await api.call('files.getUploadURLExternal', { filename: name, length: bytes.byteLength });
  if (!asked.ok) return asked;
  const where = place.safeParse(asked.value).data;
  if (where === undefined) return err({ kind: 'refused', error: 'no upload_url' });
  const sent = await api.upload(where.upload_url, name, bytes);
  if (!sent.ok) return sent;
  const completed = await api.call('files.completeUploadExternal', {
    files: JSON.stringify([{ id: where.file_id, title: name }]),
    channel_id: channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    initial_comment: comment,
  });
  return completed.ok ? ok(undefined) : completed;
}
