import type { IsoDate } from '../../days/iso-date.ts';
import type { Reader } from '../../rules/compute.ts';
import type { Line } from '../../rules/work.ts';

/** A box of a calculator. `list`: several sums, one after the other. */
export interface CalculatorField {
  readonly name: string;
  readonly label: string;
  readonly question: string;
  readonly kind: 'choice' | 'date' | 'month' | 'amount' | 'number' | 'list' | 'text';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface Calculator {
  readonly goal: string;
  readonly title: string;
  readonly fields: readonly CalculatorField[];
}

export type Calculated =
  /** Nothing is worked out: which box, and what to write there. */
  | { readonly kind: 'fault'; readonly field: string; readonly message: string }
  /** The result, or the question of what is missing, then how it comes. */
  | { readonly kind: 'done'; readonly said: string; readonly lines: readonly Line[] };

/** A rule as it is read by whoever wants to check the assistant. */
export interface ToldRule {
  readonly name: string;
  readonly title: string;
  readonly questions: { readonly service: string; readonly achat: string } | undefined;
  /** How it is worked out, a line each; `deep`: how far it stands under the one above. */
  readonly lines: readonly { readonly deep: number; readonly text: string }[];
  readonly articles: readonly { readonly name: string; readonly note: string }[];
  /** The dated figures that it reads, as they stand on the day. */
  readonly figures: readonly string[];
  readonly examples: readonly { readonly when: string; readonly text: string; readonly wrong: boolean }[];
}

export interface Calculating {
  calculators(reader: Reader): readonly Calculator[];
  /** @param typed what each box holds; an empty one is not said */
  calculate(goal: string, typed: ReadonlyMap<string, string>, reader: Reader, today: IsoDate): Calculated | undefined;
  rules(today: IsoDate): readonly ToldRule[];
}
