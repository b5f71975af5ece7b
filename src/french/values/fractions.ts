import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { readNumber } from './numbers.ts';

interface Fraction {
  /** Of a hundred: «deux tiers» are 66.666667. */
  readonly share: number;
  readonly next: number;
}

const PARTS: Readonly<Record<string, number>> = {
  tiers: 3,
  quart: 4,
  quarts: 4,
  cinquieme: 5,
  cinquiemes: 5,
  dixieme: 10,
  dixiemes: 10,
  centieme: 100,
  centiemes: 100,
  millieme: 1000,
  milliemes: 1000,
};

/** «deux tiers», «la moitié», «un quart des repas», «2/3 de la surface», «un demi pour cent»; `undefined` for «un tiers» who is a person and for «un quart d'heure». */
export function readFraction(tokens: readonly Token[], at: number): Fraction | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.text === 'moitie') return { share: 50, next: at + 1 };
  if (token.kind === 'digits') return readSlashed(tokens, at);
  if (token.kind !== 'word') return undefined;
  const number = token.text === 'le' ? { value: 1, next: at + 1 } : readNumber(tokens, at);
  if (number === undefined || number.value < 1 || number.value > 99) return undefined;
  const word = tokens[number.next];
  if (
    /^(?:pour|p)$/.test(tokens[number.next + 1]?.text ?? '') &&
    word?.text === 'demi' &&
    /^cents?$/.test(tokens[number.next + 2]?.text ?? '')
  )
    return { share: number.value / 2, next: number.next + 3 };
  if (word?.text === 'pour' && tokens[number.next + 1]?.text === 'mille')
    return { share: number.value / 10, next: number.next + 2 };
  const parts = word === undefined || word.newLine ? undefined : ownValue(PARTS, word.text);
  if (parts === undefined || number.value >= parts || isHour(tokens, number.next)) return undefined;
  // «un tiers», «un quart» and «un cinquième» may be other things; a thousandth is nothing else.
  if (number.value === 1 && parts < 100 && !isOfSomething(tokens, number.next + 1) && !followsAnother(tokens, at))
    return undefined;
  return { share: shareOf(number.value, parts), next: number.next + 1 };
}

/** `2/3 des repas`: without what it is a part of, `2/3` may be a day; `1/3000` of the price is how penalties are told. */
function readSlashed(tokens: readonly Token[], at: number): Fraction | undefined {
  const [slash, below] = [tokens[at + 1], tokens[at + 2]];
  if (slash?.text !== '/' || !slash.glued || below?.kind !== 'digits' || !below.glued) return undefined;
  const [value, parts] = [Number(tokens[at]?.text), Number(below.text)];
  const daily = parts >= 100 && value === 1;
  if (value < 1 || value >= parts || !(daily || ([2, 3, 4, 5, 10].includes(parts) && isOfSomething(tokens, at + 3))))
    return undefined;
  return { share: shareOf(value, parts), next: at + 3 };
}

const shareOf = (value: number, parts: number): number => Math.round((value / parts) * 1e8) / 1e6;

const isHour = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text.startsWith('quart') === true && tokens[at + 1]?.text === 'd' && tokens[at + 3]?.text === 'heure';

/** «un tiers de confiance» is somebody. */
const isOfSomething = (tokens: readonly Token[], at: number): boolean =>
  /^(?:de|des|du|d)$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== 'confiance';

/** A fraction said earlier in the sentence: «deux tiers à l'école Nord et un tiers à l'école Sud», either way round. */
function followsAnother(tokens: readonly Token[], at: number): boolean {
  const isPart = (index: number) => Object.hasOwn(PARTS, tokens[index]?.text ?? '') || tokens[index]?.text === 'moitie';
  for (const step of [-1, 1]) {
    for (let index = at + step * (step > 0 ? 2 : 1); Math.abs(index - at) < 14; index += step) {
      const token = tokens[index];
      if (token === undefined || /^[.;!?]$/.test(token.text)) break;
      if (isPart(index)) return true;
    }
  }
  return false;
}
