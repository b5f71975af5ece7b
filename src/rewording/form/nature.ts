import { readText } from '../../french/text.ts';
import { fold } from '../../french/words.ts';
import type { PurchaseNature } from '../../vocabulary/form.ts';
import type { Notion } from '../buyer/notions.ts';
import type { ReadNature } from './learnt-nature.ts';

/** From which likelihood it is right nine times in ten on needs that the weights have not seen (`train:clauses -- --folds 4`). */
const SURE = 0.81;

/**
 * What is bought, where the words settle it, as learnt from labelled needs. Undefined rather than wrong.
 * @param object what is bought, in the person's words
 */
export function readNature(
  read: ReadNature,
  object: string,
  message: string,
  notions: readonly Notion[],
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
  if (share < SURE) return undefined;
  if (nature === 'fournitures' && BOUGHT_AND_DONE.test(flat)) return 'mixte';
  const isSpecific = notions.some(({ trade, entry }) => trade && entry.bought_as === 'services_specifiques');
  return nature === 'services' && isSpecific ? 'services_specifiques' : nature;
}

const HIRED =
  /\b(?:louer|location (?:de |d'|des )(?!salle|locaux|bureaux|car))(?!.{0,60}\b(?:chauffeur|operateur|pilote|conducteur))/;
const IN_COURT = /\b(?:tribunal|contentieux|attaques?|assignation|audience|proces|referes?|plaider|defendre)\b/;
const DESIGNS = /^(?:un |une |l'|notre )?(?:architecte|maitrise d'oeuvre|maitre d'oeuvre|moe)\b/;
/** Goods with a service that is bought too, and lasts: laying them would be a part of the supply (L1111-3). */
const BOUGHT_AND_DONE =
  /\b(?:avec|et|plus|\+) (?:la |leur |son |sa |une? |un contrat d[e'] ?)?(?:maintenance|entretien|depannage|infogerance|exploitation)\b/;
