import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { type CodedName, type CodedReader, codeAfter } from './coded-name.ts';
import { readLabel } from './labelled-numbers.ts';
import { readGlued, readNorm, readOrdinal, readProduct } from './product-names.ts';
import { TIME_WORDS } from './units.ts';

/** What one reader leaves, the next may take. */
export function readCodedName(tokens: readonly Token[], at: number): CodedName | undefined {
  for (const read of READERS) {
    const name = read(tokens, at);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `R2122-8`, `R. 2122-8`, `L 2113-10`, `r2122 8` is left to the index: here the hyphen is wanted. */
const readArticle: CodedReader = (tokens, at) => {
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
const readAlways: CodedReader = (tokens, at) => {
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
const readPhone: CodedReader = (tokens, at) => {
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
const readRegistration: CodedReader = (tokens, at) => {
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
const readPostcode: CodedReader = (tokens, at) => {
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

const STREETS = new Set(
  'rue avenue av boulevard bd bld impasse allee chemin square esplanade faubourg place quai cours passage route'.split(
    ' ',
  ),
);

/** «12 rue de la République», «12 bis, avenue Foch», «3 place Bellecour»: a house number. */
const readAddress: CodedReader = (tokens, at) => {
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

const READERS: readonly CodedReader[] = [
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
