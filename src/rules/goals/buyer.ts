import { fold } from '../../french/words.ts';
import { ownValue } from '../../own-value.ts';
import { BUYERS, NATURES, type Situation } from '../facts.ts';
import type { Ask } from '../goal.ts';
import { buyerBy, decidedBy } from '../objects.ts';
import type { ObjectWords } from '../rulebook.ts';
import type { Work } from '../work.ts';

/** Who buys and what, as the law sorts them, from the facts and from the words that say more. */

export const BUYER_ASK: Ask = { fact: 'acheteur', tries: BUYERS };
export const NATURE_ASK: Ask = { fact: 'nature', tries: NATURES };

const BUYER_NAMES: Readonly<Record<string, string>> = {
  etat: 'l’État',
  epa: 'un établissement public de l’État',
  collectivite: 'une collectivité',
  hopital: 'un établissement public de santé',
  office_habitat: 'un office public de l’habitat',
  entite_adjudicatrice: 'une entité adjudicatrice',
};

function buyerName(buyer: string): string {
  return ownValue(BUYER_NAMES, buyer) ?? 'votre organisme';
}

/** The kind of buyer that its activity or its name tells, whatever kind was said (annexe 2, L1212-3). */
function kindByWords(precise: unknown, activity: unknown, objects: readonly ObjectWords[]): string | undefined {
  return buyerBy(activity, 'activite', objects) ?? buyerBy(precise, 'organisme', objects);
}

/** The buyer for the thresholds: what was said of it, and what it does, may change its kind. */
export function settleBuyer(work: Work): void {
  // A water board run by a town is one of those of R2131-12, whatever threshold its activity gives it.
  const local = buyerBy(work.text('precision_acheteur'), 'nom', work.objects) === 'collectivite';
  work.set('organisme du secteur local', local || work.text('acheteur') === 'collectivite');
  const named = work.has('acheteur') ? undefined : buyerBy(work.text('precision_acheteur'), 'nom', work.objects);
  if (named !== undefined) {
    work.set('acheteur', named);
    work.assume('acheteur', named);
  }
  const kind = kindByWords(work.text('precision_acheteur'), work.text('activite'), work.objects);
  if (kind === undefined || kind === work.text('acheteur')) return;
  work.set('acheteur', kind);
  if (kind === 'entite_adjudicatrice') {
    work.assume('acheteur', kind);
    work.say(
      'L’achat sert une activité d’opérateur de réseaux : l’acheteur agit comme entité adjudicatrice.',
      'L1212-3',
      'annexe 2',
    );
  } else if (kind === 'epa') work.say('Cet organisme est dans la liste des autorités publiques centrales.', 'annexe 2');
  else
    work.say(
      'Cet organisme n’est pas une autorité publique centrale : il suit le seuil des autres pouvoirs adjudicateurs.',
      'annexe 2',
    );
}

/** How the buyer is named beside its threshold; nothing where it was not given or is of a kind of its own. */
export function scopeOf(work: Work): string {
  const own = kindByWords(work.text('precision_acheteur'), work.text('activite'), work.objects) !== undefined;
  return work.knows('acheteur') && !own ? ` (${buyerName(work.text('acheteur'))})` : '';
}

/** Whether the words of the object put it on the list of specific services, or make it books. */
export function settleNature(work: Work): void {
  const nature = work.text('nature');
  const decided = nature === 'travaux' ? undefined : decidedBy(work.text('objet'), work.objects);
  const books = decided?.donne === 'livres_non_scolaires' && !/\bscolaires?\b/.test(fold(work.text('usage')));
  work.set('livres_non_scolaires', books);
  if (decided?.donne !== 'services_specifiques' || nature === 'services_specifiques' || nature === 'fournitures')
    return;
  work.set('nature', 'services_specifiques');
  work.assume('nature', 'services_specifiques');
  work.say(
    `L’objet («${work.text('objet')}») est sur la liste des services sociaux et autres services spécifiques : à vérifier dans l’avis annexé au code.`,
    decided.article,
    'annexe 3',
  );
}

/** False unless it was said: few purchases are for defence. */
export function settleDefence(work: Work): void {
  if (!work.has('defense_securite')) work.assume('defense_securite', false);
  work.set('defense_securite', work.flag('defense_securite'));
}

/** Asks of buyer and nature that were not given; an object that decides the nature answers for it. */
export function asksOfPurchase(given: Situation, objects: readonly ObjectWords[]): readonly Ask[] {
  return [
    ...(given.has('acheteur') ||
    (kindByWords(given.get('precision_acheteur'), given.get('activite'), objects) ??
      buyerBy(given.get('precision_acheteur'), 'nom', objects)) !== undefined
      ? []
      : [BUYER_ASK]),
    ...(given.has('nature') ? [] : [NATURE_ASK]),
  ];
}
