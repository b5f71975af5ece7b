/**
 * What a table holds under a word that somebody typed or sent. A bare `table[word]` also answers for «constructor»,
 * «toString» and whatever else every object inherits: tests/unit/typed-words.slow.test.ts refuses it.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
