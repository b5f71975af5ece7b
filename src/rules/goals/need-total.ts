import type { FactName, FactValue } from '../facts.ts';
import type { Goal } from '../goal.ts';
import { cents, euros, type Work } from '../work.ts';
import { asksOfNeed, sumNeed } from './need.ts';

/** The whole need, as the law counts it: R2121-1 to R2121-8. */
export const needTotal: Goal = {
  asks: (given) => (isAgreement((fact) => given.get(fact)) ? [] : asksOfNeed(given)),
  compute: (work) => {
    const total = isAgreement((fact) => work.told(fact)) ? sumAgreement(work) : sumAll(work);
    if (total === undefined) return { needs: ['maximum_ht'] };
    const vat = work.number('taux_tva');
    if (vat === undefined || work.has('montants_ttc') || work.has('montant_ttc'))
      return { value: total, values: { montant_total: total, ...grossOf(work) } };
    const gross = cents(total * (1 + vat / 100));
    return { value: total, values: { montant_total: total, montant_ttc: gross } };
  },
};

function grossOf(work: Work) {
  const list = work.list('montants_ttc');
  return list === undefined ? {} : { montant_ttc: list.reduce((sum, one) => sum + one, 0) };
}

function isAgreement(told: (fact: FactName) => FactValue | undefined): boolean {
  const form = told('accord_cadre');
  return (
    told('maximum_ht') !== undefined ||
    form === true ||
    (typeof form === 'string' && !/^non\b/i.test(form)) ||
    typeof told('minimum_ht') === 'number' ||
    told('depense_probable_ht') !== undefined
  );
}

/** An agreement counts for its maximum over its whole life, not for what is promised nor thought likely (R2121-8). */
function sumAgreement(work: Work): number | undefined {
  const maximum = work.number('maximum_ht');
  if (maximum === undefined) {
    work.say(
      'Un accord-cadre compte pour son maximum sur toute sa durée, qu’il doit toujours fixer : donnez-le.',
      'R2121-8',
      'R2162-4',
    );
    return undefined;
  }
  const less = [work.number('depense_probable_ht'), work.number('minimum_ht')].filter((one) => one !== undefined);
  work.say(
    `Accord-cadre : son maximum, ${euros(maximum)} HT sur toute sa durée, est le montant du besoin${less.length === 0 ? '' : `, non la dépense probable ni le minimum (${less.map(euros).join(', ')})`}.`,
    'R2121-8',
    'R2121-1',
  );
  return maximum;
}

function sumAll(work: Work): number {
  const works = work.list('lots_travaux_ht');
  const supplied = work.number('fournitures_remises_au_titulaire_ht');
  const total = sumNeed(work);
  const regular = work.flag('besoin_regulier') && work.text('nature') !== 'travaux';
  if (regular)
    work.say(
      `Besoin régulier : il se compte sur ${work.said('periode.besoin_regulier')}, ceux qui précèdent ou ceux qui suivent la conclusion.`,
      'R2121-7',
    );
  if (work.has('maitrise_oeuvre_ht'))
    work.say(
      `La maîtrise d’œuvre (${euros(work.number('maitrise_oeuvre_ht') ?? 0)} HT) ne s’ajoute pas : c’est un marché de services, compté à part.`,
      'R2121-5',
      'R2121-6',
    );
  if (supplied === undefined || (works === undefined && work.text('nature') !== 'travaux')) return total;
  work.say(
    `${euros(total)} + ${euros(supplied)} de fournitures et services remis au titulaire = ${euros(total + supplied)} HT : ce qui est mis à sa disposition pour les travaux compte.`,
    'R2121-5',
  );
  return total + supplied;
}
