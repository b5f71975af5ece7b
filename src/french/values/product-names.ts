import type { Token } from '../tokens.ts';
import { type CodedReader, codeAfter, counts } from './coded-name.ts';
import { measureOf, NOT_COUNTED } from './units.ts';

const NORMS = new Set('nf iso iec cei ral dtu astm afnor ip ik din nfc nfe nfs sae unspsc cpv'.split(' '));

/** `NF EN 1789`, `ISO 9001:2015`, `NF S 61-933`, `RAL 7016`, `IP67`, `CPV 30200000-1`. */
export const readNorm: CodedReader = (tokens, at) => {
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

const PRODUCTS = new Set(
  (
    'natura windows office iphone ipad galaxy android ios usb hdmi wifi bluetooth macos ubuntu debian sharepoint autocad photoshop revit ' +
    'word excel exchange server sql oracle java php python peugeot renault citroen dacia toyota mercedes kangoo pixel xperia airbus boeing ' +
    'microsoft 365 adobe teams core ryzen gen euro crit air iveco sage ciel cat volvo kubota thinkpad latitude optiplex probook elitebook surface'
  ).split(' '),
);

/** `Windows 11`, `USB 3.0`, `iPhone 15 Pro`, «Microsoft 365», «norme Euro 6», and «Lyon 3» when nothing counted follows. */
export const readProduct: CodedReader = (tokens, at) => {
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
export const readGlued: CodedReader = (tokens, at) => {
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
export const readOrdinal: CodedReader = (tokens, at) => {
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
