import type { IsoDate } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { ComputeOn, Conclusion, Reader } from './compute.ts';
import type { Situation } from './facts.ts';
import { isGoalName } from './goals.ts';
import { type Request, type RuleFault, readRequest } from './read-request.ts';
import { type Reading, readSentence, type Sentence } from './text/read-text.ts';
import { sayVerdict } from './text/say-verdict.ts';

/** As it came: a goal and a situation, a sentence, or both; the facts of the situation prevail. */
interface Asked {
  readonly goal?: unknown;
  readonly situation?: unknown;
  readonly text?: unknown;
  readonly at?: unknown;
}

export type AnswerOn = (asked: Asked, reader: Reader, today: IsoDate) => Result<Conclusion, RuleFault>;

/** A sentence worked out: what was read in it, and what follows. */
interface WorkedOut {
  readonly facts: Situation;
  readonly conclusion: Conclusion;
  /** What was taken for granted in the reading itself, in words. */
  readonly supposes: readonly string[];
}

export type WorkOut = (
  sentence: Sentence,
  given: Situation,
  reader: Reader,
) => Result<WorkedOut, RuleFault> | undefined;

/** Works out what a situation or a sentence asks; a sentence is told its result first. */
export function createAnswer(compute: ComputeOn, reading: Reading): AnswerOn {
  const workOut = createWorkOut(compute, reading);
  return ({ goal, situation, text, at }, reader, today) => {
    if (typeof text !== 'string' || text.trim() === '') {
      const request = readRequest(goal, situation, at, today);
      return request.ok ? compute(request.value, reader) : request;
    }
    const named = typeof goal === 'string' && isGoalName(goal) ? goal : undefined;
    // Its goal is not known yet: any does to check the day and the facts given.
    const given = readRequest(goal ?? 'procedure', situation, at, today);
    if (!given.ok) return given;
    const worked = workOut({ text, at: given.value.at, goal: named }, given.value.situation, reader);
    if (worked === undefined) return err({ field: 'goal', message: verdictTexts.noGoal });
    if (!worked.ok) return worked;
    const { conclusion } = worked.value;
    return ok({ ...conclusion, explanation: [...sayVerdict(conclusion), ...conclusion.explanation] });
  };
}

/** Reads a sentence, and works out what it asks for; undefined where it asks for nothing of the kind. */
export function createWorkOut(compute: ComputeOn, reading: Reading): WorkOut {
  return (sentence, given, reader) => {
    const said = readSentence(sentence, reading);
    if (said === undefined) return undefined;
    const requestOf = (facts: Request['situation']): Request => ({
      goal: said.goal,
      at: sentence.at,
      situation: merge(facts, given),
    });
    const concluded = compute(requestOf(said.facts), reader);
    if (!concluded.ok) return concluded;
    const facts = requestOf(said.facts).situation;
    const ways = hasSum(given) ? [] : said.otherwise;
    for (const way of ways) {
      const other = compute(requestOf(way), reader);
      if (other.ok && !sameConclusion(concluded.value, other.value))
        return ok({ facts, conclusion: askWhichSum(concluded.value, other.value), supposes: [] });
    }
    const supposes = said.taxUnsaid && ways.length > 0 ? [verdictTexts.taxSupposed] : [];
    return ok({ facts, conclusion: concluded.value, supposes });
  };
}

const SUM = /_ht$|_ttc$|^montants/;

/** By which a whole need is told. */
const NEED_SUM = /^(?:montants?(?:_ttc|_ht|_annuel_ht|_mensuel_ht)?|prix_unitaire_ht|travaux_ht|lots(?:_travaux)?_ht)$/;

const hasSum = (situation: Situation): boolean => [...situation.keys()].some((fact) => NEED_SUM.test(fact));

/** A need told by the situation is the whole of it: the sums of the text would stand beside it. */
function merge(said: Situation, given: Situation): Situation {
  const kept = hasSum(given) ? [...said].filter(([fact]) => !SUM.test(fact) && fact !== 'quantite') : said;
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

const TAXES = Object.entries(verdictTexts.taxes).map(([value, label]) => ({ value, label }));

/** The sum as told decides otherwise than the least that it may be: which of them is asked, and nothing concluded. */
function askWhichSum(one: Conclusion, other: Conclusion): Conclusion {
  const [first] = one.explanation;
  const [last] = other.explanation;
  return {
    ...one,
    value: null,
    values: {},
    missing: [{ fact: 'montant_ht', question: verdictTexts.whichSum, choices: TAXES }],
    branches: { [verdictTexts.asTold]: one.value ?? one.values, [verdictTexts.lowest]: other.value ?? other.values },
    cases: [
      { ...one, labels: [verdictTexts.ifTold] },
      { ...other, labels: [verdictTexts.ifLowest] },
    ],
    explanation: [
      { text: verdictTexts.whichSum, articles: [] },
      ...(first === undefined ? [] : [{ ...first, text: `${verdictTexts.if} ${verdictTexts.ifTold} : ${first.text}` }]),
      ...(last === undefined ? [] : [{ ...last, text: `${verdictTexts.if} ${verdictTexts.ifLowest} : ${last.text}` }]),
    ],
    articles: [...new Set([...one.articles, ...other.articles, 'R2121-1'])],
  };
}
