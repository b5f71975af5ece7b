import { NOT_SERVED, SKIPS, STOP } from './object-words.ts';
import type { FindTradeWords } from './trades.ts';

export interface Stops {
  /** Where a site that a thing belongs to ends, by the position of its «du», «de la»: «la tonte du stade». */
  readonly sites: ReadonlyMap<number, number>;
  /** Folded positions where the object ends: prepositions of places and users, values. */
  readonly at: ReadonlySet<number>;
  readonly findTradeWords: FindTradeWords;
}

/** End of the noun phrase that starts at `start`; equal to `start` when there is none. */
export function readPhrase(folded: string, start: number, stops: Stops): number {
  let at = start;
  let end = start;
  for (let words = 0; words < 16; ) {
    const joined = readJoint(folded, at, stops, words > 0, folded.slice(start, end));
    if (joined === undefined) break;
    const word = /[a-z0-9][a-z0-9-]*/y;
    word.lastIndex = joined;
    const match = word.exec(folded);
    if (match === null || stops.at.has(joined)) break;
    // «3,5 t» is no word of a name, and its half even less.
    if (/^\d+$/.test(match[0]) && /^[.,]\d/.test(folded.slice(joined + match[0].length, joined + match[0].length + 2)))
      break;
    if (words > 0 && /^(?:pour|permettant)/.test(folded.slice(at, joined).trim()) && NOT_SERVED.test(match[0])) break;
    const linked = /d[eu]/.test(folded.slice(at, joined));
    if (STOP.test(match[0]) && !(linked && match[0] === 'marche') && !(words === 0 && /^type|^modele/.test(match[0])))
      break;
    end = joined + match[0].length;
    at = end;
    words += 1;
    // «(30)» after the thing counts it.
    const counted = / \(\d{1,4}\)/y;
    counted.lastIndex = at;
    const number = counted.exec(folded);
    if (number !== null) {
      const more = folded.slice(at + number[0].length, at + number[0].length + 8);
      if (/^(?:,| et) /.test(more)) at += number[0].length;
    }
  }
  return /^[a-z-]+$/.test(folded.slice(start, end)) &&
    !/(?:tous les|toutes les|\d|deux|trois|quatre|cinq|six|dix|douze) $/.test(
      folded.slice(Math.max(0, start - 8), start),
    )
    ? (stops.sites.get(end + 1) ?? end)
    : end;
}

