import { isFrenchVat, isIban, isRib, isSiren, isSiret, isSocialSecurity } from '../french/checksums.ts';
import type { MaskKind } from '../vocabulary/masks.ts';
import type { Sighting } from './finding.ts';
import type { Source } from './source.ts';

interface NumberRule {
  readonly kind: MaskKind;
  /** Bounded in length, so that the search stays linear. */
  readonly pattern: RegExp;
  readonly valid: (compact: string) => boolean;
  /** Written just before, it makes up for a wrong key; undefined: the key alone decides. */
  readonly announced?: RegExp;
  /** Written just after, it is something else. */
  readonly notBefore?: RegExp;
}

const EURO = /^\s?(?:€|eur|k€|m€|habitants|fois|m2|kwh)/i;

/** In this order: the longest numbers first, since a SIRET holds a SIREN and an IBAN a RIB. */
const RULES: readonly NumberRule[] = [
  {
    kind: 'iban',
    pattern:
      /(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])/g,
    valid: isIban,
    announced: /iban[^\n]{0,20}$/i,
  },
  {
    kind: 'iban',
    // The French one to the very figure, so that the word after it is not taken in.
    pattern: /(?<![A-Za-z0-9])FR[ -]?\d{2}(?:[ -]?[A-Za-z0-9]){23}(?![A-Za-z0-9])/gi,
    valid: (compact) => isIban(compact) || /^FR\d{12}[A-Z0-9]{11}\d{2}$/.test(compact),
  },
  {
    kind: 'iban',
    // Written wrong, it still is one where it is said to be.
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}[ ]?[A-Z0-9]{11,30}(?![A-Za-z0-9])/gi,
    valid: isIban,
    announced: /(?:iban|rib|bancaires?|compte)[^\n]{0,20}$/i,
  },
  {
    kind: 'rib',
    pattern: /(?<!\d)\d{5}[ -]?\d{5}[ -]?[A-Z0-9]{11}[ -]?\d{2}(?!\d)/gi,
    valid: isRib,
    announced: /(?:rib|compte|bancaire)[^\n]{0,20}$/i,
  },
  {
    kind: 'social_security',
    pattern:
      /(?<!\d)[12347](?:[ .-]?\d{2}){2}[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}(?:[ ./-]{0,3}(?:cle )?\d{2})?(?!\d)/gi,
    valid: isSocialSecurity,
    announced: /(?:secu|social|nir|insee|immatriculation)[^\n\d]{0,30}$/i,
  },
  {
    kind: 'social_security',
    pattern: /(?<!\d)[12](?:[ .-]?\d){12,14}(?!\d)/g,
    valid: () => false,
    announced: /(?:\bsecu|social|\bnir\b)[^\n\d]{0,30}$/i,
  },
  {
    kind: 'vat',
    pattern: /(?<![A-Za-z0-9])FR ?[0-9A-Z]{2} ?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/gi,
    valid: isFrenchVat,
    announced: /./s,
  },
  {
    kind: 'vat',
    pattern:
      /(?<![A-Za-z0-9])(?:AT ?U|BE|BG|CY|CZ|DE|DK|EE|ES|FI|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[ ]?[A-Z]?\d{7,12}(?:B\d{2})?(?![A-Za-z0-9])/g,
    valid: () => false,
    announced: /(?:tva|vat|intra)[^\n]{0,42}$/i,
  },
  {
    kind: 'siret',
    pattern: /(?<![\d.,])\d{3}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{3}(?![\d])/g,
    valid: isSiret,
    announced: /siret[^\n\d]{0,25}$/i,
    notBefore: EURO,
  },
  {
    kind: 'siret',
    pattern: /(?<![\d.,])\d{3} ?\d{3} ?\d{3} \d{1,5} ?\d{0,4}(?![\d])/g,
    valid: isSiret,
    announced: /siret[^\n\d]{0,25}$/i,
    notBefore: EURO,
  },
  {
    kind: 'siren',
    pattern: /(?<![\d.,] ?)\d{3}[ .-]?\d{3}[ .-]?\d{3}(?![ .]?\d)/g,
    valid: isSiren,
    announced: /(?:siren|rcs|immatricul)[^\n\d]{0,33}$/i,
    notBefore: EURO,
  },
];

