import type { IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { readValues } from '../french/values/read-values.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import type { ComputeOn, Reader } from '../rules/compute.ts';
import { type FactKind, faultOfValue } from '../rules/fact-kinds.ts';
import { type FactName, type FactValue, kindOf, type Situation } from '../rules/facts.ts';
import type { LocalRules } from '../rules/local/local-rules.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { percent } from '../rules/work.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { localPart } from './local-part.ts';
import type { WorkedOut } from './port/worked-out.ts';
import { isSum, ofPurchase, type ReadTyped, retold, settled, type Typed, withoutTax } from './read-typed.ts';
import { goBack, type InterviewState, type Known, learn, NOTHING, type OnDemand } from './state.ts';
import type { Weigh } from './weigh.ts';

/** One question, and how it may be answered: by a button, or by words. */
export interface Question {
  readonly fact: FactName;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What to write, where it is answered in words. */
  readonly hint: string | undefined;
}

/** What was answered could not be read as an answer to that question; nothing is retained. */
interface NotRead {
  readonly kind: 'not_read';
  readonly fact: FactName;
  readonly text: string;
}

/** The interview as a machine: nothing here is kept, and nothing depends on a face. */
export interface Interview {
  /** @param given a case that was worked out before: what is typed says what changes of it */
  begin(
    typed: string,
    today: IsoDate,
    given?: WorkedOut['facts'],
    announced?: InterviewState['announced'],
  ): InterviewState;
  /** The next question; undefined when the sheet can be drawn. */
  next(purchase: Known, today: IsoDate, reader: Reader): Question | undefined;
  answer(purchase: InterviewState, fact: FactName, said: string, today: IsoDate): Result<InterviewState, NotRead>;
  /** «Je ne sais pas». */
  skip(purchase: InterviewState, fact: FactName): InterviewState;
  back(purchase: InterviewState): InterviewState;
  /** Asks what one more part of the sheet needs. */
  open(purchase: InterviewState, goal: OnDemand): InterviewState;
  /** What a sentence changes of it: «et si c'était 75 000 ?»; the same purchase where it says nothing of one. */
  change(purchase: InterviewState, text: string, today: IsoDate): Result<InterviewState, NotRead>;
}

export interface InterviewParts {
  readonly weigh: Weigh;
  readonly readTyped: ReadTyped;
  readonly compute: ComputeOn;
  readonly book: Rulebook;
  /** Of the body that buys, where it has some. */
  readonly local?: LocalRules | undefined;
}

export function createInterview(parts: InterviewParts): Interview {
  const { readTyped } = parts;
  return {
    begin: (typed, today, given = [], announced = []) => {
      const said = readTyped(typed, today);
      return {
        ...NOTHING,
        announced,
        facts: retold(ofPurchase(given), said.facts),
        taxUnsaid: said.taxUnsaid,
        before: [],
      };
    },
    next: (purchase, today, reader) => {
      const fact = nextFact(parts, purchase, today) ?? nextOnDemand(parts, purchase, today, reader);
      return fact === undefined ? undefined : ask(fact, parts.book, reader, purchase.taxUnsaid);
    },
    answer: (purchase, fact, said, today) => {
      const known = read(parts, purchase, fact, said, today);
      return known === undefined ? err({ kind: 'not_read', fact, text: said }) : ok(learn(purchase, known));
    },
    skip: (purchase, fact) => learn(purchase, { ...purchase, unknown: [...new Set([...purchase.unknown, fact])] }),
    back: goBack,
    open: (purchase, goal) =>
      purchase.opened.includes(goal) ? purchase : learn(purchase, { ...purchase, opened: [...purchase.opened, goal] }),
    change: (purchase, text, today) => {
      const said = readTyped(text, today);
      if (said.facts.size === 0) return err({ kind: 'not_read', fact: 'montant_ht', text });
      const sumAgain = [...said.facts.keys()].some(isSum);
      return ok(
        learn(purchase, {
          ...purchase,
          facts: retold(purchase.facts, said.facts),
          unknown: purchase.unknown.filter((fact) => !said.facts.has(fact)),
          taxUnsaid: sumAgain ? said.taxUnsaid : purchase.taxUnsaid,
        }),
      );
    },
  };
}

const DAYS: readonly FactName[] = ['signature_visee', 'notification_visee', 'demarrage_vise'];
const ANALYSIS: FactName = 'analyse_et_commission_jours';

/** What decides first; then, where the law gives days to count back, the day wanted and the person's own time. */
function nextFact({ weigh, local }: InterviewParts, known: Known, today: IsoDate): FactName | undefined {
  const skipped = (fact: FactName) => known.unknown.includes(fact);
  const decisive = weigh.missing(known, today).find(({ fact }) => !skipped(fact));
  if (decisive !== undefined) return decisive.fact;
  // Bought directly, or in one way or another: there is no calendar to make.
  const procedure = weigh.procedure(known, today);
  if (procedure === undefined || procedure === 'dispense_seuil') return undefined;
  const hasDay = DAYS.some((fact) => known.facts.has(fact));
  if (!hasDay) return DAYS.some(skipped) ? undefined : 'signature_visee';
  if (known.facts.has(ANALYSIS) || skipped(ANALYSIS)) return undefined;
  return localPart(local, known, weigh.total(known, today)).setsAnalysis ? undefined : ANALYSIS;
}

/** What a part that was opened still lacks. */
function nextOnDemand(
  { weigh, compute }: InterviewParts,
  known: Known,
  today: IsoDate,
  reader: Reader,
): FactName | undefined {
  const situation = settled(known, weigh.total({ ...known, announced: [] }, today));
  for (const goal of known.opened) {
    const concluded = compute({ goal, situation, at: today }, reader);
    const missing = concluded.ok ? concluded.value.missing.map(({ fact }) => fact) : [];
    const fact = missing.find((one) => !known.unknown.includes(one));
    if (fact !== undefined) return fact;
  }
  return undefined;
}

function ask(fact: FactName, { facts }: Rulebook, reader: Reader, taxUnsaid: boolean): Question {
  const told = facts.get(fact);
  const { hints, yes, no, buttons, taxUnsaid: whichTax, net, gross } = interviewTexts.fr;
  if (fact === 'taux_tva') {
    const rates = [20, 10, 5.5].map((rate) => ({ value: String(rate), label: gross(percent(rate)) }));
    return {
      fact,
      text: frenchTypography(taxUnsaid ? whichTax : (told?.question[reader] ?? fact)),
      choices: [...(taxUnsaid ? [{ value: '0', label: net }] : []), ...rates],
      hint: undefined,
    };
  }
  const kind = kindOf(fact);
  const listed = Object.entries(ownValue(buttons, fact) ?? told?.choix ?? {}).map(([value, label]) => ({
    value,
    label: frenchTypography(label),
  }));
  const yesNo = [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ];
  return {
    fact,
    text: frenchTypography(told?.question[reader] ?? fact),
    choices: kind.kind === 'boolean' ? yesNo : listed,
    hint: kind.kind === 'boolean' || listed.length > 0 ? undefined : hintOf(fact, kind, hints),
  };
}

function hintOf(fact: FactName, { kind }: FactKind, hints: typeof interviewTexts.fr.hints): string {
  if (DAYS.includes(fact)) return hints.day;
  if (kind === 'amount') return hints.amount;
  if (fact === 'duree_mois') return hints.length;
  return /_jours$/.test(fact) ? hints.days : hints.count;
}

/** Undefined for what is no answer to that question. */
function read(
  { readTyped }: InterviewParts,
  purchase: Known,
  fact: FactName,
  said: string,
  today: IsoDate,
): Known | undefined {
  const { facts, unknown, taxUnsaid } = purchase;
  if (fact === 'taux_tva' && taxUnsaid) return readTax(purchase, said);
  const typed = readTyped(said, today);
  const told = answerIn(fact, said, typed);
  if (told === undefined) return undefined;
  return {
    ...purchase,
    facts: retold(facts, told),
    unknown: unknown.filter((one) => one !== fact),
    taxUnsaid: [...told.keys()].some(isSum) ? typed.taxUnsaid : taxUnsaid,
  };
}

/** A sum and a day are read in a sentence, which may say more; the rest is one value. */
function answerIn(fact: FactName, said: string, typed: Typed): Situation | undefined {
  const read = [...typed.facts];
  if (fact === 'montant_ht' && read.some(([name]) => isSum(name))) return typed.facts;
  const days = DAYS.includes(fact) ? read.filter(([name]) => DAYS.includes(name)) : [];
  if (days.length > 0) return new Map(days);
  const value = valueIn(fact, said);
  return value === undefined ? undefined : new Map([[fact, value]]);
}

function readTax(known: Known, said: string): Known | undefined {
  const { facts, unknown } = known;
  const rate = Number(said.replace(',', '.').replace(/\s?%$/, ''));
  if (said.trim() === '' || faultOfValue(kindOf('taux_tva'), rate) !== undefined) return undefined;
  return {
    ...known,
    facts: withoutTax(facts, rate),
    unknown: unknown.filter((one) => one !== 'taux_tva'),
    taxUnsaid: false,
  };
}

const MONTHS = new Map([
  ['month', 1],
  ['year', 12],
]);
const IN_DAYS = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30],
]);

/** What a fact of one value is given by: the word of a button, or a number with its unit. */
function valueIn(fact: FactName, said: string): FactValue | undefined {
  const text = said.trim();
  const kind = kindOf(fact);
  const checked = (value: FactValue) => (faultOfValue(kind, value) === undefined ? value : undefined);
  if (kind.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (kind.kind === 'choice' || kind.kind === 'date') return checked(text);
  const units = fact === 'duree_mois' ? MONTHS : IN_DAYS;
  const length = readValues(text).flatMap((value) => {
    const times = value.kind === 'duration' ? units.get(value.unit) : undefined;
    return value.kind === 'duration' && times !== undefined ? [value.high * times] : [];
  })[0];
  const number = /^\d{1,9}(?:[ \u00a0\u202f]\d{3}){0,3}(?:[.,]\d{1,2})?/.exec(text)?.[0];
  const counted =
    length ?? (number === undefined ? undefined : Number(number.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')));
  return counted === undefined ? undefined : checked(counted);
}
