import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  choice,
  clockTime,
  dispatchConfig,
  hasOnePicture,
  isoDate,
  menuItem,
  pictureFields,
  plainText,
  style,
  text,
  webAddress,
} from './composition.ts';
import { allAmong, confirmed, element, focus, hinted, label, listed } from './element.ts';
import { multiSelects, selects } from './selects.ts';

const button = element('button', {
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value).optional(),
  url: webAddress(LIMITS.button.url).optional(),
  style: style.optional(),
  accessibility_label: label,
  ...confirmed,
});

const workflowButton = element('workflow_button', {
  text: plainText(LIMITS.button.text),
  workflow: z.looseObject({}),
  style: style.optional(),
  accessibility_label: label,
});

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...pictureFields })
  .refine(hasOnePicture, 'must provide either image_url or slack_file');

const checkboxes = element('checkboxes', {
  options: z.array(choice).min(1).max(LIMITS.choices),
  initial_options: z.array(choice).min(1).optional(),
  ...focus,
  ...confirmed,
}).refine((it) => allAmong(it.initial_options, it.options), 'initial_options must be among the options');

const radioButtons = element('radio_buttons', {
  options: z.array(choice).min(1).max(LIMITS.choices),
  initial_option: choice.optional(),
  ...focus,
  ...confirmed,
}).refine((it) => allAmong(listed(it.initial_option), it.options), 'initial_option must be among the options');

const overflow = element('overflow', {
  options: z.array(menuItem).min(LIMITS.overflow.least).max(LIMITS.overflow.most),
  ...confirmed,
});

const datepicker = element('datepicker', { initial_date: isoDate.optional(), ...hinted, ...focus, ...confirmed });
const timepicker = element('timepicker', {
  initial_time: clockTime.optional(),
  timezone: z.string().optional(),
  ...hinted,
  ...focus,
  ...confirmed,
});
const datetimepicker = element('datetimepicker', {
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  ...focus,
  ...confirmed,
});

const typed = { dispatch_action_config: dispatchConfig.optional(), ...hinted, ...focus };
const inputLength = z.int().max(LIMITS.plainTextInput);

const plainTextInput = element('plain_text_input', {
  initial_value: z.string().max(LIMITS.plainTextInput).optional(),
  multiline: z.boolean().optional(),
  min_length: inputLength.min(0).optional(),
  max_length: inputLength.min(1).optional(),
  ...typed,
})
  .refine((it) => (it.min_length ?? 0) <= (it.max_length ?? LIMITS.plainTextInput), 'min_length is above max_length')
  .refine(
    (it) => (it.initial_value ?? '').length <= (it.max_length ?? LIMITS.plainTextInput),
    'initial_value is longer than max_length',
  );

const numeral = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number');
const numberInput = element('number_input', {
  is_decimal_allowed: z.boolean(),
  initial_value: numeral.optional(),
  min_value: numeral.optional(),
  max_value: numeral.optional(),
  ...typed,
}).refine((it) => Number(it.min_value ?? '-1e99') <= Number(it.max_value ?? '1e99'), 'min_value is above max_value');

const fileInput = element('file_input', {
  filetypes: z.array(z.string().min(1)).optional(),
  max_files: z.int().min(1).max(10).optional(),
});
const richTextInput = element('rich_text_input', {
  initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
  ...typed,
});

const feedbackButton = z.strictObject({
  text: plainText(LIMITS.button.text),
  value: z.string().min(1).max(LIMITS.button.value),
  accessibility_label: label,
});
const feedbackButtons = element('feedback_buttons', {
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});
const iconButton = element('icon_button', {
  icon: z.string().min(1),
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value).optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string().min(1)).max(10).optional(),
  ...confirmed,
});

/** Beside the text of a section. */
export const accessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  imageElement,
  checkboxes,
  radioButtons,
  overflow,
  ...selects,
  ...multiSelects,
  datepicker,
  timepicker,
]);

export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  checkboxes,
  radioButtons,
  overflow,
  ...selects,
  ...multiSelects,
  datepicker,
  timepicker,
  datetimepicker,
]);

export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  element('email_text_input', { initial_value: z.email().optional(), ...typed }),
  element('url_text_input', { initial_value: webAddress(LIMITS.text).optional(), ...typed }),
  fileInput,
  richTextInput,
  checkboxes,
  radioButtons,
  ...selects,
  ...multiSelects,
  datepicker,
  timepicker,
  datetimepicker,
]);

export const contextAction = z.discriminatedUnion('type', [feedbackButtons, iconButton]);

export const urlSource = z.strictObject({
  type: z.literal('url'),
  url: webAddress(LIMITS.button.url),
  text: text(150),
});
