// One thing: a question as it came, worked out: its readings, what each concludes, and which of them is told.
import type { IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import { partByBounds } from './bounds.ts';
import type { ComputeOn, Conclusion, Reader } from './compute.ts';
import type { Situation } from './facts.ts';
import { isGoalName } from './goals.ts';
import { type Request, type RuleFault, readRequest } from './read-request.ts';
import { contradicts, findSways } from './sways.ts';
import { readSentence, type SaidRequest, type Sentence } from './text/read-text.ts';
import type { Reading } from './text/reading.ts';
import { capital, type Opening, sayVerdict, settled, uncapital, verdictOf } from './text/say-verdict.ts';
import type { Doubt } from './text/sum-ways.ts';

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
  readonly opening: Opening;
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
    const { conclusion, opening } = worked.value;
    return ok({ ...conclusion, explanation: [...sayVerdict(conclusion, opening), ...conclusion.explanation] });
  };
}

/** Reads a sentence, and works out what it asks for; undefined where it asks for nothing of the kind. */
export function createWorkOut(compute: ComputeOn, reading: Reading): WorkOut {
  const workOut: WorkOut = (sentence, given, reader) => {
    const said = readSentence(sentence, reading);
    if (said === undefined) return undefined;
    const requestOf = (facts: Request['situation']): Request => ({
      goal: said.goal,
      at: sentence.at,
      situation: withLater(merge(facts, given), facts, given),
    });
    const concluded = compute(requestOf(said.facts), reader);
    if (!concluded.ok) return concluded;
    const facts = requestOf(said.facts).situation;
    const ways = hasSum(given) ? [] : said.otherwise;
    const conditions: string[] = [];
    for (const { facts: otherwise, ...doubt } of hasSum(given) ? [] : said.doubts) {
      const other = compute(requestOf(otherwise), reader);
      // People give what is needed: of two readings, the one that lacks more is the less likely.
      const more = other.ok ? other.value.missing.length - concluded.value.missing.length : 1;
      if (more < 0) return workOut(settledAs(sentence, doubt, doubt.other), given, reader);
      if (!other.ok || more > 0 || doubt.slight) continue;
      if (concludesAlike(concluded.value, other.value)) {
        // The same word by another sum: what the sum was taken for is said.
        if (contradicts(concluded.value, other.value)) conditions.push(takenFor(doubt));
        continue;
      }
      const conclusion = askRole(doubt, concluded.value, other.value);
      return ok({ facts, conclusion, supposes: [], opening: { question: said.question } });
    }
    for (const { why, facts: otherwise, doubt } of ways) {
      const other = compute(requestOf(otherwise), reader);
      if (!other.ok) continue;
      if (doubt !== undefined) {
        if (concludesAlike(concluded.value, other.value)) continue;
        const conclusion = askRole(doubt, concluded.value, other.value);
        return ok({ facts, conclusion, supposes: [], opening: { question: said.question } });
      }
      if (why === 'each') continue;
      if (why !== 'sum' && why !== 'whole') {
        const isSwayed = contradicts(concluded.value, other.value, SUMS.has(said.goal));
        if (isSwayed) conditions.push(verdictTexts.conditions[why]);
      } else if (concluded.value.missing.length === 0 && !sameConclusion(concluded.value, other.value))
        return ok({
          facts,
          conclusion: askWhich[why](concluded.value, other.value),
          supposes: [],
          opening: { question: said.question, conditions: unitConditions(said.unit, facts, undefined) },
        });
    }
    const each = said.each.map(({ words, facts: own }) => ({ words, own, one: compute(requestOf(own), reader) }));
    const apart = eachOf(each.flatMap(({ words, one }) => (one.ok ? [{ words, conclusion: one.value }] : [])));
    if (apart !== undefined) {
      // What is told of one order only is no fact of them all.
      const shared = [...facts].filter(([fact, value]) => each.every(({ own }) => own.get(fact) === value));
      return ok({ facts: new Map(shared), conclusion: apart, supposes: [], opening: {} });
    }
    const supposes = [
      ...said.supposes,
      ...(said.taxUnsaid && ways.some(({ why }) => why === 'sum') ? [verdictTexts.taxSupposed] : []),
    ];
    const { question } = said;
    const conclude = (situation: Situation) => {
      const other = compute({ ...requestOf(said.facts), situation }, reader);
      return other.ok ? other.value : undefined;
    };
    const sways = findSways(concluded.value, facts, conclude);
    const bounded = partByBounds(concluded.value, facts, conclude);
    const { conclusion, opening } = withFormer(bounded, facts, question);
    const novel = novelConditions(conclusion, facts);
    const units = unitConditions(said.unit, facts, conclusion.value);
    const all = [...(opening.conditions ?? []), ...novel, ...units, ...conditions];
    return ok({ facts, supposes, conclusion, opening: { ...opening, sways, conditions: all } });
  };
  return workOut;
}

