import { ownValue } from '../../own-value.ts';

/** Words for money, time and measure, and how a counted noun is brought to its singular. All in flat text (see `flatten`). */

export type TimeUnit = 'minute' | 'hour' | 'day' | 'working_day' | 'week' | 'month' | 'year';

/** Time units by the word said, with how many of the unit one such word is. */
export const TIME_WORDS: Readonly<Record<string, readonly [unit: TimeUnit, times: number]>> = {
  min: ['minute', 1],
  mn: ['minute', 1],
  mins: ['minute', 1],
  minute: ['minute', 1],
  minutes: ['minute', 1],
  h: ['hour', 1],
  hr: ['hour', 1],
  heure: ['hour', 1],
  heures: ['hour', 1],
  j: ['day', 1],
  jr: ['day', 1],
  jrs: ['day', 1],
  jour: ['day', 1],
  jours: ['day', 1],
  journee: ['day', 1],
  journees: ['day', 1],
  jo: ['working_day', 1],
  sem: ['week', 1],
  semaine: ['week', 1],
  semaines: ['week', 1],
  mois: ['month', 1],
  trimestre: ['month', 3],
  trimestres: ['month', 3],
  semestre: ['month', 6],
  semestres: ['month', 6],
  an: ['year', 1],
  ans: ['year', 1],
  annee: ['year', 1],
  annees: ['year', 1],
};

export const CURRENCY = new Set(['€', 'euro', 'euros', 'eur', 'eurs', 'balle', 'balles', 'boules']);

/** Words and signs of measure, singular sign first. */
const MEASURE_LIST: readonly (readonly [string, string])[] = [
  ['m2', 'metre carre|metres carres|m carre|m carres'],
  ['m3', 'metre cube|metres cubes|m cube|m cubes'],
  ['ml', 'metre lineaire|metres lineaires|mlin|metre lineaires|m lineaire|m lineaires'],
  ['m', 'metre|metres'],
  ['km', 'kilometre|kilometres|kms|bornes'],
  ['cm', 'centimetre|centimetres'],
  ['mm', 'millimetre|millimetres'],
  ['ha', 'hectare|hectares'],
  ['kg', 'kilo|kilos|kilogramme|kilogrammes|kgs'],
  ['g', 'gramme|grammes|gr'],
  ['t', 'tonne|tonnes'],
  ['q', 'quintal|quintaux'],
  ['l', 'litre|litres'],
  ['cl', 'centilitre|centilitres'],
  ['hl', 'hectolitre|hectolitres'],
  ['go', 'giga|gigas|gigaoctet|gigaoctets|gb'],
  ['to', 'tera|teraoctet|teraoctets|tb'],
  ['mo', 'mega|megaoctet|megaoctets'],
  ['mbps', 'mbits|mbit'],
  ['gbps', 'gbits|gbit'],
  ['kw', 'kilowatt|kilowatts'],
  ['kwh', 'kilowattheure|kilowattheures'],
  ['mw', 'megawatt|megawatts'],
  ['mwh', 'megawattheure|megawattheures'],
  ['kva', ''],
  ['kwc', ''],
  ['w', 'watt|watts'],
  ['v', 'volt|volts'],
  ['lux', ''],
  ['lumen', 'lumens|lm'],
  ['bar', 'bars'],
  ['db', 'decibel|decibels'],
  ['hz', 'hertz'],
  ['ghz', ''],
  ['mhz', ''],
  ['°c', 'degre|degres|°'],
  ['pouce', 'pouces'],
  ['ppm', ''],
  ['dpi', ''],
  ['cv', 'chevaux'],
  ['co2', ''],
];

const MEASURES = new Map<string, string>(
  MEASURE_LIST.flatMap(([sign, words]) => [
    [sign, sign] as const,
    ...words
      .split('|')
      .filter((word) => word !== '')
      .map((word) => [word, sign] as const),
  ]),
);

/** Sign of a word of measure («metres carres» → `m2`), or undefined. */
export const measureOf = (word: string): string | undefined => MEASURES.get(word);

const SAME_IN_PLURAL = new Set(
  (
    'repas mois bras bus tapis cours colis fois pas temps corps bois devis avis relais secours processus campus pays ' +
    'souris jus os ananas autobus minibus abribus virus prix voix noix choix croix houx taux faux gaz nez dos acces ' +
    'progres proces exces succes deces matelas cadenas compas verglas anchois mais francais anglais gros gras bas ' +
    'surplus parcours concours discours encours recours congres abces cyprès palais harnais rabais biais plus moins ' +
    'travaux lux tournevis chassis tennis rebus refus tissus talus chaos logos kits'
  ).split(' '),
);

/** Folded singular of a folded noun; close enough to compare two sayings of the same noun. */
export function singular(noun: string): string {
  if (noun.length < 4 || SAME_IN_PLURAL.has(noun)) return noun;
  if (/(?:eaux|eux|oux|uyaux)$/.test(noun)) return noun.slice(0, -1);
  if (noun.endsWith('aux')) return `${noun.slice(0, -3)}al`;
  if (noun.endsWith('s') && !noun.endsWith('ss')) return noun.slice(0, -1);
  return noun;
}

