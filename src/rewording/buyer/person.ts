import { isFeminine } from './genders.ts';
import { latin } from './latin.ts';
import { elided, thirdOfJe, thirdOfNous } from './verbs.ts';

/**
 * Stand-ins for who speaks, until the sentence is finished: French joins them to what comes before («de le» → «du»).
 * Private-use characters, which are taken out of the source first.
 */
export const SERVICE = '\ue000';
export const AUTHOR = '\ue001';

const L = "(?<![\\p{L}\\p{N}'’-])";
const R = '(?![\\p{L}\\p{N}])';
const CLITIC = "(?:le |la |les |l['’]|en |y |lui |leur )";
/** Spoken to someone: told to whom, or about whom. */
const TOLD =
  /^(?:dit|dits|dis|demand|propos|envo|fourni|factur|donn|permet|co[uû]t|rest|manqu|rend|promet|promis|impos|annon|r[eé]pond|pr[eê]t|vend|offr|offert|[eé]cri|signal|pos|appart|convi|suffi|expliqu|garanti|pr[eé]par|install|r[eé]clam|laiss|sugg|sugger|r[eé]dig|pr[eé]sent|expos|adress|remi[st]|rappel|pren|fass|fai|ver[sz]|transm|par(?:a[iî]|u)|sembl|montr|confirm|[eé]vit|factur|refus|report|arriv|tomb|va$|livr)/i;
const DIRECT =
  /^(?:aid|plant|appel|contact|rappel|relanc|form|accompagn|g[eê]n|bloqu|inqui|int[eé]ress|arrang|pr[eé]v|inform|concern|oblig|menac|attaqu|conseil|l[aâ]ch|quitt|assist|d[eé]fend|repr[eé]sent|satisf|h[eé]berg|convoqu|sollicit|alert|pay|rembours|d[eé]pann|remplac)/i;
const KIN =
  '(?:beau-?fr[eè]re|belle-?s[oœ]e?ur|cousine?s?|fr[eè]re|s[oœ]e?ur|mari|femme|fils|fille|conjointe?|copain|copine|amie?|p[eè]re|m[eè]re|oncle|tante|neveu|ni[eè]ce|[eé]pou(?:x|se)|compagn(?:on|e)|voisine?)';

