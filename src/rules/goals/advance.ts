import { fold } from '../../french/words.ts';
import type { Situation } from '../facts.ts';
import type { Ask, Done, Goal } from '../goal.ts';
import { cents, euros, percent, type Work } from '../work.ts';
import { BUYER_ASK } from './buyer.ts';

const PME: Ask = { fact: 'pme', tries: [true, false] };
/** On both sides of the running costs that bind a large buyer. */
const SPENDING = [20_000_000, 90_000_000];

/** The advance: whether it is due, on what, at what rate (R2191-3 to R2191-17, option A of the CCAG). */
export const advance: Goal = {
  asks: (given) =>
    asksRepayment(given)
      ? []
      : [
          ...(given.has('acheteur') ? [] : [BUYER_ASK]),
          ...(hasAmount(given)
            ? []
            : [{ fact: byOrders(given) ? 'bon_ht' : 'montant_ht', tries: [50_000, 50_001] } as const]),
          ...(given.has('duree_mois') ? [] : [{ fact: 'duree_mois', tries: [2, 3] } as const]),
          ...(given.has('pme') ? [] : [PME]),
          ...(given.has('depenses_fonctionnement') || given.has('charges_fonctionnement')
            ? []
            : [{ fact: 'depenses_fonctionnement', tries: SPENDING } as const]),
          ...(given.has('ccag') ? [] : [{ fact: 'ccag', tries: [null, 'FCS'] } as const]),
        ],
  conclusion: ({ value, values }) => [value, values?.['obligatoire'] === true ? values['taux_min_pct'] : undefined],
  compute: (work) => {
    settleContract(work);
    const whole = (['acheteur', 'montant_ht', 'duree_mois', 'pme'] as const).every((fact) => work.has(fact));
    if (!whole) return { values: { debut_remboursement_pct: repayment(work, undefined) } };
    settleOption(work);
    const kept = cents(work.amountOf('montant retenu ht'));
    const due = work.holds('avance obligatoire');
    sayDue(work, kept, due);
    const rate = work.amountOf('taux minimal de l avance');
    if (due) sayRate(work, rate);
    const sums = due ? sumsOf(work, rate) : {};
    return {
      value: due ? 'oui' : 'non',
      values: {
        obligatoire: due,
        montant_retenu_ht: kept,
        ...(due ? { taux_min_pct: rate } : {}),
        ...sums,
        debut_remboursement_pct: repayment(work, due ? rate : undefined),
      },
    };
  },
};

function hasAmount(given: Situation): boolean {
  const minimum = given.get('minimum') ?? given.get('minimum_ht');
  if (typeof minimum === 'number' && minimum > 0) return true;
  return given.has('bon_ht') || (given.has('montant_ht') && !byOrders(given));
}

function byOrders(given: Situation): boolean {
  const told = given.get('accord_cadre');
  return told === true || (typeof told === 'string' && !/^non\b/.test(fold(told)));
}

/** The clause that takes the advance back, and not whether one is due. */
function asksRepayment(given: Situation): boolean {
  const whole = given.has('acheteur') && hasAmount(given) && given.has('duree_mois');
  return (given.has('clause_remboursement') || given.has('taux_avance_pct')) && !whole;
}

/** An agreement with orders is looked at order by order, unless it promises more than the threshold (R2191-16, R2191-17). */
function settleContract(work: Work): void {
  const minimum = work.number('minimum') ?? work.number('minimum_ht');
  const threshold = work.figure('seuil.avance');
  const byOrders = work.has('accord_cadre') || work.has('bon_ht') || minimum !== undefined;
  if (byOrders && minimum !== undefined && minimum > threshold) {
    work.set('montant_ht', minimum);
    work.say(
      `Accord-cadre dont le minimum (${euros(minimum)} HT) dépasse ${work.said('seuil.avance')} : une seule avance, calculée sur ce minimum.`,
      'R2191-17',
    );
  } else if (work.has('bon_ht')) {
    work.set('montant_ht', work.number('bon_ht') ?? 0);
    work.say(
      `Accord-cadre à bons de commande sans minimum supérieur à ${work.said('seuil.avance')} : l’avance s’apprécie bon par bon.`,
      'R2191-16',
    );
  }
  if (!work.has('part_sous_traitee_paiement_direct_ht')) work.set('part_sous_traitee_paiement_direct_ht', 0);
}

