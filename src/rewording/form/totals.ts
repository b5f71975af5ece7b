import { readValues } from '../../french/values/read-values.ts';
import { sayValue } from '../../french/values/say-value.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { formTexts } from '../../text/form-texts.ts';
import { isPriceOfOne } from '../brief/value-context.ts';
import type { Need, Said } from '../port/rewording.ts';
import { yearsOf } from './years.ts';

type Amount = Extract<SaidValue, { kind: 'amount' }>;
type Quantity = Extract<SaidValue, { kind: 'quantity' }>;

/** What a need comes to by its own figures, each with how: «14 × 780 € HT = 10 920 € HT». French. */
export function totalsOf(need: Need, text: string): readonly string[] {
  const { budget, duration } = need.slots;
  const sums = (budget?.said ?? []).flatMap(({ value }) => amountsIn(value));
  const years = yearsOf(duration?.said.map(({ value }) => value) ?? []);
  return [
    ...pricedBy(need, text),
    ...(budget?.conflict === true ? [] : [...added(budget?.said ?? [], text, sums), ...yearly(sums, years)]),
    ...withoutTax(sums),
  ];
}

const amountsIn = (text: string): readonly Amount[] => readValues(text).filter((value) => value.kind === 'amount');

const isOne = ({ low, high }: Amount | Quantity): boolean => low === high;

/** Each. */
const ONE_OF_THEM = /^(?:unite|piece|une?|u|exemplaire|pce)$/;
/** «0,31 € la bouteille», «5 216 € HT l'une». */
const PRICE_OF = /^ ?(?:ht |ttc )?(?:l'|la |le |\/ ?|par )?([a-z]+)/;

/** A price of one of what is counted, times how many. */
function pricedBy({ slots: { quantity } }: Need, text: string): readonly string[] {
  if (quantity === undefined || quantity.conflict) return [];
  const counted = quantity.said.flatMap(({ value }) =>
    readValues(value)
      .filter((one) => one.kind === 'quantity')
      .slice(0, 1),
  );
  const priced = new Map<Quantity, string>();
  for (const price of amountsIn(text)) {
    if (!isOne(price) || price.approximate) continue;
    const after = PRICE_OF.exec(fold(text.slice(price.span[1], price.span[1] + 30)))?.[1];
    const isEach = isPriceOfOne(fold(text.slice(Math.max(0, price.span[0] - 40), price.span[0])));
    const of = price.per ?? (isEach ? 'unite' : after);
    if (of === undefined) continue;
    const [one, ...others] = ONE_OF_THEM.test(of)
      ? counted
      : counted.filter(({ unit }) => unit !== undefined && singular(unit) === singular(of));
    if (one === undefined || others.length > 0 || !isOne(one) || one.low < 2 || priced.has(one)) continue;
    const total = { ...price, low: price.low * one.low, high: price.low * one.low, per: undefined };
    priced.set(one, formTexts.total.priced(number(one.low), sayValue({ ...price, per: undefined }), sayValue(total)));
  }
  return [...priced.values()];
}

const singular = (word: string): string => word.replace(/(?<=.{3})[sx]$/, '');

/** Sums that stand each on a line of a list. */
function added(said: readonly Said[], text: string, sums: readonly Amount[]): readonly string[] {
  const [first] = sums;
  const lines = new Set(said.map(({ span }) => text.slice(0, span[0]).split('\n').length));
  if (first === undefined || sums.length < 3 || lines.size < sums.length) return [];
  if (sums.some((sum) => !isOne(sum) || sum.per !== first.per || sum.tax !== first.tax)) return [];
  const low = sums.reduce((total, sum) => total + sum.low, 0);
  return [formTexts.total.equals(sums.map((sum) => sayValue(sum)).join(' + '), sayValue({ ...first, low, high: low }))];
}

/** A sum a year, for as long as it lasts. */
function yearly(sums: readonly Amount[], years: number | undefined): readonly string[] {
  const [sum, ...others] = sums;
  if (sum === undefined || others.length > 0 || sum.per !== 'an' || years === undefined || years <= 1) return [];
  const total = { ...sum, low: sum.low * years, high: sum.high * years, per: undefined };
  return [formTexts.total.yearly(sayValue(sum), number(years), sayValue(total))];
}

/** Normal rate of the tax (article 278 of the code général des impôts). */
const NORMAL_RATE = 0.2;

/** What procedures are chosen by. */
function withoutTax(sums: readonly Amount[]): readonly string[] {
  const [sum, ...others] = sums;
  if (sum === undefined || others.length > 0 || sum.tax !== 'TTC' || !isOne(sum) || sum.low < WORTH_SAYING) return [];
  const low = Math.round(sum.low / (1 + NORMAL_RATE));
  return [formTexts.total.untaxed(sayValue(sum), sayValue({ ...sum, tax: 'HT', low, high: low }))];
}

/** Euros below which no tax changes what has to be done. */
const WORTH_SAYING = 10_000;

const number = (value: number): string =>
  sayValue({ kind: 'quantity', low: value, high: value, approximate: false, unit: undefined, span: [0, 0], text: '' });
