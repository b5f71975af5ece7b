/** Luhn's sum, which SIREN and SIRET carry. Digits only. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** La Poste has more establishments than Luhn's keys allow: the digits of theirs add up to a multiple of 5. */
export function isSiret(digits: string): boolean {
  if (digits.length !== 14 || /^0+$/.test(digits)) return false;
  if (passesLuhn(digits)) return true;
  return digits.startsWith('356000000') && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** The fourteen figures of a SIRET whose key is right, however they were spaced; undefined for anything else. */
export function readSiret(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 40) return undefined;
  const digits = text.replace(/[\s.\u00A0\u202F]/g, '');
  return /^\d{14}$/.test(digits) && isSiret(digits) ? digits : undefined;
}

export const isSiren = (digits: string): boolean =>
  digits.length === 9 && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);

/** The French key: (12 + 3 × (SIREN mod 97)) mod 97. */
export function isFrenchVat(compact: string): boolean {
  const match = /^FR(\d{2})(\d{9})$/.exec(compact);
  return match !== null && Number(match[1]) === (12 + 3 * (Number(match[2]) % 97)) % 97;
}

/** ISO 13616: letters as numbers, the four first characters last, remainder 1 of 97. Compact, upper case. */
export function isIban(compact: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  return remainder97(`${compact.slice(4)}${compact.slice(0, 4)}`) === 1;
}

function remainder97(text: string): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

/** A French RIB: 97 − (89 × bank + 15 × branch + 3 × account) mod 97; the letters of an account count 1–9, then 2–9. */
export function isRib(compact: string): boolean {
  if (!/^\d{10}[A-Z0-9]{11}\d{2}$/.test(compact)) return false;
  const digits = [...compact].map((char) => (/\d/.test(char) ? char : letterDigit(char))).join('');
  const part = (from: number, to: number) => Number(digits.slice(from, to));
  return part(21, 23) === 97 - ((89 * part(0, 5) + 15 * part(5, 10) + 3 * part(10, 21)) % 97);
}

function letterDigit(letter: string): string {
  const rank = letter.charCodeAt(0) - 65;
  return String(rank < 18 ? (rank % 9) + 1 : rank - 16);
}

/** The NIR with its key: 97 − n mod 97; Corsica's 2A and 2B count as 19 and 18. */
export function isSocialSecurity(compact: string): boolean {
  const match = /^([12347]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/.exec(compact);
  if (match === null) return false;
  const number = Number((match[1] ?? '').replace('2A', '19').replace('2B', '18'));
  return Number(match[2]) === 97 - (number % 97);
}
