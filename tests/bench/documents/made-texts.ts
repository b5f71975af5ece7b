import { createRandom } from '../../../scripts/random.ts';
import { openCorpus } from '../../../src/corpus/open-corpus.ts';
import { sentencesOf } from '../../../src/french/sentences.ts';

/**
 * Texts without end, of the corpus's own sentences in a random order, each with a number that makes it like no other.
 * @param data keeps the corpus as it was read: to read it anew would count in the memory that is measured
 */
export function createTexts(seed: number, data: string): (words: number) => string {
  const { corpus } = openCorpus('knowledge', data);
  const sentences = corpus.fiches
    .flatMap(({ sections }) => Object.values(sections))
    .flatMap((text) => sentencesOf(text).map((span) => text.slice(...span).trim()))
    .filter((sentence) => sentence.length > 40 && !/[#|{}]/.test(sentence));
  const random = createRandom(seed);
  return (words) => {
    const said: string[] = [];
    for (let count = 0; count < words; ) {
      const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
      count += sentence.split(' ').length;
      said.push(sentence);
    }
    said.push(`Référence ${Math.floor(random() * 1e9)}.`);
    return said.join(' ');
  };
}
