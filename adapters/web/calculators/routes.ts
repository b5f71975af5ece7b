import { parisDay } from '../../../src/days/iso-date.ts';
import type { Calculating, Calculator } from '../../../src/interviews/port/calculating.ts';
import { calculatorTexts as texts } from '../../../src/text/calculator-texts.ts';
import type { Assets } from '../assets.ts';
import { createShow, type Show } from '../handoff/show.ts';
import { field } from '../inbound.ts';
import type { Asked, Reply, Route } from '../route.ts';
import { renderCalculator, renderCalculators, renderRules } from './screen.ts';

interface CalculatorParts {
  readonly calculating: Calculating;
  readonly show: Show;
  readonly now: () => Date;
}

/** What can be calculated, each at an address that says what was typed; and the rules in words. Nothing is kept. */
export function calculatorRoutes({
  assets,
  ...given
}: Omit<CalculatorParts, 'show'> & { readonly assets: Assets }): readonly Route[] {
  const parts = { ...given, show: createShow(assets) };
  return [
    { method: 'GET', path: '/calculs', answer: async (asked) => list(parts, asked) },
    { method: 'GET', path: '/calculs/:goal', works: true, answer: async (asked) => one(parts, asked) },
    { method: 'GET', path: '/regles', works: true, answer: async (asked) => rules(parts, asked) },
  ];
}

function list({ calculating, show }: CalculatorParts, asked: Asked): Reply {
  const inside = renderCalculators(calculating.calculators('service'), asked.view);
  return show(asked, { status: 200, title: texts.title, inside });
}

function one(parts: CalculatorParts, asked: Asked): Reply {
  const { calculating, show, now } = parts;
  const goal = field(asked.params, 'goal');
  const calculator = calculating.calculators('service').find((each) => each.goal === goal);
  if (calculator === undefined) return { ...list(parts, asked), status: 404 };
  const typed = typedIn(calculator, asked);
  const isAsked = [...typed.values()].some((value) => value !== '');
  const calculated = isAsked ? calculating.calculate(goal, typed, 'service', parisDay(now())) : undefined;
  const status = calculated?.kind === 'fault' ? 422 : 200;
  return show(asked, {
    status,
    title: calculator.title,
    inside: renderCalculator({ calculator, typed, calculated }, asked.view),
  });
}

/** The boxes of the calculator alone: of an address, nothing else is read. */
function typedIn({ fields }: Calculator, { query }: Asked): ReadonlyMap<string, string> {
  return new Map(fields.map(({ name }) => [name, field(query, name).slice(0, LONGEST)]));
}

const LONGEST = 300;

function rules({ calculating, show, now }: CalculatorParts, asked: Asked): Reply {
  const today = parisDay(now());
  return show(asked, {
    status: 200,
    title: texts.rules,
    inside: renderRules(calculating.rules(today), today, asked.view),
  });
}
