import { parisDay } from '../days/iso-date.ts';
import type { Calculator } from '../interviews/port/calculating.ts';
import { GOAL_BOX, UNKNOWN } from '../screens/calculator.ts';
import type { Context } from './context.ts';
import { text } from './filled.ts';
import type { Filled, PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** A calculator: which one, then its boxes, then what they come to. Nothing is kept. */
export async function calculate(
  { calculating, now }: Context,
  { value, filled, actor }: PressedOf<'calculate'>,
): Promise<readonly Happened[]> {
  if (calculating === undefined) return [];
  const { given = [], go = false } = value;
  const reader = (await actor.role()) === 'buyer' ? 'achat' : 'service';
  const calculators = calculating.calculators(reader);
  const wanted = value.goal ?? text(filled, GOAL_BOX);
  const calculator = calculators.find(({ goal }) => goal === wanted);
  if (calculator === undefined) return [{ name: 'calculators', calculators, given }];
  const isFilled = go && value.goal !== undefined;
  const typed = isFilled ? typedIn(calculator, filled) : new Map(given);
  const calculated = isFilled ? calculating.calculate(wanted, typed, reader, parisDay(now())) : undefined;
  return [{ name: 'calculator', calculator, typed, calculated }];
}

/** The boxes of the calculator alone: of a form nothing else is read. */
function typedIn({ fields }: Calculator, filled: Filled): ReadonlyMap<string, string> {
  return new Map(
    fields.map(({ name }) => {
      const said = text(filled, name);
      return [name, said === UNKNOWN ? '' : said];
    }),
  );
}
