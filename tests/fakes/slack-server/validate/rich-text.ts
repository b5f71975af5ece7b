import { z } from 'zod';
import { webAddress } from './composition.ts';

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
  underline: z.boolean().optional(),
  highlight: z.boolean().optional(),
  client_highlight: z.boolean().optional(),
  unlink: z.boolean().optional(),
});
const styled = { style: style.optional() };
const name = z.string().min(1);

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: name, ...styled }),
  z.strictObject({
    type: z.literal('link'),
    url: webAddress(3_000),
    text: name.optional(),
    unsafe: z.boolean().optional(),
    ...styled,
  }),
  z.strictObject({ type: z.literal('emoji'), name, unicode: z.string().optional(), ...styled }),
  z.strictObject({ type: z.literal('user'), user_id: name, ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: name, ...styled }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: name, ...styled }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...styled }),
  z.strictObject({ type: z.literal('color'), value: name, ...styled }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: name,
    url: z.string().optional(),
    fallback: z.string().optional(),
    ...styled,
  }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

const part = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section).min(1),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    ...border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(inline),
    language: z.string().optional(),
    ...border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), ...border }),
]);

export const richTextFields = { type: z.literal('rich_text'), elements: z.array(part) };
/** A `rich_text` entity inside another block. */
export const richText = z.strictObject({ ...richTextFields, block_id: z.string().max(255).optional() });
