import { asList, asText } from '../json.ts';
import type { SharedFile } from '../types.ts';
import { validateBlocks } from '../validate/message.ts';
import { wireFile } from '../wire.ts';
import { findConversation, findThread, type Handler, isRefusal, refuse, refuseFor } from './answer.ts';
import { post } from './post.ts';

const getUploadUrl: Handler = (ask) => {
  const length = Number(ask.args['length']);
  if (!Number.isInteger(length) || length <= 0) return refuse('missing_argument');
  if (asText(ask.args['alt_txt'] ?? ask.args['alt_text']).length > 1_000) return refuse('alt_txt_too_large');
  const ticket = ask.world.ids.next('u');
  const fileId = ask.world.ids.next('F');
  ask.world.uploads.set(ticket, {
    fileId,
    name: asText(ask.args['filename']),
    length,
    bytes: undefined,
    completed: false,
  });
  return { ok: true, upload_url: `${ask.world.baseUrl}/upload/v1/${ticket}`, file_id: fileId };
};

const complete: Handler = (ask) => {
  const { world, args } = ask;
  const given = asList(args['files']);
  if (given.length === 0) return refuse('invalid_arguments');
  const files: SharedFile[] = [];
  for (const { id, title } of given) {
    const upload = [...world.uploads.values()].find((one) => one.fileId === id);
    if (upload?.bytes === undefined || upload.completed) return refuse('file_not_found');
    files.push({
      id: upload.fileId,
      name: upload.name,
      title: asText(title) || upload.name,
      size: upload.length,
      bytes: upload.bytes,
    });
  }
  const told = { ok: true, files: files.map((file) => wireFile(world, file)) };
  const keep = () => {
    for (const upload of world.uploads.values())
      if (files.some((file) => file.id === upload.fileId)) upload.completed = true;
    for (const file of files) world.files.set(file.id, file);
  };
  if (args['channel_id'] === undefined && args['channels'] === undefined) {
    keep();
    return told;
  }
  const channel = findConversation(ask, asText(args['channel_id'] ?? args['channels']), true);
  if (isRefusal(channel)) return channel;
  const threadTs = findThread(ask, channel);
  if (isRefusal(threadTs)) return threadTs;
  if (args['blocks'] !== undefined) {
    const faults = validateBlocks(args['blocks']);
    if (faults.length > 0) return refuseFor(faults);
  }
  keep();
  post(world, channel, {
    payload: { text: asText(args['initial_comment']), blocks: args['blocks'] },
    threadTs,
    shownTo: undefined,
    via: 'api',
    files,
  });
  return told;
};

const info: Handler = (ask) => {
  const file = ask.world.files.get(asText(ask.args['file']));
  return file === undefined ? refuse('file_not_found') : { ok: true, file: wireFile(ask.world, file) };
};

export const files: Readonly<Record<string, Handler>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
};
