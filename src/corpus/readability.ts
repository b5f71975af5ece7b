/**
 * Kandel–Moles reading ease, the French adaptation of Flesch's (L. Kandel and A. Moles, « Application de l'indice de
 * Flesch à la langue française », Cahiers d'études de radio-télévision 19, 1958):
 * 207 − 1.015 × (words per sentence) − 73.6 × (syllables per word). Higher is easier; 60–70 is plain French.
 * Syllables are counted by rule (vowel groups, silent final e), so a score is worth a few points, not a decimal.
 * Citations in brackets and figure keys are not read aloud as prose: the first are dropped, the second count as one word.
 */
export function kandelMoles(text: string): number {
  const plain = text.replace(/\([^()\d]*\d[^()]*\)/g, ' ').replace(/\{\{[^{}]*\}\}/g, ' chiffre ');
  const sentences = plain.split(/[.!?…](?=\s|$)|\n/).filter((sentence) => wordsOf(sentence).length > 0);
  const words = wordsOf(plain);
  if (words.length === 0) return 207;
  const syllables = words.reduce((sum, word) => sum + syllableCount(word), 0);
  return 207 - (1.015 * words.length) / sentences.length - (73.6 * syllables) / words.length;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
}

const VOWELS = /[aeiouyàâäæéèêëîïôöœùûü]/;

/** Spoken syllables of a French word, about: `marché` 2, `création` 3, `commande` 2, `les` 1. */
export function syllableCount(word: string): number {
  const lower = word.toLowerCase();
  const stem = lower.replace(/e[s]?$/, '');
  const said = VOWELS.test(stem.replace(/qu|gu/g, 'k')) ? stem : lower;
  return Math.max(1, said.match(/é|[èêëïü]|[aeiouyàâäæîôöœùû]+/g)?.length ?? 1);
}