/** The sentence with its first person told of the department; what could not be told so is left, for the caller to see. */
export function toThirdPerson(sentence: string, author: string): string {
  let text = sentence;
  const replace = (pattern: RegExp, by: (...groups: string[]) => string) => {
    text = text.replace(pattern, (...all: unknown[]) => by(...all.map((one) => (typeof one === 'string' ? one : ''))));
  };

  // To the buyer: «je vous transmets», «on te demande».
  replace(PATTERNS.toYou, (whole, who = '', verb = '') => {
    const said = /^(?:je|j['’])/i.test(who) ? thirdOfJe(verb) : /^on/i.test(who) ? verb : (thirdOfNous(verb) ?? '');
    if (said === '') return whole;
    const subject = /^on|^nous/i.test(who) ? SERVICE : author;
    return DIRECT.test(verb) ? `${subject} ${said} l'acheteur` : `${subject} ${said} à l'acheteur`;
  });
  // What others do to «nous», «me»: before the subjects, which look alike.
  replace(PATTERNS.neObject, (whole, ne = '', who = '', aux = '', adverb = '', verb = '') =>
    object(whole, ne, who, aux, adverb, verb, author),
  );
  replace(PATTERNS.on, (_whole, que = '', _on = '') => (que === '' ? SERVICE : `${que.slice(0, -1)}e ${SERVICE}`));
  // «je ne veux pas m'embêter», «nous allons nous équiper»: what one does to oneself.
  replace(PATTERNS.oneself, (_whole, before = '', verb = '') => `${before}${elided('se', verb)}${verb}`);
  replace(PATTERNS.je, (_whole, que = '', ne = '', clitics = '', verb = '') =>
    subject(que, author, ne, clitics, thirdOfJe(verb)),
  );
  text = text.replace(PATTERNS.nous, (whole: string, ...groups: (string | number | undefined)[]) => {
    const [and = '', que = '', ne = '', clitics = '', verb = '', at = 0] = groups;
    const said = thirdOfNous(String(verb));
    // «Le département et nous achetons»: two buy, so the verb is no singular.
    if (said === undefined || (and !== '' && !HAS_VERB.test(text.slice(0, Number(at))))) return whole;
    return `${and}${subject(String(que), SERVICE, String(ne), String(clitics), said)}`;
  });
  replace(PATTERNS.afterPreposition, (_whole, preposition = '', who = '') =>
    /^chez/i.test(preposition) ? `au sein de ${SERVICE}` : `${preposition} ${/^nous/i.test(who) ? SERVICE : author}`,
  );
  replace(PATTERNS.kin, (_whole, mine = '', noun = '') => `${articleOf(mine, noun)}${noun} de ${AUTHOR}`);
  return possessives(text, author);
}

const HAS_VERB = latin(
  /(?<!\p{L})(?:nous|on|je|j['’]|ils?|elles?|ça|cela|c['’]|est|sont|a|ont|va|vont|faut|peut|doit|fait|veut|vient|arrive|fonctionne|marche|date|\p{L}{3,}ent)(?!\p{L})|[\ue000\ue001]/iu,
);

function subject(que: string, who: string, ne: string, clitics: string, verb: string): string {
  const before = que === '' ? '' : `${que.slice(0, -1)}e `;
  const reflexive = clitics.replace(/^(?:me |m['’]|nous )/i, () =>
    elided('se', clitics.replace(/^(?:me |m['’]|nous )/i, '') || verb),
  );
  const rest = `${reflexive}${verb}`;
  return `${before}${who} ${ne === '' ? '' : elided('ne', rest)}${rest}`;
}

function object(
  whole: string,
  ne: string,
  who: string,
  aux: string,
  adverb: string,
  verb: string,
  author: string,
): string {
  const told = TOLD.test(verb);
  if ((!told && !DIRECT.test(verb)) || /(?:ons|mmes|ez)$/i.test(verb)) return whole;
  const target = /^nous/i.test(who) ? SERVICE : author;
  // «ils nous ont contactés»: the department is one.
  const one = /^nous/i.test(who) ? verb.replace(/és$/, 'é') : verb;
  const phrase = `${aux}${adverb}${one}`;
  return `${ne === '' ? '' : elided('ne', phrase)}${phrase} ${told ? 'à ' : ''}${target}`;
}

const PATTERNS = {
  toYou: latin(new RegExp(`${L}(je|j['’]|on|nous) ?(?:vous |te |t['’])(\\p{L}+)(?= |[.,;:!?]|$)`, 'giu')),
  neObject: latin(
    new RegExp(
      `(?<=[\\p{L}\\p{N},)»] )(?<!(?:je|nous|et|mais|donc|ou|que|si|quand|lorsque|puisque) )(ne |n['’])?(nous |me |m['’])((?:a|ont|avait|avaient|aura|va|vont|doit|doivent|devait|peut|peuvent|pourrait|aurait|est|sont|ait) )?((?:pas |plus |jamais |toujours |d[eé]j[aà] |encore |bien |mal )?)(\\p{L}+)${R}`,
      'giu',
    ),
  ),
  on: latin(new RegExp(`${L}((?:lorsqu|puisqu|quoiqu|qu)['’])?(?:l['’])?(on)${R}(?!-)`, 'giu')),
  je: latin(
    new RegExp(
      `${L}((?:lorsqu|puisqu|qu)['’])?j(?:e |['’])(ne |n['’])?((?:me |m['’])?${CLITIC}{0,2})(\\p{L}+)${R}`,
      'giu',
    ),
  ),
  nous: latin(
    new RegExp(
      `${L}(et )?((?:lorsqu|puisqu|qu)['’])?nous (ne |n['’])?((?:nous )?${CLITIC}{0,2})(\\p{L}+(?:ons|mmes))${R}`,
      'giu',
    ),
  ),
  oneself: latin(
    new RegExp(
      `((?:je|j['’]|nous|on) ?(?:n['’]|ne )?(?:veux|veut|peux|peut|vais|va|dois|doit|voudrais|voudrait|aimerais|aimerait|souhaite|souhaitons|voulons|pouvons|devons|allons) (?:pas |plus |aussi )?)(?:me |m['’]|nous )(\\p{L}+(?:er|ir|re|oir))${R}`,
      'giu',
    ),
  ),
  afterPreposition: latin(
    new RegExp(`${L}(pour|avec|chez|à|de|par|sans|sur|vers|contre|selon|que) (nous|moi)${R}(?!-)`, 'giu'),
  ),
  kin: latin(new RegExp(`${L}(mon|ma|mes) (${KIN})${R}`, 'giu')),
  possessive: latin(new RegExp(`${L}((?:de|à|chez) )?(notre|nos|mon|ma|mes) ([\\p{L}\\p{M}]+|\\d+)`, 'giu')),
};

/** «notre contrat» is «son contrat» once the department has been named in the sentence, and «le contrat» before. */
function possessives(text: string, author: string): string {
  return text.replace(
    PATTERNS.possessive,
    (whole: string, preposition: string | undefined, mine: string, noun: string, at: number) => {
      const capital = /^\p{Lu}/u.test(whole);
      const before = text.slice(0, at);
      const named = before.includes(SERVICE) || before.includes(author);
      const article = named && !/^chez/i.test(preposition ?? '') ? ownOf(mine, noun) : articleOf(mine, noun);
      const said = `${joined(preposition ?? '', article)}${noun}`;
      return capital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
    },
  );
}

function joined(preposition: string, article: string): string {
  const key = `${preposition.toLowerCase()}${article}`;
  return CONTRACTIONS[key] ?? `${preposition}${article}`;
}
const CONTRACTIONS: Readonly<Record<string, string>> = {
  'de le ': 'du ',
  'de les ': 'des ',
  'à le ': 'au ',
  'à les ': 'aux ',
};

const isPlural = (mine: string) => /s$/i.test(mine);
const feminine = (mine: string, noun: string) =>
  /^ma$/i.test(mine) ? true : /^mon$/i.test(mine) && !/^[aeiouyhéèêàâîô]/i.test(noun) ? false : isFeminine(noun);

function ownOf(mine: string, noun: string): string {
  if (isPlural(mine)) return 'ses ';
  return feminine(mine, noun) && elided('le', noun) === 'le ' ? 'sa ' : 'son ';
}

function articleOf(mine: string, noun: string): string {
  if (isPlural(mine)) return 'les ';
  const article = elided('le', noun);
  return article === 'le ' && feminine(mine, noun) ? 'la ' : article;
}

/** Whether a first or second person is still spoken in the sentence. */
export const LEFT_OVER = latin(
  new RegExp(
    `${L}(?:je|tu|te|toi|ton|ta|tes|moi|me|mon|ma|mes|nous|notre|nos|vous|votre|vos|mien(?:ne)?s?|nôtres?|vôtres?|on)${R}|${L}[jmt]['’](?=\\p{L})|(?<!rendez)-(?:nous|vous|moi|toi|tu|je|on)${R}`,
    'iu',
  ),
);

/** Names the speakers, joined to the words before them: «de le service» → «du service». */
export function nameSpeakers(text: string): string {
  return text
    .replace(/^([^\ue000]*\ue000)(?! demand)/u, '$1 demandeur')
    .replace(/(?<!\p{L})de \ue000/giu, 'du service')
    .replace(/(?<!\p{L})à \ue000/giu, 'au service')
    .replaceAll(SERVICE, 'le service')
    .replaceAll(AUTHOR, "l'auteur de la demande")
    .replace(/(?<!\p{L})que l'auteur/gu, "que l'auteur");
}