function settleOption(work: Work): void {
  const optionB = /\bb\b/.test(fold(work.text('option_avance')));
  work.set('option A du CCAG', work.has('ccag') && !optionB);
  if (!work.has('depenses_fonctionnement'))
    work.set('depenses_fonctionnement', work.number('charges_fonctionnement') ?? 0);
}

function sayDue(work: Work, kept: number, due: boolean): void {
  const share = work.number('part_sous_traitee_paiement_direct_ht') ?? 0;
  if (share > 0)
    work.say(
      `${euros(kept + share)} − ${euros(share)} exécutés par le sous-traitant payé directement = ${euros(kept)} HT à retenir.`,
      'R2191-6',
    );
  if (!work.holds('verse des avances')) {
    work.say(
      'Un office public de l’habitat n’est pas soumis au régime des avances ; il peut choisir de l’appliquer.',
      'R2191-1',
      'R2191-2',
    );
    return;
  }
  const [amount, length] = [work.said('seuil.avance'), work.said('duree.avance')];
  // What was only tried is not told as given.
  const here = [
    ...(work.isTried('montant_ht') ? [] : [`${euros(kept)} HT`]),
    ...(work.isTried('duree_mois') ? [] : [`${String(work.number('duree_mois')).replace('.', ',')} mois`]),
  ];
  work.say(
    due
      ? `Avance obligatoire : ${euros(kept)} HT dépassent ${amount} et l’exécution dure plus de ${length}. L’entreprise peut la refuser.`
      : `Avance non obligatoire : il faut à la fois plus de ${amount} et plus de ${length} d’exécution (ici ${here.join(' et ')}). Elle reste possible.`,
    'R2191-3',
    due ? 'R2191-5' : 'R2191-4',
  );
}

function sayRate(work: Work, rate: number): void {
  const firm = work.flag('pme') ? 'une PME' : 'une entreprise qui n’est pas une PME';
  const ccag = work.text('ccag');
  if (work.flag('pme') && work.has('ccag') && !/\bb\b/.test(fold(work.text('option_avance'))))
    work.say(
      `Le marché vise le CCAG-${ccag} sans retenir l’option B : option A, ${percent(rate)} au moins pour une PME, quel que soit l’acheteur.`,
      ccagArticle(ccag),
      'R2191-7',
    );
  else work.say(`Taux minimal pour ${firm} et cet acheteur : ${percent(rate)}.`, 'R2191-7');
  const own = work.number('taux_avance_pct');
  if (own !== undefined && own < rate) work.say(`Le taux prévu, ${percent(own)}, est sous ce minimum.`, 'R2191-7');
}

const CCAG_ADVANCE = new Map([
  ['FCS', 'CCAG-FCS 11'],
  ['TIC', 'CCAG-TIC 11'],
  ['PI', 'CCAG-PI 11'],
  ['MI', 'CCAG-MI 12'],
  ['MOE', 'CCAG-MOE 11'],
  ['Travaux', 'CCAG-Travaux 10'],
]);

function ccagArticle(ccag: string): string {
  return CCAG_ADVANCE.get(ccag) ?? 'CCAG-FCS 11';
}

function sumsOf(work: Work, rate: number): NonNullable<Done['values']> {
  if (!work.has('taux_tva')) {
    work.say('L’avance se calcule toutes taxes comprises : donnez le taux de TVA pour avoir son montant.', 'R2191-7');
    return {};
  }
  const base = cents(work.amountOf('base de l avance'));
  const months = work.number('duree_mois') ?? 0;
  const gross = cents(work.amountOf('montant retenu ht') * (1 + (work.number('taux_tva') ?? 0) / 100));
  work.say(
    months > work.figure('duree.avance.assiette')
      ? `Assiette : ${euros(gross)} TTC × 12 / ${months} mois = ${euros(base)}, le marché durant plus de ${work.said('duree.avance.assiette')}.`
      : `Assiette : ${euros(base)} TTC.`,
    'R2191-7',
  );
  const least = cents(work.amountOf('avance minimale'));
  const own = work.number('taux_avance_pct') ?? 0;
  const agreed = own > rate ? cents((base * own) / 100) : undefined;
  // What the contract promises is what is paid.
  if (agreed === undefined) work.say(`${euros(base)} × ${percent(rate)} = ${euros(least)} au moins.`, 'R2191-7');
  else
    work.say(
      `Au taux du marché : ${euros(base)} × ${percent(own)} = ${euros(agreed)} ; le minimum serait ${percent(rate)}, ${euros(least)}.`,
      'R2191-7',
    );
  return { base, ...(agreed === undefined ? { montant_min: least } : { montant_prevu: agreed }) };
}

