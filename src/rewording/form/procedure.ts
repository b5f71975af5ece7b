import type { IsoDate } from '../../days/iso-date.ts';
import { parisDay } from '../../days/iso-date.ts';
import { readValues } from '../../french/values/read-values.ts';
import { createLatest } from '../../latest.ts';
import type { ComputeOn } from '../../rules/compute.ts';
import type { FactName, FactValue } from '../../rules/facts.ts';
import { formTexts } from '../../text/form-texts.ts';
import type { PurchaseNature } from '../../vocabulary/form.ts';
import type { Need } from '../port/rewording.ts';
import { yearsOf } from './years.ts';

/** The procedure of a purchase as far as its nature and its sum tell it; undefined where they do not. */
export type ProcedureOf = (nature: PurchaseNature, need: Need) => string | undefined;

/** @param load the rules, read at the first form that needs them */
export function createProcedureOf(load: () => ComputeOn, now: () => Date): ProcedureOf {
  let compute: ComputeOn | undefined;
  const known = createLatest<string>(KEPT);
  const concluded = (nature: string, sum: number, at: IsoDate): string => {
    const key = `${nature} ${sum} ${at}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    compute ??= load();
    const rules = compute;
    const values = BUYERS.map((buyer) => {
      const situation = new Map<FactName, FactValue>([
        ['acheteur', buyer],
        ['nature', nature],
        ['montant_ht', sum],
      ]);
      const done = rules({ goal: 'procedure', situation, at }, 'achat');
      return done.ok ? String(done.value.value) : '';
    });
    const value = values.every((one) => one === values[0]) ? (values[0] ?? '') : '';
    known.set(key, value);
    return value;
  };
  const { procedure: says } = formTexts;
  return (nature, need) => {
    const ruled = RULED[nature];
    if (ruled === undefined) return undefined;
    const range = sumOf(need);
    if (range === undefined) return ruled === 'services_specifiques' ? says.specific : undefined;
    const at = parisDay(now());
    const [low, high] = range.map((sum) => concluded(ruled, sum, at));
    return low === high && (low === 'dispense_seuil' || low === 'adaptee' || low === 'formalisee')
      ? says[low]
      : undefined;
  };
}

const KEPT = 2_000;
/** Who buys is not known: both thresholds of annexe 2 must come to the same. */
const BUYERS = ['collectivite', 'etat'] as const;

const RULED: Readonly<Partial<Record<PurchaseNature, string>>> = {
  fournitures: 'fournitures',
  services: 'services',
  services_specifiques: 'services_specifiques',
  travaux: 'travaux',
  pi: 'services',
  tic: 'services',
  moe: 'services',
};

/** The highest rate of tax: a sum that holds it, or may, stands between itself and that. */
const TAX = 1.2;

/** What the whole purchase may come to, tax left out: undefined where one sum does not say it. */
function sumOf({ slots: { budget, duration } }: Need): readonly [number, number] | undefined {
  if (budget === undefined || budget.conflict) return undefined;
  const sums = budget.said.flatMap(({ value }) => readValues(value).filter((one) => one.kind === 'amount'));
  const [sum, ...others] = sums;
  if (sum === undefined || others.length > 0 || sum.kind !== 'amount') return undefined;
  const years = yearsOf(duration?.said.map(({ value }) => value) ?? []);
  if (sum.per !== undefined && (sum.per !== 'an' || years === undefined)) return undefined;
  // «95 000 € sur 3 ans» may be of each year or of all.
  const low = sum.low / (sum.tax === 'HT' ? 1 : TAX);
  return sum.per === undefined ? [low, sum.high * (years ?? 1)] : [low * (years ?? 1), sum.high * (years ?? 1)];
}
