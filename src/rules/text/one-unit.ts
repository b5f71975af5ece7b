// One thing: whether who asks tells what one unit of a body buys (a service, a laboratory, a school), whose needs count with those of the others.
import { fold } from '../../french/words.ts';

const UNITS =
  '(?:labos?|laboratoires?|services?|directions?|ecoles?|ufr|composantes?|sites?|antennes?|unites?|poles?|equipes?|divisions?|departements? de|facultes?|instituts?|cuisines?|creches?|mediatheques?|bibliotheques?|musees?|centres?|ateliers?|casernes?|bureaux?)';
/** «Mon labo», «gestionnaire d'un service», «à l'école dont je suis directrice». */
const OWN = new RegExp(
  `\\b(?:mon|ma|notre|mes|nos) ${UNITS}\\b|\\b(?:gestionnaire|responsable|directeur|directrice|chef|cheffe|secretaire|regisseu\\w+) (?:d'une? |du |de la |de l'|de |d')${UNITS}\\b`,
);
/** «Les deux labos voisins», «les autres services», «chacun dans son coin». */
const OTHERS = new RegExp(
  `\\b(?:autres?|deux|trois|quatre|cinq|six|plusieurs|tous les|toutes les|chaque) ${UNITS}(?: (?:voisine?s?|aussi|egalement|de))|\\bautres ${UNITS}\\b|\\b${UNITS} (?:voisine?s?|d'a cote|d'en face)\\b|\\bchacune? (?:dans son coin|de son cote|son budget|son code|pour soi|ses achats)\\b`,
);
/** «Nous passons nos propres marchés», «unité autonome». */
const AUTONOMOUS =
  /\bautonom\w*|\b(?:propres?|nous-memes?) (?:marches|contrats)\b|\bacheteur (?:a part|distinct|independant)/;

/** Of whose needs: those of one unit alone, those of a unit beside others that buy the same; undefined of no unit of a body. */
export function unitOf(text: string): 'alone' | 'among others' | undefined {
  const flat = fold(text).replace(/\s+/g, ' ');
  if (AUTONOMOUS.test(flat)) return undefined;
  if (!OWN.test(flat) && !OTHERS.test(flat)) return undefined;
  return OTHERS.test(flat) ? 'among others' : 'alone';
}