/** When the contract is silent: at a share of what is done, or from the first payment where the advance is large (R2191-11). */
function repayment(work: Work, least: number | undefined): number | undefined {
  const silent =
    !work.has('clause_remboursement') ||
    /^(?:aucune|neant|non|silence|muette)/.test(fold(work.text('clause_remboursement')));
  const rate = work.number('taux_avance_pct') ?? least;
  const told =
    work.has('clause_remboursement') && work.text('clause_remboursement') === '' && work.flag('clause_remboursement');
  if (rate === undefined || !silent || told) return undefined;
  work.set('taux_avance_pct', rate);
  const starts = work.amountOf('début du remboursement');
  const limit = work.said('taux.avance.courant_maximum');
  work.say(
    starts === 0
      ? `Si le marché se tait, une avance de plus de ${limit} se rembourse dès la première demande de paiement.`
      : `Si le marché se tait, une avance de ${limit} au plus se rembourse à partir de ${percent(starts)} d’exécution.`,
    'R2191-11',
  );
  return starts;
}

/** The guarantee kept back: R2191-32, R2191-33. */
export const retention: Goal = {
  asks: (given) =>
    isForPenalties(given)
      ? []
      : [
          ...(given.has('acheteur') ? [] : [BUYER_ASK]),
          ...(given.has('pme') ? [] : [PME]),
          ...(given.has('depenses_fonctionnement') || given.has('charges_fonctionnement')
            ? []
            : [{ fact: 'charges_fonctionnement', tries: SPENDING } as const]),
        ],
  compute: (work) => {
    if (/penalite/.test(fold(work.text('usage_envisage')))) {
      work.say(
        'Non : la retenue de garantie ne couvre que les réserves à la réception et celles du délai de garantie ; les pénalités se déduisent des sommes dues.',
        'R2191-32',
      );
      return { value: 'non' };
    }
    work.set(
      'depenses_fonctionnement',
      work.number('charges_fonctionnement') ?? work.number('depenses_fonctionnement') ?? 0,
    );
    const wanted = work.number('taux_retenue_pct');
    const ofAll = wanted === undefined ? undefined : judgedForAll(work, wanted);
    if (ofAll !== undefined) return ofAll;
    const rate = work.amountOf('taux maximal de la retenue');
    const changes = (work.list('modifications_ttc') ?? [work.number('modifications_ttc') ?? 0]).reduce(
      (sum, one) => sum + one,
      0,
    );
    work.say(
      `Taux maximal : ${percent(rate)}${work.flag('pme') ? ' pour une PME chez cet acheteur' : ''}.`,
      'R2191-33',
    );
    if (wanted !== undefined)
      return { value: wanted > rate ? 'taux_trop_haut' : 'taux_permis', values: { taux_max_pct: rate } };
    if (!work.has('montant_initial_ttc')) return { values: { taux_max_pct: rate } };
    work.set('total des modifications ttc', changes);
    const most = cents(work.amountOf('retenue maximale'));
    const initial = work.number('montant_initial_ttc') ?? 0;
    work.say(
      `${changes === 0 ? euros(initial) : `(${euros(initial)} + ${euros(changes)} de modifications)`} × ${percent(rate)} = ${euros(most)} au plus, toutes taxes comprises.`,
      'R2191-33',
    );
    return { values: { taux_max_pct: rate, montant_max: most } };
  },
};

/** A rate that is too high for every buyer, or allowed to all: who buys, and from whom, decides nothing. */
function judgedForAll(work: Work, wanted: number): Done | undefined {
  const most = work.figure('taux.retenue_garantie');
  if (wanted <= most && wanted > work.figure('taux.retenue_garantie.pme')) return undefined;
  work.say(
    `Retenue de garantie : ${work.said('taux.retenue_garantie')} au plus du montant, modifications comprises ; ${work.said('taux.retenue_garantie.pme')} pour une PME à l’État, chez ses grands établissements et les grandes collectivités.`,
    'R2191-33',
  );
  return { value: wanted > most ? 'taux_trop_haut' : 'taux_permis' };
}

function isForPenalties(given: Situation): boolean {
  const usage = given.get('usage_envisage');
  return typeof usage === 'string' && /penalite/.test(fold(usage));
}
