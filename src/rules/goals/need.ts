import { sayNumber } from '../../corpus/figures.ts';
import type { FactName, Situation } from '../facts.ts';
import type { Ask } from '../goal.ts';
import { euros, percent, type Work } from '../work.ts';

/** The whole need, tax excluded, from whatever it was told by: a total, a list, a price and a quantity, a rhythm. */

const VAT_RATES = [0, 2.1, 5.5, 10, 20];
/** Around every threshold of the law, so that an amount nobody gave is seen to decide. */
const AMOUNTS = [50_000, 150_000, 250_000, 500_000, 80_000, 6_000_000];
const SOURCES: readonly FactName[] = [
  'montant_ht',
  'montants',
  'montant_ttc',
  'montants_ttc',
  'prix_unitaire_ht',
  'montant_mensuel_ht',
  'montant_annuel_ht',
  'travaux_ht',
  'lots_ht',
  'lots_travaux_ht',
];

export function asksOfNeed(given: Situation): readonly Ask[] {
  const has = (fact: FactName) => given.has(fact);
  const source = SOURCES.find(has);
  if (source === undefined) return [{ fact: 'montant_ht', tries: AMOUNTS }];
  const gross =
    source === 'montant_ttc' || source === 'montants_ttc' || (source !== 'montant_ht' && has('montants_ttc'));
  if (gross && !has('taux_tva')) return [{ fact: 'taux_tva', tries: VAT_RATES }];
  if (source === 'montants' && given.get('nature') !== 'travaux' && !has('homogene'))
    return [{ fact: 'homogene', tries: [true, false] }];
  if (source === 'prix_unitaire_ht' && !has('quantite'))
    return [{ fact: 'quantite', tries: [1, 100, 10_000, 1_000_000] }];
  if (source === 'montant_mensuel_ht' && !has('duree_mois')) return [{ fact: 'duree_mois', tries: [1, 12, 48, 72] }];
  if (source === 'montant_annuel_ht' && !has('annees') && !has('duree_mois') && !has('reconductions'))
    return [{ fact: 'annees', tries: [1, 4] }];
  return [];
}

/** Facts without which a sum is only supposed. */
const COMPLETES: readonly FactName[] = ['montant_ht', 'homogene', 'taux_tva', 'quantite', 'duree_mois', 'annees'];

/** Whether the total is one that was tried: it is not said then, and the conclusion holds for every other. */
export function isSupposed(work: Work): boolean {
  return COMPLETES.some((fact) => work.isTried(fact));
}

const FACT_NAMES = new Map<FactName, string>([
  ['montant_ht', 'le montant'],
  ['homogene', 'l’homogénéité'],
  ['taux_tva', 'le taux de TVA'],
  ['quantite', 'la quantité'],
  ['duree_mois', 'la durée'],
  ['annees', 'le nombre d’années'],
]);

function sayFact(fact: FactName): string {
  return FACT_NAMES.get(fact) ?? fact;
}

/** «58 900 €», or words that name no sum where it was only tried. */
export function nameOf(work: Work, total: number): string {
  return isSupposed(work) ? 'Dans tous les cas, le montant' : euros(total);
}

/** Says how the total was made, and gives it; a total given as one is not said again. */
export function sumNeed(work: Work): number {
  const supposed = COMPLETES.filter((fact) => work.isTried(fact));
  const parts = work.list('montants');
  if (supposed.length === 1 && supposed[0] === 'homogene' && parts !== undefined) {
    const total = parts.reduce((sum, part) => sum + part, 0);
    work.say(
      `${parts.map(euros).join(' + ')} = ${euros(total)} HT au plus : homogènes ou non, la conclusion est la même.`,
      'R2121-1',
      'R2121-6',
    );
    return sumPrincipal({ ...work, say: () => undefined });
  }
  if (supposed.length > 0) {
    work.say(`Ce qui n’est pas précisé (${supposed.map(sayFact).join(', ')}) ne change pas la conclusion.`, 'R2121-1');
    return sumPrincipal({ ...work, say: () => undefined });
  }
  const whole = sumPrincipal(work);
  const option = work.number('option_ht');
  if (option === undefined) return whole;
  work.say(
    `${euros(whole)} + option ${euros(option)} = ${euros(whole + option)} HT : les options comptent.`,
    'R2121-1',
  );
  return whole + option;
}

