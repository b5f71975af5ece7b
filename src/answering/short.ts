import { sentencesOf } from '../french/sentences.ts';

/** Fewer words say too little by themselves: «Non.» */
const LEAST_WORDS = 4;

/** The first sentence of an answer, and the second where the first is a bare verdict. */
export function firstLine(answer: string): string {
  const [first, second] = sentencesOf(answer);
  if (first === undefined) return answer;
  const end = countWords(answer.slice(...first)) < LEAST_WORDS ? (second ?? first)[1] : first[1];
  return answer.slice(0, end).trim();
}

/** Words as a reader counts them; an article between brackets is one. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
