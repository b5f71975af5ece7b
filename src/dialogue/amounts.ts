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
  if (others.length > 0 || !sum.settled || OTHERWISE.test(fold(text)) || readValues(text).some(isYears))
    return { kind: 'unsettled' };
  if (isPriceOfOne(text, sum)) return { kind: 'unsettled' };
  return { kind: 'whole', amount: { value: sum.value, tax: sum.tax } };
}

function readSums(text: string): readonly Sum[] {
  return readValues(text).flatMap((value): readonly Sum[] => {
    if (value.kind === 'amount' && value.high > 0)
      return [
        {
          value: value.high,
          tax: value.tax,
          span: value.span,
          settled: value.per === undefined && value.low === value.high,
        },
      ];
    if (value.kind === 'quantity' && isBareSum(value, text))
      return [{ value: value.high, tax: undefined, span: value.span, settled: value.per === undefined }];
    return [];
  });
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
  /^(?:$|[,;.?!:)]|(?:pour|sans|sur|par an|avec|en (?:tout|travaux|fournitures|services)|hors|et|ou|on|je|c'est|faut|chaque)(?![a-z]))/;

/** Words by which a sum is not that of the whole need, or the kind of the purchase decides on more than its sum. */
const OTHERWISE =
  /\b(?:annuel\w{0,3}|mensuel\w{0,3}|trimestriel\w{0,3}|chaque (?:annee|mois)|tous les ans|a l'annee|reconduc\w{1,6}|reconduit\w{0,2}|renouvelable\w?|unitaires?|l'unite|chacune?|piece|maitrise d'oeuvre|(?<!ccag[- ])moe|architectes?)\b/;

const isYears = (value: SaidValue): boolean => value.kind === 'duration' && value.unit === 'year';

/** «30 chaises à 120 €»: several things counted, then what one of them costs. */
function isPriceOfOne(text: string, sum: Sum): boolean {
  const before = text.slice(Math.max(0, sum.span[0] - 3), sum.span[0]);
  if (!/(?:^|[^\p{L}])[àa@]\s$/iu.test(before)) return false;
  return readValues(text).some(
    (value) => value.kind === 'quantity' && value.unit !== undefined && value.high > 1 && value.span[1] <= sum.span[0],
  );
}
