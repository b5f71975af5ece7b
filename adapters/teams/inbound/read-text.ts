import { Parser } from 'htmlparser2';
import { clean } from '../../../src/french/clean.ts';
import { ownValue } from '../../../src/own-value.ts';
import type { InboundActivity } from '../activity.ts';

type Said = Pick<InboundActivity, 'text' | 'entities' | 'recipient' | 'attachments'>;

/** Whether the message mentions this bot; a button that speaks in a person's name does so by itself. */
export function isCalled({ entities, recipient, ...rest }: Said & Pick<InboundActivity, 'value'>): boolean {
  const mentioned = entities.some(({ type, mentioned: who }) => type === 'mention' && who?.id === recipient.id);
  return mentioned || (typeof rest.value === 'object' && rest.value !== null);
}

/** What the person wrote: without the name of the bot they called, as plain text, other people's names kept. */
export function readText({ text = '', entities, recipient }: Said): string {
  const calls = entities
    .filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)
    .map((entity) => entity['text'])
    .filter((name): name is string => typeof name === 'string' && name !== '');
  const without = calls.reduce((said, name) => said.split(name).join(' '), text);
  return clean(decode(without.replace(/<\/?at[^<>]*>/gi, '')))
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Teams writes what stands for markup as entities; nothing else is HTML in a message's text. */
function decode(text: string): string {
  return text.replace(/&(?:nbsp|amp|lt|gt|quot|#39|apos);/g, (entity) => ownValue(ENTITIES, entity) ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};

/** The id of the message that this one quotes, as Teams marks a reply in a chat. */
export function quotedMessage({ attachments }: Said): string | undefined {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  if (typeof html !== 'string') return undefined;
  return /itemtype="http:\/\/schema\.skype\.com\/Reply"[^<>]{0,200}itemid="([^"]{1,100})"/.exec(html)?.[1];
}

/** The words of an HTML message, a line each paragraph: what a command of the message menu is given. */
export function textOfHtml(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (words) => {
      text += words;
    },
    onopentagname: (name) => {
      if (name === 'br') text += '\n';
      if (name === 'li') text += '\n- ';
    },
    onclosetag: (name) => {
      if (/^(?:p|div|h[1-6]|blockquote|ul|ol|tr|pre)$/.test(name)) text += '\n';
    },
  });
  parser.write(html);
  parser.end();
  const lines = clean(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many files came with a message: they are not read, and the person is told so. */
export function countFiles({ attachments }: Pick<InboundActivity, 'attachments'>): number {
  return attachments.filter(
    ({ contentType }) => contentType !== 'text/html' && !contentType.startsWith('application/vnd.microsoft.card'),
  ).length;
}
