import { cleanText } from '../../../src/french/clean.ts';

/** Invisible, and enough for Slack to see neither a mention nor markup any more. */
const JOINER = '\u2060';

/**
 * Any text as Slack's mrkdwn that shows it and does nothing else: no mention (`<!channel>`, `<@U1>`, `@here`), no link, no
 * emphasis, no code, no quotation, no emoji by name.
 */
export function escapeMrkdwn(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\S)/g, `@${JOINER}`)
    .replace(/[*_~`]/g, `$&${JOINER}`)
    .replace(/:(?=[\w+-]+:)/g, `:${JOINER}`)
    .replace(/^([^\S\r\n\u2028\u2029]*)&gt;/gm, `$1${JOINER}&gt;`);
}

/** Markdown of the assistant's, as Slack reads it while it is being written: nothing in it calls anybody. */
export function hushMarkdown(markdown: string): string {
  return markdown.replace(/<(?=[!@#])/g, `<${JOINER}`).replace(/@(?=\S)/g, `@${JOINER}`);
}

/** A link of our own; anything but an https address stays text. */
export function linkMrkdwn(label: string, url: string | undefined): string {
  const shown = escapeMrkdwn(label).replaceAll('|', '\u2758');
  return url === undefined || !/^https:\/\/[^\s<>|]+$/.test(url) ? shown : `<${url.replaceAll('&', '&amp;')}|${shown}>`;
}
