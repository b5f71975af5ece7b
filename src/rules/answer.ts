import type { IsoDate } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { ComputeOn, Conclusion, Reader } from './compute.ts';
import type { Situation } from './facts.ts';
import { isGoalName } from './goals.ts';
import { type Request, type RuleFault, readRequest } from './read-request.ts';
import type { ObjectWords } from './rulebook.ts';
import { readSentence } from './text/read-text.ts';
import { sayVerdict } from './text/say-verdict.ts';
import type { Words } from './words.ts';

/** As it came: a goal and a situation, a sentence, or both; the facts of the situation prevail. */
interface Asked {
  readonly goal?: unknown;
  readonly situation?: unknown;
  readonly text?: unknown;
  readonly at?: unknown;
}

export type AnswerOn = (asked: Asked, reader: Reader, today: IsoDate) => Result<Conclusion, RuleFault>;

/** Works out what a situation or a sentence asks; a sentence is told its result first. */
export function createAnswer(compute: ComputeOn, words: Words, objects: readonly ObjectWords[]): AnswerOn {
  return ({ goal, situation, text, at }, reader, today) => {
    if (typeof text !== 'string' || text.trim() === '') {
      const request = readRequest(goal, situation, at, today);
      return request.ok ? compute(request.value, reader) : request;
    }
    const named = typeof goal === 'string' && isGoalName(goal) ? goal : undefined;
    // Its goal is not known yet: any does to check the day and the facts given.
    const given = readRequest(goal ?? 'procedure', situation, at, today);
    if (!given.ok) return given;
    const said = readSentence(text, given.value.at, words, objects, named);
    if (said === undefined) return err({ field: 'goal', message: verdictTexts.noGoal });
    const requestOf = (facts: Request['situation']): Request => ({
      goal: said.goal,
      at: given.value.at,
      situation: merge(facts, given.value.situation),
    });
    const concluded = compute(requestOf(said.facts), reader);
    if (!concluded.ok) return concluded;
    for (const facts of hasSum(given.value.situation) ? [] : said.otherwise) {
      const other = compute(requestOf(facts), reader);
      if (other.ok && !sameConclusion(concluded.value, other.value))
        return ok(askWhichSum(concluded.value, other.value));
    }
    return ok({ ...concluded.value, explanation: [...sayVerdict(concluded.value), ...concluded.value.explanation] });
  };
}

const SUM = /_ht$|_ttc$|^montants/;

const hasSum = (situation: Situation): boolean => [...situation.keys()].some((fact) => SUM.test(fact));

/** A sum of the situation is the whole of what was given: those of the text would stand beside it. */
function merge(said: Situation, given: Situation): Situation {
  const kept = hasSum(given) ? [...said].filter(([fact]) => !SUM.test(fact)) : said;
  return new Map([...kept, ...given]);
}

/** What a sum decides: the word that answers, or all that is told by yes or no. */
function sameConclusion(one: Conclusion, other: Conclusion): boolean {
  if (one.missing.length > 0 || other.missing.length > 0) return one.missing.length === other.missing.length;
  const key = ({ value, values }: Conclusion) =>
    JSON.stringify([
      typeof value === 'number' ? null : value,
      Object.entries(values).filter(([, each]) => typeof each !== 'number'),
    ]);
  return key(one) === key(other);
}

/** The sum as told decides otherwise than the least that it may be: which of them is asked, and nothing concluded. */
function askWhichSum(one: Conclusion, other: Conclusion): Conclusion {
  const [first] = one.explanation;
  const [last] = other.explanation;
  return {
    ...one,
    value: null,
    values: {},
    missing: [{ fact: 'montant_ht', question: verdictTexts.whichSum }],
    branches: { [verdictTexts.asTold]: one.value ?? one.values, [verdictTexts.lowest]: other.value ?? other.values },
    explanation: [
      { text: verdictTexts.whichSum, articles: [] },
      ...(first === undefined ? [] : [{ ...first, text: `${verdictTexts.ifTold} ${first.text}` }]),
      ...(last === undefined ? [] : [{ ...last, text: `${verdictTexts.ifLowest} ${last.text}` }]),
    ],
    articles: [...new Set([...one.articles, ...other.articles, 'R2121-1'])],
  };
}
