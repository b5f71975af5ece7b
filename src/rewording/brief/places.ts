import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import { findAlong, findLoosePlaces } from './loose-places.ts';
import { complement, DOES } from './place-names.ts';
import type { FindTradeWords } from './trades.ts';

/** Buildings, rooms and grounds of a public body, folded. */
const SITE =
  "(?:ecoles?(?: (?:maternelles?|primaires?|elementaires?))?|groupes? scolaires?|colleges?|lycees?|maternelle|creches?|halte-garderie|mairies?|hotel de (?:ville|police|departement|region)|gymnases?|stades?|terrains?(?: synthetiques?| multisports?| de (?:foot|football|rugby|tennis|sport|basket))?|salles? (?:des (?:fetes|mariages|profs|maitres)|polyvalentes?|omnisports?|du conseil|de (?:reunions?|classes?|sports?|pause|spectacles?|conference|formation|repos|bain|cours|soins|crise|lecture)|communales?|municipales?|informatique|d'attente|d'archives)|classes?|mediatheques?|ludotheques?|garages?(?: municipal)?|patinoires?|skatepark|chapelle|cathedrale|chateau|manoir|aerodrome|aeroport|gites?|pepiniere|fablab|centre de recherche|data ?center|bibliotheques?|musees?|theatres?|cinema|piscines?|ehpad|hopital|hopitaux|cliniques?|dispensaire|centres? (?:(?:de |d')(?:dialyse|soins|depistage|vaccination|ressources|documentation|congres|exploitation|entretien|traitement|valorisation|gestion|rassemblement|detention|accueil|protection|planification|reeducation|consultation|distribution)|techniques?|hospitaliers?|sociaux|social|de loisirs|aere|aquatique|culturels?|administratif|ville|de secours|de sante|nautique|communal|de formation|de tri|equestre|bourg|de vacances|d'hebergement)|centre-ville|centre-bourg|ateliers?(?: (?:municipa\\w{1,20}|techniques?|relais))?|batiments?|campus|universites?|facs?|sites?(?! (?:web|internet))|residences?|caserne|cimetieres?|eglises?|parcs?(?! (?:info|auto|machine|de (?!la )))|squares?|parkings?|halls?|locaux|restaurants? (?:scolaires?|universitaires?|administratifs?|d'entreprise)|self|cantines?|cuisines?(?: centrales?)?|refectoires?|maison (?:france services?|de (?:quartier|sante|retraite|l'enfance|la culture|l'etudiant|services|l'habitat|jeunes)|des (?:associations|jeunes|solidarites|sports|aines|services)|du (?:departement|peuple)|d'arret|medicale)|prefecture|pref|sous-pref|secteurs?(?= (?:nord|sud|est|ouest|centre|de |du |des |d'))|haras|serres?(?: [a-z]{1,30})?|etat-major|quartier general|poste de commandement|palais (?:de justice|des congres|des sports)|tribunal|dojo|complexe(?: (?:sportif|aquatique|culturel|omnisports?))?|decheteries?|port|plages?(?! (?:de|d'|horaires?|entre|tarifaires?|[a-z]{1,30} (?:de|entre) )\\d?[^.]{0,3}(?:\\d|valeurs|temps|mesure|temperature))|foyers?(?: (?:rural|logement))?|entrepots?|depot(?! (?:clos|des (?:offres|plis)|de (?:plainte|garantie|dossier|bilan)))|siege|antennes?|annexe|laboratoires?|labo|amphis?|amphitheatres?|bloc operatoire|urgences|internats?|conservatoire|office (?:de|du) tourisme|gare(?: routiere| sncf| maritime)?|crematorium|ctm|mjc|pmi|ufr|iut|bu|crous|villages?|bourg|commune|territoire|agglomeration|quartiers?|cour(?: de recreation| d'ecole)?|vestiaires?|sanitaires|toilettes|infirmerie|pharmacie|archives|rdc|zoo|ferme pedagogique|refuge|poney-club|place (?:de|du|des)|aire de jeux|patio|toit terrasse|standard|postes? de police|kiosque|halle|marche couvert|zone (?:industrielle|d'activites?)|za|zi|pont|camping|base nautique|services? (?:de |d')(?:[a-z]{1,30}logie|[a-z]{1,30}atrie|chirurgie(?: [a-z]{1,30})?|reanimation|maternite|medecine(?: [a-z]{1,30})?|imagerie|soins(?: [a-z]{1,30})?|dialyse|urgences|reeducation|oncologie|radiotherapie)|unites? de soins|accueil(?: de la mairie)?(?! d)|etablissements?|serres?|jardins?(?: public)?|bureaux? (?:de|du|des) (?:la |l')?(?:mairie|poste|police|sous-prefecture|maire)|communautes? (?:d'agglo(?:meration)?|de communes|urbaine)|metropole|ville(?= d[e']| [a-z]{1,30} d)|departement(?= d)|ccas|cms|secretariat|cias(?= d)|chu(?= d)|massif|vallee|ile|presqu'ile|foret|lac|etang|bloc (?:operatoire|logistique|technique|sanitaire|opera\\w{1,20})|(?:rd|rn|route departementale|route nationale) ?\\d{1,9}|lotissement|hameau|perception|tresorerie|sous-prefecture|aerogare|abattoir|observatoire|base (?:nautique|de loisirs|aerienne)|pole (?:medical|culturel|enfance|sante|petite enfance|mecanique)|imprimerie|cour(?:s)? d'appel|cites? (?:administrative|scolaire|universitaire|u|internationale|judiciaire)|ifsi|ifas|inspe|staps|restaurant u|resto u|pavillons?|auditorium|parvis|esplanade|promenade|berges|digue|barrage|ecluse|tunnel|viaduc|velodrome|hippodrome|boulodrome|plaine des sports|maison des? [a-z]{1,30}|hangar(?: municipal)?|chapelle|abbaye|basilique|temple|mosquee|synagogue|presbytere|salle [a-z]{1,30}|espace [a-z]{1,30}|local(?: technique| jeunes| associatif| velos?)?|reserve|magasin|bureaux|sous-sol|open space|studio|espace (?:jeunes|culturel|france services?|coworking))";

