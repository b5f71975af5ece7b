import { frenchDate, isIsoDate } from '../days/iso-date.ts';

/** How a fact is written: what a reader accepts, and what it says to write instead. */
export type FactKind =
  | { readonly kind: 'amount' }
  | { readonly kind: 'amounts'; readonly signed?: true }
  | { readonly kind: 'share' }
  | { readonly kind: 'count'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'none' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'any'; readonly of: readonly FactKind[] };

/** Above any public contract: a slip of the keyboard rather than a purchase. */
const LARGEST = 100_000_000_000;
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';
const LONGEST_TEXT = 500;
const LONGEST_LIST = 1_000;

/** What is wrong with a value, in words that say what to write; undefined when it is right. */
export function faultOfValue(kind: FactKind, value: unknown): string | undefined {
  switch (kind.kind) {
    case 'amount':
      return amountFault(value, false);
    case 'amounts':
      return listFault(value, kind.signed === true);
    case 'share':
      return isNumber(value) && value >= 0 && value <= 100 ? undefined : 'écrivez un pourcentage entre 0 et 100';
    case 'count':
      return isNumber(value) && value >= 0 && value <= kind.max
        ? undefined
        : `écrivez un nombre entre 0 et ${kind.max}, sans unité`;
    case 'date':
      return dateFault(value);
    case 'month':
      return typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)
        ? dateFault(`${value}-01`)
        : 'écrivez un mois sous la forme AAAA-MM';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'écrivez true ou false';
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST_TEXT
        ? undefined
        : `écrivez un texte de ${LONGEST_TEXT} caractères au plus`;
    case 'none':
      return value === null ? undefined : 'écrivez null';
    case 'choice':
      return typeof value === 'string' && kind.values.includes(value)
        ? undefined
        : `écrivez l’un de ces mots : ${kind.values.join(', ')}`;
    case 'any': {
      const faults = kind.of.map((one) => faultOfValue(one, value));
      return faults.includes(undefined) ? undefined : faults.join(', ou ');
    }
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function amountFault(value: unknown, signed: boolean): string | undefined {
  if (!isNumber(value)) return 'écrivez un montant en euros, en chiffres, sans espace ni symbole';
  if (!signed && value < 0) return 'un montant ne peut pas être négatif : écrivez un nombre en euros, 0 ou plus';
  return Math.abs(value) > LARGEST
    ? 'ce montant dépasse cent milliards d’euros : écrivez-le en euros, non en centimes ni en milliers'
    : undefined;
}

function listFault(value: unknown, signed: boolean): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST_LIST)
    return 'écrivez une liste de montants en euros, par exemple [9000, 9500]';
  const wrong = value.map((one) => amountFault(one, signed)).findIndex((fault) => fault !== undefined);
  return wrong === -1 ? undefined : `élément ${wrong + 1} : ${amountFault(value[wrong], signed)}`;
}

export function dateFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isIsoDate(value))
    return 'cette date n’existe pas : écrivez-la sous la forme AAAA-MM-JJ, par exemple 2026-11-30';
  return value < FIRST_DAY || value > LAST_DAY
    ? `écrivez une date entre le ${frenchDate(FIRST_DAY)} et le ${frenchDate(LAST_DAY)}`
    : undefined;
}
