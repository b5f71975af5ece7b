/** Invisible, and enough for no platform to see a mention any more. */
const JOINER = '\u2060';

/** Control characters, and those that turn the direction of writing: they could make a text read as another. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;
/** Addresses of any scheme, «www.», e-mail addresses, and bare domain names, which some platforms turn into links. */
const LINKS =
  /[a-z][a-z0-9+.-]{1,30}:\/\/[^\s`\\]{1,2000}|(?:mailto|tel|javascript|data):[^\s`\\]{1,2000}|[^\s`\\<>@]{1,64}@[^\s`\\<>@]{1,64}\.[a-z]{2,24}|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}-])(?:[/?#:][^\s`\\]{0,2000})?/giu;
const MARKUP = /[\\`*_[\]<>&#|~]/g;
/** What begins a list, a heading, a quotation or a line that makes the one above a heading. */
const AT_LINE_START = /^([ \t]*)([-+=]|\d{1,9}[.)])(?=\s|$|[-=])/;

/**
 * Another person's text, as Markdown that shows it and does nothing else: no markup, no mention of anyone or everyone on any
 * platform (`<!channel>`, `<@U1>`, `@everyone`), links as text that can be copied. Line breaks stay. Pure; never throws.
 */
export function escapeRelayed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('\n')
    .map((line) => escapeLine(line.replace(/[^\S\u00a0\u202f]/gu, ' ').trim()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(/(?<!\n)\n(?!\n)/g, '\\\n');
}

function escapeLine(line: string): string {
  let escaped = '';
  let past = 0;
  for (const { 0: link, index } of line.matchAll(LINKS)) {
    const before = escapeWords(line.slice(past, index));
    // Two runs of backticks that touch would be one.
    const apart = (before === '' ? escaped : before).endsWith('`') ? JOINER : '';
    escaped += `${before}${apart}\`${withoutMentions(link)}\``;
    past = index + link.length;
  }
  const rest = escapeWords(line.slice(past));
  escaped += `${escaped !== '' && rest.startsWith('\\`') ? JOINER : ''}${rest}`;
  return escaped.replace(AT_LINE_START, (_, indent: string, mark: string) =>
    mark.length === 1 ? `${indent}\\${mark}` : `${indent}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
  );
}

function escapeWords(words: string): string {
  return withoutMentions(words).replace(MARKUP, '\\$&');
}

function withoutMentions(text: string): string {
  return text.replace(/@(?=\S)/g, `@${JOINER}`).replace(/<(?=[!@#a-z/])/gi, `<${JOINER}`);
}
