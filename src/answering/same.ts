import type { Fiche } from '../corpus/fiche.ts';
import { termsNamed } from '../dialogue/renamed.ts';
import { sentencesOf } from '../french/sentences.ts';
import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { indexTerms } from '../french/words.ts';
import { askingOf, type Kind } from '../retrieval/pair/read-text.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Option } from './decide.ts';
import type { Heard } from './hear.ts';
import type { Searches } from './look.ts';
import type { Remembered } from './memory.ts';
import type { Answer, Outcome, Short } from './port/outcome.ts';

/** Sentences said of what an answer holds. */
const MOST = 2;

/** The answer that was just given, to a question put in words of its own: what was offered in doubt may be taken up. */
export function wasTold(
  found: Outcome,
  before: Pick<Remembered, 'answer' | 'offered'> | undefined,
  role: Role,
): found is Answer {
  if (found.kind !== 'answer' || before?.answer === undefined || before.offered !== undefined) return false;
  if (found.computed !== undefined) return false;
  const isSame = found.told === before.answer.told && found.sources[0].fiche === before.answer.sources[0].fiche;
  return (isSame && found.told !== undefined) || before.answer.short[role].answer === found.short[role].answer;
}

/** From here a line finds a question by itself, and after what was being said. */
const BY_ITSELF = 0.2;
const AFTER_IT = 0.1;
const NAMED = 2;

/** The likeliest of the questions that a line finds both by itself and after what was being said, but the one that was told. */
export function nextOf(
  text: string,
  searches: Searches | undefined,
  told: { readonly fiche: Fiche; readonly question: number | undefined },
): Option | undefined {
  // One word names no question by itself.
  if (indexTerms(text).length < NAMED) return undefined;
  const own = searches?.alone.judged.filter(({ confidence }) => confidence >= BY_ITSELF) ?? [];
  const both = (searches?.joined?.judged ?? [])
    .filter(({ fiche, question }) => fiche.id !== told.fiche.id || question !== told.question)
    .flatMap((one) => {
      const alone = own.find(({ fiche, question }) => fiche.id === one.fiche.id && question === one.question);
      return alone === undefined || one.confidence < AFTER_IT
        ? []
        : [{ fiche: one.fiche, question: one.question, likely: alone.confidence * one.confidence }];
    });
  return both.toSorted((one, other) => other.likely - one.likely)[0];
}

/**
 * An answer that was just given is not given again: what of its fiche replies to the words that are new is said, else that it
 * stays the same, and the questions nearest to it; to a fact that changed, that its rule does.
 */
export function notTwice(
  found: Answer,
  text: string,
  { after }: Pick<Heard, 'after'>,
  before: Pick<Remembered, 'answer' | 'offered' | 'question'>,
  role: Role,
  { about, theRule }: Catalogue,
): Answer {
  const { answer: said, near } = found.short[role];
  if (!wasTold(found, before, role)) return found;
  // Another fact may fall on the other side of the rule.
  if (after?.states === true) {
    if (isAnotherCase(found.short[role], before.answer?.short[role], text, theRule)) return found;
    const withIt = (short: Short): Short => ({ ...short, answer: `${about.sameRule} ${short.answer}` });
    const { prescriber, buyer } = found.short;
    return { ...found, verdict: undefined, short: { prescriber: withIt(prescriber), buyer: withIt(buyer) } };
  }
  const short = (text: string): Short => ({
    near,
    others: found.nearby.slice(0, MOST),
    answer: text,
    but: undefined,
    next: undefined,
  });
  const saying = (text: string): Answer => ({
    ...found,
    verdict: undefined,
    short: { prescriber: short(text), buyer: short(text) },
  });
  if (tells(said, askingOf(text).kind)) return saying(said);
  const known = new Set(indexTerms(before.question ?? ''));
  const fresh = new Set(indexTerms(text).filter((term) => !known.has(term)));
  const replies = repliesIn(found, fresh, role)
    .filter((sentence) => !said.includes(sentence))
    .join(' ');
  return saying(replies === '' ? `${about.same} ${said}` : `${about.same} ${said} ${about.within} ${replies}`);
}

/** The fact that changed tells another case of the same question: its answer is the one to that. Not one under other general terms. */
function isAnotherCase({ answer, but }: Short, before: Short | undefined, text: string, theRule: string): boolean {
  const terms = termsNamed(text);
  const isUnderOthers = terms !== undefined && answer.includes('CCAG') && !answer.includes(terms);
  return but?.startsWith(`*${theRule}`) === true && answer !== before?.answer && !isUnderOthers;
}

/** What a value of a kind is asked by. */
const TOLD_BY: Partial<Record<Kind, readonly SaidValue['kind'][]>> = {
  time: ['duration', 'date'],
  amount: ['amount', 'percentage'],
};

/** «et ils ont combien de temps ?»: what was said holds it. */
function tells(said: string, kind: Kind): boolean {
  const kinds = TOLD_BY[kind] ?? [];
  return readValues(said).some((value) => kinds.includes(value.kind));
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
