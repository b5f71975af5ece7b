import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Text of at least one visible character. */
export function text(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((value) => value.trim() !== '', 'must be more than 0 characters');
}

export function plainText(most: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
}

export function mrkdwn(most: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
}

/** A text object of either kind. */
export function anyText(most: number = LIMITS.text) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);
}

export const actionId = z.string().min(1).max(LIMITS.actionId);
export const webAddress = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^(https?|slack|mailto|tel):/, 'invalid url');
export const style = z.enum(['primary', 'danger']);
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be of the form YYYY-MM-DD');
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be of the form HH:mm');

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirm.title).optional(),
  text: anyText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.confirm).optional(),
  deny: plainText(LIMITS.confirm.deny).optional(),
  style: style.optional(),
});

const optionValue = z.string().min(1).max(LIMITS.option.value);

/** Of a select, single or multiple: plain text. */
export const option = z.strictObject({
  text: plainText(LIMITS.option.text),
  value: optionValue,
  description: plainText(LIMITS.option.description).optional(),
});

/** Of check boxes and radio buttons: either kind of text. */
export const choice = z.strictObject({
  text: anyText(LIMITS.option.text),
  value: optionValue,
  description: anyText(LIMITS.option.description).optional(),
});

/** Of an overflow menu: may open a link. */
export const menuItem = z.strictObject({
  text: plainText(LIMITS.option.text),
  value: optionValue,
  description: plainText(LIMITS.option.description).optional(),
  url: webAddress(LIMITS.option.url).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.groupLabel),
  options: z.array(option).min(1).max(LIMITS.options),
});

export const dispatchConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .max(2)
    .optional(),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'filter must have at least one field');

const slackFile = z
  .strictObject({ id: z.string().optional(), url: z.string().optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'must provide either id or url');

export const pictureFields = {
  image_url: webAddress(LIMITS.image.url).optional(),
  slack_file: slackFile.optional(),
  alt_text: text(LIMITS.image.alt),
};

export function hasOnePicture(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}
