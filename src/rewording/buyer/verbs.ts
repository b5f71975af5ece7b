import { fold } from '../../text/words.ts';

const JE_EXCEPTIONS: Readonly<Record<string, string>> = {
  ai: 'a',
  suis: 'est',
  vais: 'va',
  voudrai: 'voudrait',
  aimerai: 'aimerait',
  souhaiterai: 'souhaiterait',
  connais: 'connaît',
  reconnais: 'reconnaît',
  puis: 'peut',
};

/** «je prends» → «prend», «je voudrais» → «voudrait», «je ferai» → «fera», «je cherche» → «cherche». */
export function thirdOfJe(verb: string): string {
  const lower = verb.toLowerCase();
  const known = JE_EXCEPTIONS[lower];
  if (known !== undefined) return known;
  if (lower.endsWith('rai')) return lower.slice(0, -1);
  if (lower.endsWith('ais')) return `${lower.slice(0, -1)}t`;
  if (/(?:ds|ts)$/.test(lower)) return lower.slice(0, -1);
  if (/[iunr]s$/.test(lower)) return `${lower.slice(0, -1)}t`;
  if (lower.endsWith('x')) return `${lower.slice(0, -1)}t`;
  return lower;
}

const NOUS_EXCEPTIONS: Readonly<Record<string, string>> = {
  avons: 'a',
  sommes: 'est',
  allons: 'va',
  faisons: 'fait',
  voulons: 'veut',
  pouvons: 'peut',
  devons: 'doit',
  savons: 'sait',
  prenons: 'prend',
  comprenons: 'comprend',
  apprenons: 'apprend',
  mettons: 'met',
  permettons: 'permet',
  transmettons: 'transmet',
  venons: 'vient',
  tenons: 'tient',
  obtenons: 'obtient',
  maintenons: 'maintient',
  convenons: 'convient',
  revenons: 'revient',
  disposons: 'dispose',
  recevons: 'reçoit',
  disons: 'dit',
  connaissons: 'connaît',
  attendons: 'attend',
  perdons: 'perd',
  rendons: 'rend',
  vendons: 'vend',
  entendons: 'entend',
  répondons: 'répond',
  partons: 'part',
  sortons: 'sort',
  servons: 'sert',
  ouvrons: 'ouvre',
  offrons: 'offre',
  couvrons: 'couvre',
  écrivons: 'écrit',
  lisons: 'lit',
  voyons: 'voit',
  prévoyons: 'prévoit',
  croyons: 'croit',
  envoyons: 'envoie',
  employons: 'emploie',
  payons: 'paie',
  essayons: 'essaie',
  utilisons: 'utilise',
  appelons: 'appelle',
  rappelons: 'rappelle',
  achetons: 'achète',
  renouvelons: 'renouvelle',
  projetons: 'projette',
  rejetons: 'rejette',
  commençons: 'commence',
  plaçons: 'place',
  lançons: 'lance',
  remplaçons: 'remplace',
  changeons: 'change',
  envisageons: 'envisage',
  engageons: 'engage',
  logeons: 'loge',
  hébergeons: 'héberge',
  partageons: 'partage',
  construisons: 'construit',
  produisons: 'produit',
  conduisons: 'conduit',
  suivons: 'suit',
  vivons: 'vit',
  nettoyons: 'nettoie',
  reconduisons: 'reconduit',
  acquérons: 'acquiert',
  vérifions: 'vérifie',
  étudions: 'étudie',
  confions: 'confie',
  apprécions: 'apprécie',
  bénéficions: 'bénéficie',
  planifions: 'planifie',
  remercions: 'remercie',
  modifions: 'modifie',
  signifions: 'signifie',
  privilégions: 'privilégie',
  publions: 'publie',
  oublions: 'oublie',
  gérons: 'gère',
  ayons: 'ait',
  soyons: 'soit',
  puissions: 'puisse',
  fassions: 'fasse',
};

/** «nous avons» → «a», «nous souhaiterions» → «souhaiterait», «nous finissons» → «finit», «nous gérons» → «gère». */
export function thirdOfNous(verb: string): string | undefined {
  const lower = verb.toLowerCase();
  const known = NOUS_EXCEPTIONS[lower];
  if (known !== undefined) return known;
  if (lower.endsWith('rions')) return `${lower.slice(0, -4)}ait`;
  if (lower.endsWith('rons') && /(?:e|i|d|u|v)rons$/.test(lower) && FUTURES.test(fold(lower)))
    return `${lower.slice(0, -3)}a`;
  if (lower.endsWith('issons')) return `${lower.slice(0, -5)}t`;
  if (lower.endsWith('ions')) return `${lower.slice(0, -4)}ait`;
  if (!lower.endsWith('ons')) return undefined;
  const stem = lower.slice(0, -3);
  return `${stem.replace(/é(?=[^aeiouyéè]{1,2}$)/, 'è')}e`;
}

/** Futures in -rons, told from presents of verbs in -rer («assurons», «espérons», «livrons»). */
const FUTURES =
  /^(?:au|se|fe|i|pour|dev|saur|viend|tiend|obtiend|prend|mett|recev|attend|rend|vend|voud|fer|enver|choisi|fini|defini|rempli|fourni|envoi)?(?:rons)$|[aeiou][a-z]*(?:erons|irons)$(?<!(?:operons|esperons|preferons|considerons|recuperons|accelerons|liberons|tirons|retirons|desirons|admirons|inspirons|gerons|suggerons|integrons))/;

const VOWEL = /^[aeiouyàâéèêëîïôöùûüœh]/i;

/** «se» or «s'», «ne» or «n'»: before a vowel or a mute h. */
export const elided = (word: 'se' | 'ne' | 'de' | 'que' | 'le', next: string): string =>
  VOWEL.test(next) && !ASPIRATED.test(next) ? `${word.slice(0, -1)}'` : `${word} `;

const ASPIRATED =
  /^(?:haut|hors|huit|hangar|hall|halle|handicap|hausse|harcel|haie|hérisson|hockey|housse|hublot|yaourt|onz)/i;
