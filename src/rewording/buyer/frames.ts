import { latin } from './latin.ts';
import { AUTHOR, SERVICE } from './person.ts';
import { createScreen } from './screen.ts';
import { elided } from './verbs.ts';

const L = "(?<![\\p{L}\\p{N}'’-])";
const ADVERB =
  "((?:vraiment |absolument |imp[eé]rativement |rapidement |r[eé]guli[eè]rement |aussi |[eé]galement |vite |juste |toujours |tr[eè]s vite |en urgence |d['’]urgence |surtout |probablement |peut-[eê]tre |s[uû]rement |encore )?)";

/** What is told the buyer to do, and how it is asked for. */
const IMPERATIVES: Readonly<Record<string, string>> = {
  prévenez: 'prévenir',
  prevenez: 'prévenir',
  envoyez: 'envoyer',
  lancez: 'lancer',
  donnez: 'donner',
  regardez: 'regarder',
  trouvez: 'trouver',
  commandez: 'commander',
  prenez: 'prendre',
  mettez: 'mettre',
  ajoutez: 'ajouter',
  vérifiez: 'vérifier',
  verifiez: 'vérifier',
  confirmez: 'confirmer',
  relancez: 'relancer',
  annulez: 'annuler',
  préparez: 'préparer',
  preparez: 'préparer',
  transmettez: 'transmettre',
  publiez: 'publier',
  contactez: 'contacter',
  appelez: 'appeler',
  attendez: 'attendre',
  achetez: 'acheter',
  prévoyez: 'prévoir',
  prevoyez: 'prévoir',
  demandez: 'demander',
  choisissez: 'choisir',
  évitez: 'éviter',
  evitez: 'éviter',
  oubliez: 'oublier',
  passez: 'passer',
  arrêtez: 'arrêter',
  arretez: 'arrêter',
  bloquez: 'bloquer',
  payez: 'payer',
  gardez: 'garder',
  retirez: 'retirer',
};

