/**
 * What a person types, as Slack's client sends it («Formatting message text», escaping): `&`, `<` and `>` escaped, links and
 * mentions in angle brackets. A mention is typed here as its wire form `<@U…>` or `<#C…>`.
 */
export function encodeTyped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/&lt;([@#][A-Z0-9]+)&gt;/g, '<$1>')
    .replaceAll(/(^|\s)@(channel|here|everyone)\b/g, '$1<!$2>')
    .replaceAll(/(^|\s)(https?:\/\/[^\s<>|]+)/g, '$1<$2>');
}
