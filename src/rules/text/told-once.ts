import type { SaidSum } from './said-sums.ts';

/** Per cents of the tax on what is sold in France (CGI, articles 278 to 281 nonies). */
export const VAT_RATES: readonly number[] = [20, 10, 5.5, 2.1];
/** Each of the two is rounded to a euro. */
const ROUNDED = 1;
/** So many sums after one are looked at. */
const NEAR = 6;

/** «84 000 HT (100 800 TTC)»: one sum, told without its tax and with it, by which its rate is known. */
export function toldOnce(
  sums: readonly SaidSum[],
  gross: boolean,
): { readonly sums: readonly SaidSum[]; readonly rate: number | undefined } {
  const left = new Set<SaidSum>();
  let rate: number | undefined;
  for (const [at, one] of sums.entries())
    for (const next of sums.slice(at + 1, at + 1 + NEAR)) {
      if (left.has(one) || left.has(next) || one.tax === next.tax || one.low !== one.high) continue;
      const [net, taxed] = one.tax === 'HT' ? [one, next] : [next, one];
      if (net.tax !== 'HT' || taxed.tax !== 'TTC') continue;
      const found = VAT_RATES.find((each) => Math.abs(net.high * (1 + each / 100) - taxed.high) <= ROUNDED);
      if (found === undefined) continue;
      left.add(gross ? net : taxed);
      rate = found;
    }
  return { sums: sums.filter((sum) => !left.has(sum)), rate };
}