const TOWARDS =
  "(?:pr (?:la |le |l'|les )|a la|a l'|au|aux|a|dans (?:le |la |les |l'|nos |notre |chaque |chacune? des |tous les |toutes les |un de nos |une )|de la|de l'|de notre|de nos|du|des|autour (?:du |de la |de l')|sur (?:le |la |les |l'|nos |notre |chaque |tous les |tout le |toute la )?|pour (?:la |le |l'|les |notre |nos |toutes les |tous les |chaque |(?=\\d|deux |trois |quatre |cinq ))|chez|depuis (?:la |le |l'|les )|en|livraison|livre[es]{0,2} (?:a|au)?|vers (?:le |la |l')?|avec (?:le |la |l')(?=(?:nouve|futur))|(?:equiper|amenager|meubler|securiser|sonoriser|fleurir|chauffer|climatiser) (?:la |le |l'|les |notre |nos )?)";
const COUNT =
  '(?:\\d{1,3} |deux |trois |quatre |cinq |six |sept |huit |neuf |dix |douze |nouve(?:au|l|lle|lles|aux) |future? |ancien(?:ne)? |petite? |grande? )?';

const AT_SITE = new RegExp(
  `(?<![a-z0-9])${TOWARDS}(?: |(?<=[' ]))(?:le |la |l'|les |nos |notre )?(?=(${COUNT}${SITE})(?![a-z0-9]))`,
  'g',
);
/** A street needs no preposition; neither does a site that fills a clause of its own («…, salle polyvalente»). */
const STREET =
  /(?<![a-z0-9])(?:\d{1,4}(?: (?:bis|ter))?,? )?(?:rue|avenue|av|boulevard|bd|allee|chemin|impasse|quai|route)(?= (?:de|du|des|d'|[a-z]{3,}))/g;
const ALONE = new RegExp(
  `(?:^|[,\\n(:]|[.](?= )) ?(?:- ?)?(?:lieu ?:? ?)?(?:le |la |l'|les |notre |nos )?(?=(${COUNT}${SITE})(?![a-z0-9]))`,
  'g',
);
const WORKED_ON = new RegExp(
  `(?<![a-z0-9])(?:deratiser|desinfecter|chauffer|climatiser|equiper|meubler|sonoriser|fleurir|eclairer|garder|surveiller|entretenir|cloturer|ravaler|peindre|sablonner|curer|fermer|ouvrir|repeindre|renover|refaire|nettoyer|isoler|rehabiliter|demolir|agrandir|reamenager|amenager|deneiger|tondre|raser|securiser|rafraichir|moderniser|desamianter|restaurer|mettre aux normes) (?:le |la |l'|les |notre |nos )(?=(${COUNT}${SITE})(?![a-z0-9]))`,
  'g',
);
/** A body known by its initials, which only capitals tell from a word: «la CAF de Vesoul», «CH de Mamoudzou», «au CHU». */
const BY_INITIALS = new RegExp(
  `(?<![a-z0-9])(?:${TOWARDS} ?(?:le |la |l'|les )?)?(?=((?:chu|chr|chru|ch|ght|ghu|epsm|caf|cpam|carsat|msa|urssaf|mdph|ccas|cias|sdis|cis|ddt|ddtm|ddets|dreal|draaf|drac|dsden|ars|crous|iut|iufm|ufr|insa|enssib|cnrs|inrae|inserm|ime|itep|esat|sessad|ehpad|usld|ssr|mas|fam|cfa|greta|crr|crd|ctm|cta|cdg|cnfpt|epcc|epic|opac|oph|pnr|tgi|spip|ensa|mecs|pmi|cms|msp|rpe|mjc|msap)(?: (?:de |du |des |d')?[a-z][a-z'-]{1,30})?)(?![a-z0-9]))`,
  'g',
);
/** A town, told by its capital. */
const IN_TOWN = /(?<![a-z0-9])(?:a|sur|vers) (?=([a-z][a-z'-]{1,30})(?![a-z0-9]))/g;
const NOT_A_TOWN =
  /^(?:la|le|les|un|une|noel|paques|ht|ttc|windows|word|excel|madame|monsieur|partir|internet|teams|chorus|office|mme|mlle|mr|monsieur|dr|savoir|prevoir|voir|defaut|disposition|titre|temps|terme|partir|midi|minuit|compter|l.oral)$/;
const PARTITIVE = /\b(?:pour|acheter|faire|voudrait|faut|besoin|prendre) $/;
const ON_THE_WEB = /\b(?:mettez|mettre|publie\w{0,12}|poste\w{0,12}|annonce\w{0,12}|en ligne|deposer) [^.\n]{0,50}$/;
/** «à 10 minutes de la gare»: not where it is. */
const NEAR_IT = /(?:minutes?|min|metres?|km|pied|pres|proche|loin|distance)(?: a pied)? $/;

const BODY =
  /^(?:mairie|sous-prefecture|communaute|metropole|ville|ccas|cias|chu|perception|tresorerie|imprimerie|maison|commune|universite|hopital|prefecture|port|village|agglomeration|college|departement|bu\b|crous|ufr)/;
/** «L'EHPAD Les Mimosas demande»: the verb comes after the name. */
const BODY_ASKS =
  /^[a-z' -]{3,50}? (?:ne |n')?(?:dispose|possede|demande|souhaite|voudrait|veut|a besoin|sollicite|organise|cherche|recherche|aimerait|manque|doit|accueille|envisage|prevoit)(?: |$)/;

/** The name of a site, then the end or another fragment. */
const ENDS_AFTER_NAME = /^(?:(?: (?:de |du |des |de la |de l'|d')?[a-z'-]{1,30}){0,5})(?:[.,;)\n]|$)/;

/** Places as folded positions, with the preposition that leads to each: an object stops before it. */
export interface PlaceFound {
  readonly lead: number;
  /** Where its noun ends and its name begins. */
  readonly headEnd: number;
  /** It asks or does something: where the need is when no other place is said. */
  readonly asks: boolean;
  readonly span: Span;
}

interface Room {
  readonly folded: string;
  readonly isCapital: (at: number) => boolean;
  readonly findTradeWords: FindTradeWords;
  readonly out: PlaceFound[];
}

/** `isCapital` tells whether the letter at a folded position is a capital in the text. */
export function findPlaces(
  folded: string,
  isCapital: (at: number) => boolean,
  findTradeWords: FindTradeWords,
): readonly PlaceFound[] {
  const room: Room = { folded, isCapital, findTradeWords, out: [] };
  for (const read of READINGS) read(room);
  return withTowns(
    folded,
    room.out.sort((a, b) => a.span[0] - b.span[0]),
  );
}

/** In this order: what one has found, the next leave alone. */
const READINGS: readonly ((room: Room) => void)[] = [
  alongPlaces,
  atSites,
  workedOn,
  inTowns,
  byInitials,
  streets,
  aloneInClause,
  loosePlaces,
];

function add(
  { folded, isCapital, findTradeWords, out }: Room,
  lead: number,
  start: number,
  headEnd: number,
  asks = false,
): void {
  if (out.some(({ span }) => start < span[1] && headEnd > span[0])) return;
  const end = complement(folded, headEnd, isCapital, findTradeWords);
  out.push({ lead, headEnd, asks, span: [start, end] });
}

function alongPlaces({ folded, isCapital, out }: Room): void {
  for (const [start, end] of findAlong(folded, isCapital))
    out.push({ lead: start, headEnd: end, asks: false, span: [start, end] });
}

function atSites(room: Room): void {
  const { folded } = room;
  for (const match of allMatches(AT_SITE, folded)) {
    const start = match.index + match[0].length;
    const head = match[1] ?? '';
    // «pour de l'imprimerie» is what is bought; «mettez ça sur le site» is the web.
    if (
      /^(?:de la|de l'|du)/.test(match[0]) &&
      PARTITIVE.test(folded.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    if (/^sites?$/.test(head) && ON_THE_WEB.test(folded.slice(Math.max(0, match.index - 50), match.index))) continue;
    if (NEAR_IT.test(folded.slice(Math.max(0, match.index - 14), match.index))) continue;
    // «des locaux», «des classes»: what is worked on, not where.
    const partitive = /^(?:des|de|en|a) ?$/.test(match[0]);
    if (/^\d+ (?:sites|bureaux|salles?$|classes)/.test(head) && !/dans|equiper/.test(match[0])) continue;
    if (/^du ?$/.test(match[0]) && /^(?:village|bourg|quartier|commune|territoire)/.test(head)) continue;
    if (
      partitive &&
      /^(?:locaux|cantines|batiments(?! de)|bureaux|classes|toilettes|sanitaires|vestiaires|archives|cuisines?|jardins?|parkings?|halls?|site|pont|standard|reserve|magasin|studio|serres?|place (?:de|du|des)|self|facs?|cour|port|gare|cinema|theatre|pharmacie|salles? de classes?)/.test(
        head,
      )
    )
      continue;
    add(room, match.index, start, start + head.length, /^(?:territoire|commune)$/.test(head));
  }
}

function workedOn(room: Room): void {
  const { folded, out } = room;
  for (const match of allMatches(WORKED_ON, folded)) {
    if (/\b(?:sans|pas|jamais) $/.test(folded.slice(Math.max(0, match.index - 7), match.index))) continue;
    // The site is what is worked on and where: the object goes on through it.
    const start = match.index + match[0].length;
    const headEnd = start + (match[1] ?? '').length;
    const before = out.length;
    add(room, headEnd, start, headEnd);
    const added = out[before];
    if (added !== undefined) out[before] = { ...added, lead: added.span[1] };
  }
}

function inTowns(room: Room): void {
  const { folded, isCapital } = room;
  for (const match of allMatches(IN_TOWN, folded)) {
    const start = match.index + match[0].length;
    if (isCapital(start) && /[a-z]{3}/.test(match[1] ?? '') && !NOT_A_TOWN.test(match[1] ?? ''))
      add(room, match.index, start, start + (match[1] ?? '').length);
  }
}

function byInitials(room: Room): void {
  const { folded, isCapital } = room;
  for (const match of allMatches(BY_INITIALS, folded)) {
    const start = match.index + match[0].length;
    const [initials = ''] = (match[1] ?? '').split(' ');
    if (![...initials].every((_letter, index) => isCapital(start + index))) continue;
    const led = match[0] !== '';
    // Alone in its clause, or named after a town; «la CAF demande» is who asks.
    const named =
      /^ (?:de |du |d')/.test(folded.slice(start + initials.length)) &&
      isNamedAfter(folded, start + initials.length, isCapital);
    const closes = /^ ?(?:[,;.:)\n]|$)/.test(folded.slice(start + initials.length, start + initials.length + 3));
    const alone = /(?:^|[,(:\n]) ?$/.test(folded.slice(Math.max(0, match.index - 2), match.index));
    // «les véhicules du SDIS» are whose, not where.
    const whose = /^(?:du|de|des|d'|de la|de l') ?$/.test(match[0]);
    if (!(led ? named || (closes && !whose) : alone && (named || closes))) continue;
    if (DOES.test(folded.slice(start + initials.length, start + initials.length + 40))) continue;
    add(room, match.index, start, start + initials.length);
  }
}

function streets(room: Room): void {
  const { folded } = room;
  for (const match of allMatches(STREET, folded)) {
    if (
      !/\b(?:par|via|depuis|cote|donnant sur|le long de|vers|face a) (?:la |le |l')?$/.test(
        folded.slice(Math.max(0, match.index - 16), match.index),
      )
    )
      add(room, match.index, match.index, match.index + match[0].length);
  }
}

function aloneInClause(room: Room): void {
  const { folded, out } = room;
  for (const match of allMatches(ALONE, folded)) {
    const start = match.index + match[0].length;
    const headEnd = start + (match[1] ?? '').length;
    const rest = folded.slice(headEnd, headEnd + 40);
    if (/^\d/.test(match[1] ?? '')) {
      // «(30 séances, 7 écoles)»: where, when nothing else says it.
      if (/^[,(] ?/.test(match[0]) && /^ ?[,)]/.test(rest)) add(room, start, start, headEnd, true);
      continue;
    }
    const doer = DOES.test(rest);
    if (
      doer &&
      !/^(?:mairie|sous-prefecture|communaute|metropole|ville|ccas|cias|chu|perception|tresorerie|imprimerie|maison|commune|universite|hopital|prefecture|port|village|agglomeration|college|departement)/.test(
        match[1] ?? '',
      )
    ) {
      add(room, start, start, headEnd, true);
      continue;
    }
    // A body that asks in its own name: its place when the name says one.
    if (doer || BODY_ASKS.test(rest)) {
      const from = out.length;
      add(room, start, start, headEnd, true);
      const added = out[from];
      if (added !== undefined && added.span[1] === headEnd && BODY.test(match[1] ?? '')) out.pop();
      continue;
    }
    if (
      /^(?:\d{1,12} )?(?:bureaux|vestiaires|sanitaires|toilettes|classes?|archives|parc|pont|jardins?|serres?|cuisines?|standard|halls?|reserve|studio|magasin|labo\w{0,20}|site|ateliers?|kiosque|accueil|terrains?|place)(?![a-z])/.test(
        match[1] ?? '',
      )
    )
      continue;
    const begins =
      match[0].startsWith(',') ||
      match[0].startsWith('(') ||
      match[0].startsWith(':') ||
      /lieu|-/.test(match[0]) ||
      // «Salle Éole, 2027.»: a sentence of its own.
      (match[0].startsWith('.') && ENDS_AFTER_NAME.test(folded.slice(headEnd, headEnd + 60)));
    if (!begins) continue;
    add(room, start, start, headEnd);
  }
}

function loosePlaces({ folded, isCapital, out }: Room): void {
  for (const [start, end] of findLoosePlaces(folded, isCapital))
    if (!out.some(({ span }) => start < span[1] && end > span[0]))
      out.push({ lead: start, headEnd: end, asks: false, span: [start, end] });
}

/** «siège de la CCI, Dijon» is one place. */
function withTowns(folded: string, places: readonly PlaceFound[]): readonly PlaceFound[] {
  const out: PlaceFound[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const bare = place.lead === place.span[0] && place.headEnd === place.span[1];
    if (last !== undefined && !last.asks && bare && folded.slice(last.span[1], place.span[0]) === ', ')
      out[out.length - 1] = { ...last, span: [last.span[0], place.span[1]] };
    else out.push(place);
  }
  return out;
}

/** «de Vesoul»: a capital after the preposition. */
function isNamedAfter(folded: string, at: number, isCapital: (at: number) => boolean): boolean {
  const of = /^ (?:de (?:la |l')?|du |d'|des )/.exec(folded.slice(at, at + 10));
  return of !== null && isCapital(at + of[0].length);
}