function sumPrincipal(work: Work): number {
  const amount = work.number('montant_ht') ?? work.number('travaux_ht');
  if (amount !== undefined) return amount;
  const works = work.list('lots_travaux_ht');
  if (works !== undefined) return sumWorks(work, works);
  const parts = work.list('montants') ?? work.list('lots_ht');
  const taxed = work.list('montants_ttc');
  if (parts !== undefined) return sumParts(work, taxed === undefined ? parts : [...parts, netOf(work, taxed)]);
  const gross = taxed ?? (work.has('montant_ttc') ? [work.number('montant_ttc') ?? 0] : undefined);
  if (gross !== undefined) return netOf(work, gross);
  if (work.has('prix_unitaire_ht')) return sumUnits(work);
  return sumRhythm(work);
}

/** A price and a quantity; what is bought again each year, or at each renewal, counts each time. */
function sumUnits(work: Work): number {
  const once = work.amountOf('prix fois quantité');
  const years = work.number('annees') ?? 1;
  const renewals = work.number('reconductions') ?? 0;
  const times = years === renewals + 1 ? years : years * (1 + renewals);
  work.say(
    `${sayNumber(work.number('quantite') ?? 0)} × ${euros(work.number('prix_unitaire_ht') ?? 0)}${
      times === 1 ? '' : ` × ${times} périodes, reconductions comprises,`
    } = ${euros(once * times)} HT.`,
    'R2121-1',
  );
  return once * times;
}

/** A works operation is counted whole, with what the buyer supplies to the contractor (R2121-5). */
function sumWorks(work: Work, lots: readonly number[]): number {
  const total = lots.reduce((sum, lot) => sum + lot, 0);
  work.say(`Opération de travaux : ${lots.map(euros).join(' + ')} = ${euros(total)} HT.`, 'R2121-5', 'R2121-1');
  return total;
}

function sumParts(work: Work, parts: readonly number[]): number {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (work.has('homogene') && !work.flag('homogene') && work.text('nature') !== 'travaux') {
    const most = Math.max(...parts);
    work.say(
      `Prestations non homogènes et sans unité fonctionnelle : chaque famille se compte à part (${parts.map(euros).join(', ')}) ; la plus forte est à ${euros(most)} HT.`,
      'R2121-6',
    );
    return most;
  }
  const why =
    work.text('nature') === 'travaux'
      ? 'une même opération de travaux se compte en entier'
      : 'des prestations homogènes s’additionnent, même achetées en plusieurs fois ou à plusieurs entreprises';
  work.say(
    `${parts.map(euros).join(' + ')} = ${euros(total)} HT : ${why}.`,
    work.text('nature') === 'travaux' ? 'R2121-5' : 'R2121-6',
    'R2121-1',
    'R2121-4',
  );
  return total;
}

function netOf(work: Work, gross: readonly number[]): number {
  const total = gross.reduce((sum, part) => sum + part, 0);
  work.set('montant_ttc', total);
  const net = work.amountOf('hors taxes');
  const rate = work.number('taux_tva') ?? 0;
  const sum = gross.length === 1 ? '' : `${gross.map(euros).join(' + ')} = ${euros(total)} TTC. `;
  work.say(
    `${sum}${euros(total)} TTC avec une TVA de ${percent(rate)} font ${euros(net)} HT (hors taxes) : les seuils se comparent hors taxes.`,
    'R2121-1',
  );
  return net;
}

function sumRhythm(work: Work): number {
  const renewals = work.number('reconductions') ?? 0;
  work.set('reconductions', renewals);
  const periods = () => (work.number('reconductions') ?? 0) + 1;
  const renewed = () => (periods() === 1 ? '' : ` × ${periods()} périodes, reconductions comprises,`);
  if (work.has('montant_mensuel_ht')) {
    const total = work.amountOf('montant mensuel sur la durée');
    work.say(
      `${euros(work.number('montant_mensuel_ht') ?? 0)} × ${work.number('duree_mois')} mois${renewed()} = ${euros(total)} HT.`,
      'R2121-1',
    );
    return total;
  }
  const years = work.number('annees') ?? (work.number('duree_mois') ?? 12) / 12;
  // «Quatre ans, reconductible trois fois» tells the four years twice.
  if (years === renewals + 1 && renewals > 0 && work.has('annees')) work.set('reconductions', 0);
  work.set('annees', years);
  const total = work.amountOf('montant annuel sur la durée');
  work.say(
    `${euros(work.number('montant_annuel_ht') ?? 0)} × ${years} ${years >= 2 ? 'ans' : 'an'}${renewed()} = ${euros(total)} HT.`,
    ...(work.has('accord_cadre') ? ['R2121-8'] : []),
    'R2121-1',
  );
  return total;
}
