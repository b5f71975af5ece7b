import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { readValues } from '../../french/values/read-values.ts';

/**
 * The same text, each of its sentences that says a sum, a rate or a delay without a day of its own given the day that it
 * holds on: whoever quotes the sentence quotes the day.
 */
export function dateFigures(text: string, at: IsoDate): string {
  const day = ` (au ${frenchDate(at)})`;
  let dated = '';
  let done = 0;
  // A stop inside bold words ends a sentence as well: the spans are those of the marks before it.
  for (const [start, end] of sentencesOf(text.replace(/([.!?…])(\*\*?)(?=\s)/g, '$2$1'))) {
    const sentence = text.slice(start, end);
    dated += text.slice(done, start);
    done = end;
    if (!lacksDay(sentence)) dated += sentence;
    else {
      const cut = endOfWords(sentence);
      dated += `${sentence.slice(0, cut)}${day}${sentence.slice(cut)}`;
    }
  }
  return dated + text.slice(done);
}

/** Whether a sentence says a figure of the law's kind, and no day with its year. */
export function lacksDay(sentence: string): boolean {
  const values = readValues(sentence);
  const figures = values.some(({ kind }) => kind === 'amount' || kind === 'percentage' || kind === 'duration');
  return figures && !values.some((value) => value.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value.iso ?? ''));
}

const ENDS = new Set('.!?…:;»)*_"” \u00a0\u202f');

/** Where the stops and the marks begin that close a sentence. */
function endOfWords(sentence: string): number {
  let at = sentence.length;
  while (at > 0 && ENDS.has(sentence[at - 1] ?? '')) at--;
  return at;
}