/** What is taught or insured is told by its subject: «formation aux gestes qui sauvent». */
const TAUGHT =
  /^(?:formation|initiation|sensibilisation|former(?: [a-z']{1,30}){0,4}|accompagnement|assurance dommages|aide|assistance|etude|audit|diagnostic|exposition(?: itinerante)?|enquete|reportage|film|livre|conference|colloque|seminaire|spectacle|atelier|rapport|concertation|mission|campagne|guide|documentaire|animations?|sensibilisation)$/;
/** After the verb of what a thing serves, its object follows with its determiner. */
const SERVED = / pour [a-z]+(?:er|ir|re)$/;
/** Things that are told by what they serve: «logiciel pour gérer les salles». */
const SERVES =
  /^(?:assistance|conseil|expertise|module|logiciel|appli|application|outil|solution|mission|etude|accompagnement|amo|systeme|plateforme|dispositif|prestation|machine|appareil|materiel|produits?)\b/;

/** Someone hired, or advice: told by what it is for. */
const SOMEONE =
  /^(?!(?:lecteur|ordinateur|projecteur|aspirateur|chargeur|congelateur|refrigerateur|destructeur|tracteur|scooter|extincteur|defibrillateur|ascenseur|copieur|photocopieur|videoprojecteur|televiseur|serveur|routeur|radiateur|compteur|detecteur|transformateur|compacteur|distributeur|broyeur|souffleur|tableau|vestiaire|luminaire|mobilier|formulaire|calendrier|amplificateur|moteur|conteneur)s?$)(?:[a-z]{1,30}(?:teur|trice|eur|euse|iste|graphe|logue|icien|icienne)|architecte|avocat|amo|moe|interprete|geometre|expert|intervenant|conseil|accompagnement|assistance|mission|dj|groupe|orchestre|maitrise d'oeuvre|bureau d'etudes?|compagnie|consultant|notaire|guide|artiste|agence)s?(?: [a-z]{1,30}(?:e|ee|al|if|el|elle|ique))?$/;

/** Goods and studies told by what they are for: «cartouches pour le traceur». */
const PART_OF =
  /^(?:etude|audit|diagnostic|cartouche|piece|housse|pneu|batterie|consommable|accessoire|toner|kit|logiciel|formation|support|filtre|lame|ampoule|recharge)s?(?: [a-z' ]+)?$/;

/** A link between two words of the name of a thing, where the name so far allows it. */
interface Joint {
  readonly pattern: RegExp;
  readonly allows?: (phrase: string) => boolean;
  /** Joins two things: the name goes on only with another thing that is sold, within so many characters. */
  readonly lists?: 'and' | 'comma';
}

const JOINTS: readonly Joint[] = [
  {
    pattern:
      / (?:de |d')?\d[\d ,.]*(?:m2|m²|m3|km|ml|ha|hectares?|metres?(?: (?:lineaires?|carres?|cubes?))?|kg|tonnes?|litres?) (?:de |d')/y,
  },
  {
    pattern:
      / (?:de la |de l'|des |du |de |d'|en (?!\d)|a (?=(?:laver|affranchir|manger|dessin|dessiner|chaleur|assistance|dos|roulettes|langer|eau|pain|badge|feuilles|souder|archives|deux|trois|jeun|domicile|distance|destination)\b)|l')/y,
  },
  {
    pattern:
      / a (?:la |l'|une |un )(?=(?:base|plateforme|revue|presse|maitrise|domicile|solution|documentation|banque|logiciel|gestion|conduite|langue))/y,
  },
  { pattern: / (?:et|ou|\+|&|\/) (?:de la |de l'|des |du |de |d'|les |la |le |l'|une? |leurs? )?/y, lists: 'and' },
  { pattern: / ?\+ ?(?:de la |des |du |de |d')?/y },
  { pattern: /, (?:de la |de l'|des |du |de |d'|les |une? |\d{1,4} )?/y, lists: 'comma' },
  { pattern: / (?:les? |la |l'|nos |notre |des |une? )/y, allows: (phrase) => SERVED.test(phrase) },
  {
    pattern: / (?:pour|permettant d[e']) (?=(?!faire|aller)[a-z]+(?:er|ir|re) )/y,
    allows: (phrase) => SERVES.test(phrase) || SOMEONE.test(phrase),
  },
  { pattern: / (?:aux? |a la |a l'|sur (?:le |la |les |l'))/y, allows: (phrase) => TAUGHT.test(phrase) },
  {
    pattern: / pour (?:le |la |les |l'|une? |nos |notre )/y,
    allows: (phrase) => SOMEONE.test(phrase) || PART_OF.test(phrase),
  },
  { pattern: /[ ]/y },
];

/** Where the next word of the phrase starts after a link («de», «et des», «,»), or undefined when the phrase stops. */
function readJoint(folded: string, at: number, stops: Stops, linked: boolean, phrase: string): number | undefined {
  if (!linked) return at;
  if (stops.at.has(at) || stops.at.has(at + 1)) return undefined;
  for (const { pattern, allows, lists } of JOINTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null || (allows !== undefined && !allows(phrase))) continue;
    const next = at + match[0].length;
    for (let k = at + 1; k <= next; k += 1) if (stops.at.has(k)) return undefined;
    return lists === undefined || listGoesOn(folded.slice(next, next + 40), lists, stops.findTradeWords)
      ? next
      : undefined;
  }
  return undefined;
}

/** What is bought along with a thing, by the same firm. */
const ALONG = /^(?:pose|livraison|installation|montage|maintenance|entretien|reparation|fourniture|formation|mise)\b/;

/** Whether the words after «et» or a comma name another thing that is sold. */
function listGoesOn(ahead: string, lists: 'and' | 'comma', findTradeWords: FindTradeWords): boolean {
  if (ALONG.test(ahead)) return lists === 'and';
  const [thing] = findTradeWords(ahead);
  return (
    thing !== undefined &&
    thing.start <= (lists === 'and' ? 14 : 0) &&
    !/^(?:il|on|nous|je|par ailleurs|un prestataire|si|aussi)\b/.test(ahead)
  );
}

/** Past the verb and the determiner of what it is done to. */
export function readAction(folded: string, at: number, length: number): number {
  const determiner =
    /(?:le |la |les |l'|un |une |des |du |de la |de l'|nos |notre |mes |mon |ma |ces |cette |ce (?:genre|type) de |ce |son |sa |ses |leurs? |toute la |tout le |tous les |toutes les )?(?:\d{1,12} |deux |trois |quatre )?/y;
  determiner.lastIndex = at + length;
  return at + length + (determiner.exec(folded)?.[0].length ?? 0);
}

/** Past the words between the need verb and the thing. */
export function skipTo(folded: string, from: number): number {
  let at = from;
  for (let steps = 0; steps < 14; steps += 1) {
    const before = at;
    for (const skip of SKIPS) {
      skip.lastIndex = at;
      const match = skip.exec(folded);
      if (match !== null && match[0] !== '') {
        at += match[0].length;
        break;
      }
    }
    if (at === before) break;
  }
  return at;
}
