import { frenchDate, isIsoDate } from '../days/iso-date.ts';
import { LONGEST_TYPED, type Typed, typedFacts } from '../interviews/port/boxes.ts';
import type { Calculated, Calculator, CalculatorField } from '../interviews/port/calculating.ts';
import type { WorkedOut } from '../interviews/port/worked-out.ts';
import { calculatorTexts as texts } from '../text/calculator-texts.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { folded } from './answer.ts';
import { makeScreen, notice } from './make.ts';
import type { Act, Block, Field, Screen } from './screen.ts';

/** Which calculator is wanted. */
export const GOAL_BOX = 'which';
/** «Je ne sais pas»: a choice that no form can send empty. */
export const UNKNOWN = '-';

/** The form of the same case, under what was worked out of it. */
export function recalculateAct({ goal, facts }: WorkedOut, language: Language): Act {
  const label = interviewTexts[language].recalculate;
  return { verb: 'calculate', value: { goal, given: typedFacts(facts, goal) }, label, look: 'plain' };
}

/** All that can be calculated, with what is known of a purchase. */
export function calculatorsAct(facts: WorkedOut['facts'], language: Language): Act {
  const given = typedFacts(facts);
  const label = interviewTexts[language].calculators;
  return { verb: 'calculate', value: given.length === 0 ? {} : { given }, label, look: 'plain' };
}

interface Offered {
  readonly calculators: readonly Calculator[];
  readonly given: Typed;
}

export function calculatorsScreen({ calculators, given }: Offered, language: Language): Screen {
  const box: Field = {
    kind: 'choice',
    name: GOAL_BOX,
    label: texts.choose,
    choices: calculators.map(({ goal: value, title: label }) => ({ value, label })),
    value: [],
    several: false,
    required: texts.choose,
  };
  const value = { given, go: true };
  return makeScreen({
    ref: { view: 'calculator', key: '' },
    language,
    title: texts.title,
    fields: [box],
    acts: [{ verb: 'calculate', value, label: texts.next, look: 'primary' }],
    said: texts.choose,
  });
}

interface Filling {
  readonly calculator: Calculator;
  readonly typed: ReadonlyMap<string, string>;
  readonly calculated: Calculated | undefined;
}

/** The boxes of one calculator; above them, once they were filled in, what they come to, or which one is wrong. */
export function calculatorScreen({ calculator, typed, calculated }: Filling, language: Language): Screen {
  const { goal, title, fields } = calculator;
  return makeScreen({
    ref: { view: 'calculator', key: goal },
    language,
    title,
    blocks: calculated === undefined ? [] : resultBlocks(calculated, calculator),
    fields: fields.map((field) => fieldOf(field, typed.get(field.name) ?? '')),
    acts: [{ verb: 'calculate', value: { goal, go: true }, label: texts.go, look: 'primary' }],
    ...(calculated === undefined ? {} : { said: sayCalculated(calculated, calculator) }),
  });
}

/** «Montant du besoin : écrivez un montant…»: the box by its name. */
function sayCalculated(calculated: Calculated, { fields, title }: Calculator): string {
  if (calculated.kind === 'done') return calculated.said;
  const label = fields.find(({ name }) => name === calculated.field)?.label ?? title;
  return texts.wrong(label, calculated.message);
}

const MOST_CITED = 4;

function resultBlocks(calculated: Calculated, calculator: Calculator): readonly Block[] {
  const said = sayCalculated(calculated, calculator);
  if (calculated.kind === 'fault') return notice(said, 'alert');
  const { lines } = calculated;
  const articles = [...new Set(lines.flatMap((line) => line.articles))].slice(0, MOST_CITED);
  const listed = lines.map(({ text }) => `- ${text}`).join('\n');
  return [
    { kind: 'markdown', text: `**${said}**`, lang: 'fr', leads: true },
    ...notice(articles.length === 0 ? undefined : articles.join(' · ')),
    ...folded('why', texts.why, lines.length === 0 ? [] : [{ kind: 'markdown', text: listed, lang: 'fr' }]),
  ];
}

const HINTS: Readonly<Partial<Record<CalculatorField['kind'], string>>> = {
  amount: texts.amountHint,
  date: texts.dateHint,
  month: texts.monthHint,
  list: texts.listHint,
};

function fieldOf({ name, label, question, kind, choices }: CalculatorField, typed: string): Field {
  if (kind === 'choice') {
    const all = [{ value: UNKNOWN, label: texts.unknown }, ...choices];
    const value = [all.some((one) => one.value === typed) ? typed : UNKNOWN];
    return { kind: 'choice', name, label, hint: question, choices: all, value, several: false };
  }
  const hint = [question, HINTS[kind]].filter((one) => one !== undefined).join(' ');
  const value = kind === 'date' && isIsoDate(typed) ? frenchDate(typed) : typed;
  return { kind: 'text', name, label, hint, max: LONGEST_TYPED, ...(value === '' ? {} : { value }) };
}