const BIC = /(?:bic|swift)\W{0,5}(?:code\W{0,3})?([A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2} ?(?:[A-Z0-9]{3})?)(?![A-Za-z0-9])/gi;
const BIRTH =
  /(?:\bnee?(?:\(e\))?s? (?:le|en)|date de naissance|naissance (?:le|du)|\bnaissance)[ :=]{0,4}((?:le )?(?:\d{1,2}(?:er)? ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})|\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}|\d{4}))(?!\d)/gi;
/** Since 2009: two letters, three figures, two letters, never I, O nor U. */
const PLATE = /(?<![A-Za-z0-9-])[A-HJ-NP-TV-Z]{2}([ -]?)\d{3}\1[A-HJ-NP-TV-Z]{2}(?![A-Za-z0-9-])/gi;
/** Before: figures, letters, département; only where a vehicle is spoken of. */
const OLD_PLATE = /(?<![A-Za-z0-9-])\d{2,4}[ -]?[A-Z]{2,3}[ -]?(?:\d{2}|2[AB]|97\d)(?![A-Za-z0-9-])/g;
const VEHICLE =
  /immat|plaque|vehicule|carte grise|voiture|camion|fourgon|utilitaire|benne|balayeuse|tracteur|remorque|minibus|autocar|ambulance|nacelle|tondeuse|scooter|moto\b|garage|kangoo|berlingo|trafic|jumper|ducato|clio|zoe\b/i;

/** SIRET, SIREN, VAT, bank and social security numbers, dates of birth and number plates. */
export function findRegisteredNumbers({ flat }: Source): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const { kind, pattern, valid, announced, notBefore } of RULES) {
    for (const { 0: text, index } of flat.matchAll(pattern)) {
      const compact = text.replace(/cle|[^A-Za-z0-9]/gi, '').toUpperCase();
      const before = flat.slice(Math.max(0, index - 45), index);
      const sure = valid(compact);
      if (!sure && !announced?.test(before === '' ? ' ' : before)) continue;
      if (sure && kind === 'siren' && !announced?.test(before) && /^\d{9}$/.test(text) === false && !/ /.test(text))
        continue;
      if (notBefore?.test(flat.slice(index + text.length, index + text.length + 12))) continue;
      found.push({
        kind,
        start: index,
        end: index + text.trimEnd().length,
        name: compact,
        ...(sure ? {} : { confidence: 0.7 }),
      });
    }
  }
  found.push(...inGroup(flat, BIC, 'bic'), ...inGroup(flat, BIRTH, 'birth_date'));
  for (const { 0: text, index } of flat.matchAll(PLATE)) {
    // With its hyphens it is nothing else, even typed in haste.
    if (!text.includes('-') && !VEHICLE.test(flat.slice(Math.max(0, index - 60), index))) continue;
    found.push({ kind: 'plate', start: index, end: index + text.length, name: text.replace(/[ -]/g, '') });
  }
  for (const { 0: text, index } of flat.matchAll(OLD_PLATE))
    if (VEHICLE.test(flat.slice(Math.max(0, index - 60), index)))
      found.push({ kind: 'plate', start: index, end: index + text.length, confidence: 0.8 });
  return found;
}

function inGroup(flat: string, pattern: RegExp, kind: MaskKind): readonly Sighting[] {
  return [...flat.matchAll(pattern)].map((match) => {
    const value = (match[1] ?? '').trimEnd();
    const start = match.index + match[0].lastIndexOf(value);
    return { kind, start, end: start + value.length };
  });
}