/** How departments open a request, and how a note tells it. The strength of a wish or of an obligation is kept. */
const FRAMES: readonly (readonly [pattern: RegExp, to: (...groups: string[]) => string])[] = [
  [
    new RegExp(`${L}ce qu['’]il (?:nous|me) ?(faut|faudrait|faudra)(?!\\p{L})`, 'giu'),
    (verb = '') => `ce dont ${SERVICE} ${HAS[verb.toLowerCase()] ?? 'a'} besoin`,
  ],
  [
    /^il (?:nous|me) (faut|faudrait|faudra)$/iu,
    (verb = '') => `voici ce dont ${SERVICE} ${HAS[verb.toLowerCase()] ?? 'a'} besoin`,
  ],
  [new RegExp(`${L}(?:nous-m[eê]mes?|moi-m[eê]me)(?!\\p{L})`, 'giu'), () => 'lui-même'],
  // «il nous faut des chaises» → «le service a besoin de chaises».
  [
    new RegExp(`${L}il (?:nous|me|m['’]) ?(le|la|les|en) (faut|faudrait|faudra)(?!\\p{L})`, 'giu'),
    (clitic = '', verb = '') => `il ${clitic} ${verb} à ${SERVICE}`,
  ],
  [
    new RegExp(
      `${L}il (?:nous|me|m['’]) ?(faut|faudrait|faudra) ${ADVERB}(?=un|une|des|du|de|le|la|les|l['’]|d['’]|\\d|deux|trois|quatre|cinq|six|sept|huit|dix|quelqu|plusieurs|environ|cette|ces|ce)(?!que )`,
      'giu',
    ),
    (verb = '', adverb = '') => `${SERVICE} ${HAS[verb.toLowerCase()] ?? 'a'} ${adverb}besoin de `,
  ],
  [
    new RegExp(`${L}il (?:nous|me|m['’]) ?(faut|faudrait|faudra) ${ADVERB}(\\p{Ll}+(?:er|ir|re|oir))(?!\\p{L})`, 'giu'),
    (verb = '', adverb = '', infinitive = '') =>
      `${SERVICE} ${MUST[verb.toLowerCase()] ?? 'doit'} ${adverb}${infinitive}`,
  ],
  [new RegExp(`${L}il (?:nous|me|m['’]) ?(faut|faudrait|faudra) `, 'giu'), (verb = '') => `il ${verb} à ${SERVICE} `],
  [/^besoin (?=de |d['’])/iu, () => `${SERVICE} a besoin `],
  // Requests made to the buyer.
  [
    /^(?:merci|pri[eè]re|je (?:vous|te) (?:demande|prie)) (?:de|d['’]) ?(?:bien vouloir )?(?:me |nous |m['’])(?:dire|indiquer|préciser|confirmer|expliquer|faire savoir) (?=si |s['’]|comment |quand |combien |ce qu|quel|où |pourquoi |qui )/iu,
    () => `${SERVICE} demande `,
  ],
  [
    /^(?:merci(?: d['’]avance)?|pri[eè]re|je (?:vous|te) (?:demande|prie)|nous vous (?:demandons|prions)|(?:je|nous) (?:vous )?(?:saurais|saurions) gr[eé]) (?:de|d['’]) ?(?:bien vouloir |me |nous )?/iu,
    () => `${SERVICE} demande de `,
  ],
  [
    new RegExp(
      `(^|, (?:et |donc |merci |alors )?|[;:] |et |(?<=[.!] ))(${Object.keys(IMPERATIVES).join('|')})(-(?:nous|moi))?(?= |$)(?! (?:vous|que))`,
      'giu',
    ),
    (before = '', verb = '', us = '') => {
      const infinitive = IMPERATIVES[verb.toLowerCase()] ?? verb;
      return `${before}${SERVICE} demande ${elided('de', infinitive)}${infinitive}${us === '' ? '' : ` à ${SERVICE}`}`;
    },
  ],
  [/^(?:dis|dites|indiquez|pr[eé]cisez)[- ](?:moi|nous) /iu, () => `${SERVICE} demande à l'acheteur d'indiquer `],
  [
    /^(?:je pr[eé]cise|[àa] noter|sachez|notez|sache|je vous signale|je te signale|je vous informe|je vous pr[eé]cise|nous vous informons|nous pr[eé]cisons|il faut savoir|il est [àa] noter)[, ]+(qu(?:e |['’]))/iu,
    (that = '') => `${SERVICE} précise ${that}`,
  ],
  [new RegExp(`${L}(?:[àa] mon avis|selon moi|pour moi)(?=,)`, 'giu'), () => `de l'avis de ${SERVICE}`],
  [new RegExp(`${L}mon chef(?! de)`, 'giu'), () => `le responsable de ${SERVICE}`],
  [new RegExp(`${L}ma chef(?:fe)?(?! de)`, 'giu'), () => `la responsable de ${SERVICE}`],
  [
    new RegExp(`${L}(mes|nos) (agents|coll[eè]gues|[eé]quipes)(?! d[eu])`, 'giu'),
    (_mine = '', who = '') => `les ${who} de ${SERVICE}`,
  ],
  [new RegExp(`${L}(?:(?:autour|pr[eè]s|loin|[aà] c[oô]t[eé]) )?de chez (?:nous|moi)`, 'giu'), () => 'du secteur'],
  [
    new RegExp(
      `${L}(?:vous|tu) (?:(nous|m['’]|me) ?)?(?:avez|aviez|as|avais) (dit|indiqué|demandé|écrit|précisé|conseillé|proposé|expliqué|envoyé|transmis|répondu)(?!\\p{L})`,
      'giu',
    ),
    (us = '', verb = '') => `l'acheteur a ${verb}${us === '' ? '' : ` à ${SERVICE}`}`,
  ],
  [new RegExp(`${L}chez nous`, 'giu'), () => `au sein de ${SERVICE}`],

  [
    new RegExp(
      `${L}(?:me|nous) (para[iî]t|semble|para[iî]ssent|semblent|para[iî]trait|semblerait) ((?:beaucoup |bien |un peu |tr[eè]s |assez |trop |vraiment )*\\p{L}+)`,
      'giu',
    ),
    (verb = '', how = '') => `${verb} ${how} à ${SERVICE}`,
  ],
  [
    new RegExp(`${L}(?:nous|me) doi(t|vent) (encore |toujours )?(?=le |la |les |l['’]|une? |des |\\d)`, 'giu'),
    (end = '', still = '') => `doi${end} ${still}à ${SERVICE} `,
  ],
  // Impersonal «on» of what was said to the department.
  [
    new RegExp(
      `${L}on (?:m['’]|nous )a (dit|indiqué|demandé|expliqué|annoncé|conseillé|signalé|proposé|promis|recommandé)`,
      'giu',
    ),
    (verb = '') => `il a été ${verb} à ${SERVICE}`,
  ],
  [
    new RegExp(`${L}on (?:me|nous) (dit|demande|conseille|propose|impose|recommande|signale|annonce)`, 'giu'),
    (verb = '') => `il est ${PARTICIPLE[verb.toLowerCase()] ?? verb} à ${SERVICE}`,
  ],
];

const HAS: Readonly<Record<string, string>> = { faut: 'a', faudrait: 'aurait', faudra: 'aura' };
const MUST: Readonly<Record<string, string>> = { faut: 'doit', faudrait: 'devrait', faudra: 'devra' };
const PARTICIPLE: Readonly<Record<string, string>> = {
  dit: 'dit',
  demande: 'demandé',
  conseille: 'conseillé',
  propose: 'proposé',
  impose: 'imposé',
  recommande: 'recommandé',
  signale: 'signalé',
  annonce: 'annoncé',
};

export function applyFrames(sentence: string): string {
  let text = sentence;
  let maySay = screen(text);
  for (const [i, [pattern, to]] of LATIN_FRAMES.entries()) {
    if (maySay[i] === 0) continue;
    const before = text;
    text = text.replace(pattern, (...all: unknown[]) => {
      const groups = all.slice(1).filter((one) => typeof one === 'string' || one === undefined);
      return to(...groups.map((one) => (typeof one === 'string' ? one : '')));
    });
    // A frame may make room for the next one.
    if (text !== before) maySay = screen(text);
  }
  return contractNeed(text);
}

const LATIN_FRAMES = FRAMES.map(([pattern, to]) => [latin(pattern), to] as const);
const screen = createScreen(LATIN_FRAMES.map(([pattern]) => pattern));

/** «besoin de des chaises», «besoin de du sel»: the article goes; «de» is elided before a vowel. */
function contractNeed(text: string): string {
  return text
    .replace(
      /besoin de (?:(?:des|du|de la|de) |de l['’]|d['’])(?=(\p{L}+))/giu,
      (_whole, next: string) => `besoin ${elided('de', next)}`,
    )
    .replace(/besoin de (?=([aeiouyàâéèêîôœ]\p{L}*))/giu, (_whole, next: string) => `besoin ${elided('de', next)}`);
}

/** Signs, in the first sentence of a message, that it has a verb of its own and is no bare list of what is wanted. */
export const VERB = latin(
  /(?<![\p{L}])(?:\p{L}{2,}(?:rait|raient|eront|iront|dront)|\p{L}{2,}aient|organise|dispose|sollicite|envisage|prépare|gère|accueille|utilise|utilisent|possède|part|partent|commence|commencent|sert|servent|tombe|tombent|comporte|comprend|contient|exige|exigent|précise|indique|rappelle|confirme|signale|attend|attendent|manquent|restent|sortent|travaillent|passe|passent|datent|fonctionnent|marchent|coûtent|occupent|s['’]arrête|s['’]arrêtent|dépend|concerne|bloque|donne|reçoit|ferme|ouvre|insiste|préfère|tient|met|vivent|arrivent|viendront|est|sont|a|ont|était|étaient|sera|seront|serait|va|vont|veut|veulent|peut|peuvent|doit|doivent|faut|faudrait|avait|aura|fait|font|demande|demandent|souhaite|souhaitent|propose|proposent|arrive|termine|marche|fonctionne|vient|viennent|répond|refuse|refusent|dépasse|augmente|menace|réclame|n['’]\p{L}+|ne|on|je|j['’]\p{L}+|nous|il|elle|ils|elles|cela|ça|c['’]est|ce|soit|soient|peux|veux|dois|prend|finit|fuit|livre|facture|explose|manque|reste|coûte|cherche|prévoit|annonce|travaille)(?![\p{L}])/iu,
);

/** The first sentence of a message without a verb is what is wanted: it is introduced. */
export function introduce(sentence: string): string {
  const need = /^(?:le |notre )?besoin ?: ?/iu.exec(sentence);
  if (need !== null)
    return `Le besoin porte sur${/^(?:un|une|des|du|\d)(?!\p{L})/iu.test(sentence.slice(need[0].length)) ? '' : ' :'} ${lower(sentence.slice(need[0].length))}`;
  if (
    VERB.test(sentence.replace(/\([^()]*\)/g, ' ')) ||
    /^[^,.]{0,40} ?:/.test(sentence) ||
    sentence.includes(SERVICE) ||
    sentence.includes(AUTHOR)
  )
    return sentence;
  if (/^(?:un|une|des|\d|deux|trois|quatre|cinq|six|dix|quelques|plusieurs)(?![\p{L}])/iu.test(sentence))
    return `Le besoin porte sur ${lower(sentence)}`;
  if (
    /^(?:ne pas )?\p{L}+(?:er|ir|oir|dre|tre|ire|uire|vre)(?![\p{L}'’-])/iu.test(sentence) &&
    !NOT_INFINITIVE.test(sentence)
  )
    return `Le besoin consiste ${/^[\p{L}]/u.test(sentence) ? 'à' : ''} ${lower(sentence)}`;
  if (
    /^(?:acquisition|achat|remplacement|renouvellement|fourniture|maintenance|mission|prestation|entretien|location|travaux|r[eé]novation|nettoyage|formation|installation|mise|r[eé]alisation|organisation|r[eé]fection|[eé]tude|livraison|r[eé]paration|transport|besoin|demande|prolongation|r[eé]siliation|modification|marché|contrat|projet|recherche)/iu.test(
      sentence,
    )
  )
    return `Objet : ${lower(sentence)}`;
  return sentence;
}

const NOT_INFINITIVE =
  /^(?:papier|mobilier|chantier|atelier|courrier|hier|mer|premier|dernier|escalier|calendrier|cahier|dossier|plombier|trottoir|tiroir|loisir|plaisir|avenir|livre|titre|théâtre|centre|fenêtre|maître|architecte|notre|votre|cadre|encadre|pour|contre|entre|outre|lettre|quartier|clavier|panier|métier|fichier|février|matériel|autre|quatre|poudre|moindre|sucre|nombre)/iu;

const lower = (text: string): string =>
  /^\p{Lu}(?:[\p{Ll}'’]|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
