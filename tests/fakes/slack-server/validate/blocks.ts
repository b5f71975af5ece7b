import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { anyText, hasOnePicture, mrkdwn, pictureFields, plainText, text, webAddress } from './composition.ts';
import { accessory, actionsElement, contextAction, imageElement, inputElement, urlSource } from './elements.ts';
import { richText, richTextFields } from './rich-text.ts';

const named = { block_id: z.string().min(1).max(LIMITS.blockId).optional() };
const block = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...named, ...shape });

const section = block('section', {
  text: anyText(LIMITS.section.text).optional(),
  fields: z.array(anyText(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
}).refine((it) => it.text !== undefined || it.fields !== undefined, 'must provide either text or fields');

const image = block('image', { ...pictureFields, title: plainText(LIMITS.image.title).optional() }).refine(
  hasOnePicture,
  'must provide either image_url or slack_file',
);

const everywhere = [
  section,
  image,
  block('header', { text: plainText(LIMITS.header) }),
  block('divider', {}),
  block('actions', { elements: z.array(actionsElement).min(1).max(LIMITS.actions) }),
  block('context', {
    elements: z
      .array(z.discriminatedUnion('type', [imageElement, plainText(), mrkdwn()]))
      .min(1)
      .max(LIMITS.context),
  }),
  block('input', {
    label: plainText(LIMITS.input.label),
    element: inputElement,
    hint: plainText(LIMITS.input.hint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ ...named, ...richTextFields }),
  block('video', {
    video_url: webAddress(LIMITS.image.url),
    thumbnail_url: webAddress(LIMITS.image.url),
    alt_text: text(LIMITS.image.alt),
    title: plainText(LIMITS.video.title),
    title_url: webAddress(LIMITS.image.url).optional(),
    author_name: z.string().max(LIMITS.video.author).optional(),
    provider_name: z.string().max(LIMITS.video.provider).optional(),
    provider_icon_url: webAddress(LIMITS.image.url).optional(),
    description: plainText(LIMITS.video.description).optional(),
  }),
  block('alert', {
    text: anyText(LIMITS.alert),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
] as const;

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);

const taskFields = {
  task_id: z.string().min(1),
  title: text(LIMITS.text),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(urlSource).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
};
const task = block('task_card', taskFields);

const inMessages = [
  block('markdown', { text: text(LIMITS.markdown) }),
  block('context_actions', { elements: z.array(contextAction).min(1).max(LIMITS.contextActions) }),
  block('file', { source: z.literal('remote'), external_id: z.string().min(1) }),
  block('table', {
    rows: z.array(z.array(cell).min(1).max(LIMITS.table.columns)).min(1).max(LIMITS.table.rows),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(LIMITS.table.columns)
      .optional(),
  }),
  task,
  block('plan', { title: text(LIMITS.text), tasks: z.array(task).max(LIMITS.plan).optional() }),
] as const;

/**
 * The blocks this server knows, by where they may stand («Blocks», column «Surfaces»). Cards, carousels, containers, data
 * tables and charts are refused as unsupported: nothing here shows them.
 */
export const messageBlocks = z
  .array(z.discriminatedUnion('type', [...everywhere, ...inMessages]))
  .max(LIMITS.messageBlocks);
export const viewBlocks = z.array(z.discriminatedUnion('type', everywhere)).max(LIMITS.viewBlocks);
