import { ownValue } from '../../own-value.ts';
import { readText } from '../text.ts';
import type { Token } from '../tokens.ts';
import { CURRENCY } from './units.ts';

/** A number as read from tokens; `next` is the index of the token after it. */
export interface ReadNumber {
  readonly value: number;
  readonly next: number;
  readonly spelled: boolean;
  /** «une trentaine», «un millier». */
  readonly collective: boolean;
  /** Only «un» or «une»: an article more often than a count. */
  readonly article: boolean;
  /** Its last word is mille, million or milliard. */
  readonly large: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
};
const TEENS: Readonly<Record<string, number>> = {
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  mille: 1e3,
  milles: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
};
/** After a collective: «une quinzaine de milliers d'euros». */
const THOUSANDS: Readonly<Record<string, number>> = { ...SCALES, millier: 1e3, milliers: 1e3 };
const COLLECTIVES: Readonly<Record<string, number>> = {
  paire: 2,
  huitaine: 8,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1000,
};

/** The words of which numbers are spelled, but for thousands and above. */
export const NUMBER_WORDS: readonly string[] = [UNITS, TEENS, TENS].flatMap(Object.keys);

/** What a number is worth, written in figures or in words; undefined when the text starts with none. */
export const numberIn = (text: string): number | undefined => readNumber(readText(text).tokens, 0)?.value;

export function readNumber(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') return readDigits(tokens, at);
  if (token.kind !== 'word') return undefined;
  return readCollective(tokens, at) ?? readSpelled(tokens, at);
}

/** `12 000`, `12.000`, `12'000`, `12 000,50`, `1.5`: thousands are joined on exactly three digits. */
function readDigits(tokens: readonly Token[], at: number): ReadNumber | undefined {
  let digits = tokens[at]?.text ?? '';
  if (digits === '1' && tokens[at + 1]?.text === '/' && tokens[at + 2]?.text === '2' && tokens[at + 2]?.glued === true)
    return plain(0.5, at + 3);
  if (digits.length > 15) return undefined;
  let next = at + 1;
  if (digits.length <= 3 && digits !== '0') {
    for (;;) {
      const here = tokens[next];
      const after = tokens[next + 1];
      const before = tokens[next - 1];
      if (here === undefined || before === undefined) break;
      if (here.kind === 'digits' && here.text.length === 3 && here.start - before.end === 1 && !here.newLine) {
        digits += here.text;
        next += 1;
      } else if (
        (here.text === '.' || here.text === "'" || (here.text === ',' && groupsThousands(tokens, next))) &&
        here.glued &&
        after?.kind === 'digits' &&
        after.glued &&
        after.text.length === 3
      ) {
        digits += after.text;
        next += 2;
      } else break;
    }
  }
  const point = tokens[next];
  const decimals = tokens[next + 1];
  if (point?.glued === true && decimals?.kind === 'digits' && decimals.glued) {
    const isDecimal = point.text === ',' || (point.text === '.' && decimals.text.length <= 2);
    if (isDecimal && decimals.text.length <= 6) return plain(Number(`${digits}.${decimals.text}`), next + 2);
  }
  return plain(Number(digits), next);
}

/** «300,000 euros», «1,234,567»: a comma before three digits that are a sum's last ones, or one group of several. */
function groupsThousands(tokens: readonly Token[], comma: number): boolean {
  const [group, after, more] = [tokens[comma + 1], tokens[comma + 2], tokens[comma + 3]];
  if (group?.text.length !== 3 || tokens[comma - 1]?.text === '0') return false;
  if (group.text === '000') return true;
  if (after?.text === ',' && after.glued) return more?.kind === 'digits' && more.glued && more.text.length === 3;
  return tokens[comma - 2]?.text === ',' || MONEY.has(after?.text ?? '');
}

const MONEY: ReadonlySet<string> = new Set([...CURRENCY, 'ht', 'ttc']);

const plain = (value: number, next: number): ReadNumber => ({
  value,
  next,
  spelled: false,
  collective: false,
  article: false,
  large: false,
});

