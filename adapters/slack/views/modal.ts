import type { KnownBlock, ModalView } from '@slack/types';
import { plain } from '../blocks/build.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Texts } from '../texts.ts';

/** A form. @param meta comes back with it; at most 3,000 characters as JSON */
export function modal(
  callbackId: string,
  { title, submit }: { readonly title: string; readonly submit: string },
  texts: Texts,
  meta: object,
  blocks: readonly KnownBlock[],
): ModalView {
  const packed = JSON.stringify(meta);
  if (packed.length > LIMITS.privateMetadata) throw new Error(`what the form ${callbackId} keeps is too long`);
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, LIMITS.modalTitle),
    submit: plain(submit, LIMITS.modalButton),
    close: plain(texts.slack.cancel, LIMITS.modalButton),
    private_metadata: packed,
    blocks: [...blocks.slice(0, LIMITS.viewBlocks)],
  };
}