/** A purchase is new by what is bought, which the person's word alone says; the status of the firm shows nothing of it (L2172-3). */
function novelConditions({ goal, value, missing }: Conclusion, facts: Situation): readonly string[] {
  if (goal !== 'innovation') return [];
  const isAsked = missing.some(({ fact }) => fact === 'innovant');
  if (isAsked && facts.get('jei') === true) return [verdictTexts.conditions.label];
  return value === 'permis' ? [verdictTexts.conditions.novel] : [];
}

/** What one unit of a body buys is less than what counts (R2121-2): said of all that a larger sum would conclude otherwise. */
function unitConditions(unit: SaidRequest['unit'], facts: Situation, value: Conclusion['value']): readonly string[] {
  // Works are counted by operation, whoever has them done (R2121-5).
  if (unit === undefined || value === 'formalisee' || facts.get('nature') === 'travaux') return [];
  return [unit === 'alone' ? verdictTexts.conditions.unit : verdictTexts.conditions.units];
}

/**
 * Of several orders or contracts, which come to what, in one line: «Avance obligatoire : « 53 000 HT sur 4 mois » ; pas d’avance
 * obligatoire : …». Undefined where they are not several, or one of them is not settled.
 */
function eachOf(all: readonly { readonly words: string; readonly conclusion: Conclusion }[]): Conclusion | undefined {
  const [first] = all;
  if (first === undefined || all.length < 2) return undefined;
  const groups = new Map<string, string[]>();
  const yesFirst = all.toSorted((one, other) => Number(isYes(other.conclusion)) - Number(isYes(one.conclusion)));
  for (const { words, conclusion } of yesFirst) {
    const said = settled(conclusion)?.replace(/^(?:oui|non), | : .*|[.]$/gi, '');
    if (said === undefined) return undefined;
    groups.set(said, [...(groups.get(said) ?? []), `« ${words.trim()} »`]);
  }
  const line = [...groups].map(
    ([said, words], at) => `${at === 0 ? capital(said) : uncapital(said)} : ${words.join(', ')}`,
  );
  const { value: _value, ...rest } = first.conclusion;
  const why = all.flatMap(({ conclusion: { missing, explanation } }) => (missing.length > 0 ? [] : explanation));
  const articles = [...new Set(all.flatMap(({ conclusion }) => conclusion.articles))];
  const told = { text: frenchTypography(`${line.join(' ; ')}.`), articles: articles.slice(0, 3) };
  return { ...rest, values: {}, missing: [], explanation: [told, ...once(why)], articles };
}

const isYes = (conclusion: Conclusion): boolean =>
  conclusion.value === 'oui' || Object.values(conclusion.branches ?? {})[0] === 'oui';

const once = (lines: Conclusion['explanation']): Conclusion['explanation'] =>
  lines.filter(({ text }, at) => lines.findIndex((line) => line.text === text) === at);

/** The changes before the one told count with it (R2194-9): a yes is said of a first one, and asked about where there were some. */
function withFormer(
  conclusion: Conclusion,
  facts: Situation,
  question: Opening['question'],
): Pick<WorkedOut, 'conclusion' | 'opening'> {
  const changes = facts.get('modifications_ht');
  const several = Array.isArray(changes) && changes.length > 1;
  const first = facts.get('premiere_modification');
  if (conclusion.goal !== 'modification' || conclusion.value !== 'oui' || several || first === true)
    return { conclusion, opening: { question } };
  if (first === undefined) return { conclusion, opening: { question, conditions: [verdictTexts.conditions.first] } };
  const missing = { fact: 'modifications_ht', question: verdictTexts.formerChanges } as const;
  const explanation = conclusion.explanation.slice(0, 1);
  return { conclusion: { ...conclusion, value: null, missing: [missing], explanation }, opening: {} };
}

const SUM = /_ht$|_ttc$|^montants/;

/** By which a whole need is told. */
const NEED_SUM = /^(?:montants?(?:_ttc|_ht|_annuel_ht|_mensuel_ht)?|prix_unitaire_ht|travaux_ht|lots(?:_travaux)?_ht)$/;

const hasSum = (situation: Situation): boolean => [...situation.keys()].some((fact) => NEED_SUM.test(fact));

/** Changes told afterwards come beside the one of the text. */
function withLater(merged: Situation, said: Situation, given: Situation): Situation {
  const [one, later] = [said.get('modifications_ht'), given.get('modifications_ht')];
  if (merged.get('premiere_modification') !== false || !Array.isArray(one) || later === undefined) return merged;
  const others = typeof later === 'number' ? [later] : Array.isArray(later) ? later : [];
  return new Map([...merged, ['modifications_ht', [...one, ...others]]]);
}

/** A need told by the situation is the whole of it: the sums of the text would stand beside it. */
function merge(said: Situation, given: Situation): Situation {
  const kept = hasSum(given) ? [...said].filter(([fact]) => !SUM.test(fact) && fact !== 'quantite') : said;
  return new Map([...kept, ...given]);
}

/** Goals whose answer is the sum itself. */
const SUMS: ReadonlySet<Conclusion['goal']> = new Set(['need_total', 'penalty', 'late_interest', 'retention']);

