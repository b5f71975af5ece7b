/** Articles of the code and of the standard terms, as people write them and as the corpus names them. */

const CODE_ARTICLE = /(?<![\p{L}\d])([LRD])\s?\.?\s?\*?\s?(\d{3,4})\s?-\s?(\d+)((?:\s?-\s?\d+)*)(?![\d])/giu;

/** `R. 2122-8`, `r 2122 8`, `article r.2122-8` → `R2122-8`; returns the text's articles in order, without repeats. */
export function articlesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, letter = '', chapter = '', number = '', rest = ''] of spacedCodes(text).matchAll(CODE_ARTICLE))
    found.add(`${letter.toUpperCase()}${chapter}-${number}${rest.replace(/\s/g, '')}`);
  return [...found];
}

/** The text with a word in the place of each article. */
export function withoutArticles(text: string, word: string): string {
  return spacedCodes(text).replace(CODE_ARTICLE, word);
}

/** `r 2122 8` is how a code is typed on a phone: puts the hyphen back. */
function spacedCodes(text: string): string {
  return text.replace(/(?<![\p{L}\d])([LRD])\s?\.?\s?(\d{4})\s(\d{1,2})(?![\d\s]*€|\d)/giu, '$1$2-$3');
}

/** An article of the Code de la commande publique itself, such as `L2113-10`. */
export function isCodeArticle(reference: string): boolean {
  return /^[LRD]\d{4}-\d+(-\d+)*$/.test(reference);
}

/** `R2122-8` → `R. 2122-8`, the way the code is cited. */
export function citeArticle(reference: string): string {
  return isCodeArticle(reference) ? `${reference.slice(0, 1)}.\u00a0${reference.slice(1)}` : reference;
}

/** Légifrance's own search for the article in the Code de la commande publique, at the day of the reader. */
export function officialUrl(reference: string): string | undefined {
  if (!isCodeArticle(reference)) return undefined;
  const query = new URLSearchParams({
    tab_selection: 'code',
    searchField: 'NUM_ARTICLE',
    query: reference,
    searchType: 'ALL',
    nomCode: 'LEGITEXT000037701019',
    typePagination: 'DEFAULT',
  });
  return `https://www.legifrance.gouv.fr/search/code?${query.toString()}`;
}
