/** Ends no sentence: «M. Durand», «art. 3», «n. 2», an initial. */
const ABBREVIATION =
  /(?:^|[\s(])(?:M|MM|Mme|Mlle|Dr|Me|art|cf|env|ex|réf|tél|n|p|St|Ste|av|bd|max|min|etc(?=\.,)|\p{Lu})$/u;

/** The sentences of one line, blanks around them gone. */
export function splitSentences(line: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of line.matchAll(/[.!?…]+(?=\s|$)/g)) {
    if (mark === '.' && ABBREVIATION.test(line.slice(Math.max(start, index - 6), index))) continue;
    sentences.push(line.slice(start, index + mark.length));
    start = index + mark.length;
  }
  sentences.push(line.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
