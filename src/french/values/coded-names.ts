// One ordered list of small readers of the same shape: what one leaves, the next may take, so they are read together.

import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { measureOf, NOT_COUNTED, singular, TIME_WORDS } from './units.ts';

/** A name that holds digits (article, phone, norm, product, contract number…): never a quantity. Token indices. */
interface CodedName {
  readonly kind:
    | 'article'
    | 'phone'
    | 'registration'
    | 'postcode'
    | 'norm'
    | 'product'
    | 'label'
    | 'ordinal'
    | 'always';
  readonly next: number;
  /** Two writings of the same name give the same key: `r2122-8`, `lot 2`, `iso 9001`. */
  readonly key: string;
}

type Reader = (tokens: readonly Token[], at: number) => CodedName | undefined;

export function readCodedName(tokens: readonly Token[], at: number): CodedName | undefined {
  for (const read of READERS) {
    const name = read(tokens, at);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `R2122-8`, `R. 2122-8`, `L 2113-10`, `r2122 8` is left to the index: here the hyphen is wanted. */
const readArticle: Reader = (tokens, at) => {
  if (!/^[lrda]$/.test(tokens[at]?.text ?? '')) return undefined;
  let next = at + 1;
  while (/^[.*]$/.test(tokens[next]?.text ?? '')) next++;
  const digits = tokens[next];
  if (digits?.kind !== 'digits' || digits.text.length < 3 || digits.text.length > 4) return undefined;
  const code = codeAfter(tokens, next);
  const glued = digits.glued && tokens[at]?.capital === true;
  if (!code.key.includes('-') && !glued) return undefined;
  return { kind: 'article', next: code.next, key: `${tokens[at]?.text}${code.key}` };
};

/** `24h/24`, `7j/7`, `24/7`, «24 heures sur 24», «5 jours sur 7»: how much of the day or the week. */
const readAlways: Reader = (tokens, at) => {
  const head = tokens[at];
  if (head?.kind !== 'digits' || head.text.length > 2) return undefined;
  const unit = tokens[at + 1]?.text ?? '';
  const timed = ownValue(TIME_WORDS, unit) !== undefined;
  const over = tokens[at + (timed ? 2 : 1)]?.text;
  const last = tokens[at + (timed ? 3 : 2)]?.text;
  const next = at + (timed ? 4 : 3);
  if (over !== '/' && over !== 'sur') return undefined;
  if (head.text === '24' && last === '7') return { kind: 'always', next, key: '24/7' };
  const whole = (last === '24' && (head.text === '24' || timed)) || (last === '7' && (head.text === '7' || timed));
  return whole ? { kind: 'always', next, key: `${head.text}/${last}` } : undefined;
};

/** `04 72 00 00 00`, `04.72.00.00.00`, `0472000000`, `+33 4 72 00 00 00`. */
const readPhone: Reader = (tokens, at) => {
  const first = tokens[at];
  if (first === undefined || !(first.text === '+' || first.text.startsWith('0'))) return undefined;
  let digits = '';
  let next = at;
  for (; next < at + 14; next++) {
    const token = tokens[next];
    if (token === undefined || token.newLine) break;
    if (token.kind === 'digits' && (next === at || token.text.length <= 3 || digits === '')) digits += token.text;
    else if (!(token.kind === 'sign' && /^[.+()-]$/.test(token.text))) break;
    if (digits.length >= (first.text === '+' ? 11 : 10)) {
      next++;
      break;
    }
  }
  const length = first.text === '+' ? 11 : 10;
  return digits.length === length && /^(?:0[1-9]|33)/.test(digits) ? { kind: 'phone', next, key: digits } : undefined;
};

/** SIRET (14 digits) and SIREN after its name (9), bank and other numbers of eight digits or more in one run. */
const readRegistration: Reader = (tokens, at) => {
  const first = tokens[at];
  if (first?.text === 'fr' && tokens[at + 1]?.text.length === 2 && tokens[at + 2]?.text.length === 4) {
    let end = at + 1;
    while (tokens[end]?.kind === 'digits') end++;
    return { kind: 'registration', next: end, key: 'iban' };
  }
  if (first?.kind !== 'digits') return undefined;
  const money = /^(?:€|euros?|eur|k)$/.test(tokens[at + 1]?.text ?? '');
  if (first.text.length >= 8 && !money) return { kind: 'registration', next: at + 1, key: first.text };
  const named = /^(?:siret|siren|iban|uai|finess)$/;
  const before = [tokens[at - 1]?.text, tokens[at - 2]?.text, tokens[at - 3]?.text];
  const isNamed = before.some((word) => named.test(word ?? ''));
  if (first.text.length !== 3 && !isNamed) return undefined;
  const shape = [3, 3, 3, 5];
  let digits = '';
  let next = at;
  for (const length of shape) {
    if (tokens[next]?.kind !== 'digits' || tokens[next]?.text.length !== length) break;
    digits += tokens[next]?.text;
    next++;
  }
  const whole = digits.length === 14 || (digits.length === 9 && isNamed);
  if (whole) return { kind: 'registration', next, key: digits };
  return isNamed ? { kind: 'registration', next: at + 1, key: first.text } : undefined;
};

/** `69003 Lyon`, `CP 69003`: five digits in one run before a capital, not before money. */
const readPostcode: Reader = (tokens, at) => {
  const digits = tokens[at];
  if (digits?.kind !== 'digits' || digits.text.length !== 5) return undefined;
  const after = tokens[at + 1];
  const town =
    after?.kind === 'word' &&
    after.capital &&
    !after.newLine &&
    after.text.length > 2 &&
    after.text !== 'ttc' &&
    after.text !== 'eur';
  const told = /^(?:cp|postal|bp)$/.test(tokens[at - 1]?.text ?? '') || after?.text === 'cedex';
  return (town && !after.first) || told ? { kind: 'postcode', next: at + 1, key: digits.text } : undefined;
};

const NORMS = new Set('nf iso iec cei ral dtu astm afnor ip ik din nfc nfe nfs sae unspsc cpv'.split(' '));

/** `NF EN 1789`, `ISO 9001:2015`, `NF S 61-933`, `RAL 7016`, `IP67`, `CPV 30200000-1`. */
const readNorm: Reader = (tokens, at) => {
  const head = tokens[at];
  if (head?.kind !== 'word') return undefined;
  const european = head.text === 'en' && isUpper(head, tokens[at + 1]);
  if (!NORMS.has(head.text) && !european) return undefined;
  let next = at + 1;
  while (NORMS.has(tokens[next]?.text ?? '') || /^(?:en|[a-z]|\/)$/.test(tokens[next]?.text ?? '')) next++;
  if (tokens[next]?.kind !== 'digits') return undefined;
  if (european && next === at + 1 && /^(?:19|20)\d\d$/.test(tokens[next]?.text ?? '')) return undefined;
  const code = codeAfter(tokens, next);
  const letters = tokens.slice(at, next).map((token) => token.text);
  return { kind: 'norm', next: code.next, key: `${letters.filter((word) => word !== '/').join(' ')} ${code.key}` };
};

/** «EN 1789» against «en 1789»: both letters cannot be told from a token, so the capital and the long number decide. */
const isUpper = (token: Token, after: Token | undefined): boolean =>
  token.capital && !token.first && after?.kind === 'digits' && after.text.length >= 3;

/** After these, a number is a name whatever follows; plural forms take a list («lots 1, 2 et 3»). */
const LABELS = new Set(
  'lot lots article articles art annexe annexes page pages chapitre tranche phase etape paragraphe alinea objectif action axe version titre cerfa formulaire'.split(
    ' ',
  ),
);
/** After these, a number is a name unless something counted follows («salle 12» but «salle 12 personnes»). */
const ROOMS = new Set(
  (
    'etage code niveau zone salle batiment bat porte quai ligne gare chambre classe categorie cat grade option variante question figure tableau ' +
    'point bureau secteur equipe groupe type taille format pointure modele serie gamme indice rn rd cp section canal route departement'
  ).split(' '),
);
/** After these, «n°» or a code with a hyphen or a slash is a name. */
const PAPERS = new Set(
  'marche contrat convention commande devis facture bon dossier arrete decret loi deliberation reference ref consultation avis accord permis cadre engagement ticket numero'.split(
    ' ',
  ),
);

const readLabel: Reader = (tokens, at) => {
  const head = tokens[at];
  if (head?.kind !== 'word') return undefined;
  const numbered = readNumberSign(tokens, at) ?? readNumberSign(tokens, at + 1);
  if (
    numbered !== undefined &&
    (numbered.sign === at || LABELS.has(head.text) || ROOMS.has(head.text) || PAPERS.has(head.text))
  ) {
    const code = codeAfter(tokens, numbered.next);
    if (code.next > numbered.next && /\d/.test(code.key)) {
      const name = numbered.sign === at ? 'n°' : singular(head.text);
      return { kind: 'label', next: code.next, key: `${name} ${code.key}` };
    }
  }
  const number = tokens[at + 1];
  if (number?.kind !== 'digits' || number.glued || number.newLine || number.text.length > 5) return undefined;
  const code = codeAfter(tokens, at + 1);
  const key = `${singular(head.text)} ${code.key}`;
  // «tous lots 600 000», «bâtiment 6 200 000»: a sum in thousands.
  const groups = [2, 3].filter((place) => /^\d{3}$/.test(tokens[at + place]?.text ?? '')).length;
  if (
    groups === 2 ||
    (head.text === 'lots' && number.text.length > 1 && groups > 0 && /^\d{3}$/.test(tokens[at + 2]?.text ?? ''))
  )
    return undefined;
  if (head.text === 'lots' || head.text === 'articles') return readList(tokens, code.next, key);
  if (LABELS.has(head.text) && !head.text.endsWith('s')) return { kind: 'label', next: code.next, key };
  if (PAPERS.has(head.text) && /[-/]\d|^20\d\d[a-z]|\d[a-z]+\d/.test(code.key))
    return { kind: 'label', next: code.next, key };
  if (LABELS.has(head.text) || ROOMS.has(head.text))
    return counts(tokens, code.next) ? undefined : { kind: 'label', next: code.next, key };
  return undefined;
};

/** «lots 1, 2 et 3»: the numbers that follow belong to the same name. */
function readList(tokens: readonly Token[], at: number, first: string): CodedName {
  let key = first;
  let next = at;
  while (
    /^(?:,|et|a|ou|-)$/.test(tokens[next]?.text ?? '') &&
    tokens[next + 1]?.kind === 'digits' &&
    !counts(tokens, next + 2)
  ) {
    key += ` ${tokens[next + 1]?.text}`;
    next += 2;
  }
  return { kind: 'label', next, key };
}

/** «n° », «no. », «numéro »: index of the sign and of what follows. */
function readNumberSign(
  tokens: readonly Token[],
  at: number,
): { readonly sign: number; readonly next: number } | undefined {
  const text = tokens[at]?.text;
  const after = tokens[at + 1]?.text;
  if (text === 'n' && after === '°') return { sign: at, next: at + 2 };
  if (text === 'no' && (tokens[at + 1]?.kind === 'digits' || after === '.'))
    return { sign: at, next: after === '.' ? at + 2 : at + 1 };
  if (text === 'numero' || text === 'numeros') return { sign: at, next: at + 1 };
  return undefined;
}

const PRODUCTS = new Set(
  (
    'natura windows office iphone ipad galaxy android ios usb hdmi wifi bluetooth macos ubuntu debian sharepoint autocad photoshop revit ' +
    'word excel exchange server sql oracle java php python peugeot renault citroen dacia toyota mercedes kangoo pixel xperia airbus boeing ' +
    'microsoft 365 adobe teams core ryzen gen euro crit air iveco sage ciel cat volvo kubota thinkpad latitude optiplex probook elitebook surface'
  ).split(' '),
);

/** `Windows 11`, `USB 3.0`, `iPhone 15 Pro`, «Microsoft 365», «norme Euro 6», and «Lyon 3» when nothing counted follows. */
const readProduct: Reader = (tokens, at) => {
  const head = tokens[at];
  const number = tokens[at + 1];
  if (head?.kind !== 'word' || number?.kind !== 'digits' || number.newLine || number.text.length > 4) return undefined;
  if (number.end - number.start > 4 || tokens[at + 2]?.text === '%') return undefined;
  const code = codeAfter(tokens, at + 1);
  const known =
    PRODUCTS.has(head.text) && !/^(?:€|euros?|k|ht|ttc|mois|ans|jours?|heures?)$/.test(tokens[code.next]?.text ?? '');
  const proper = head.capital && !head.first && head.text.length > 2 && !NOT_COUNTED.has(head.text);
  const thousands =
    tokens[at + 2]?.kind === 'digits' ||
    // «Metz 6,4 GWh».
    (tokens[at + 2]?.text === ',' &&
      tokens[at + 2]?.glued === true &&
      tokens[at + 3]?.kind === 'digits' &&
      tokens[at + 3]?.glued === true);
  if (
    !(known || proper) ||
    thousands ||
    (counts(tokens, code.next) && !(known && number.text.length <= 2 && head.text !== 'teams'))
  )
    return undefined;
  if (!known && /^(?:19|20)\d\d$/.test(number.text)) return undefined;
  return { kind: 'product', next: code.next, key: `${head.text} ${code.key}` };
};

/** `A4`, `RJ45`, `DDR5`, `covid19`: letters and digits glued, letters first. */
const readGlued: Reader = (tokens, at) => {
  const head = tokens[at];
  const sign = tokens[at + 1];
  const isTwin =
    head?.kind === 'digits' && head.text.length === 1 && sign?.text === 'x' && tokens[at + 2]?.text === head.text;
  // «3 x 3 000 €» multiplies.
  if (isTwin && !/^\d{3}$/.test(tokens[at + 3]?.text ?? ''))
    return { kind: 'product', next: at + 3, key: `${head.text}x${head.text}` };
  const hyphen = sign?.text === '-' && sign.glued && (head?.capital === true || head?.text === 'covid');
  const number = tokens[hyphen ? at + 2 : at + 1];
  if (head?.kind !== 'word' || number?.kind !== 'digits' || !number.glued) return undefined;
  if (hyphen) {
    const code = codeAfter(tokens, at + 2);
    return { kind: 'product', next: code.next, key: `${head.text}-${code.key}` };
  }
  if (head.text === 'x' || (measureOf(head.text + number.text) !== undefined && /^[23]$/.test(number.text)))
    return undefined;
  if (head.text.length > 4 && number.text.length > 2 && !PRODUCTS.has(head.text)) return undefined;
  const code = codeAfter(tokens, at + 1);
  return { kind: 'product', next: code.next, key: head.text + code.key };
};

/** `3D`, `5G`, `4K` (a screen), `2e`, `3ème`, `1er`, «deuxième»: digits and letters that count nothing. */
const readOrdinal: Reader = (tokens, at) => {
  const head = tokens[at];
  const letters = tokens[at + 1];
  if (head?.kind !== 'digits' || letters?.kind !== 'word' || !letters.glued) return undefined;
  if (/^(?:er|ere|e|eme|ieme|nd|nde|ers|emes|re)$/.test(letters.text) && head.text.length <= 3)
    return { kind: 'ordinal', next: at + 2, key: `${head.text}e` };
  if (letters.text === 'd' && letters.capital) return { kind: 'product', next: at + 2, key: `${head.text}d` };
  if (letters.text === 'g' && letters.capital && /^[3-6]$/.test(head.text))
    return { kind: 'product', next: at + 2, key: `${head.text}g` };
  const screen =
    letters.text === 'k' &&
    /^[248]$/.test(head.text) &&
    /^(?:ecrans?|video|resolution|tele\w*|moniteurs?|projecteurs?|videoprojecteurs?|en|camera|cameras)$/.test(
      tokens[at - 1]?.text ?? '',
    );
  return screen ? { kind: 'product', next: at + 2, key: `${head.text}k` } : undefined;
};

const STREETS = new Set(
  'rue avenue av boulevard bd bld impasse allee chemin square esplanade faubourg place quai cours passage route'.split(
    ' ',
  ),
);

/** «12 rue de la République», «12 bis, avenue Foch», «3 place Bellecour»: a house number. */
const readAddress: Reader = (tokens, at) => {
  const head = tokens[at];
  if (head?.kind !== 'digits' || head.text.length > 4) return undefined;
  let next = at + 1;
  if (/^(?:bis|ter|quater)$/.test(tokens[next]?.text ?? '')) next++;
  if (tokens[next]?.text === ',') next++;
  if (!STREETS.has(tokens[next]?.text ?? '')) return undefined;
  const after = tokens.slice(next + 1, next + 5);
  const proper = after.some((token) => token.capital);
  const sure = /^(?:rue|avenue|av|boulevard|bd|bld|impasse|allee|chemin)$/.test(tokens[next]?.text ?? '');
  return proper || sure ? { kind: 'label', next: at + 1, key: head.text } : undefined;
};

const READERS: readonly Reader[] = [
  readAlways,
  readPhone,
  readRegistration,
  readNorm,
  readArticle,
  readLabel,
  readProduct,
  readGlued,
  readOrdinal,
  readAddress,
  readPostcode,
];

/** Digits and letters that hang together: `2021-045`, `61-933`, `9001:2015`, `3.0`, `12b`. */
function codeAfter(tokens: readonly Token[], at: number): { readonly key: string; readonly next: number } {
  let key = tokens[at]?.text ?? '';
  let next = at + 1;
  for (;;) {
    const token = tokens[next];
    const after = tokens[next + 1];
    if (token === undefined || !token.glued) break;
    if (token.kind !== 'sign') {
      key += token.text;
      next += 1;
    } else if (/^[-/.:_]$/.test(token.text) && after?.glued === true && after.kind !== 'sign') {
      key += token.text + after.text;
      next += 2;
    } else break;
  }
  return { key, next };
}

/** Something counted or measured follows: a plural noun, a unit, money. */
function counts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.newLine) return false;
  if (token.text === '€' || token.text === '%') return true;
  if (token.kind !== 'word' || NOT_COUNTED.has(token.text)) return token.text === 'ht' || token.text === 'ttc';
  return token.text.length > 3 && /[sx]$/.test(token.text)
    ? true
    : measureOf(token.text) !== undefined ||
        ownValue(TIME_WORDS, token.text) !== undefined ||
        /^(?:euros?|eur|k|ke|keuros?|millions?|mille)$/.test(token.text);
}
