/** What is said in every language by the same shape. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
export const orElse = (text: string | undefined, say: (text: string) => string, otherwise: string) =>
  text === undefined ? otherwise : say(text);
export const paragraphs = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join('\n\n');
export const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
export const titled = (title: string, text: string | undefined) =>
  text === undefined ? undefined : `**${title}**\n\n${quoted(text)}`;
