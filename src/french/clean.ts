/** Control characters, and those that turn the direction of writing: they could make a text read as another. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** A text as it may stand on a screen: no control characters, no halves of characters, line feeds alone. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** Another person's words as plain text: what does not show is gone, line breaks stay. */
export function cleanText(text: string): string {
  return clean(text.replace(/\t/g, ' '))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