/** What a sum decides: the word that answers, or all that is told by yes or no; the sum itself where it is what is asked for. */
function sameConclusion(one: Conclusion, other: Conclusion): boolean {
  if (one.missing.length > 0 || other.missing.length > 0) return one.missing.length === other.missing.length;
  const key = ({ value, values }: Conclusion) =>
    JSON.stringify([
      typeof value === 'number' && one.goal !== 'need_total' ? null : value,
      Object.entries(values).filter(([, each]) => typeof each !== 'number'),
    ]);
  return key(one) === key(other);
}

const settledAs = (sentence: Sentence, { words }: Doubt, role: Doubt['role']): Sentence => ({
  ...sentence,
  settled: new Map([...(sentence.settled ?? []), ...words.map((one) => [one, role] as const)]),
});

/** Whether two readings of one value come to the same: what is asked, and all that is told first. */
function concludesAlike(one: Conclusion, other: Conclusion): boolean {
  const asked = ({ missing }: Conclusion) => missing.map(({ fact }) => fact).join();
  return asked(one) === asked(other) && !contradicts(one, other, SUMS.has(one.goal)) && sameConclusion(one, other);
}

const nameOf = (role: Doubt['role']) => ownValue(verdictTexts.roles, role) ?? role;
const takenFor = ({ words, role }: Doubt) => verdictTexts.takenFor(words.join(', '), nameOf(role));

/** «22 500 € : à compter, ou déjà compris ?», with what each would give. */
function askRole(doubt: Doubt, one: Conclusion, other: Conclusion): Conclusion {
  const names = [nameOf(doubt.role), nameOf(doubt.other)] as const;
  const choices = [
    { value: doubt.role, label: names[0] },
    { value: doubt.other, label: names[1] },
  ];
  const question = frenchTypography(verdictTexts.whichRole(doubt.words.join(', '), ...names));
  // What each gives stands in a line of its own: how it comes may begin alike.
  const asked = askBetween(withVerdict(one), withVerdict(other), { question, choices, names });
  const told = { ...asked, missing: asked.missing.map((fact) => ({ ...fact, doubt })) };
  if (one.missing.length === 0 && other.missing.length === 0) return told;
  // What still lacks a fact gives nothing to tell: the question stands alone.
  const { cases: _cases, ...rest } = told;
  return { ...rest, explanation: told.explanation.slice(0, 1) };
}

function withVerdict(conclusion: Conclusion): Conclusion {
  const { goal, value, values, explanation } = conclusion;
  const text = verdictOf({ goal, values, ...(value === undefined ? {} : { value }) });
  const [first] = explanation;
  return text === undefined || first === undefined ? conclusion : { ...conclusion, explanation: [{ ...first, text }] };
}

const TAXES = Object.entries(verdictTexts.taxes).map(([value, label]) => ({ value, label }));

/** A sum decides otherwise as told than as it may be meant: which it is, is asked, and what each would give is said. */
const askWhich = {
  sum: (one: Conclusion, other: Conclusion) =>
    askBetween(one, other, {
      question: verdictTexts.whichSum,
      choices: TAXES,
      names: [verdictTexts.ifTold, verdictTexts.ifLowest],
    }),
  whole: (one: Conclusion, other: Conclusion) =>
    askBetween(one, withoutSums(other), {
      question: verdictTexts.whichWhole,
      names: [verdictTexts.ifWhole, verdictTexts.ifMore],
    }),
};

/** What more would give: no sum was said of it. */
function withoutSums(conclusion: Conclusion): Conclusion {
  const values = Object.fromEntries(Object.entries(conclusion.values).filter(([, value]) => typeof value !== 'number'));
  return { ...conclusion, values, explanation: [{ text: verdictTexts.countedTogether, articles: ['R2121-1'] }] };
}

interface Between {
  readonly question: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly names: readonly [string, string];
}

function askBetween(
  one: Conclusion,
  other: Conclusion,
  { question, choices, names: [told, else_] }: Between,
): Conclusion {
  const [first] = one.explanation;
  const [last] = other.explanation;
  return {
    ...one,
    value: null,
    values: {},
    missing: [{ fact: 'montant_ht', question, ...(choices === undefined ? {} : { choices }) }],
    branches: { [verdictTexts.asTold]: one.value ?? one.values, [verdictTexts.lowest]: other.value ?? other.values },
    // A sum that was only supposed is none to tell.
    ...(typeof other.value === 'number' && one.goal === 'need_total'
      ? {}
      : {
          cases: [
            { ...one, labels: [told] },
            { ...other, labels: [else_] },
          ],
        }),
    explanation: [
      { text: question, articles: [] },
      ...(first === undefined ? [] : [{ ...first, text: `${capital(told)} : ${first.text}` }]),
      ...(last === undefined ? [] : [{ ...last, text: `${capital(else_)} : ${last.text}` }]),
    ],
    articles: [...new Set([...one.articles, ...other.articles, 'R2121-1'])],
  };
}
