import { readTokens, type TokenText, type Unnamed } from '../../french/pattern/tokens.ts';

/** Above this share of capitalised words, capitals tell nothing: the sentence is shouted. */
const SHOUTED = 0.7;

/** «L3», «R2122»: an article of the code. */
const ARTICLE = /^[lrd]\d+$/;

/**
 * Whether a token is the name of a firm or product: a capital, and not one of the words a trainer listed (bodies,
 * services, months, words that open sentences).
 */
export function createIsName(notNames: readonly string[]): (tokens: readonly Unnamed[], index: number) => boolean {
  const excluded = new Set(
    notNames.flatMap((name) =>
      readTokens(name)
        .tokens.slice(0, -1)
        .map(({ text }) => text),
    ),
  );
  return (tokens, index) => {
    const token = tokens[index];
    if (token === undefined || !token.capitalised || token.text.length < 2 || excluded.has(token.text)) return false;
    if (ARTICLE.test(token.text)) return false;
    return !isShouted(tokens, index);
  };
}

function isShouted(tokens: readonly Unnamed[], index: number): boolean {
  const near = tokens.slice(Math.max(0, index - 6), index + 7).filter(({ text }) => /[a-z]/.test(text));
  return near.length > 4 && near.filter(({ capitalised }) => capitalised).length > near.length * SHOUTED;
}

/** The token after the last of the capitalised words that go on with the name («Durand Paysages»). */
export function endOfName({ tokens }: TokenText, index: number): number {
  let end = index + 1;
  while (end < index + 4 && tokens[end]?.capitalised === true && /[a-z0-9]/.test(tokens[end]?.text ?? '')) end += 1;
  return end;
}
