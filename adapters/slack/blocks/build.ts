import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { cleanText } from '../../../src/french/clean.ts';
import { NOTHING, shorten } from './clean.ts';
import { LIMITS } from './limits.ts';
import { linkMrkdwn } from './mrkdwn.ts';

/** Any text as plain text of at most `limit`; emoji by name stay as they were typed. */
export function plain(text: string, limit: number): PlainTextElement {
  return {
    type: 'plain_text',
    text:
      shorten(
        cleanText(text).replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)),
        limit,
      ) || NOTHING,
    emoji: false,
  };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) };
}

/** @param mrkdwn built of escaped parts */
function mrkdwn(mrkdwn: string): MrkdwnElement {
  return { type: 'mrkdwn', text: cutMrkdwn(mrkdwn, LIMITS.sectionText), verbatim: true };
}

/** @param text mrkdwn built of escaped parts */
export function section(text: string, accessory?: SectionBlock['accessory']): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory === undefined ? {} : { accessory }) };
}

/** @param texts mrkdwn built of escaped parts; those that are empty are left out */
export function context(...texts: readonly (string | undefined)[]): readonly ContextBlock[] {
  const said = texts.filter((text) => text !== undefined && text !== '').slice(0, LIMITS.contextElements);
  return said.length === 0 ? [] : [{ type: 'context', elements: said.map((text) => mrkdwn(text ?? '')) }];
}

interface ButtonLook {
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says in the place of the label. */
  readonly label?: string;
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}

/** @param value at most 2,000 characters: `packValue` makes them */
export function button(actionId: string, text: string, value: string, look: ButtonLook = {}): Button {
  if (value.length > LIMITS.buttonValue) throw new Error(`the value of ${actionId} is too long`);
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, LIMITS.buttonText),
    value,
    ...(look.style === undefined ? {} : { style: look.style }),
    ...(look.label === undefined ? {} : { accessibility_label: shorten(look.label, LIMITS.accessibilityLabel) }),
    ...(look.confirm === undefined ? {} : { confirm: confirmation(look.confirm) }),
  };
}

function confirmation({ title, text, yes, no }: NonNullable<ButtonLook['confirm']>) {
  return {
    title: plain(title, LIMITS.confirmTitle),
    text: plain(text, LIMITS.confirmText),
    confirm: plain(yes, LIMITS.confirmButton),
    deny: plain(no, LIMITS.confirmButton),
  };
}

export function actions(elements: ActionsBlock['elements'], blockId?: string): readonly ActionsBlock[] {
  if (elements.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: elements.slice(0, LIMITS.actionsElements),
      ...(blockId === undefined ? {} : { block_id: blockId }),
    },
  ];
}

export function option(text: string, value: string): PlainTextOption {
  return { text: plain(text, LIMITS.optionText), value };
}

/** A field of a form. The block bears the name of the field: what is wrong with it is said under it. */
export function input(
  name: string,
  label: string,
  element: InputBlock['element'],
  more: { readonly hint?: string | undefined; readonly optional?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.inputLabel),
    element: { ...element, action_id: name },
    ...(more.hint === undefined ? {} : { hint: plain(more.hint, LIMITS.inputLabel) }),
    ...(more.optional === true ? { optional: true } : {}),
  };
}

/** A list of links: articles, or where a document is read. */
export function links(places: readonly { readonly label: string; readonly url?: string | undefined }[]): string {
  return places.map(({ label, url }) => linkMrkdwn(label, url)).join(', ');
}

/** Never within a link nor an entity. */
function cutMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let at = limit - 1;
  const open = text.lastIndexOf('<', at);
  if (open > text.lastIndexOf('>', at)) at = open;
  const entity = text.lastIndexOf('&', at);
  if (at - entity < 6 && !text.slice(entity, at).includes(';')) at = entity;
  return `${text.slice(0, at).trimEnd()}…`;
}
