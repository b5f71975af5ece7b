// One thing: whether a sum told after a count («20 chaises à 4 800 €») is the price of one or of all of them.
import type { Role } from '../roles/role-names.ts';
import type { UnitPrices } from '../words.ts';
import type { SaidSum } from './said-sums.ts';

/**
 * Sums that may each be the price of one or of all: what the person said they are, else what they are where only one of the two is
 * a price that such a thing has.
 */
export function settleCounts(
  text: string,
  sums: readonly SaidSum[],
  settled: ReadonlyMap<string, Role> | undefined,
  prices: UnitPrices,
): { readonly sums: readonly SaidSum[]; readonly wholes: readonly string[] } {
  const wholes: string[] = [];
  const read = sums.map((sum): SaidSum => {
    if (sum.counted === undefined) return sum;
    const said = text.slice(...sum.span).trim();
    const role = settled?.get(said) ?? roleBy(sum, prices);
    if (role === 'unitaire') return { ...sum, counted: undefined };
    if (role !== 'tout') return sum;
    if (settled?.has(said) !== true) wholes.push(said);
    return ofAll(sum);
  });
  return { sums: read, wholes };
}

/** Nothing that is bought by the piece costs less, whatever it is. */
const CHEAPEST = 0.5;

function roleBy({ counted = '', times = 1, high }: SaidSum, prices: UnitPrices): Role | undefined {
  if (high / times < CHEAPEST) return 'unitaire';
  const usual = prices(counted);
  if (usual === undefined) return undefined;
  const isPrice = (value: number) => usual[0] <= value && value <= usual[1];
  const isOne = isPrice(high);
  if (isOne === isPrice(high / times)) return undefined;
  return isOne ? 'unitaire' : 'tout';
}

/** The sum as that of all that is counted. */
export function ofAll({ times: _times, counted: _counted, ...sum }: SaidSum): SaidSum {
  return { ...sum, per: undefined };
}
