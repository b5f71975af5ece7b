import { type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { readValues } from '../french/values/read-values.ts';
import { type ComputeOn, createCompute, type Reader } from '../rules/compute.ts';
import type { FactKind } from '../rules/fact-kinds.ts';
import { type FactName, kindOf } from '../rules/facts.ts';
import { type GoalName, isGoalName } from '../rules/goals.ts';
import { readRequest } from '../rules/read-request.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { monthOf, readDays } from '../rules/text/said-dates.ts';
import { sayVerdict } from '../rules/text/say-verdict.ts';
import type { Rules } from '../rules/work.ts';
import { calculatorTexts } from '../text/calculator-texts.ts';
import { BOXES } from './port/boxes.ts';
import type { Calculated, Calculating, Calculator, CalculatorField } from './port/calculating.ts';
import { tellRules } from './tell-rules.ts';

/** One calculator for each goal, and the rules that they lean on in words; read when they are first asked for. */
export function createCalculating(load: () => Rules): Calculating {
  let room: { readonly rules: Rules; readonly compute: ComputeOn } | undefined;
  const open = () => {
    if (room === undefined) {
      const rules = load();
      room = { rules, compute: createCompute(rules) };
    }
    return room;
  };
  return {
    calculators: (reader) =>
      (Object.keys(BOXES) as GoalName[]).map((goal) => calculatorOf(goal, open().rules.book, reader)),
    calculate: (goal, typed, reader, today) =>
      isGoalName(goal) ? calculate(open().compute, goal, typed, reader, today) : undefined,
    rules: (today) => tellRules(open().rules, today),
  };
}

function calculatorOf(goal: GoalName, book: Rulebook, reader: Reader): Calculator {
  return {
    goal,
    title: calculatorTexts.titles[goal],
    fields: BOXES[goal].map((name) => fieldOf(name, book, reader)),
  };
}

function fieldOf(name: FactName, { facts }: Rulebook, reader: Reader): CalculatorField {
  const told = facts.get(name);
  const kind = kindOf(name);
  const listed = kind.kind === 'boolean' ? calculatorTexts.yesNo : (told?.choix ?? choicesOf(kind));
  const choices = Object.entries(listed).map(([value, label]) => ({ value, label: frenchTypography(label) }));
  return {
    name,
    label: frenchTypography(told?.titre ?? name),
    question: frenchTypography(told?.question[reader] ?? name),
    kind: choices.length > 0 ? 'choice' : boxOf(kind),
    choices,
  };
}

/** Where no words are told for them, they are their own. */
function choicesOf(kind: FactKind): Readonly<Record<string, string>> {
  return kind.kind === 'choice' ? Object.fromEntries(kind.values.map((value) => [value, value])) : {};
}

function boxOf(kind: FactKind): CalculatorField['kind'] {
  switch (kind.kind) {
    case 'amount':
    case 'date':
    case 'month':
      return kind.kind;
    case 'amounts':
      return 'list';
    case 'count':
    case 'share':
      return 'number';
    case 'any':
      return boxOf(kind.of[0] ?? kind);
    default:
      return 'text';
  }
}

function calculate(
  compute: ComputeOn,
  goal: GoalName,
  typed: ReadonlyMap<string, string>,
  reader: Reader,
  today: IsoDate,
): Calculated {
  const situation = Object.fromEntries(
    BOXES[goal].flatMap((name) => {
      const text = (typed.get(name) ?? '').trim();
      return text === '' ? [] : [[name, factIn(kindOf(name), text, today)]];
    }),
  );
  const request = readRequest(goal, situation, undefined, today);
  if (!request.ok) return { kind: 'fault', ...request.error };
  const concluded = compute(request.value, reader);
  if (!concluded.ok) return { kind: 'fault', ...concluded.error };
  const { missing, explanation } = concluded.value;
  // Every case of what is missing would fill a page: its questions are said, and the cases that a line holds.
  if (missing.length > 0)
    return {
      kind: 'done',
      said: frenchTypography(missing.map(({ question }) => question).join(' ')),
      lines: explanation.slice(1).filter(({ text }) => text.length <= LONGEST_CASE),
    };
  const [first, ...rest] = [...sayVerdict(concluded.value), ...explanation];
  return { kind: 'done', said: first?.text ?? '', lines: rest };
}

const LONGEST_CASE = 300;

/** As the box says it: what is no number stays a text, which the reader of facts then refuses with what to write. */
function factIn(kind: FactKind, text: string, today: IsoDate): unknown {
  if (kind.kind === 'any') return factIn(kind.of[0] ?? { kind: 'text' }, text, today);
  if (kind.kind === 'date' && !isIsoDate(text)) return readDays(text, readValues(text), today, 'near')[0]?.day ?? text;
  if (kind.kind === 'month') return readValues(text).flatMap((value) => monthOf(value, today) ?? [])[0] ?? text;
  if (kind.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind.kind === 'amounts') return text.split(/[;\n+]/).map((one) => numberOf(one.trim()));
  return kind.kind === 'amount' || kind.kind === 'count' || kind.kind === 'share' ? numberOf(text) : text;
}

/** «75 000,50 €»: French digits, whatever their spaces. */
function numberOf(text: string): number | string {
  const plain = text
    .replace(/[ \u00a0\u202f]/g, '')
    .replace(/(?:€|%|euros?)$/i, '')
    .replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : text;
}