/** «une trentaine», «deux douzaines», «une bonne vingtaine», «la cinquantaine», «une demi-douzaine», «une trentaine de mille». */
function readCollective(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const head = tokens[at]?.text ?? '';
  const times = head === 'la' || head === 'le' || head === 'cette' ? 1 : ownValue(UNITS, head);
  if (times === undefined || times === 0) return undefined;
  let next = at + 1;
  while (['bonne', 'petite', 'grosse', 'bon', 'petit', 'autre'].includes(tokens[next]?.text ?? '')) next++;
  let half = 1;
  if (tokens[next]?.text === 'demi') {
    half = 0.5;
    next += tokens[next + 1]?.text === '-' ? 2 : 1;
  }
  const noun = (tokens[next]?.text ?? '').replace(/s$/, '');
  const count = ownValue(COLLECTIVES, noun);
  if (count === undefined) return undefined;
  const de = tokens[next + 1]?.text === 'de' || tokens[next + 1]?.text === 'd';
  const scale = de
    ? ownValue(THOUSANDS, tokens[next + (tokens[next + 2]?.text === "'" ? 3 : 2)]?.text ?? '')
    : undefined;
  const value = times * half * count * (scale ?? 1);
  return {
    value,
    next: scale === undefined ? next + 1 : next + 3,
    spelled: true,
    collective: true,
    article: false,
    large: scale !== undefined,
  };
}

/** French cardinal words, hyphenated or not, Belgian and Swiss tens included; `undefined` where none starts. */
function readSpelled(tokens: readonly Token[], at: number): ReadNumber | undefined {
  let total = 0;
  let group = 0;
  let next = at;
  let seen = 0;
  let large = false;
  for (;;) {
    const step = seen === 0 ? next : joined(tokens, next, group);
    const word = step === undefined ? undefined : tokens[step];
    if (step === undefined || word === undefined || word.kind !== 'word') break;
    const grown = grow(group, word.text, seen > 0);
    if (grown !== undefined) {
      group = grown;
      large = false;
    } else {
      const scale = ownValue(SCALES, word.text);
      if (scale === undefined || large || (seen === 0 && scale > 1000)) break;
      total += (seen === 0 ? 1 : group) * scale;
      group = 0;
      large = true;
    }
    seen++;
    next = step + 1;
  }
  if (seen === 0) return undefined;
  const alone = seen === 1 ? tokens[at]?.text : undefined;
  return {
    value: total + group,
    next,
    spelled: true,
    collective: false,
    article: alone === 'un' || alone === 'une',
    large,
  };
}

/** Index of the word that may continue the number: straight after, after a hyphen, or after «et» in «vingt et un». */
function joined(tokens: readonly Token[], at: number, group: number): number | undefined {
  const here = tokens[at];
  if (here === undefined || here.newLine) return undefined;
  if (here.text === '-' && here.glued && tokens[at + 1]?.glued === true) {
    const after = tokens[at + 1];
    return after?.text === 'et' && tokens[at + 2]?.text === '-' ? at + 3 : at + 1;
  }
  if (here.text === 'et' && group >= 20 && group % 10 === 0 && /^(?:une?|onze)$/.test(tokens[at + 1]?.text ?? ''))
    return at + 1;
  return here.kind === 'word' ? at : undefined;
}

/** The group of three digits with one more word, or undefined when French does not join them. */
function grow(group: number, word: string, started: boolean): number | undefined {
  const rest = group % 100;
  if (word === 'cent' || word === 'cents') {
    if (!started || group === 0) return 100;
    return group >= 2 && group <= 9 ? group * 100 : undefined;
  }
  const tens = ownValue(TENS, word);
  if (tens !== undefined) {
    if (tens === 20 && rest === 4) return group - 4 + 80;
    return rest === 0 ? group + tens : undefined;
  }
  const teen = ownValue(TEENS, word);
  if (teen !== undefined) return rest === 0 || rest === 60 || rest === 80 ? group + teen : undefined;
  const unit = ownValue(UNITS, word);
  if (unit === undefined || (started && unit === 0)) return undefined;
  if (rest === 0) return group + unit;
  if (rest >= 20 && rest % 10 === 0) return group + unit;
  const teens = rest === 10 || rest === 70 || rest === 90;
  return teens && unit >= 7 ? group + unit : undefined;
}
