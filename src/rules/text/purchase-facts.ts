import { fold } from '../../french/words.ts';
import type { FactName, FactValue } from '../facts.ts';
import { wordIn } from '../objects.ts';
import type { ObjectWords } from '../rulebook.ts';
import type { SaidWords } from '../words.ts';

/** «livré», that a hurried hand writes as a book. */
const DELIVERED = /(?<!\b(?:de|des|en) )\blivres?\b/;

/** … but books they are where they are read or sold. */
const BOOKISH = /\b(?:mediatheque|bibliotheque|libraire|librairie|scolaires?|romans?|rayons|lecture)\b/;

const SPENDING: readonly FactName[] = ['depenses_fonctionnement', 'charges_fonctionnement'];
/** Far under what would make a town spend 60 M€ a year. */
const SMALL_TOWN = 20_000;

/** «Commune de 3 000 habitants», «notre village»: what it spends is not worth asking. */
function isSmallTown(flat: string): boolean {
  const people = /\b(\d{1,3}(?:[ .]?\d{3})?) (?:habitants|hab|hbts|habts)\b/.exec(flat)?.[1];
  if (people !== undefined) return Number(people.replace(/[ .]/g, '')) < SMALL_TOWN;
  return /\b(?:village|petite (?:commune|ville|mairie))\b/.test(flat);
}

/** A firm of fewer people than that is taken for a small or medium one; its turnover is hardly ever told. */
const SMALL_FIRM = 250;

/** «Une entreprise de 11 salariés». */
function isSmallFirm(flat: string): boolean | undefined {
  const people = /\b(\d{1,3}(?:[ .]?\d{3})?) (?:salaries|salarie|employes|employe|compagnons|ouvriers)\b/.exec(
    flat,
  )?.[1];
  return people === undefined ? undefined : Number(people.replace(/[ .]/g, '')) < SMALL_FIRM;
}

/** Who buys and what: the first word that decides the nature, services of the annexe among them. */
export function purchaseFacts(
  text: string,
  said: SaidWords,
  objects: readonly ObjectWords[],
  learnt: string | null | undefined,
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  const named = objects
    .flatMap((one) => (one.lu === 'organisme' || one.lu === 'nom' ? [one] : []))
    .find((one) => wordIn(text, one))?.donne;
  const buyer = learnt === undefined ? named : learnt;
  if (buyer !== undefined && buyer !== null && !said.facts.has('acheteur')) facts.set('acheteur', buyer);
  // What serves networks may be run by a town, or by towns together: who it is decides where it publishes.
  if (said.facts.get('acheteur') === 'entite_adjudicatrice' && named === 'collectivite')
    facts.set('precision_acheteur', 'collectivité');
  const flat = fold(text);
  const told = DELIVERED.test(flat) && !BOOKISH.test(flat) ? text.replace(/livr\S*/gi, '') : text;
  const object = objects.filter(({ lu }) => lu === undefined).find((one) => wordIn(told, one));
  const word = object === undefined ? undefined : wordIn(told, object);
  const place = word === undefined ? -1 : fold(text).indexOf(word);
  if (said.nature !== undefined) facts.set('nature', said.nature.nature);
  const small = isSmallFirm(flat);
  if (small !== undefined && !said.facts.has('pme')) facts.set('pme', small);
  if (isSmallTown(flat)) for (const fact of SPENDING) facts.set(fact, 0);
  if (word === undefined || (said.nature !== undefined && said.nature.nature !== 'services' && said.nature.at < place))
    return facts;
  facts.set('objet', word);
  if (object?.donne === 'services_specifiques') facts.set('nature', 'services_specifiques');
  return facts;
}
