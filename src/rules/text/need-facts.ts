import type { FactName, FactValue } from '../facts.ts';
import type { SaidSum } from './said-sums.ts';

/** The facts of a need from the sums that no other words claim: never a part for the whole. */
export interface SaidPeriods {
  /** Months of the first duration said. */
  readonly months: number | undefined;
  readonly renewals: number | undefined;
  /** It may be renewed, and how often is not said. */
  readonly uncounted?: boolean;
  /** Months of one renewal, where it is said. */
  readonly renewalMonths: number | undefined;
}

const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/**
 * @param rate per cent of VAT, where the text gives it
 * @param lots the sums are those of lots
 */
export function needFacts(
  sums: readonly SaidSum[],
  option: SaidSum | undefined,
  { months, renewals, renewalMonths }: SaidPeriods,
  rate: number | undefined,
  lots: boolean,
): ReadonlyMap<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  if (rate !== undefined) facts.set('taux_tva', rate);
  if (option !== undefined) facts.set('option_ht', netOf(option.high, option.tax, rate) ?? option.high);
  const whole = sums.filter(({ part }) => !part);
  const [only] = whole;
  if (only === undefined) return facts;
  if (whole.length === 1) return new Map([...facts, ...oneSum(only, { months, renewals, renewalMonths }, rate)]);
  // «38 400 par an et 12 600 par an, sur six ans».
  const length = months === undefined ? 12 : months * (1 + (renewalMonths === undefined ? (renewals ?? 0) : 0));
  const often = ({ per }: SaidSum) => (per === 'an' ? length / 12 : per === 'mois' ? length : 1);
  const priced = whole.map((sum) => ({ ...sum, value: sum.high * (sum.times ?? 1) * often(sum) }));
  const most = priced.toSorted((a, b) => b.value - a.value)[0];
  const others = priced.reduce((total, { value }) => total + value, 0) - (most?.value ?? 0);
  // «15 000 et 20 000, soit 35 000»: the total is said.
  if (most !== undefined && priced.length > 2 && Math.abs(others - most.value) < 0.01)
    return new Map([...facts, ...oneSum(most, {}, rate)]);
  const gross = priced.every(({ tax }) => tax === 'TTC');
  // «4 000 TTC et 3 000 HT»: without the rate, each keeps its own tax.
  const isGross = ({ tax }: SaidSum) => tax === 'TTC' && (gross || rate === undefined);
  const values = priced.filter((sum) => !isGross(sum)).map(({ value, tax }) => round(netOf(value, tax, rate) ?? value));
  if (priced.some(isGross))
    facts.set(
      'montants_ttc',
      priced.filter(isGross).map(({ value }) => round(value)),
    );
  if (values.length > 0) facts.set(lots ? 'lots_ht' : 'montants', values);
  return facts;
}

function netOf(value: number, tax: SaidSum['tax'], rate: number | undefined): number | undefined {
  if (tax !== 'TTC') return value;
  return rate === undefined ? undefined : round(value / (1 + rate / 100));
}

function oneSum(
  sum: SaidSum,
  { months, renewals, renewalMonths }: Partial<SaidPeriods>,
  rate: number | undefined,
): readonly (readonly [FactName, FactValue])[] {
  const net = netOf(sum.high, sum.tax, rate);
  const value = net ?? sum.high;
  const again = months === undefined || renewalMonths === undefined || renewalMonths === months ? renewals : undefined;
  const length =
    again === undefined && renewals !== undefined ? (months ?? 0) + renewals * (renewalMonths ?? 0) : months;
  const renewed: readonly (readonly [FactName, FactValue])[] = again === undefined ? [] : [['reconductions', again]];
  if (sum.per === 'mois' || sum.per === 'an') {
    const fact = sum.per === 'mois' ? 'montant_mensuel_ht' : 'montant_annuel_ht';
    // What a rhythm comes to is only known tax excluded: without the rate, its gross total is told.
    if (net === undefined && length !== undefined)
      return [['montant_ttc', round((value * length * (1 + (again ?? 0))) / (sum.per === 'mois' ? 1 : 12))]];
    if (net === undefined) return [];
    return [[fact, value], ...(length === undefined ? [] : ([['duree_mois', length]] as const)), ...renewed];
  }
  if (sum.tax === 'TTC') return [['montant_ttc', round(sum.high * (sum.times ?? 1))]];
  if (sum.times !== undefined) return [['prix_unitaire_ht', value], ['quantite', sum.times], ...renewed];
  return [[sum.per === 'unite' ? 'prix_unitaire_ht' : 'montant_ht', value]];
}
