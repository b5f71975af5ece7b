import { PASSAGE_CHARACTERS, PASSAGE_WORDS } from './limits.ts';

const ABBREVIATIONS = 'art|al|av|bd|cf|chap|etc|ex|fig|p|n|no|réf|tél|M|Mme|MM|vol';
const SENTENCE_END = new RegExp(
  String.raw`(?<=[\p{Ll}\d)»"’'%€][.!?…;:])(?<!(?:^|[\s(])(?:${ABBREVIATIONS})\.)\s+(?=[\p{Lu}\d«"(—–•-])`,
  'u',
);

/**
 * Cuts a text into passages, between paragraphs, else sentences, else words.
 * Every word is kept, in order; none of the passages exceeds either size. A "word" longer than `maxCharacters`
 * (a line of base64) is the only thing cut inside.
 */
export function splitPassages(
  text: string,
  maxWords: number = PASSAGE_WORDS,
  maxCharacters: number = PASSAGE_CHARACTERS,
): readonly string[] {
  const passages: string[] = [];
  let current = '';
  let count = 0;
  const flush = () => {
    if (count > 0) passages.push(current);
    current = '';
    count = 0;
  };
  const fits = (words: number, characters: number) =>
    count + words <= maxWords && current.length + (count > 0 ? 1 : 0) + characters <= maxCharacters;
  const append = (separator: string, piece: string, words: number) => {
    current += (count > 0 ? separator : '') + piece;
    count += words;
  };

  for (const paragraph of text.split(/\n+/)) {
    let separator = '\n';
    for (const sentence of paragraph.split(SENTENCE_END)) {
      const words = (sentence.match(/\S+/g) ?? []).flatMap((word) => cutWord(word, maxCharacters));
      if (words.length === 0) continue;
      const whole = words.join(' ');
      if (!fits(words.length, whole.length)) flush();
      if (fits(words.length, whole.length)) append(separator, whole, words.length);
      else
        for (const word of words) {
          if (!fits(1, word.length)) flush();
          append(' ', word, 1);
        }
      separator = ' ';
    }
  }
  flush();
  return passages;
}

function cutWord(word: string, maxCharacters: number): readonly string[] {
  if (word.length <= maxCharacters) return [word];
  const pieces: string[] = [];
  for (let start = 0; start < word.length; start += maxCharacters)
    pieces.push(word.slice(start, start + maxCharacters));
  return pieces;
}
