import { sentencesOf } from '../french/sentences.ts';
import { indexTerms } from '../french/words.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Remembered } from './memory.ts';
import type { Answer, Short } from './port/outcome.ts';
import { firstLine } from './port/short.ts';

/** Sentences said of what an answer holds. */
const MOST = 2;

/**
 * An answer that was just given is not given again: what of its fiche replies to the words that are new is said, else that it
 * stays the same, and the questions nearest to it.
 */
export function notTwice(
  found: Answer,
  text: string,
  { answer: told, offered, question }: Pick<Remembered, 'answer' | 'offered' | 'question'>,
  role: Role,
  { about }: Catalogue,
): Answer {
  const { answer: said, near } = found.short[role];
  if (told === undefined || offered !== undefined || found.computed !== undefined || told.short[role].answer !== said)
    return found;
  const known = new Set(indexTerms(question ?? ''));
  const fresh = new Set(indexTerms(text).filter((term) => !known.has(term)));
  const replies = repliesIn(found, fresh, role).join(' ');
  const short: Short = {
    near,
    others: found.nearby.slice(0, MOST),
    answer: replies === '' ? `${about.same} ${firstLine(said)}` : `${about.within} ${replies}`,
    but: undefined,
    next: undefined,
  };
  return { ...found, verdict: undefined, short: { prescriber: short, buyer: short } };
}

/** The sentences of the fiche that hold most of the words, half of them at least, those of the answer first. */
function repliesIn({ short, brief, registers }: Answer, fresh: ReadonlySet<string>, role: Role) {
  const { answer, but = '' } = short[role];
  const sentences = [answer, but, brief, registers[role]].flatMap((part) =>
    sentencesOf(part).map((span) =>
      part
        .slice(...span)
        .replace(/^- /, '')
        .trim(),
    ),
  );
  const held = (sentence: string) => new Set(indexTerms(sentence).filter((term) => fresh.has(term))).size;
  return [...new Set(sentences)]
    .filter((sentence) => held(sentence) > 0 && held(sentence) >= fresh.size / 2)
    .toSorted((one, other) => held(other) - held(one))
    .slice(0, MOST);
}
