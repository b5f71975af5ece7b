import { readText } from '../../french/text.ts';
import { fold } from '../../french/words.ts';
import type { PurchaseNature } from '../../vocabulary/form.ts';
import type { Notion } from '../buyer/notions.ts';
import type { ReadNature } from './learnt-nature.ts';

/** From which likelihood the words alone settle it; below, another reading must agree. */
const SURE = 0.62;
const LIKELY = 0.4;

/**
 * What is bought, where the words settle it: as learnt from labelled needs, and where that is not sure, agreed to by the class
 * of the thing. Undefined rather than wrong.
 * @param object what is bought, in the person's words
 * @param families those of the likeliest class of the vocabulary, none where none is near
 */
export function readNature(
  read: ReadNature,
  object: string,
  message: string,
  notions: readonly Notion[],
  families: readonly string[],
): PurchaseNature | undefined {
  const { flat } = readText(message);
  const words = fold(object);
  if (DESIGNS.test(words)) return 'moe';
  // Whoever represents in court is chosen outside the code's procedures (L2512-5).
  if (IN_COURT.test(flat) && /\bavocats?\b/.test(words)) return undefined;
  const told = read(object, message);
  if (told === undefined) return undefined;
  const { share } = told;
  // Goods are bought, rented or leased (L1111-3).
  const nature = told.nature === 'services' && HIRED.test(words) ? 'fournitures' : told.nature;
  const agrees = families.includes(FAMILY.get(nature) ?? nature);
  if (share < (agrees || families.length === 0 ? LIKELY : SURE)) return undefined;
  if (nature === 'fournitures' && BOUGHT_AND_DONE.test(flat)) return 'mixte';
  const isSpecific = notions.some(({ trade, entry }) => trade && entry.bought_as === 'services_specifiques');
  return nature === 'services' && isSpecific ? 'services_specifiques' : nature;
}

/** What the needs of a nature are called in the vocabulary's table. */
export const FAMILY: ReadonlyMap<PurchaseNature, string> = new Map([
  ['services_specifiques', 'services'],
  ['pi', 'services'],
  ['moe', 'services'],
]);

const HIRED =
  /\b(?:louer|location (?:de |d'|des )(?!salle|locaux|bureaux|car))(?!.{0,60}\b(?:chauffeur|operateur|pilote|conducteur))/;
const IN_COURT = /\b(?:tribunal|contentieux|attaques?|assignation|audience|proces|referes?|plaider|defendre)\b/;
const DESIGNS = /^(?:un |une |l'|notre )?(?:architecte|maitrise d'oeuvre|maitre d'oeuvre|moe)\b/;
/** Goods with a service that is bought too, and lasts: laying them would be a part of the supply (L1111-3). */
const BOUGHT_AND_DONE =
  /\b(?:avec|et|plus|\+) (?:la |leur |son |sa |une? |un contrat d[e'] ?)?(?:maintenance|entretien|depannage|infogerance|exploitation)\b/;
