import { ownValue } from '../own-value.ts';
import { type Placed, placeUnits } from './placed.ts';
import { readTokens, type Token } from './tokens.ts';

/**
 * A text read once. `flat` is what rules are written for: lower case, no accents, œ spelt out, all spaces plain, line ends
 * `\n`, straight apostrophes and hyphens, no invisible character. Offsets of tokens are those of `flat`.
 */
export interface Text extends Placed {
  readonly source: string;
  /** Whether the letter at a place of `flat` is a capital in the source. */
  readonly isCapital: (at: number) => boolean;
  /** Cut when first asked for. */
  readonly tokens: readonly Token[];
}

/** Readers of one message each ask for it, and fidelity for two at a time. */
const lately: Text[] = [];

export function readText(source: string): Text {
  const known = lately.find((text) => text.source === source);
  if (known !== undefined) return known;
  const text = openText(source);
  if (lately.unshift(text) > 6) lately.pop();
  return text;
}

function openText(source: string): Text {
  const placed = placeUnits(source, fold);
  const { flat, sourceAt } = placed;
  const isCapital = (at: number) => {
    const unit = source.charAt(sourceAt(at));
    return unit !== unit.toLowerCase();
  };
  let tokens: readonly Token[] | undefined;
  return {
    ...placed,
    source,
    isCapital,
    get tokens() {
      tokens ??= readTokens(flat, isCapital);
      return tokens;
    },
  };
}

/** What each code unit folds to: '' for one that is not seen. Filled as texts come; there are at most 65,536. */
const FOLDED: (string | undefined)[] = [];

function fold(code: number, next: number): string {
  // A line end of two units is one.
  if (code === 13 && next === 10) return '';
  let folded = FOLDED[code];
  if (folded === undefined) {
    folded = foldUnit(String.fromCharCode(code));
    FOLDED[code] = folded;
  }
  return folded;
}

/** Apostrophes and dashes as people and programs type them, each by its plain form. */
export const PLAIN_MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  º: '°',
};

const ODD: Readonly<Record<string, string>> = {
  ...PLAIN_MARKS,
  œ: 'oe',
  æ: 'ae',
  '\r': '\n',
  '\n': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '×': 'x',
  '₂': '2',
  '³': '3',
  '²': '²',
};

function foldUnit(char: string): string {
  const lower = char.toLowerCase();
  const odd = ownValue(ODD, lower);
  if (odd !== undefined) return odd;
  if (/[\t\v\f\u0085\p{Z}]/u.test(char)) return ' ';
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(char)) return '';
  return /\p{Cs}/u.test(char) ? char : lower.normalize('NFD').replace(/\p{M}/gu, '');
}