/** What «par an», «annuels», «l'unité», «/ poste» come to. */
const PERS: Readonly<Record<string, string>> = {
  annee: 'an',
  an: 'an',
  ans: 'an',
  annuel: 'an',
  annuelle: 'an',
  annuellement: 'an',
  mensuel: 'mois',
  mensuelle: 'mois',
  mensuellement: 'mois',
  hebdo: 'semaine',
  hebdomadaire: 'semaine',
  quotidien: 'jour',
  quotidienne: 'jour',
  quotidiennement: 'jour',
  journalier: 'jour',
  journaliere: 'jour',
  journee: 'jour',
  j: 'jour',
  jr: 'jour',
  h: 'heure',
  min: 'minute',
  mn: 'minute',
  sec: 'seconde',
  trimestriel: 'trimestre',
  trimestrielle: 'trimestre',
  unite: 'unite',
  unitaire: 'unite',
  piece: 'unite',
  pce: 'unite',
  chacun: 'unite',
  chacune: 'unite',
  metre: 'm',
  kilo: 'kg',
  tete: 'personne',
  pers: 'personne',
};

export const perOf = (word: string): string => {
  const one = singular(word);
  return ownValue(PERS, one) ?? measureOf(one) ?? one;
};

/** Adjectives that tell a rate on their own: «40 000 € annuels». */
export const RATE_WORDS = new Set(
  (
    'annuel annuels annuelle annuelles annuellement mensuel mensuels mensuelle mensuelles mensuellement hebdo ' +
    'hebdomadaire hebdomadaires quotidien quotidiens quotidienne quotidiennes journalier journaliers journaliere ' +
    'trimestriel trimestriels trimestrielle trimestrielles unitaire unitaires chacun chacune piece'
  ).split(' '),
);

/** Function words, adverbs and verbs: after a number, none of them is what is counted. */
export const NOT_COUNTED = new Set(
  (
    'a au aux avec avant apres car ce ces cela ca c chez comme contre d dans de des depuis des donc dont du durant elle elles en ' +
    'encore ensuite entre environ est et etait etaient ete etre eux fait faut grand ht hors ici il ils j jamais je jusqu jusque l la le les leur leurs ' +
    'lors lui ma mais max maxi maximum mes meme mini minimum min moins mon n ne ni non nos notre nous on ont ou par parce pas pendant plus pour pourquoi ' +
    'presque puis qu quand que quel quelle qui quoi s sa sans sauf se selon sera seront ses si soit son sont sous sur t ta te tes toi ton ' +
    'tous tout toute toutes tres ttc tu un une va vers voire vont vos votre vous y bis ter euh svp merci ok oui dernier derniere ' +
    'doit doivent devra devront peut peuvent pourra pourront suffit suffisent suffiront seulement uniquement exactement maximun ' +
    'disons genre bref voila alors aussi bien mieux autre cad ie deja ensemble chaque selon afin lorsque puisque quelque vu ' +
    'inclus compris ferme fermes estime estimes prevu prevus prevue prevues demande demandes demandees au-dela mini approximativement'
  ).split(' '),
);

/** Adjectives that stand between a number and what is counted. */
export const BEFORE_NOUN = new Set(
  (
    'nouveaux nouvelles nouveau nouvelle nouvel petits petites petit petite grands grandes grand grande gros grosse grosses beaux ' +
    'belles vieux vieilles vieille anciens anciennes bons bonnes autres premiers premieres derniers dernieres prochains prochaines futurs futures jeunes mini'
  ).split(' '),
);

/** Things that «un» or «une» counts when a need is told: equipment that comes by the piece. */
export const COUNTED_BY_ONE = new Set(
  (
    'videoprojecteur video-projecteur projecteur ecran ordinateur pc portable poste tablette serveur imprimante copieur photocopieur scanner traceur ' +
    'telephone smartphone casque camera switch routeur onduleur vehicule voiture camion camionnette fourgon fourgonnette utilitaire ' +
    'minibus bus car tracteur tondeuse autoportee balayeuse debroussailleuse souffleur nacelle grue pelleteuse mini-pelle chariot transpalette remorque ' +
    'velo scooter moto ambulance chaise fauteuil bureau table armoire etagere banc canape lit matelas brancard vestiaire ' +
    'caisson refrigerateur frigo congelateur four lave-linge lave-vaisselle seche-linge autolaveuse aspirateur defibrillateur ' +
    'echographe scanner irm moniteur respirateur pompe autoclave microscope centrifugeuse spectrometre drone sono micro enceinte ' +
    'scene chapiteau barnum tente podium portail portique barriere chaudiere climatiseur radiateur ascenseur monte-charge ' +
    'groupe-electrogene compresseur perceuse scie echafaudage escabeau echelle extincteur alarme badgeuse borne totem panneau ' +
    'abribus jeu toboggan balancoire bac benne conteneur container composteur robot tableau piano machine appareil bungalow modulaire kiosque'
  ).split(' '),
);
