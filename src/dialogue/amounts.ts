import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { fold } from '../french/words.ts';

/** A sum of money as said, in euros. */
export interface Amount {
  readonly value: number;
  readonly tax: 'HT' | 'TTC' | undefined;
}

/** What the sums of a text let one conclude about the whole need. */
export type SaidAmount =
  | { readonly kind: 'none' }
  | { readonly kind: 'whole'; readonly amount: Amount }
  /** Several sums, a range, a yearly sum, the price of one unit, several years, a project manager's fee: nobody added up. */
  | { readonly kind: 'unsettled' };

type Sum = Amount & { readonly span: readonly [start: number, end: number]; readonly settled: boolean };

/** Every sum of money of a text, in order. */
export function readAmounts(text: string): readonly Amount[] {
  return readSums(text).map(({ value, tax }) => ({ value, tax }));
}

/** The one sum that stands for the whole need, where there is one and no word of the text says otherwise. */
export function readAmount(text: string): SaidAmount {
  const [sum, ...others] = readSums(text);
  if (sum === undefined) return { kind: 'none' };
  if (others.length > 0 || !sum.settled || OTHERWISE.test(fold(text)) || readValues(text).some(comesBack))
    return { kind: 'unsettled' };
  if (isPriceOfOne(text, sum)) return { kind: 'unsettled' };
  return { kind: 'whole', amount: { value: sum.value, tax: sum.tax } };
}

function readSums(text: string): readonly Sum[] {
  const sums: Sum[] = [];
  let before: SaidValue | undefined;
  for (const value of readValues(text)) {
    const sum = sumOf(value, text);
    const last = sums.at(-1);
    const gap = text.slice(before?.span[1] ?? 0, value.span[0]).trim();
    // «2 x 12 500 €», «deux fois 12 500 €»: one sum.
    if (sum !== undefined && before?.kind === 'quantity' && isTimes(before, gap))
      sums.push({ ...sum, value: before.high * sum.value, span: [before.span[0], sum.span[1]] });
    // «12 500 + 8 000 € HT»: what is added up is one sum too, taxed as its last.
    else if (sum !== undefined && last !== undefined && last.span[1] === before?.span[1] && gap === '+')
      sums[sums.length - 1] = {
        value: last.value + sum.value,
        tax: sum.tax ?? last.tax,
        span: [last.span[0], sum.span[1]],
        settled: last.settled && sum.settled && (last.tax === undefined || last.tax === sum.tax),
      };
    else if (sum !== undefined) sums.push(sum);
    before = value;
  }
  return sums;
}

function sumOf(value: SaidValue, text: string): Sum | undefined {
  const { span } = value;
  if (value.kind === 'amount' && value.high > 0) {
    const settled = value.per === undefined && value.low === value.high;
    return { value: value.high, tax: value.tax, span, settled };
  }
  if (value.kind !== 'quantity' || !isBareSum(value, text)) return undefined;
  return { value: value.high, tax: undefined, span, settled: value.per === undefined };
}

/** A whole number of times, with nothing counted by it. */
function isTimes({ low, high, unit, per }: Extract<SaidValue, { kind: 'quantity' }>, gap: string): boolean {
  if (low !== high || !Number.isInteger(low) || per !== undefined) return false;
  return (unit === undefined && /^[x×*]$/i.test(gap)) || (unit === 'fois' && gap === '');
}

/**
 * «45 000 pour des chaises», «à 28 000 sans concurrence»: thousands set apart, nothing counted behind them, not the number of
 * something.
 */
function isBareSum({ unit, text: said, span }: Extract<SaidValue, { kind: 'quantity' }>, text: string): boolean {
  if (unit !== undefined || !/^\d{1,3}(?:[\s\u00a0\u202f.]\d{3}){1,4}$/.test(said)) return false;
  const before = fold(text.slice(Math.max(0, span[0] - 20), span[0])).trimEnd();
  const after = fold(text.slice(span[1], span[1] + 24)).trimStart();
  return !NUMBER_OF.test(before) && AFTER_SUM.test(after);
}

const NUMBER_OF = /(?:articles?|numero|n°|no|reference|ref|code|siret|telephone) ?:?$/;
const AFTER_SUM =
  /^(?:$|[,;.?!:)+]|(?:pour|sans|sur|par an|avec|en (?:tout|travaux|fournitures|services)|hors|et|ou|on|je|c'est|faut|chaque)(?![a-z]))/;

/** Words by which a sum is not that of the whole need, or the kind of the purchase decides on more than its sum. */
const OTHERWISE =
  /\b(?:annuel\w{0,3}|mensuel\w{0,3}|trimestriel\w{0,3}|chaque (?:annee|mois)|tous les ans|a l'annee|reconduc\w{1,6}|reconduit\w{0,2}|renouvelable\w?|unitaires?|l'unite|chacune?|piece|maitrise d'oeuvre|(?<!ccag[- ])moe|architectes?)\b/;

/** Years, «2 fois par an». */
const comesBack = (value: SaidValue): boolean =>
  (value.kind === 'duration' && value.unit === 'year') ||
  (value.kind === 'quantity' && value.unit === 'fois' && value.per !== undefined);

/** «30 chaises à 120 €», «2 lots de 12 500 €»: several things counted, then what one of them costs. */
function isPriceOfOne(text: string, sum: Sum): boolean {
  const counted = readValues(text).filter(
    (value) => value.kind === 'quantity' && value.unit !== undefined && value.high > 1 && value.span[1] <= sum.span[0],
  );
  if (counted.some(({ span }) => /^\sde\s$/iu.test(text.slice(span[1], sum.span[0])))) return true;
  return counted.length > 0 && /(?:^|[^\p{L}])[àa@]\s$/iu.test(text.slice(Math.max(0, sum.span[0] - 3), sum.span[0]));
}
